"""A table to take away."""

import pandas as pd
import streamlit as st

from dashboard.safe_csv import as_csv


def show(table: pd.DataFrame, name: str, key: str, label: str = "CSV") -> None:
    """A button that saves the table as on screen; no cell of it can act as a formula."""
    st.download_button(
        label,
        as_csv(table),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=key,
        help="Save this table as a CSV file",
    )
