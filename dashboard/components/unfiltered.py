"""Pages about people and Premium are of the whole desk, whatever the side bar asks for."""

import streamlit as st

from dashboard import loaders
from dashboard.wording import what_if as words

ASKED = ("tiers", "issue_kinds", "work_modes", "clients")


def show() -> None:
    """One line, where there is a filter at all."""
    choices = loaders.choices()
    if any(len(choices[name]) > 1 for name in ASKED):
        st.caption(words.UNFILTERED)
