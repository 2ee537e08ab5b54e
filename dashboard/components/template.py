"""The template to fill in, as a workbook to take away."""

import streamlit as st

from dashboard import loaders

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show() -> None:
    """A button that saves the empty template with its explanations."""
    st.download_button(
        "Template to fill in",
        loaders.template_workbook(),
        file_name="turnaround-template.xlsx",
        mime=WORKBOOK,
        icon=":material/download:",
        on_click="ignore",
        key="template",
        help="An empty workbook with the columns that can be loaded, and what each one means",
    )
