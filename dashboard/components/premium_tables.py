"""Who buys, who gains and who waits for it."""

from collections.abc import Mapping

import streamlit as st

from dashboard import charts
from dashboard.components import download, look, money_columns, passes
from dashboard.components.card import card
from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer
from dashboard.loaders import ClientMoney, Hiring
from dashboard.wording import premium as words


def show(found: Hiring, told: ClientMoney, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    """The first answers of both groups, the clients, and the three ways of buying."""
    wide, narrow = st.columns([1.5, 1])
    with wide:
        _waits(found, answer, assumed, whole=whole)
    with narrow:
        _ways(told, answer, assumed, whole=whole)
    _buyers(told, answer, assumed, whole=whole)


def _ways(told: ClientMoney, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    key = passes.key("premium-shares", whole=whole)
    with card("Who buys first matters", words.SHARES_HELP, key=key, stretch=True) as at:
        figure = charts.ticket_shares(rows.ways(told), float(answer.margin["client_share"]), look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key=f"{key}-chart", alt="Tickets by clients, for three orders")
        st.caption(words.SHARES)
        if whole:
            with at:
                download.show(beside(rows.ways_table(told), assumed), "who-buys-first", "premium-ways-csv")


def _buyers(told: ClientMoney, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    table = rows.buyers(told, answer.currency)
    with card("Who would buy", words.BUYERS_HELP, key=passes.key("premium-buyers", whole=whole), stretch=True) as at:
        st.dataframe(
            table,
            hide_index=True,
            height=322,
            column_config=money_columns.of(table),
            key=passes.key("premium-buyers-table", whole=whole),
            alt="Who would buy",
        )
        if whole:
            with at:
                download.show(beside(table, assumed), "premium-buyers", "premium-buyers-csv")


def _waits(found: Hiring, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    table = rows.waits(found, float(answer.margin["uptake"]))
    with card(
        "What Premium clients get, and what the others pay",
        words.WAITS_HELP,
        key=passes.key("premium-waits", whole=whole),
        stretch=True,
    ) as at:
        st.markdown(rows.waits_told(found, float(answer.margin["uptake"])))
        st.dataframe(
            table,
            hide_index=True,
            column_config=money_columns.of(table),
            key=passes.key("premium-waits-table", whole=whole),
            alt="First answers, by group",
        )
        st.caption(words.PRIORITY)
        if whole:
            with at:
                download.show(beside(table, assumed), "premium-first-answers", "premium-waits-csv")
