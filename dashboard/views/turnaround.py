"""How long does work really take?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    answer,
    clock_switch,
    distance,
    filters,
    how_long,
    missing,
    period_picker,
    segments,
    welcome,
)

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.title("Turnaround times", anchor=False, width="content")
    with st.container(horizontal=True, width="content"):
        clock = clock_switch.show()
        weeks_back = period_picker.show()

part = loaders.period(weeks_back, filters.chosen())

answer.show(clock, part)
how_long.show(facts, clock, part)
distance.show(facts, clock, part)
segments.show(facts, clock, part)
missing.show(facts)
