"""Who buys, who is answered sooner and who waits for it."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard import charts
from dashboard.components import download, look, money_columns, passes
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import premium_gain as gain
from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer
from dashboard.loaders import ClientMoney
from dashboard.wording import premium as words
from dashboard.wording import premium_gain as words_gain
from dashboard.wording import premium_help as helps


def show(
    told: ClientMoney, answer: Answer, gained: pd.DataFrame | None, assumed: Mapping[str, object], *, whole: bool
) -> None:
    """The same clients today and then, the clients, and the three ways of buying; gained: None until it is there."""
    wide, narrow = st.columns([1.8, 1])
    with wide:
        _gain(gained, assumed, whole=whole)
    with narrow:
        _ways(told, answer, assumed, whole=whole)
    _buyers(told, answer, assumed, whole=whole)


def _ways(told: ClientMoney, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    key = passes.key("premium-shares", whole=whole)
    with card("Who buys first matters", helps.SHARES, key=key, stretch=True) as at:
        figure = drawn(charts.ticket_shares, rows.ways(told), answer.buyers / answer.of, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key=f"{key}-chart", alt="Tickets by clients, for three orders")
        st.caption(words.SHARES)
        if whole:
            with at:
                download.show(beside(rows.ways_table(told), assumed), "who-buys-first", "premium-ways-csv")


def _buyers(told: ClientMoney, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    table = rows.buyers(told, answer.currency, begun=answer.paid_today)
    with card("Who would buy", helps.BUYERS, key=passes.key("premium-buyers", whole=whole), stretch=True) as at:
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
                own = table.assign(**{"Fee from": rows.fee_from(told)})
                download.show(beside(own, assumed), "premium-buyers", "premium-buyers-csv")


def _gain(told: pd.DataFrame | None, assumed: Mapping[str, object], *, whole: bool) -> None:
    key = passes.key("premium-gain", whole=whole)
    with card("Is Premium answered sooner?", words_gain.HELP, key=key, stretch=True) as at:
        if told is None:
            st.caption(words_gain.NOT_YET)
            return
        said = gain.sentence(told)
        if not said:
            st.markdown(words_gain.NOTHING)
            return
        table = gain.table(told)
        st.markdown(said)
        columns = money_columns.of(table)
        st.dataframe(
            table, hide_index=True, column_config=columns, key=f"{key}-table", alt="The same clients today and then"
        )
        st.caption(words_gain.PRIORITY)
        with at:
            download.show(beside(gain.to_take(told), assumed), "premium-first-replies", "premium-gain-csv")
