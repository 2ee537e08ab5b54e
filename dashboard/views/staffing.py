"""When must I hire, and can I prove it?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import staffing, welcome

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

st.title("Staffing", anchor=False)
staffing.show()
