"""Late tickets each week, and what was different in this one; without targets, how long tickets took."""

import pandas as pd
import streamlit as st

from dashboard import charts, loaders, wording
from dashboard.components import look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import week
from dashboard.loaders import WeekReport
from pipelines.measure.results import Slice

LATE = (
    "The share of tickets resolved in a week that took longer than their target. In the grey band a week is ordinary:"
    " it follows from the 26 weeks before it and from how many tickets the week had. A triangle is a week beyond luck,"
    " or the eighth in a row on one side of the average."
)
DIFFERENT = (
    "Late tickets of this week, less what each issue type's own 26 weeks before make usual. Grey: within ordinary luck."
    " Colour: beyond it, all issue types judged together."
)
PACE = (
    "Business time of the tickets resolved in each week. The scale is logarithmic: a step up is several times as long."
)


def show(report: WeekReport, part: Slice) -> None:
    """Two cards side by side, or one where the history has no targets."""
    if report.verdict.kind == "no_targets":
        _pace(report)
        return
    left, right = st.columns([0.64, 0.36])
    with left, card("Late tickets each week", LATE, key="late-weeks", stretch=True):
        figure = drawn(charts.control_chart, report.chart, report.week, report.verdict.goal, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key="late-chart", alt=_alt(report))
    with right, card("What was different", DIFFERENT, key="different", stretch=True):
        _different(report, part)


def _different(report: WeekReport, part: Slice) -> None:
    table = loaders.differences(report.week, part)
    if table.empty:
        st.caption("There are no earlier tickets to compare this week with.")
        return
    beyond = int(table["beyond_luck"].sum())
    if beyond:
        st.caption(f"{wording.counted(beyond, 'issue type')} beyond luck, in colour; grey is ordinary luck.")
        _bars(table)
        return
    st.markdown("Nothing stands out: every difference from the usual is ordinary luck.")
    with st.expander("Each issue type beside its usual"):
        _bars(table)


def _bars(table: pd.DataFrame) -> None:
    st.plotly_chart(
        drawn(charts.differences, table, look.colours()),
        config=charts.CONFIG,
        key="different-chart",
        alt="More or fewer late tickets than usual, by issue type",
    )


def _pace(report: WeekReport) -> None:
    day, weekly = loaders.day_seconds(), week.begun(report.resolution.tail(loaders.WEEKS_SHOWN))
    told = week.pace_told(weekly, day)
    with card("How long tickets took, week by week", PACE, key="pace"):
        figure = drawn(charts.pace, weekly, day, told, look.colours())
        st.plotly_chart(
            figure,
            config=charts.CONFIG,
            key="pace-chart",
            alt="Business time until tickets were resolved, week by week",
        )


def _alt(report: WeekReport) -> str:
    last = wording.percent(report.chart["share"].iloc[-1], digits=1)
    return f"Share of late tickets in {len(report.chart)} weeks; in the last one {last}"
