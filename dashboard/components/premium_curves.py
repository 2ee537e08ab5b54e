"""What is left by share of clients, and the staircase of surcharges that pay."""

from collections.abc import Mapping

import plotly.graph_objects as go
import streamlit as st

from dashboard import charts, wording
from dashboard.components import download, look, passes
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer
from dashboard.loaders import Hiring
from dashboard.wording import money as amounts
from dashboard.wording import premium as words
from dashboard.wording import premium_help as helps


def show(found: Hiring, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    """Two charts side by side; a sentence where there is one share or no figure."""
    if found.scenario.clients:
        st.caption(words.ONE_UPTAKE)
        return
    first, second = st.columns(2)
    with first:
        title = f"Left a month, first year ({wording.plain(answer.currency)})"
        _part("left", title, helps.MARGIN, _left(answer), answer, assumed, whole=whole)
    with second:
        _part("stairs", "Surcharge that pays", helps.STAIRS, _stairs(answer), answer, assumed, whole=whole)


def _part(
    name: str, title: str, explained: str, figure: go.Figure | None, answer: Answer, assumed: Mapping[str, object], *,
    whole: bool,
) -> None:  # fmt: skip
    with card(title, explained, key=passes.key(f"premium-{name}", whole=whole), stretch=True) as at:
        if figure is None:
            st.caption(words.NOTHING_TO_DRAW)
            return
        st.plotly_chart(figure, config=charts.CONFIG, key=passes.key(f"premium-{name}-chart", whole=whole), alt=title)
        if whole:
            table = beside(rows.by_uptake(answer.paid, answer.currency), assumed)
            with at:
                download.show(table, "premium-by-uptake", f"premium-{name}-csv")


def _left(answer: Answer) -> go.Figure | None:
    lines = rows.left(answer.paid, wording.drawn(answer.currency))
    if lines["value"].isna().all():
        return None
    return drawn(charts.left_by_uptake, lines, float(answer.margin["uptake"]), look.colours())


def _stairs(answer: Answer) -> go.Figure | None:
    asked, currency = answer.surcharge, wording.drawn(answer.currency)
    lines = rows.stairs(answer.paid, asked, currency)
    if lines["value"].isna().all():
        return None
    label = f"Yours: {amounts.surcharge_short(asked.amount, asked.kind, currency)}"
    at, suffix = float(answer.margin["uptake"]), amounts.suffix(asked.kind)
    return drawn(charts.staircase, lines, at, asked.amount, label, suffix, look.colours())
