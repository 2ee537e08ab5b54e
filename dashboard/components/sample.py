"""The made-up firm: shown by one button, and taken out by another."""

import streamlit as st

from dashboard import actions, wording


def button(label: str = "Look round with sample data") -> None:
    """Load the made-up firm, and show it."""
    if st.button(label, icon=":material/science:", key="load-sample"):
        with st.spinner("Loading the sample of a made-up firm. This takes up to half a minute."):
            loaded = actions.load_sample()
            refused = loaded.refusal or actions.fit()
        if loaded.refusal:
            st.error(wording.plain(refused), icon=":material/error:")
            return
        st.rerun()


def badge() -> None:
    """That this is the made-up firm, and one click that takes it out; it can always be loaded again."""
    with st.container(horizontal=True, vertical_alignment="center", key="sample-data"):
        st.badge(
            "Sample data",
            icon=":material/science:",
            color="orange",
            help="A made-up firm. Your own first export takes it out, too.",
        )
        if st.button("Remove", icon=":material/close:", type="tertiary", key="forget-sample"):
            with st.spinner("Taking the sample out"):
                reply = actions.forget_sample()
            if reply.refusal:
                st.warning(wording.plain(reply.refusal), icon=":material/block:")
            else:
                st.rerun()
