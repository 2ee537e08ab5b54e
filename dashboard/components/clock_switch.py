"""Which clock."""

import streamlit as st

from dashboard import wording
from pipelines.vocabulary import Clock


def show() -> Clock:
    """First reply or resolution; kept in the URL."""
    picked = st.segmented_control(
        "Clock",
        [str(clock) for clock in reversed(Clock)],
        default=str(Clock.RESOLUTION),
        required=True,
        key="clock",
        bind="query-params",
        format_func=wording.clock_name,
        label_visibility="collapsed",
    )
    return Clock(picked or Clock.RESOLUTION)
