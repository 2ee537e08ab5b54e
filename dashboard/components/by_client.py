"""Who is badly served and who asks for too much: the answer, two pictures and the table of clients."""

import pandas as pd
import streamlit as st

from dashboard import charts, loaders, wording
from dashboard.components import client_columns, download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.components.guard import fragment
from dashboard.digest import by_client as digest
from dashboard.wording import by_client as words
from pipelines.measure.results import Facts, Slice

HEIGHT, FULL = 420, 11


def answer(facts: Facts, part: Slice) -> bool:
    """The first sentences; False where there is no client to tell of."""
    with st.container(border=True, key="clients-answer"):
        if not facts.has_client:
            st.markdown(words.NO_CLIENTS)
            return False
        league = loaders.late_league(part)
        if league.empty:
            st.markdown(words.NOTHING)
            return False
        untold = [digest.busiest_sentence(league), words.NO_TARGETS]
        late = digest.late_sentences(league, _goal()) if facts.has_targets else untold
        asked = [digest.demand_sentence(loaders.demand_league(part)), digest.growth_sentence(loaders.growth(part))]
        st.markdown(" ".join(filter(None, late)))
        st.markdown(" ".join(filter(None, asked)))
    return True


@fragment
def show(facts: Facts, part: Slice) -> None:
    """Both pictures side by side, and all clients below."""
    league, demand = loaders.late_league(part), loaders.demand_league(part)
    asked = len(demand) > 0
    places = iter(st.columns(facts.has_targets + asked)) if facts.has_targets or asked else iter(())
    if facts.has_targets:
        with next(places):
            _late(league)
    if asked:
        with next(places):
            _demand(demand)
    _table(facts, league, demand)


def _late(league: pd.DataFrame) -> None:
    rows = digest.late_dots(league)
    with card("Share late, by client", words.LATE_HELP, key="late-clients", stretch=True):
        if rows.empty:
            st.caption("No client has 30 judged tickets in this period: too few for shares.")
            return
        goal = _goal()
        figure = drawn(charts.dots, rows, goal, f"Goal: {wording.percent(goal)}", charts.LOW_IS_GOOD, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key="late-clients-chart", alt="Share late by client")
        judged = int((league["judged"] >= wording.FEWEST).sum())
        _room(len(rows), judged)
        st.caption(words.by_luck(judged))


def _demand(demand: pd.DataFrame) -> None:
    rows, usual = digest.demand_dots(demand), float(demand["usual"].iloc[0])
    with card("Tickets per user a month", words.DEMAND_HELP, key="demand-clients", stretch=True):
        told = f"Typical client: {usual:.2f}"
        figure = drawn(charts.dots, rows, usual, told, charts.LOW_IS_GOOD, look.colours(), share=False)
        st.plotly_chart(figure, config=charts.CONFIG, key="demand-clients-chart", alt="Tickets a user, by client")
        _room(len(rows), len(demand))
        st.caption(words.by_luck(len(demand)))


def _room(shown: int, of: int) -> None:
    if told := words.shown_of(shown, of):
        st.caption(told)


def _table(facts: Facts, league: pd.DataFrame, demand: pd.DataFrame) -> None:
    rows = digest.whole(league, demand)
    with card("All clients", words.TABLE_HELP, key="all-clients") as beside:
        with beside:
            order = st.selectbox(
                "Order", digest.orders(rows), key="clients-order", label_visibility="collapsed", width=210
            )
            table = digest.table(rows, order, wording.shown(loaders.settings().currency), has_targets=facts.has_targets)
            download.show(table, "clients", "clients-csv")
        st.dataframe(
            table,
            hide_index=True,
            column_config=client_columns.by_client(table),
            height=HEIGHT if len(table) > FULL else "auto",
            placeholder=wording.DASH,
            alt="All clients",
            key=f"clients-table-{loaders.stamp()}",
        )


def _goal() -> float:
    return round(1 - loaders.settings().kept_rate, 6)
