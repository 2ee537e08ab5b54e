"""Did we keep our promises this week, and is it news?"""

import streamlit as st

from dashboard import loaders
from dashboard.digest import week
from dashboard.loaders import WeekReport
from dashboard.wording import week as words


def show(report: WeekReport) -> None:
    """One badge and a few plain sentences."""
    verdict, badge = report.verdict, words.BADGES[str(report.verdict.kind)]
    sentences = week.verdict(verdict, report.resolution.iloc[-1], loaders.day_seconds())
    with st.container(border=True, key="verdict"):
        st.markdown(f":{badge.colour}-badge[{badge.icon} {badge.text}] {' '.join(sentences)}")
