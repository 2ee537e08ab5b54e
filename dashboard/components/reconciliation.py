"""Our numbers beside the ticket tool's own."""

import streamlit as st

from dashboard import loaders
from dashboard.components import columns
from dashboard.components.card import card
from dashboard.digest import loads as digest

HELP = "Two numbers agree where they are at most two minutes apart, or 5% of the tool's. Only clocks that have stopped."
WHY = (
    "They may differ without either being wrong: tools apply a client's newest schedule to old tickets, count waiting"
    " that was set late, stop at the first resolution of a reopened ticket, or judge by targets of their own."
    " The tickets that differ stand in the checks."
)


def show() -> None:
    """One line a tool, clock and kind of number; nothing where the tool tells none."""
    told = loaders.reconciliation()
    if told.empty:
        return
    with card("Beside your tool's own numbers", HELP, key="reconciliation"):
        table = digest.reconciliation_table(told)
        st.dataframe(table, hide_index=True, alt="Reconciliation", column_config=columns.loads())
        st.caption(WHY)
