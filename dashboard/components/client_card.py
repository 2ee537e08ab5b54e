"""One client: what it asks for, how it is served, what it has signed, and where its time goes."""

from dataclasses import replace

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import client_columns, columns, document_button, download, where_hours_go
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import client_card as digest
from dashboard.digest import target_versions
from dashboard.digest.week import Card
from dashboard.loaders import folder
from pipelines.measure.results import Facts, Slice
from pipelines.vocabulary import Clock

NO_TICKET = "It opened no ticket in this period, or the filters of the side bar leave none."
NOT_IN_REGISTER = "It is not in the register of agreements: each version of targets judges it from its start."
PARTS = ["Issue types", "Agreements", "Where its time goes"]


def pick(facts: Facts) -> str | None:
    """The client to look at; kept in the URL, None for nobody."""
    if not facts.has_client:
        return None
    names = loaders.choices()["clients"]
    if st.session_state.get("look") not in names:
        st.session_state.pop("look", None)
    picked: str | None = st.selectbox(
        "Look at one client", names, index=None, key="look", bind="query-params", placeholder="Look at one client",
        format_func=wording.shown, label_visibility="collapsed", width=240,
    )  # fmt: skip
    return picked


@fragment
def show(facts: Facts, client: str | None, part: Slice) -> None:
    """Its card; nothing where nobody is chosen."""
    if client is None:
        return
    league, own = loaders.late_league(part), replace(part, clients=(client,))
    with card(wording.plain(client), key="client-card") as beside:
        found = league[league["client"] == client]
        if found.empty:
            st.caption(NO_TICKET)
            return
        with beside:
            document_button.show(folder.REPORT, "", client, "client-review", "One page for the review")
        row = found.iloc[0]
        st.caption(digest.subtitle(row))
        demand = loaders.demand_league(part).set_index("client")["rate"]
        day = loaders.same_day(Clock.RESOLUTION, own)
        currency = wording.shown(loaders.settings().currency)
        _cards(digest.cards(row, demand.get(client), loaders.client_weeks(own), day, currency))
        issues, agreed, hours = st.tabs(PARTS, key="client-part", on_change="rerun")
        with issues:
            if issues.open:
                _issues(own)
        with agreed:
            if agreed.open:
                _agreements(facts, client)
        with hours:
            if hours.open:
                where_hours_go.of_part(own)


def _cards(deck: list[Card]) -> None:
    with st.grid(columns=len(deck), min_column_width=132, gap="small"):
        for one in deck:
            st.metric(
                one.label, one.value, one.change, help=one.help, border=True, height="stretch",
                chart_data=one.spark or None, chart_type="bar", delta_color=one.colour, delta_arrow="off",
                            )  # fmt: skip


def _issues(own: Slice) -> None:
    table = digest.issues(loaders.turnaround(Clock.RESOLUTION, own, by_tier=False, by_place=False))
    st.dataframe(
        table, hide_index=True, column_config=client_columns.by_client(table), placeholder=wording.DASH,
        alt="Its issue types",
        height=320 if len(table) > 8 else "auto",
    )  # fmt: skip
    download.show(table, "client-issue-types", "client-issues-csv")


def _agreements(facts: Facts, client: str) -> None:
    register = loaders.agreements() if facts.has_targets else None
    own = None if register is None else register[register["client"] == client]
    if own is None or own.empty:
        st.caption(NOT_IN_REGISTER)
        return
    table = target_versions.agreements(own)
    st.dataframe(
        table, hide_index=True, column_config=columns.versions(), placeholder=wording.DASH, alt="Its agreements"
    )
