"""What can I honestly promise?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    agreements,
    clock_switch,
    filters,
    missing,
    target_answer,
    target_desk,
    target_editor,
    target_level,
    target_versions,
    target_why,
    track_record,
    try_targets,
    welcome,
)

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.title("Targets", anchor=False, width="content")
    with st.container(horizontal=True, width="content"):
        clock = clock_switch.show()
        level = target_level.show()

offer = loaders.offer(clock, loaders.rates(level))

target_answer.banner(clock)
target_answer.show(facts, offer)

yours, why, versions, tried, desk, agreed, record = st.tabs(
    ["Your targets", "Why?", "Versions", "Try on the past", "Can you keep them?", "Agreements", "Were promises kept?"],
    key="targets-part",
    on_change="rerun",
)
with yours:
    if yours.open:
        target_editor.show(offer, level)
        missing.show(facts)
with why:
    if why.open:
        target_why.show(offer)
with versions:
    if versions.open:
        target_versions.show(offer)
with tried:
    if tried.open:
        try_targets.show(clock, offer, filters.chosen())
with desk:
    if desk.open:
        target_desk.show(offer)
with agreed:
    if agreed.open:
        agreements.show(facts)
with record:
    if record.open:
        track_record.show(clock)
