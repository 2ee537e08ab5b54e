"""Did we keep our promises this week, and is it news?"""

import streamlit as st

from dashboard import loaders
from dashboard.digest import week
from dashboard.loaders import WeekReport
from dashboard.wording import targets as target_words
from dashboard.wording import week as words

TARGETS = "views/targets.py"


def show(report: WeekReport) -> None:
    """One badge and a few plain sentences."""
    verdict, badge = report.verdict, words.BADGES[str(report.verdict.kind)]
    sentences = week.verdict(verdict, report.resolution.iloc[-1], loaders.day_seconds(), _to_come())
    with st.container(border=True, key="verdict"):
        st.markdown(f":{badge.colour}-badge[{badge.icon} {badge.text}] {' '.join(sentences)}")
        if verdict.kind == "no_targets":
            st.page_link(TARGETS, label="To the page Targets", icon=":material/target:")


def _to_come() -> str:
    starts_on = loaders.version_to_come()
    return target_words.to_come(starts_on, loaders.last_day()) if starts_on else ""
