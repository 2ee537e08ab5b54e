"""Now against one more technician."""

import pandas as pd
import streamlit as st

from dashboard.components import download
from dashboard.components.card import card
from dashboard.digest import desk_assumptions, staffing_answer
from dashboard.digest import staffing_choice as choice
from dashboard.digest import staffing_need as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing_parts as words


def show(learnt: LearntDesk, found: Hiring) -> None:
    """Before and after, a row a clock; behind it what every plan gets today."""
    cell = choice.chosen(found)
    with card("Now against one more", words.FUTURES, key=keyed(found, "staffing-next")) as beside:
        table = digest.one_more(found)
        if table is None:
            st.markdown(words.NO_ONE_MORE)
        else:
            st.markdown(words.one_more(cell.technicians, choice.said_uptake(found)))
            st.table(table, border="horizontal", hide_index=True)
            with beside:
                _file(learnt, found, digest.one_more(found, marked=False), "one-more-technician")
        with st.expander(words.BY_PLAN):
            plans = staffing_answer.by_plan(found)
            st.dataframe(plans, hide_index=True, alt="Promises by plan", key=keyed(found, "by-plan"))
            _file(learnt, found, plans, "promises-by-plan-today")


def _file(learnt: LearntDesk, found: Hiring, table: pd.DataFrame | None, name: str) -> None:
    if table is not None and choice.is_whole(found):
        download.show(desk_assumptions.beside(table, learnt, found.scenario), name, f"{name}-csv")
