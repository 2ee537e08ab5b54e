"""What is Premium Response worth?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import premium, unfiltered, welcome

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

st.title("Premium & pricing", anchor=False)
unfiltered.show()
premium.show()
