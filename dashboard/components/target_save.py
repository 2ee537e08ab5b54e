"""The draft becomes a version: from which day on, and what is to be remembered of it."""

import pandas as pd
import streamlit as st

from dashboard import actions, loaders
from dashboard.components import confirm, told
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.digest import target_draft as drafts
from dashboard.loaders import Offer
from dashboard.wording import targets as words
from pipelines.vocabulary import Clock

HELP = (
    "A version is saved with all its lines and judges the tickets opened from its first day on. Older tickets keep the"
    " targets that they had, and a version can be undone on the page Data like any load."
)
LONGEST_NOTE = 500


def show(offer: Offer, own: dict[str, str]) -> None:
    """Start date and note; a version that is there already is replaced only after a second word."""
    with card("Save as a version", HELP, key="target-save"):
        told.show("version")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            starts_on = st.date_input(
                "In force from", loaders.today(), format="YYYY-MM-DD", key="version-from", width=160
            )
            note = st.text_input(
                "Note", max_chars=LONGEST_NOTE, key="version-note", placeholder="What changed, and why"
            )
            pressed = st.button(
                "Save this version", type="primary", icon=":material/save:", disabled=not own, key="save-version"
            )
        if not own:
            st.caption("Change a line first, or use all proposed.")
            return
        _premium(offer)
        there = str(starts_on) in set(loaders.versions()["version"])
        if there:
            question = f"There is a version that starts on {starts_on}. Replace it?"
            pressed = confirm.show("Replace that version", question, "Replace it", "replace", icon=":material/sync:")
        if pressed:
            _save(offer, str(starts_on), note, replace=there)


def _premium(offer: Offer) -> None:
    """A word where the draft drops times that Premium clients have today."""
    version = loaders.version_today()
    lost = drafts.premium_lost(_lines(offer, None), loaders.version_lines(version)) if version else 0
    if version and lost:
        st.markdown(f":material/warning: {words.premium_lost(lost, version)}")


def _save(offer: Offer, version: str, note: str, *, replace: bool) -> None:
    lines = _lines(offer, version if replace else None)
    with st.spinner("Saving the version and measuring again. This takes up to a minute."):
        reply = actions.save_version(lines, pd.Timestamp(version).date(), note, replace=replace)
    if reply.said:
        for clock in Clock:
            state.start_anew(clock, {})
    sentence = words.saved(version, int(reply.said["lines"]), int(reply.said["tickets"])) if reply.said else ""
    told.keep("version", sentence, reply)


def _lines(offer: Offer, replaced: str | None) -> pd.DataFrame:
    """The drafts of both clocks; of a version that is replaced also what they say nothing of."""
    offers = [offer]
    for clock in Clock:
        other = loaders.offer(clock, offer.rates) if clock != offer.clock else None
        offers += [other] if other is not None and state.changed(other) else []
    lines = pd.concat([state.as_lines(one, state.changed(one)) for one in offers], ignore_index=True)
    if replaced is None:
        return lines
    return drafts.with_others(lines, loaders.version_lines(replaced))
