"""Pages about people and Premium are of the whole desk, whatever the side bar asks for."""

import streamlit as st

from dashboard import loaders
from dashboard.wording import what_if as words


def show() -> None:
    """One line, where there is a filter at all."""
    if any(len(own) > 1 for own in loaders.choices().values()):
        st.caption(words.UNFILTERED)
