"""Rows that could not be read, and cells that were emptied."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.digest import loads as digest

SHOWN = 500
HEIGHT, FULL = 300, 8
HELP = (
    "A row without a field name was left out whole; where a field is named, only that cell was emptied."
    " Mend them in the export and load it again."
)


def show() -> None:
    """All of them to take away, the first ones on screen."""
    problems = loaders.problems()
    with card("Rows and cells that could not be read", HELP, key="rejected") as beside:
        if problems.empty:
            st.caption("Every row and every cell could be read.")
            return
        table = digest.problem_table(problems)
        with beside:
            download.show(table, "rejected-rows", "rejected-csv")
        if len(table) > SHOWN:
            st.caption(f"The first {wording.count(SHOWN)} of {wording.count(len(table))}; the CSV holds all.")
        st.dataframe(
            table.head(SHOWN),
            hide_index=True,
            height=HEIGHT if len(table) > FULL else "auto",
            placeholder="",
            column_config=columns.loads(),
            alt="Rejected rows",
            key=f"rejected-{loaders.stamp()}",
        )
