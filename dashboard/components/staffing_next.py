"""Now against one more technician."""

import streamlit as st

from dashboard.components.card import card
from dashboard.digest import staffing_answer
from dashboard.digest import staffing_choice as choice
from dashboard.digest import staffing_need as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring
from dashboard.wording import staffing as words


def show(found: Hiring) -> None:
    """Before and after, a row a clock."""
    cell = choice.chosen(found)
    with card("Now against one more", words.FUTURES, key=keyed(found, "staffing-next")):
        table = digest.one_more(found)
        if table is None:
            st.markdown(words.NO_ONE_MORE)
            return
        st.markdown(words.one_more(cell.technicians, cell.uptake))
        st.table(table, border="horizontal", hide_index=True)
        with st.expander("What every plan gets with today's technicians"):
            st.dataframe(
                staffing_answer.by_plan(found),
                hide_index=True,
                alt="Promises by plan",
                key=keyed(found, "by-plan"),
            )
