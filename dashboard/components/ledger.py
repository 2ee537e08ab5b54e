"""Which file came when, what became of its records, and how it is taken back."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import columns, confirm, told
from dashboard.components.card import card
from dashboard.digest import keeping as keeping_digest
from dashboard.digest import loads as digest
from dashboard.wording import keeping as words

HELP = (
    "Every file that was loaded, the newest first. Choose a row to see what became of its records, or to undo it."
    " Times are of your company's time zone."
)


def show() -> None:
    """The loads; a chosen one with its records, its hash and a way back."""
    loads = loaders.loads()
    with card("Loads", HELP, key="loads"):
        told.show("undo")
        event = st.dataframe(
            digest.load_table(loads),
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            column_config=columns.loads(),
            alt="Loads",
            placeholder="–",
            key=f"loads-{loaders.stamp()}",
        )
        rows = event["selection"]["rows"]
        if rows and rows[0] < len(loads):
            _chosen(loads.iloc[rows[0]])


def _chosen(load: Any) -> None:
    outcomes = loaders.load_outcomes(int(load["load_id"]))
    left, right = st.columns([0.58, 0.42])
    config = columns.loads()
    records = digest.outcome_table(keeping_digest.by_outcome(outcomes))
    left.dataframe(records, hide_index=True, column_config=config, alt="Its records")
    reasons = keeping_digest.by_reason(outcomes)
    if reasons:
        right.dataframe(digest.reason_table(reasons), hide_index=True, column_config=config, alt="Its reasons")
    st.caption(f"SHA-256 of the file: {load['file_sha256']}")
    for note in keeping_digest.notes(load):
        st.caption(wording.plain(note[:1].upper() + note[1:]) + ".")
    if pd.notna(load["undone_at"]):
        st.caption(f"Undone on {wording.moment(load['undone_at'])}. Load the file again to have it back.")
        return
    name = wording.plain(load["file_name"])
    if confirm.show("Undo this load", words.undo(name), "Undo it", f"undo-{load['load_id']}", icon=":material/undo:"):
        _undo(int(load["load_id"]), name)


def _undo(load_id: int, name: str) -> None:
    with st.spinner("Taking the load back and measuring what is left"):
        reply = actions.undo(load_id)
        if reply.said and reply.said["tickets"]:
            actions.fit()
    told.keep("undo", words.undone(name, int(reply.said["tickets"])) if reply.said else "", reply)
