"""One document to take away; it is built on the click, so that nobody waits for what is not asked for."""

from functools import partial

import streamlit as st

from dashboard.loaders import folder

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(kind: str, version: str, client: str | None, key: str, label: str = "Download DOCX") -> None:
    """A button; a client review needs a client and no version."""
    st.download_button(
        label,
        partial(folder.document, kind, version, client),
        file_name=folder.document_name(kind, version, client),
        mime=DOCX,
        icon=":material/download:",
        on_click="ignore",
        key=key,
    )
