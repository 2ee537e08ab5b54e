"""Did we keep our promises this week, and is it news?"""

import streamlit as st

from dashboard import loaders, wording
from dashboard.loaders import WeekReport
from dashboard.wording import week as words


def show(report: WeekReport) -> None:
    """One badge and a few plain sentences."""
    verdict, badge = report.verdict, words.BADGES[str(report.verdict.kind)]
    sentences = _without_targets(report) if verdict.kind == "no_targets" else _with_targets(report)
    with st.container(border=True, key="verdict"):
        st.markdown(f":{badge.colour}-badge[{badge.icon} {badge.text}] {' '.join(filter(None, sentences))}")


def _with_targets(report: WeekReport) -> list[str]:
    verdict = report.verdict
    sentences = [words.late_sentence(verdict.stopped, verdict.late, verdict.share, verdict.goal)]
    sentences.append(words.usual_sentence(verdict.kind, verdict.share, verdict.usual, verdict.low, verdict.high))
    return [*sentences, words.goal_sentence(verdict.usual, verdict.goal), words.open_sentence(verdict.open_and_over)]


def _without_targets(report: WeekReport) -> list[str]:
    now, day = report.resolution.iloc[-1], loaders.day_seconds()
    half, nine = (wording.spent(seconds, day) for seconds in (now["p50_seconds"], now["p90_seconds"]))
    return [words.pace_sentence(int(now["stopped"]), half, nine), words.NO_TARGETS]
