"""When must I hire, and can I prove it? The answer, and all that it rests on."""

import streamlit as st

from dashboard import loaders
from dashboard.components import what_if
from dashboard.components.guard import fragment


@fragment
def show() -> None:
    """What-ifs, a first answer, and the whole one."""
    scenario, _ = what_if.show()
    place = st.empty()
    for found in loaders.answers(scenario):
        with place.container():
            st.dataframe(found.chances)
            st.write(found.scenario)
