"""When must I hire? What-ifs, a first answer, and the whole one."""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    fails_first,
    plans,
    staffing_answer,
    staffing_grid,
    staffing_need,
    staffing_next,
    staffing_waits,
    what_if,
    where_hours_go,
)
from dashboard.components.guard import fragment
from dashboard.digest import desk_assumptions, desk_track
from dashboard.loaders import Hiring, LearntDesk, Scenario
from dashboard.wording import staffing_parts as words
from dashboard.wording import what_if as what_if_words


@fragment
def show(learnt: LearntDesk) -> None:
    """The answer, each taking the place of the one before it; below it the part that is open."""
    named = desk_track.named(learnt)
    scenario, surcharge = what_if.show() if named else (_alone(learnt), loaders.settings().prices.premium)
    if told := desk_assumptions.what_ifs(scenario):
        st.caption(told)
    answer = st.empty()
    grid, fails, kept, hours = st.tabs(
        ["Hiring", "Fails first", "Plans", "Hours"],
        key="staffing-part",
        on_change="rerun",
    )
    with grid:
        place = st.empty()
    for found in loaders.answers(scenario):
        with answer.container():
            staffing_answer.show(learnt, found)
        if grid.open:
            with place.container():
                _parts(learnt, found, named=named)
    with fails:
        if fails.open:
            fails_first.show(learnt, scenario)
    with kept:
        if kept.open:
            plans.show(scenario, surcharge)
    with hours:
        if hours.open:
            where_hours_go.show(loaders.hour_cost())


def _parts(learnt: LearntDesk, found: Hiring, *, named: bool) -> None:
    staffing_grid.show(learnt, found)
    if named:
        left, right = st.columns(2)
        with left:
            staffing_waits.show(learnt, found)
        with right:
            staffing_need.chart(found, learnt.desk.technicians)
    staffing_next.show(learnt, found)
    staffing_need.show(learnt, found)


def _alone(learnt: LearntDesk) -> Scenario:
    """Technicians alone: without clients nobody can buy."""
    tried = loaders.counts()
    people = st.slider(
        "Technicians", tried[0], tried[-1], learnt.desk.technicians, key="technicians", bind="query-params",
        help=what_if_words.PEOPLE,
    )  # fmt: skip
    st.caption(words.NO_CLIENTS)
    return Scenario(technicians=people)
