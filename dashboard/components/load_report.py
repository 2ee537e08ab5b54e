"""What became of one file, in plain words."""

import streamlit as st

from dashboard import wording
from dashboard.actions import Loaded
from dashboard.components import columns
from dashboard.components.card import card
from dashboard.digest import loads as digest
from dashboard.wording import loads as words
from dashboard.wording.fields import field_name


def show(loaded: Loaded, place: int) -> None:
    """Records and their outcomes, which sum; reasons; the fields that were found; what was assumed."""
    for file in loaded.report["files"]:
        with card(f"{wording.plain(file['file'])} is loaded", key=f"report-{place}"):
            st.markdown(wording.plain(words.summary(file)) + _after(loaded))
            left, right = st.columns([0.58, 0.42])
            left.dataframe(
                digest.outcome_table(file["outcomes"]),
                hide_index=True,
                column_config=columns.loads(),
                alt="What became of the records",
            )
            if file["reasons"]:
                right.dataframe(
                    digest.reason_table(file["reasons"]), hide_index=True, column_config=columns.loads(), alt="Reasons"
                )
            if file["fields"]:
                st.caption(f"Fields found: {', '.join(wording.plain(field_name(field)) for field in file['fields'])}.")
            for note in file["notes"]:
                st.caption(wording.plain(note[:1].upper() + note[1:]) + ".")


def _after(loaded: Loaded) -> str:
    if not loaded.report["tickets"]:
        return ". The history holds no ticket yet."
    tickets = wording.counted(int(loaded.report["tickets"]), "ticket")
    return f". The history now holds {tickets}, merged and deleted ones included."
