"""Technicians by uptake of Premium, as a picture and as a table."""

import streamlit as st

from dashboard import charts
from dashboard.components import download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import desk_assumptions
from dashboard.digest import staffing_answer as answer
from dashboard.digest import staffing_choice as choice
from dashboard.digest import staffing_grid as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing_parts as words

HELP = "Every number of technicians at every share of clients with Premium, in 20 futures of three months each."


def show(learnt: LearntDesk, found: Hiring) -> None:
    """One measure at a time; the table holds all of them."""
    whole = choice.is_whole(found)
    with card(words.title("grid", named=choice.named(found)), HELP, key=keyed(found, "staffing-grid")) as beside:
        name = _measure(found, whole=whole)
        aim = digest.goal(name, dict(learnt.desk.goals))
        cells = digest.cells(found, name, aim)
        if digest.same(cells):
            st.markdown(words.same_everywhere(float(cells["share"].iloc[0])))
        figure = drawn(charts.staffing_grid, cells, digest.place(cells, choice.chosen(found)), look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key=keyed(found, "staffing-grid-chart"), alt=words.MEASURES[name])
        st.caption(" ".join(filter(None, (words.grid_goal(name, aim), digest.note(cells), _aside(found, name)))))
        if whole:
            table = digest.table(found)
            with beside:
                told = desk_assumptions.beside(table, learnt, found.scenario)
                download.show(told, "technicians-by-premium", "staffing-grid-csv")
            with st.expander("As a table"):
                st.dataframe(table, hide_index=True, alt="Technicians by uptake")


def _measure(found: Hiring, *, whole: bool) -> str:
    """The first answer is drawn without the switch: the same widget cannot stand on a page twice."""
    names = digest.measures(found)
    kept = st.session_state.get("staffing-measure")
    if not whole:
        return kept if kept in names else digest.default(found)
    picked = st.segmented_control(
        "What the grid shows",
        names,
        default=digest.default(found) if kept is None else None,
        required=True,
        key="staffing-measure",
        format_func=words.MEASURES.__getitem__,
        label_visibility="collapsed",
    )
    return picked or digest.default(found)


def _aside(found: Hiring, name: str) -> str:
    return words.set_aside(answer.aside(found)) if name == "possible" else ""
