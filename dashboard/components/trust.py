"""Can I trust this? The answer, and how fresh the data is."""

from datetime import UTC, datetime

import streamlit as st

from dashboard import loaders
from dashboard.digest import loads as digest
from dashboard.wording import loads as words
from pipelines.measure.results import Facts


def show(facts: Facts) -> None:
    """One sentence on what was read, one on its age; the sample is marked."""
    until = loaders.last_day()
    sentence = digest.trust(facts, until, loaders.loads(), loaders.outcomes(), loaders.checks())
    sample = ":orange-badge[:material/science: Sample data] " if facts.is_sample else ""
    with st.container(border=True, key="trust"):
        st.markdown(f"{sample}{sentence} {words.age((datetime.now(UTC).date() - until).days)}")
