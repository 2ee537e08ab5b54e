"""What are my rules? In two sentences, before any form."""

import streamlit as st

from dashboard import actions
from dashboard.components import told
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from dashboard.wording import rules as words


def show(rules: Rules) -> None:
    """Who works when, and what is promised; how many rules there are and whose they are."""
    first, second = digest.answer(rules)
    with st.container(border=True, key="rules-answer"):
        st.markdown(f"{first} {second}")
    told.show("rules-measure")
    if rules.measured_otherwise:
        _other_rules()


def _other_rules() -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="rules-other"):
        st.markdown(f":material/sync_problem: {words.OTHER_RULES}")
        if st.button("Measure again", type="primary", icon=":material/sync:", key="rules-measure"):
            with st.spinner(words.MEASURING):
                reply = actions.measure()
            told.keep("rules-measure", words.MEASURED_AGAIN, reply)
