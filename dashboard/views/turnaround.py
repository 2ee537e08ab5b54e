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
    same_day,
    segments,
    welcome,
    where_hours_go,
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

spread, today, hours = st.tabs(
    ["How long it takes", "Same day", "Where time goes, what comes back"], key="turnaround-part", on_change="rerun"
)
with spread:
    if spread.open:
        how_long.show(facts, clock, part)
        distance.show(facts, clock, part)
        segments.show(facts, clock, part)
with today:
    if today.open:
        same_day.show(part)
with hours:
    if hours.open:
        where_hours_go.of_part(part)
missing.show(facts)
