"""Where there is no answer about Premium: why, and what would mend it."""

import streamlit as st

from dashboard.components import staffing_trust
from dashboard.digest import desk_track as digest
from dashboard.loaders import LearntDesk
from dashboard.wording import desk_track as track
from dashboard.wording import premium as words

# Where nothing is simulated, what pays for one technician is told at this uptake.
UPTAKE = 0.3


def refused(sentence: str, *, targets: bool = False) -> None:
    """One sentence that says what is missing, and where to go."""
    with st.container(border=True, key="premium-refused"):
        st.markdown(sentence)
        with st.container(horizontal=True):
            if targets:
                st.page_link("views/targets.py", label="Set targets", icon=":material/target:")
            st.page_link("views/loading.py", label="Load more data", icon=":material/database:")


def not_usable(learnt: LearntDesk) -> None:
    """The verdict, the reason, and the test that failed; no figure that rests on it."""
    with st.container(border=True, key="premium-not-usable"):
        st.markdown(f":orange-badge[:material/block: Not usable for decisions] {digest.why_unusable(learnt)}")
        st.markdown(track.MEND)
        st.caption(words.STILL)
    staffing_trust.weeks(learnt)
