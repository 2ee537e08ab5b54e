"""Why is your number not my ticket tool's?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import calendars, measured, reconciliation, welcome, worked_ticket

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

st.title("How this is measured", anchor=False)
measured.answer()

ticket, rules, beside, counted = st.tabs(
    ["One ticket", "Decisions", "Beside your tool", "What is counted"], key="measured-part", on_change="rerun"
)
with ticket:
    if ticket.open:
        worked_ticket.show()
with rules:
    if rules.open:
        measured.show()
with beside:
    if beside.open:
        reconciliation.show()
        measured.replies()
with counted:
    if counted.open:
        measured.counted(facts)
        calendars.show()
