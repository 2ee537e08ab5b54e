"""Which open tickets will be late next."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.digest import tickets
from dashboard.loaders import WeekReport
from pipelines.measure.results import Slice

SHOWN = 8
HELP = (
    "Open tickets inside their resolution target when the data was exported, the likeliest to be late first. How likely"
    " is learnt from tickets that once stood the same way: the kind of work, the time used, whether they waited."
)


def show(report: WeekReport, part: Slice) -> None:
    """Only beside the newest week: for an older one it is past."""
    if report.week < loaders.newest_complete_week() or report.verdict.kind == "no_targets":
        return
    due = loaders.due_next(part)
    with card("Will be late next", HELP, key="due-next") as beside:
        if due.empty:
            st.caption("No open ticket is inside its target: there is nothing to save.")
            return
        table = tickets.due_table(due)
        with beside:
            download.show(table, "will-be-late-next", "due-csv")
        st.caption(tickets.due_sentence(due, loaders.last_day()))
        st.caption(tickets.risk_sentence(due, loaders.risk_record()))
        st.dataframe(
            table.head(SHOWN),
            hide_index=True,
            key=f"due-{loaders.stamp()}",
            placeholder=wording.DASH,
            column_config=columns.tickets(table),
            alt="Open tickets by how likely they are to be late",
        )
