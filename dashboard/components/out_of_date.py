"""A history of another version than this Turnaround: said in one sentence, with what can be done about it."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import backup, told
from pipelines.errors import TurnaroundError

OLDER = "This history was written by an older Turnaround."
HELP = (
    "Everything that you loaded stays, and is measured anew. The history of before is kept beside it until three more"
    " changes."
)


def show() -> bool:
    """Whether the history is damaged or of another version, and so no page can be shown."""
    refusal = _refusal()
    if refusal:
        st.error(refusal, icon=":material/lock:")
        backup.show_restore()
        return True
    if not loaders.is_older():
        return False
    told.show("upgrade")
    st.warning(OLDER, icon=":material/update:")
    st.caption(HELP)
    if st.button("Bring the history up to date", type="primary", icon=":material/update:", key="upgrade"):
        with st.spinner("Measuring your history anew"):
            reply = actions.upgrade()
        told.keep("upgrade", "", reply)
    return True


def _refusal() -> str:
    """Why the history that is there cannot be shown; empty where it can, or can be brought up to date."""
    try:
        newer = loaders.newer_refusal()
        if not newer and not loaders.is_older():
            loaders.facts()
    except TurnaroundError as error:
        return wording.plain(error)
    return newer
