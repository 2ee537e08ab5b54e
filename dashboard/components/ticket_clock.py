"""What the clock of one ticket did, along the calendar."""

import pandas as pd
import streamlit as st

from dashboard import charts, loaders
from dashboard.components import look
from dashboard.components.drawing import drawn
from dashboard.digest import ticket_clock as digest
from pipelines.vocabulary import Clock

MERGED = "So long a time is drawn without its nights and weekends."


def show(clock: Clock, ticket: pd.Series) -> None:
    """A sentence and a bar; nothing where the clock's end is unknown."""
    parts = loaders.clock_parts(clock, ticket["source"], ticket["ticket_id"])
    if not parts.empty:
        st.markdown(digest.sentence(parts, _target(ticket), still_open=bool(ticket["still_open"])))
        picture(ticket, parts, key="ticket-clock")


def picture(ticket: pd.Series, parts: pd.DataFrame, *, key: str) -> None:
    """The bar alone; parts: the stretches of the clock, at least one."""
    target = _target(ticket)
    st.plotly_chart(
        drawn(charts.ticket_clock, digest.stretches(parts, target), digest.passed_at(parts, target), look.colours()),
        config=charts.CONFIG,
        key=key,
        alt=digest.sentence(parts, target, still_open=bool(ticket["still_open"])),
    )
    if digest.is_merged(parts):
        st.caption(MERGED)


def _target(ticket: pd.Series) -> int | None:
    return None if pd.isna(ticket["target_seconds"]) else int(ticket["target_seconds"])
