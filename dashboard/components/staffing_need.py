"""Technicians needed by uptake: the stairs, the table, and the field's rule of thumb beside them."""

import streamlit as st

from dashboard import charts
from dashboard.components import download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import desk_assumptions
from dashboard.digest import staffing_choice as choice
from dashboard.digest import staffing_need as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing_parts as words


def chart(found: Hiring, today: int) -> None:
    """The stairs, with today's number."""
    cell = choice.chosen(found)
    with card("Technicians needed", words.NEED_HELP, key=keyed(found, "staffing-stairs"), stretch=True):
        st.markdown(words.STAIRS)
        figure = drawn(charts.stairs, digest.stairs(found), cell.uptake, today, found.as_today.most, look.colours())
        st.plotly_chart(
            figure, config=charts.CONFIG, key=keyed(found, "staffing-stairs-chart"), alt="Technicians needed"
        )
        st.caption(words.STAIRS_AXES)


def show(learnt: LearntDesk, found: Hiring) -> None:
    """A row an uptake, and what the field's rule says."""
    whole = choice.is_whole(found)
    title = words.title("owed", named=choice.named(found))
    with card(title, words.OWED_HELP, key=keyed(found, "staffing-need")) as beside:
        table = digest.table(found, learnt.desk.technicians)
        key = keyed(found, "staffing-need-table")
        shown, same = digest.told_apart(table)
        if len(shown.columns):
            st.dataframe(shown, hide_index=True, height="content", alt="Technicians needed by uptake", key=key)
        for told in filter(None, (same, digest.rule(learnt.desk))):
            st.caption(told)
        if whole:
            with beside:
                file = desk_assumptions.beside(table, learnt, found.scenario)
                download.show(file, "technicians-needed", "staffing-need-csv")
