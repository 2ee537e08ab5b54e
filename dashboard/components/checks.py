"""What the checks found, what to do about it, and the rows behind each."""

import pandas as pd
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
            _behind(table.iloc[rows[0]])
        else:
            st.caption("Choose a row: the whole advice and the tickets behind it come up here.")


def _behind(check: pd.Series) -> None:
    """The rows of a check, limited; its count is exact."""
    title, found = wording.plain(check["Check"]), int(check["Found"])
    if not found:
        st.caption(f"{title}: nothing found.")
        return
    rows = loaders.check_rows(str(check["name"]))
    shown = f", the first {wording.count(SHOWN)} shown" if found > SHOWN else ""
    saved = f"; the CSV holds the first {wording.count(len(rows))}" if found > len(rows) else ""
    st.caption(f"{title}: {wording.counted(found, 'row')}{shown}{saved}. {wording.plain(check['What to do'])}")
    st.dataframe(
        digest.behind_table(rows.head(SHOWN)), hide_index=True, height=260, alt="Rows behind the check", placeholder="–"
    )
    download.show(rows, f"check-{check['name']}", "check-csv")
