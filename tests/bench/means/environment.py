"""The home that a benchmark reads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    """Make a home the one that the dashboard reads, with nothing cached from another."""
    before = os.environ.get("TURNAROUND_HOME")
    os.environ["TURNAROUND_HOME"] = str(home)
    st.cache_data.clear()
    try:
        yield
    finally:
        st.cache_data.clear()
        os.environ.pop("TURNAROUND_HOME")
        if before is not None:
            os.environ["TURNAROUND_HOME"] = before
