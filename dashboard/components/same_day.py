"""How much is done on the same business day, what it would take to promise it, and who asks for it most."""

import streamlit as st

from dashboard import charts, loaders, wording
from dashboard.components import client_columns, download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.components.guard import fragment
from dashboard.digest import same_day as digest
from dashboard.wording import same_day as words
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock

NAMES = {str(Clock.RESOLUTION): "Resolved", str(Clock.FIRST_RESPONSE): "Answered"}
MOST_ASKING = 5


@fragment
def show(part: Slice) -> None:
    """The answer, issue types beside the level that is promised, plans, and the clients that ask most."""
    with st.container(border=True, key="same-day-answer"):
        picked = st.segmented_control(
            "What counts", list(NAMES), default=str(Clock.RESOLUTION), required=True, key="same-day-clock",
            format_func=NAMES.__getitem__, label_visibility="collapsed",
        )  # fmt: skip
        clock, level = Clock(picked or Clock.RESOLUTION), loaders.settings().kept_rate
        types = loaders.same_day(clock, part, by_issue=True)
        told = digest.sentences(loaders.same_day(clock, part), types, str(clock), level, loaders.months(part))
        st.markdown(" ".join(filter(None, told)))
        if len(told) == 1:
            return
        st.caption(words.NOT_TOLD)
    left, right = st.columns([0.54, 0.46])
    with left:
        _types(clock, part, level)
    with right:
        _plans(clock, part)
        _asking(clock, part)


def _types(clock: Clock, part: Slice, level: float) -> None:
    found = loaders.same_day(clock, part, by_issue=True)
    with card(
        f"{NAMES[str(clock)]} the same day, by issue type", words.BY_TYPE_HELP, key="same-day-types", stretch=True
    ) as at:
        with at:
            download.show(digest.table(found, "issue_type", "Issue type"), f"same-day-{clock}", "same-day-csv")
        rows = digest.dots(found, level)
        if rows.empty:
            st.caption("No issue type has 30 tickets in this period: too few for shares.")
            return
        told = f"Promise level: {wording.percent(level)}"
        figure = drawn(charts.dots, rows, level, told, charts.HIGH_IS_GOOD, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key="same-day-chart", alt="Done the same day, by issue type")


def _plans(clock: Clock, part: Slice) -> None:
    with card("By plan", words.HELP, key="same-day-plans"):
        table = digest.table(
            loaders.same_day(clock, part, by_tier=True), "tier", "Plan", list(loaders.settings().tiers)
        )
        looks = client_columns.by_client(table)
        st.dataframe(
            table, hide_index=True, column_config=looks, alt="Done the same day, by plan", placeholder=wording.DASH
        )


def _asking(clock: Clock, part: Slice) -> None:
    facts = loaders.client_facts(part)
    if facts.empty:
        return
    with card("Who asks for speed most", words.ASKS_HELP, key="asking", stretch=True):
        rows = digest.asking(facts, loaders.asked_again(part), loaders.same_day(clock, part, by_client=True))
        st.markdown(digest.asks_most(rows))
        table = digest.asking_table(rows.head(MOST_ASKING), "", short=True)
        st.dataframe(table, hide_index=True, column_config=client_columns.asking(table), alt="Who asks for speed most")
