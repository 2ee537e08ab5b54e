"""What the clock of one ticket did, along the calendar."""

import pandas as pd
import streamlit as st

from dashboard import charts, loaders
from dashboard.components import look
from dashboard.digest import ticket_clock as digest
from pipelines.vocabulary import Clock

MERGED = "So long a time is drawn without its nights and weekends."


def show(clock: Clock, ticket: pd.Series) -> None:
    """A sentence and a bar; nothing where the clock's end is unknown."""
    parts = loaders.clock_parts(clock, ticket["source"], ticket["ticket_id"])
    if parts.empty:
        return
    target = None if pd.isna(ticket["target_seconds"]) else int(ticket["target_seconds"])
    told = digest.sentence(parts, target, still_open=bool(ticket["still_open"]))
    st.markdown(told)
    st.plotly_chart(
        charts.ticket_clock(digest.stretches(parts, target), digest.passed_at(parts, target), look.colours()),
        config=charts.CONFIG,
        key="ticket-clock",
        alt=told,
    )
    if digest.is_merged(parts):
        st.caption(MERGED)
