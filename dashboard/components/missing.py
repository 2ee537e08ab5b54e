"""What this history does not tell, and what giving it would add."""

import streamlit as st

from dashboard.wording.loads import lacking
from pipelines.measure.results import Facts


def show(facts: Facts) -> None:
    """One line; nothing where nothing is missing."""
    sentences = lacking(facts)
    if sentences:
        st.caption("Your history could say more. " + " ".join(sentences))
