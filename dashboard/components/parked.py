"""The inbox: new files that can be loaded, and those that wait: why, what they ask, and the answer."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.actions import Answers, Loaded
from dashboard.components import load_report
from dashboard.components.card import card
from dashboard.wording import loads as words
from pipelines.inbox import Parked

HELP = (
    "Files in the folder inbox of your home are loaded when Turnaround starts. One that could not be loaded is not"
    " tried again until you answer, or put another file of the same name there."
)
ORDER = {"Day first (31/12/2026)": True, "Month first (12/31/2026)": False}
ANSWERED = ("date order", "source", "quarantine")
FIRST_PLACE = 1000  # load reports of uploads count from 0


def show() -> None:
    """What became of the last answer; then one part a file; nothing where no file waits."""
    told: Loaded | None = st.session_state.get("inbox_told")
    if told is not None and told.report:
        load_report.show(told, FIRST_PLACE)
    new, waiting = loaders.inbox_files(), loaders.parked()
    if not (new or waiting):
        return
    with card("Inbox", HELP, key="inbox"):
        label = f"Load {wording.counted(len(new), 'new file')} of the inbox"
        if new and st.button(label, icon=":material/inbox:", key="load-inbox"):
            _load("the inbox", None)
        if told is not None and told.refusal not in ("", *(file.sentence for file in waiting)):
            st.warning(wording.plain(words.refusal(told.refusal, told.question)), icon=":material/block:")
        for place, file in enumerate(waiting):
            _file(file, place)


def _file(file: Parked, place: int) -> None:
    sentence, question = words.refusal(file.sentence, file.question), file.question
    st.markdown(f"**{wording.plain(file.name)}** waits in the inbox.")
    st.warning(wording.plain(sentence), icon=":material/help:" if question else ":material/block:")
    if question in ANSWERED:
        answers = _answers(question, file, place)
        if st.button("Load it with this answer", key=f"parked-load-{place}", disabled=answers == Answers()):
            _load(file.name, answers)


def _answers(question: str, file: Parked, place: int) -> Answers:
    """What the owner says; nothing is said until something is chosen."""
    key = f"parked-answer-{place}"
    if question == "date order":
        chosen = st.segmented_control("Dates such as 3/4/2026 are", list(ORDER), key=key)
        return Answers(day_first=ORDER.get(chosen or ""))
    if question == "source":
        chosen = st.selectbox("The file comes from", [*file.choices] or loaders.sources(), index=None, key=key)
        return Answers(source=chosen or "")
    return Answers(allow_quarantine=st.checkbox("Load the rest all the same", key=key))


def _load(name: str, answers: Answers | None) -> None:
    """Load one file with its answer, or what is new; a file that asks something else then is asked that."""
    with st.spinner(f"Loading {wording.shown(name)}"):
        told = actions.load_inbox() if answers is None else actions.load_parked(name, answers)
        if told.report or answers is None:
            actions.fit()
    st.session_state["inbox_told"] = told
    st.rerun()
