"""How far back."""

import streamlit as st

WEEKS = {"4 weeks": 4, "13 weeks": 13, "52 weeks": 52, "All": None}


def show() -> int | None:
    """Weeks back from the data's date, None for the whole history; kept in the URL."""
    picked = st.segmented_control(
        "Period",
        list(WEEKS),
        default="13 weeks",
        required=True,
        key="period",
        bind="query-params",
        label_visibility="collapsed",
    )
    return WEEKS[picked or "13 weeks"]
