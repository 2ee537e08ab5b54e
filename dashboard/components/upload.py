"""Files in: upload, load, and the questions that a file leaves open."""

from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.actions import Answers, Loaded
from dashboard.components import load_report, template, welcome
from dashboard.components.card import card
from dashboard.wording import loads as words

HELP = (
    "Exports of tickets, status histories, client lists and target lists, as CSV (also .csv.gz), up to 50 MB a file."
    " Loading a file twice changes nothing. The files stay on this computer."
)
ORDER = {"Day first (31/12/2026)": True, "Month first (12/31/2026)": False}
AS_SETTINGS, AS_FOUND = "As in the settings", "Find out from its columns"


def show(*, empty: bool) -> None:
    """The upload, and what became of the last one."""
    with card("Load files", HELP, key="load-files") as beside:
        with beside:
            template.show()
        turn = st.session_state.setdefault("upload_turn", 0)
        uploads = st.file_uploader(
            "Ticket exports, client lists, target lists (CSV)",
            type=["csv", "gz", "tsv", "txt"],
            accept_multiple_files=True,
            key=f"upload-{turn}",
            max_upload_size=50,
        )
        with st.expander("Say more about the files (only where they leave something open)"):
            answers = _answers("all")
        with st.container(horizontal=True):
            label = f"Load {wording.counted(len(uploads), 'file')}" if uploads else "Load"
            if st.button(label, type="primary", icon=":material/upload_file:", disabled=not uploads, key="load"):
                _load(list(uploads), answers)
            if empty:
                welcome.sample_button()
    _told()


def _answers(key: str, question: str = "") -> Answers:
    """What the owner says; with a question only that one is asked."""
    order, source, zone, rest = None, AS_FOUND, AS_SETTINGS, False
    if question in ("", "date order"):
        order = st.segmented_control("Dates such as 3/4/2026 are", list(ORDER), key=f"order-{key}")
    if question in ("", "source"):
        source = st.selectbox("The file comes from", [AS_FOUND, *loaders.sources()], key=f"source-{key}")
    if not question:
        zone = st.selectbox(
            "Times without a zone are of", [AS_SETTINGS, *sorted(available_timezones())], key=f"zone-{key}"
        )
    if question in ("", "quarantine"):
        rest = st.checkbox("Load the file even if more than 5% of its rows cannot be read", key=f"rest-{key}")
    return Answers(
        "" if source == AS_FOUND else source,
        "" if zone == AS_SETTINGS else zone,
        ORDER.get(order or ""),
        allow_quarantine=rest,
    )


def _load(uploads: list[Any], answers: Answers) -> None:
    """Load one after the other: a refused file does not stop the others."""
    told: list[Loaded] = []
    with st.status(f"Loading {wording.counted(len(uploads), 'file')}", expanded=True) as status:
        for upload in uploads:
            st.text(f"Reading {wording.shown(upload.name)}")
            told.append(actions.load(upload, answers))
        if any(loaded.report for loaded in told):
            st.text("Working out what can be promised")
            actions.fit()
        status.update(label="Done", state="complete")
    st.session_state["loaded"] = list(zip(told, uploads, strict=True))
    st.session_state["upload_turn"] += 1
    st.rerun()


def _told() -> None:
    """The report of each file of the last load, refused ones with their question."""
    for place, (loaded, upload) in enumerate(st.session_state.get("loaded", [])):
        if loaded.report:
            load_report.show(loaded, place)
        else:
            _refused(loaded, upload, place)


def _refused(loaded: Loaded, upload: Any, place: int) -> None:
    sentence, question = words.refusal(loaded.refusal)
    with card(f"{wording.plain(loaded.name)} was not loaded", key=f"refused-{place}"):
        st.warning(wording.plain(sentence), icon=":material/help:" if question else ":material/block:")
        if question:
            answers = _answers(f"again-{place}", question)
            if st.button("Load it with this answer", type="primary", key=f"again-{place}"):
                _load([upload], answers)
        st.caption("Your history is as it was before.")
