"""Who is badly served, and who asks for too much?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    by_client,
    client_card,
    filters,
    missing,
    period_picker,
    plan_fit,
    premium_candidates,
    same_day,
    welcome,
)

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    st.title("Clients", anchor=False, width="content")
    with st.container(horizontal=True, width="content"):
        chosen = client_card.pick(facts)
        weeks_back = period_picker.show()

part = loaders.period(weeks_back, filters.chosen())

if not by_client.answer(facts, part):
    missing.show(facts)
    st.stop()

client_card.show(facts, chosen, part)

everybody, fit, today, premium = st.tabs(
    ["All clients", "Does the plan fit?", "Same day", "Who wants it faster?"], key="clients-part", on_change="rerun"
)
with everybody:
    if everybody.open:
        by_client.show(facts, part)
with fit:
    if fit.open:
        plan_fit.show(facts, part)
with today:
    if today.open:
        same_day.show(part)
with premium:
    if premium.open:
        premium_candidates.show(part)
missing.show(facts)
