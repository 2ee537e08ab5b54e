"""What clients without Premium lose while others buy it."""

import streamlit as st

from dashboard import charts
from dashboard.components import download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import desk_assumptions
from dashboard.digest import staffing_choice as choice
from dashboard.digest import staffing_waits as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing_parts as words


def show(learnt: LearntDesk, found: Hiring) -> None:
    """The sentence, and both groups by uptake at the chosen number of technicians."""
    whole = choice.is_whole(found)
    with card(
        "What standard clients lose", words.WAITS_HELP, key=keyed(found, "staffing-waits"), stretch=True
    ) as beside:
        st.markdown(digest.sentence(found))
        lines = digest.lines(found)
        if lines["hours"].isna().all():
            return
        figure = drawn(charts.waits, lines, choice.chosen(found).uptake, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key=keyed(found, "staffing-waits-chart"), alt="Waits by uptake")
        st.caption(words.WAITS_AXES)
        if whole:
            with beside:
                told = desk_assumptions.beside(digest.table(found), learnt, found.scenario)
                download.show(told, "waits-by-premium", "staffing-waits-csv")
