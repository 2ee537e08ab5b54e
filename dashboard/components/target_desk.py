"""Can you keep them? Targets held against the desk: who is needed, and what fails first."""

import pandas as pd
import streamlit as st

from dashboard import loaders
from dashboard.components import columns, download, staffing_state
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import desk_assumptions, keeps
from dashboard.digest import target_desk as digest
from dashboard.digest import target_draft as drafts
from dashboard.loaders import Offer, Scenario
from dashboard.wording import target_desk as words

IN_FORCE, DRAFT = "In force today", "Your draft"


@fragment
def show(offer: Offer | None) -> None:
    """Which targets, the answer, and the kinds of ticket that are kept too seldom."""
    learnt = staffing_state.learnt()
    if learnt is None:
        return
    own = state.changed(offer) if offer is not None else {}
    with card("Can you keep them?", words.HELP, key="target-desk") as beside:
        names = [IN_FORCE, *([DRAFT] if own else []), *loaders.versions()["version"].iloc[::-1]]
        picked = st.selectbox("Targets", names, key="target-desk-version", width=260)
        lines = _draft(offer, own) if offer is not None and picked == DRAFT else None
        with st.spinner("Asking the simulated desk"):
            found = loaders.target_check(None if picked in (IN_FORCE, DRAFT) else picked, lines)
        for sentence in digest.sentences(found, dict(learnt.desk.goals)):
            st.markdown(sentence)
        table = keeps.failing(found.failing, dict(learnt.desk.goals))
        if table.empty:
            return
        st.markdown(words.FAILS)
        st.dataframe(
            table, hide_index=True, column_config=columns.kept(), height=320, key="target-desk-table", alt="Fails first"
        )
        with beside:
            file = desk_assumptions.at_choice(table, learnt, Scenario())
            download.show(file, "targets-that-fail-first", "target-desk-csv")


def _draft(offer: Offer, own: dict[str, str]) -> pd.DataFrame:
    """The lines of the draft, and what stands today for all that it says nothing of."""
    lines, today = state.as_lines(offer, own), loaders.version_today()
    return lines if today is None else drafts.with_others(lines, loaders.version_lines(today))
