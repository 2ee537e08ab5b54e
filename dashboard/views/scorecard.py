"""What do we talk about in the weekly meeting?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import decisions, filters, missing, scorecard, take_away, welcome

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

week = loaders.newest_complete_week()
part = filters.chosen()
numbers = loaders.scorecard_numbers(week, part)

with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.title("Scorecard", anchor=False, width="content")
    with st.container(horizontal=True, width="content"):
        take_away.show(week, part)

scorecard.answer(week, numbers, part)

weekly, before_after = st.tabs(["13 weeks", "Before and after each decision"], key="scorecard-part", on_change="rerun")
with weekly:
    if weekly.open:
        scorecard.show(week, numbers)
        missing.show(facts)
with before_after:
    if before_after.open:
        decisions.show()
