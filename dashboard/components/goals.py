"""The goal and the owner of each number, edited in place."""

from collections.abc import Sequence

import streamlit as st

from dashboard import actions
from dashboard.components import told
from dashboard.digest import scorecard as digest
from dashboard.loaders import Number
from dashboard.wording import scorecard as words

LONGEST = 60
MOST = 1e6
HELP = "An empty goal is no goal: then only a week beyond its usual range is marked."


def show(numbers: Sequence[Number]) -> None:
    """A button that opens the form."""
    if st.button("Goals and owners", icon=":material/edit:", key="edit-goals"):
        _form(numbers)


@st.dialog("Goals and owners", width="medium")
def _form(numbers: Sequence[Number]) -> None:
    st.caption(HELP)
    with st.form("goals", border=False):
        asked = {number.name: _line(number) for number in numbers}
        saved = st.form_submit_button("Save", type="primary", icon=":material/check:", key="save-goals")
    if saved:
        changes = digest.changes(asked, numbers)
        with st.spinner("Saving"):
            reply = actions.save_figures(changes) if changes else actions.Reply(said={})
        told.keep("goals", "Goals and owners are saved." if changes else "Nothing was changed.", reply)


def _line(number: Number) -> tuple[float | None, str]:
    goal, owner = st.columns([0.55, 0.45], vertical_alignment="bottom")
    asked = None
    with goal:
        if number.better:
            now = digest.goal_in_unit(number.name, number.goal)
            label = digest.goal_label(number.name, number.better)
            asked = st.number_input(
                label, 0.0, MOST, now, format="%.12g", key=f"goal-{number.name}", placeholder="No goal"
            )
        else:
            st.markdown(f"{words.LABELS[number.name]}: no goal, more is neither good nor bad.")
    with owner:
        named = st.text_input(
            f"Owner of {words.LABELS[number.name]}", number.owner, max_chars=LONGEST, key=f"owner-{number.name}",
            placeholder="Owner", label_visibility="visible" if number.better else "collapsed",
        )  # fmt: skip
    return asked, named
