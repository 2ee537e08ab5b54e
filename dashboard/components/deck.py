"""Figures side by side, each with what changed and what it is of."""

from collections.abc import Sequence

import streamlit as st

from dashboard.digest.target_cards import Card


def show(deck: Sequence[Card], width: int) -> None:
    """One row where there is room, each at least so many pixels wide; nothing where there is no figure."""
    if not deck:
        return
    with st.grid(columns=len(deck), min_column_width=width, gap="small"):
        for one in deck:
            st.metric(
                one.label,
                one.value,
                one.change,
                help=one.help,
                border=True,
                height="stretch",
                delta_color=one.colour,
                delta_arrow=one.arrow,
                delta_description=one.beside,
            )
