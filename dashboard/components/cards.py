"""The numbers of a week with their last thirteen weeks."""

import streamlit as st

from dashboard import wording
from dashboard.digest import week
from dashboard.loaders import WeekReport


def show(report: WeekReport) -> None:
    """Four or five cards and one line on what came in and went out."""
    deck = week.cards(
        report,
        wording.brief,
        has_targets=report.verdict.kind != "no_targets",
        goal=1 - report.verdict.goal,
    )
    with st.grid(columns=len(deck), min_column_width=160, gap="small"):
        for card in deck:
            st.metric(
                card.label,
                card.value,
                card.change,
                help=card.help,
                border=True,
                height="stretch",
                chart_data=card.spark or None,
                delta_color=card.colour,
                delta_arrow=card.arrow,
                delta_description=card.beside if card.change or card.beside == wording.TOO_FEW else None,
            )
    st.caption(week.flow(report))
