"""A bordered part of a page with its heading and what belongs to its right."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@contextmanager
def card(title: str, explained: str | None = None, *, key: str, stretch: bool = False) -> Iterator[DeltaGenerator]:
    """Everything inside the block stands in the card; the value is the place to the right of the heading."""
    with st.container(border=True, key=key, height="stretch" if stretch else "content"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.header(title, anchor=False, help=explained, width="content")
            beside = st.container(horizontal=True, width="content")
        yield beside
