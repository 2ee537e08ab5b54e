"""The desk that a page about people and Premium rests on, or what is missing for it."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import assumptions, staffing_trust, told
from dashboard.digest import desk_track as digest
from dashboard.loaders import LearntDesk
from dashboard.wording import desk_track as words
from models.refresh.desks import OVERWORKED
from pipelines.errors import TurnaroundError

DATA, TARGETS = "views/loading.py", "views/targets.py"


def learnt() -> LearntDesk | None:
    """The desk, where its figures may be shown; else None, and the page says why and what to do next."""
    try:
        found = loaders.desk()
    except TurnaroundError as error:
        with st.container(border=True, key="staffing-missing"):
            _missing(error)
        return None
    if not found.usable:
        with st.container(border=True, key="staffing-unusable"):
            st.markdown(f":orange-badge[:material/block: Not usable for decisions] {digest.why_unusable(found)}")
            st.markdown(words.MEND)
            st.page_link(DATA, label="Load more on the page Data", icon=":material/database:")
            if found.why_unusable == OVERWORKED:
                _ask_technicians()
        staffing_trust.show(found)
        return None
    if not digest.promised(found):
        with st.container(border=True, key="staffing-no-target"):
            st.markdown(words.NO_TARGET)
            st.page_link(TARGETS, label="To the page Targets", icon=":material/target:")
        staffing_trust.show(found)
        return None
    return found


def _missing(error: TurnaroundError) -> None:
    """What the history lacks; who is missing alone can be said right here."""
    if "names its technician" in str(error):
        st.markdown(words.NO_TECHNICIANS)
        _ask_technicians()
        return
    st.markdown(f"**Nothing can be said about hiring yet.** {wording.plain(error)}")
    st.page_link(DATA, label="Load it on the page Data", icon=":material/database:")


def _ask_technicians() -> None:
    told.show("staffing-technicians-figures")
    assumptions.ask(("staffing.technicians",), "staffing-technicians")
