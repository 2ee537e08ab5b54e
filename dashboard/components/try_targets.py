"""Had these targets been in force: a past period judged again, beside how it was."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download, period_picker
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.digest import rescore as digest
from dashboard.loaders import By, Offer
from dashboard.wording import targets as words
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock

HELP = (
    "Every ticket of the period is judged again by the targets you choose, whatever the client had signed. Filters of"
    " the side bar apply. A difference is luck where the new share lies inside the 95 % interval of the old one."
)
DRAFT, THEN = "Your draft", "The targets in force then"
OWN = "Each its own plan"
BY = {"Plan": By.TIER, "Issue type": By.ISSUE_TYPE, "Client": By.CLIENT}


def show(clock: Clock, offer: Offer | None, part: Slice) -> None:
    """Three choices, a sentence, a table."""
    with card("Try targets on the past", HELP, key="try-targets") as beside:
        draft = state.changed(offer) if offer is not None else {}
        under, tier, by = _choices(has_draft=bool(draft))
        with beside:
            weeks = period_picker.show()
        chosen = loaders.period(weeks, part)
        found, whole = (_rescored(clock, offer, chosen, under, tier, one) for one in (BY[by], By.WHOLE))
        if whole.empty or not int(whole["n"].sum() + whole["n_then"].sum()):
            st.caption(words.NOTHING_JUDGED)
            return
        st.markdown(words.had_been(tier, under, *digest.late(whole)))
        table = digest.table(found, str(BY[by]), loaders.settings().tiers, loaders.interval)
        with beside:
            download.show(table, f"tried-{clock}", "tried-csv")
        st.dataframe(table, hide_index=True, column_config=columns.tried(), placeholder=wording.TOO_FEW, alt="Re-score")


def _choices(*, has_draft: bool) -> tuple[str, str | None, str]:
    known, choices = list(loaders.versions()["version"].iloc[::-1]), loaders.choices()
    tiers, clients = choices["tiers"], choices["clients"]
    ways = [way for way in BY if (way != "Plan" or tiers) and (way != "Client" or clients)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        under = st.selectbox("Judge by", [*([DRAFT] if has_draft else []), *known, THEN], key="try-under", width=220)
        tier = None
        if tiers:
            tier = st.selectbox("As if every ticket were", [OWN, *tiers], key="try-tier", width=200)
        by = st.segmented_control("Show by", ways, default=ways[0], required=True, key="try-by")
    return under or THEN, None if tier in (None, OWN) else tier, by or ways[0]


def _rescored(clock: Clock, offer: Offer | None, part: Slice, under: str, tier: str | None, by: By) -> pd.DataFrame:
    lines = state.as_lines(offer, state.changed(offer)) if offer is not None and under == DRAFT else None
    version = None if under in (DRAFT, THEN) else under
    return loaders.rescore(part, clock, by, version=version, lines=lines, as_tier=tier)
