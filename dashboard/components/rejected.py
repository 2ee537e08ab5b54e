"""Rows that could not be read, and cells that were emptied."""

from collections.abc import Mapping

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.digest import loads as digest

SHOWN = 500
HEIGHT, FULL = 300, 8
HELP = (
    "A row without a field name was left out whole; where a field is named, only that cell was emptied."
    " Take a file's rows to correct, mend them and load that file; or mend them in your ticket tool and export again."
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
        _to_correct(digest.loads_with_rows(problems))


def _to_correct(loads: Mapping[int, str]) -> None:
    """The rows of one load under the header of its own file, to be corrected and loaded again."""
    if not loads:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        load = st.selectbox("To correct", list(loads), format_func=lambda load: loads[load], key="correct-load")
        st.download_button(
            "Rows to correct",
            loaders.rejected_rows(load),
            file_name=f"rejected-rows-of-load-{load}.csv",
            mime="text/csv",
            icon=":material/edit_note:",
            on_click="ignore",
            key="correct-csv",
            help="The file's own columns, and what is wrong in columns of ours. Mend the rows and load the file above.",
        )
