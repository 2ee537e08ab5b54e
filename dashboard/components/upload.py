"""Files in: upload, load, and what a file leaves open, asked one file at a time."""

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.actions import Answers, Loaded
from dashboard.actions.mapping import key_of
from dashboard.components import load_report, mapping, questions, sample, template
from dashboard.components.card import card
from dashboard.wording import loads as words

TYPES = ["csv", "tsv", "txt", "gz", "zip", "xlsx", "xlsm", "xlsb", "xls", "ods", "json", "jsonl", "ndjson"]
HELP = (
    "Exports of tickets, status histories, client lists and target lists: CSV, workbooks (Excel, LibreOffice), the JSON"
    " of your tool's API; also as .gz or .zip, up to 50 MB a file. Loading a file twice changes nothing. The files stay"
    " on this computer."
)
AS_SETTINGS = "As in the settings"


@dataclass(frozen=True)
class Told:
    """One file of the last load: what became of it, its bytes, and all that was said about it so far."""

    loaded: Loaded
    upload: Any
    answers: Answers
    key: str


def show(*, empty: bool) -> None:
    """The upload, and what became of the last one."""
    with card("Load files", HELP, key="load-files") as beside:
        with beside:
            template.show()
        pick()
        if empty:
            sample.button()
    became()


def pick() -> None:
    """Files chosen, what they leave open, and the button that loads them."""
    turn = st.session_state.setdefault("upload_turn", 0)
    uploads = st.file_uploader(
        "Ticket exports, client lists, target lists",
        type=TYPES,
        accept_multiple_files=True,
        key=f"upload-{turn}",
        max_upload_size=50,
    )
    with st.expander("Say more about the files (only where they leave something open)"):
        answers = _answers()
    label = f"Load {wording.counted(len(uploads), 'file')}" if uploads else "Load"
    if st.button(label, type="primary", icon=":material/upload_file:", disabled=not uploads, key="load"):
        waiting = [Told(Loaded(upload.name), upload, answers, key_of(upload)) for upload in uploads]
        st.session_state["loaded"] = waiting
        st.session_state["upload_turn"] += 1
        _load(set(range(len(waiting))))


def became() -> None:
    """A report, or what is left open, of each file of the last load."""
    for place, told in enumerate(st.session_state.get("loaded", [])):
        if told.loaded.report:
            load_report.show(told.loaded, place)
        else:
            _refused(told, place)


def tell(loaded: Loaded, upload: Any) -> None:
    """Show what became of a file that another part of the page has loaded, as if it had been uploaded here."""
    st.session_state["loaded"] = [Told(loaded, upload, Answers(), key_of(upload))]


def _answers() -> Answers:
    """What the owner says about all files at once, before any of them asks."""
    order = st.segmented_control("Dates such as 3/4/2026 are", list(questions.ORDER), key="order-all")
    source = st.selectbox("The file comes from", [questions.AS_FOUND, *loaders.sources()], key="source-all")
    zone = st.selectbox("Times without a zone are of", [AS_SETTINGS, *sorted(available_timezones())], key="zone-all")
    rest = st.checkbox("Load the file even if more than 5% of its rows cannot be read", key="rest-all")
    return Answers(
        "" if source == questions.AS_FOUND else source,
        "" if zone == AS_SETTINGS else zone,
        questions.ORDER.get(order or ""),
        allow_quarantine=rest,
    )


def _load(places: set[int]) -> None:
    """Load some files of the last upload, one after the other: a refused one does not stop the others."""
    every: list[Told] = st.session_state["loaded"]
    with st.status(f"Loading {wording.counted(len(places), 'file')}", expanded=True) as status:
        for place in sorted(places):
            st.text(f"Reading {wording.shown(every[place].upload.name)}")
            every[place] = replace(every[place], loaded=actions.load(every[place].upload, every[place].answers))
        if any(every[place].loaded.report for place in places):
            st.text("Working out what can be promised")
            actions.fit()
        status.update(label="Done", state="complete")
    st.rerun()


def _again(place: int, answers: Answers, *, alike: bool = False) -> None:
    """Load one file with what was said about it; `alike`: what was said of its header holds for its twins as well."""
    every: list[Told] = st.session_state["loaded"]
    every[place] = replace(every[place], answers=answers)
    twins = _twins(every, place) if alike else set()
    for twin in twins:
        every[twin] = replace(every[twin], answers=replace(every[twin].answers, source=answers.source))
    _load({place} | twins)


def _twins(every: list[Told], place: int) -> set[int]:
    """Other files that wait for a mapping and have the very same header."""
    waiting = [n for n, told in enumerate(every) if told.loaded.question == "mapping" and n != place]
    header = mapping.header_of(f"{place}-{every[place].key}")
    return {n for n in waiting if mapping.header_of(f"{n}-{every[n].key}") == header}


def _refused(told: Told, place: int) -> None:
    loaded, key = told.loaded, f"{place}-{told.key}"
    with card(f"{wording.plain(loaded.name)} was not loaded", key=f"refused-{place}"):
        sentence = words.refusal(loaded.refusal, loaded.question)
        # A sentence at a time: one that is long is cut, and what can be done about it stands last.
        said = " ".join(wording.plain(part) for part in words.SENTENCE.split(sentence))
        st.warning(said, icon=":material/help:" if loaded.question else ":material/block:")
        by_hand = loaded.question == "mapping" or bool(st.session_state.get(f"by-hand-{key}"))
        if loaded.question == "mapping" and loaded.choices and (known := questions.tool(loaded, told.answers, key)):
            _again(place, known)
        if by_hand:
            mapping.show(told.upload, key, told.answers, lambda answers: _again(place, answers, alike=True))
        elif answers := questions.show(loaded, told.answers, key):
            _again(place, answers)
        st.caption("Your history is as it was before.")
