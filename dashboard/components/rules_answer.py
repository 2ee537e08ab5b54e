"""What are my rules? In two sentences, before any form."""

import streamlit as st

from dashboard.digest import rules as digest
from dashboard.loaders import Rules


def show(rules: Rules) -> None:
    """Who works when, and what is promised; how many rules there are and whose they are."""
    first, second = digest.answer(rules)
    with st.container(border=True, key="rules-answer"):
        st.markdown(f"{first} {second}")
