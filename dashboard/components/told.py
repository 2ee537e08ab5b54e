"""What an act has done, said once more after the page was drawn anew."""

import streamlit as st

from dashboard import wording
from dashboard.actions import Reply


def keep(key: str, sentence: str, reply: Reply) -> None:
    """Remember what is to be said, and draw the page with what there is now."""
    st.session_state[f"told-{key}"] = (wording.plain(reply.refusal) if reply.refusal else sentence, bool(reply.refusal))
    st.rerun()


def show(key: str) -> None:
    """Say it, until the next act."""
    sentence, refused = st.session_state.get(f"told-{key}", ("", False))
    if refused:
        st.warning(sentence, icon=":material/block:")
    elif sentence:
        st.success(sentence, icon=":material/check:")
