"""When must I hire, and can I prove it?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    missing,
    staffing,
    staffing_state,
    staffing_trust,
    unfiltered,
    welcome,
    where_hours_go,
)

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

st.title("Staffing", anchor=False)
unfiltered.show()
learnt = staffing_state.learnt()

if learnt is None:
    where_hours_go.show(loaders.hour_cost())
    missing.show(facts)
    st.stop()

staffing.show(learnt)
staffing_trust.show(learnt)
missing.show(facts)
