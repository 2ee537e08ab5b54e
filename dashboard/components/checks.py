"""What the checks found, and the rows behind each."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import loads as digest

SHOWN = 500
HELP = "Each check is a question that good data answers with nothing. Choose a row to see the tickets behind it."


@fragment
def show() -> None:
    """The checks; a chosen one with its rows."""
    with card("Checks", HELP, key="checks"):
        table = digest.check_table(loaders.checks())
        event = st.dataframe(
            table.drop(columns="name"),
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            alt="Checks",
            key=f"checks-{loaders.stamp()}",
            column_config=columns.loads(),
        )
        rows = event["selection"]["rows"]
        if rows and rows[0] < len(table):
            _behind(str(table["name"].iloc[rows[0]]), str(table["Check"].iloc[rows[0]]))


def _behind(check: str, title: str) -> None:
    rows = loaders.check_rows(check)
    if rows.empty:
        st.caption(f"{wording.plain(title)}: nothing found.")
        return
    st.caption(
        f"{wording.plain(title)}: {wording.counted(len(rows), 'row')}, the first {wording.count(SHOWN)} shown."
        if len(rows) > SHOWN
        else wording.plain(title)
    )
    st.dataframe(rows.head(SHOWN), hide_index=True, height=260, alt="Rows behind the check", placeholder="–")
    download.show(rows, f"check-{check}", "check-csv")
