"""The versions of targets: what stands in each, and how two differ."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import target_versions as digest
from dashboard.loaders import Offer
from pipelines.vocabulary import Clock

HELP = "A version is all lines that start on one day. A version is taken back on the page Data, under Loads."
COMPARE = "Line by line: lines are the same where they say something of the same tickets."
NONE = "There is no version of targets yet. Save yours on the first tab, or load your target list on the page Data."
DRAFT = "Your draft"


@fragment
def show(offer: Offer | None) -> None:
    """The list, one to take away, and two side by side."""
    known = loaders.versions()
    with card("Versions", HELP, key="versions"):
        if known.empty:
            st.caption(NONE)
            return
        st.dataframe(
            digest.table(known, loaders.version_today()),
            hide_index=True,
            column_config=columns.versions(),
            placeholder=wording.DASH,
            alt="Versions of targets",
            key=f"versions-{loaders.stamp()}",
        )
        _take_away(list(known["version"].iloc[::-1]))
    _compare(offer, list(known["version"].iloc[::-1]))


def _take_away(known: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        version = st.selectbox("Version to save as a file", known, key="version-file", width=220)
        if version:
            lines = loaders.version_lines(version)
            download.show(digest.as_list(lines), f"targets-{version}", "version-csv")


def _compare(offer: Offer | None, known: list[str]) -> None:
    with card("Compare", COMPARE, key="compare") as beside:
        own = state.changed(offer) if offer is not None else {}
        newer = [*([DRAFT] if own else []), *known]
        if len(newer) < 2:
            st.caption("A second version, or a change of yours on the first tab, can be compared with this one.")
            return
        with st.container(horizontal=True):
            old = st.selectbox("From", known, index=min(1, len(known) - 1) if not own else 0, key="compare-old")
            new = st.selectbox("To", newer, key="compare-new")
        if not old or not new:
            return
        draft = state.as_lines(offer, own) if offer is not None and new == DRAFT else None
        table = _difference(old, new, draft, offer)
        with beside:
            download.show(table, f"targets-{old}-against-{'draft' if new == DRAFT else new}", "compare-csv")


def _difference(old: str, new: str, draft: pd.DataFrame | None, offer: Offer | None) -> pd.DataFrame:
    """What it means for tickets, then line by line; a draft is of one clock, all else stays as it is."""
    found = loaders.comparison(old, new if draft is None else draft)
    clocks: list[Clock] = list(Clock)
    if draft is not None and offer is not None:
        found, clocks = found[(found["clock"] == str(offer.clock)) & found["client"].isna()], [offer.clock]
    before, after = loaders.kinds(old), loaders.kinds(None if draft is not None else new, draft)
    for clock in clocks:
        st.markdown(digest.by_kind(before, after, str(clock)))
    st.caption(digest.summary(found))
    table = digest.compared(found)
    st.dataframe(
        table, hide_index=True, placeholder="any", column_config=columns.versions(), alt="Two versions compared"
    )
    return table
