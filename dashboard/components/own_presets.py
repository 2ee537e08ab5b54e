"""The owner's own presets: exports that were mapped by hand, to take away, bring in, or forget."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.actions import mapping as actions
from dashboard.components.card import card
from dashboard.wording import loads as words

HELP = "What you said about the columns of an export, so that files like it load without a question."


def show() -> None:
    """One line a preset, and a place to bring one in."""
    own = loaders.own_presets()
    with card("Your own sources", HELP, key="own-presets"):
        if not own:
            st.caption("None yet. An export that is not known here asks what its columns hold, and is then remembered.")
        for preset in own:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(wording.plain(preset.name), width="stretch")
                st.download_button(
                    "TOML",
                    preset.text,
                    file_name=f"{preset.name}.toml",
                    mime="application/toml",
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"take-{preset.name}",
                    help="Save it as a file, to edit it or to bring it in elsewhere",
                )
                with st.popover("Forget", icon=":material/delete:"):
                    _forget(preset.name)
        with st.expander("Bring in a source that was saved as TOML"):
            _bring_in()


def _forget(name: str) -> None:
    st.markdown("What was loaded with it stays, but what its statuses mean is no longer known at the next load.")
    if st.button("Forget it", type="primary", key=f"forget-{name}"):
        refusal = actions.forget(name).refusal
        if refusal:
            st.warning(wording.plain(refusal))
            return
        st.rerun()


def _bring_in() -> None:
    file = st.file_uploader("A source as TOML", type=["toml"], key="preset-file", max_upload_size=1)
    replace = st.checkbox("Replace one of the same name", key="preset-replace")
    if st.button("Bring it in", disabled=file is None, key="preset-in") and file is not None:
        reply = actions.bring_in(file, replace=replace)
        if reply.refusal:
            st.warning(wording.plain(words.refusal(reply.refusal, reply.question)), icon=":material/block:")
            return
        st.rerun()
