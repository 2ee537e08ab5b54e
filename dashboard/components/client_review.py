"""One client's page for its quarterly review, to take away."""

from functools import partial

import streamlit as st

from dashboard.loaders import folder

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(client: str) -> None:
    """A button; the page is made on the click."""
    st.download_button(
        "One page for the review",
        partial(folder.document, folder.REPORT, "", client),
        file_name=folder.document_name(folder.REPORT, "", client),
        mime=DOCX,
        icon=":material/download:",
        on_click="ignore",
        key="client-review",
        help="How this client was served in the last 13 weeks, on one page, as a DOCX file.",
    )
