"""The report of the week to take away, built when it is asked for."""

from datetime import date

import streamlit as st

from dashboard import loaders
from pipelines.measure.results import Slice

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(week: date, part: Slice) -> None:
    """A page to read and a workbook to go on with."""
    st.download_button(
        "Weekly report",
        lambda: loaders.weekly_page(week, part),
        file_name=f"turnaround-{week}.html",
        mime="text/html",
        icon=":material/article:",
        on_click="ignore",
        key="report-html",
        help="One page to read, print or send: it asks for nothing from the internet.",
    )
    st.download_button(
        "XLSX",
        lambda: loaders.weekly_workbook(week, part),
        file_name=f"turnaround-{week}.xlsx",
        mime=XLSX,
        icon=":material/table_view:",
        on_click="ignore",
        key="report-xlsx",
        help="The scorecard as a workbook with charts, the late tickets and what each number means.",
    )
