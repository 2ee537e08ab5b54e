"""The pages in the side bar, by section; Streamlit's own list is none to a screen reader (div between ul and li)."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage


def show(sections: Mapping[str, Sequence[StreamlitPage]]) -> None:
    """A heading a section, a link a page; the page that is open is marked by Streamlit."""
    with st.sidebar, st.container(key="side-nav", gap=None):
        for title, pages in sections.items():
            st.caption(title)
            for page in pages:
                st.page_link(page, width="stretch")
