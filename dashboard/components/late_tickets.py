"""The tickets that broke their target in a week, and one of them in detail."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download, ticket_clock
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import tickets
from dashboard.loaders import WeekReport
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock

HELP = (
    "Resolved in this week after their target, and (for the newest week) still open past it."
    " Choose a row for the ticket's facts."
)
HEIGHT = 420


@fragment
def show(report: WeekReport, part: Slice) -> None:
    """The table on the left, the chosen ticket on the right."""
    if report.verdict.kind == "no_targets":
        return
    late = loaders.late_tickets(report.week, part)
    with card(_title(len(late)), HELP, key="late-tickets") as beside:
        if late.empty:
            st.caption("Every ticket with a target kept it in this week.")
            return
        table = tickets.late_table(late)
        with beside:
            download.show(table, f"late-tickets-{report.week}", "late-csv")
        left, right = st.columns([0.715, 0.285])
        with left:
            event = st.dataframe(
                table,
                hide_index=True,
                on_select="rerun",
                selection_mode="single-row",
                height=HEIGHT,
                placeholder=wording.DASH,
                key=f"late-{loaders.stamp()}-{report.week}-{part}",
                column_config=columns.tickets(table),
                alt="Late tickets",
            )
            rows = event["selection"]["rows"]
            chosen = late.iloc[rows[0]] if rows and rows[0] < len(late) else None
            if chosen is not None:
                ticket_clock.show(Clock.RESOLUTION, chosen)
        with right:
            _ticket(chosen)


def _title(number: int) -> str:
    return f"The {wording.counted(number, 'late ticket')}" if number else "No late tickets"


def _ticket(ticket: pd.Series | None) -> None:
    with st.container(border=True, key="ticket", height="stretch"):
        if ticket is None:
            st.markdown(":material/ads_click: No ticket chosen")
            st.caption("Choose a row: the ticket's facts and what its clock did appear here.")
            return
        st.markdown(f"**#{wording.plain(ticket['ticket_id'])}** · {wording.plain(ticket['issue_type'])}")
        with st.container(horizontal=True, gap="xxsmall"):
            if not pd.isna(ticket["tier"]):
                st.badge(wording.plain(ticket["tier"]), color="gray")
            st.badge(f"{wording.ratio(ticket['times_target'])} target", color="orange")
        facts = tickets.facts_table(ticket)
        st.table(facts.map(wording.plain), hide_index=True, hide_header=True, border="horizontal")
        changes = tickets.timeline_table(loaders.timeline(ticket["source"], ticket["ticket_id"]))
        if changes.empty:
            st.caption("The history holds no status changes of this ticket.")
            return
        st.caption("Its status changes")
        st.dataframe(
            changes,
            hide_index=True,
            column_config=columns.tickets(changes),
            alt="Status changes",
            placeholder=wording.DASH,
        )
