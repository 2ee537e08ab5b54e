"""The draft of targets that an owner works on: one a clock, kept while other pages are looked at."""

import pandas as pd
import streamlit as st

from dashboard import loaders
from dashboard.digest import target_draft as drafts
from dashboard.digest import target_lines as lines
from dashboard.loaders import Offer
from pipelines.vocabulary import Clock

DRAFT, ROUND = "target-draft", "target-round"


def draft(clock: Clock) -> dict[str, str]:
    """What was written for a clock, by the names of the lines."""
    found: dict[str, str] = st.session_state.setdefault(f"{DRAFT}-{clock}", {})
    return found


def keep(clock: Clock, changed: dict[str, str]) -> None:
    """Take this for the draft."""
    st.session_state[f"{DRAFT}-{clock}"] = changed


def start_anew(clock: Clock, changed: dict[str, str]) -> None:
    """Take this for the draft, and forget what stands in the editor: its state cannot be assigned."""
    keep(clock, changed)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def editor_key(clock: Clock, level: float | None) -> str:
    """Another one for other data, another level, or after the draft was started anew."""
    return f"targets-{clock}-{level}-{loaders.stamp()}-{st.session_state.get(ROUND, 0)}"


def changed(offer: Offer) -> dict[str, str]:
    """What of the draft differs from today, of the lines that there are."""
    known, day = drafts.names(offer.lines), loaders.day_seconds()
    own = draft(offer.clock)
    return {
        name: own[name]
        for place, name in enumerate(known)
        if name in own and lines.change(offer, place, drafts.read(own[name]), day) != "as today"
    }


def today(offer: Offer) -> lines.Counts:
    """The last year by the version of today."""
    version = loaders.version_today()
    if version is None:
        return lines.Counts(0, 0, {})
    found = loaders.rescore(loaders.last_year(), offer.clock, loaders.By.LINE, version=version)
    return lines.counts(offer, found)


def tried(offer: Offer, own: dict[str, str]) -> lines.Counts:
    """The last year by a draft; as today where nothing is changed."""
    if not own:
        return today(offer)
    found = loaders.rescore(loaders.last_year(), offer.clock, loaders.By.LINE, lines=as_lines(offer, own))
    return lines.counts(offer, found)


def as_lines(offer: Offer, own: dict[str, str]) -> pd.DataFrame:
    """A draft as a target list."""
    return drafts.as_lines(str(offer.clock), offer.lines, offer.segments, own, loaders.day_seconds())
