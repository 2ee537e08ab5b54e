"""Which week."""

from datetime import date

import streamlit as st

from dashboard import loaders, wording


def show() -> date:
    """The title of the page and its week picker, the newest complete week first; kept in the URL."""
    weeks = [str(week) for week in loaders.weeks()]
    complete = str(loaders.newest_complete_week())
    title, picker = st.columns([0.72, 0.28], vertical_alignment="bottom")
    with picker:
        picked = st.selectbox(
            "Week",
            weeks,
            index=weeks.index(complete),
            key="week",
            bind="query-params",
            label_visibility="collapsed",
            format_func=lambda week: _told(week, unfinished=week > complete),
        )
    week = date.fromisoformat(picked or complete)
    title.title(wording.week_title(week), anchor=False)
    return week


def _told(week: str, *, unfinished: bool) -> str:
    return wording.week_span(date.fromisoformat(week)) + (" (so far)" if unfinished else "")
