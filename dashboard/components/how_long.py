"""Where the promise does not fit, and how long such tickets take: a map on the left, a curve on the right."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import charts, loaders, wording
from dashboard.components import columns, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.components.guard import fragment
from dashboard.digest import spread
from dashboard.wording import spread as words
from pipelines.measure.results import Facts, Slice
from pipelines.vocabulary import Clock

EVERY = "All issue types"
MAP = (
    "Of the tickets judged by a target, the share that missed it, open ones past it included. Orange: more than the"
    " goal allows, teal: less, grey: cannot be told from the goal. Under 30 tickets only their number is shown."
)
GRID = "Business time until nine in ten tickets were done, open ones counted in. Under 30 tickets nothing is said."
CURVE = (
    "How many tickets are done after how much business time, on a logarithmic scale. Tickets that are still open count"
    " for as long as they were watched (the Kaplan-Meier method)."
)


@fragment
def show(facts: Facts, clock: Clock, part: Slice) -> None:
    """Click a cell, or pick an issue type, to see its curves."""
    segments = loaders.turnaround(clock, part, by_place=False)
    issues = [EVERY, *segments.groupby("issue_type")["n"].sum().sort_values(ascending=False, kind="stable").index]
    if st.session_state.get("issue") not in issues:
        st.session_state.pop("issue", None)
    left, right = st.columns([0.45, 0.55])
    # The curve comes first: its picker says which row of the map is ringed.
    with right, card("How long it takes", CURVE, key="curves", stretch=True) as beside:
        with beside:
            picked = st.selectbox(
                "Issue type",
                issues,
                key="issue",
                bind="query-params",
                label_visibility="collapsed",
                width=240,
                format_func=wording.shown,
            )
        _curves(facts, clock, part, segments, picked or EVERY)
    with left:
        _map(segments, picked or EVERY) if facts.has_targets else _grid(segments)


def _map(segments: pd.DataFrame, chosen: str) -> None:
    goal = round(1 - loaders.settings().kept_rate, 6)
    heat = spread.heat(segments, loaders.settings().tiers, goal, loaders.interval)
    with card("Share late, by issue and tier", MAP, key="heat", stretch=True):
        if not heat.issues:
            st.caption("No ticket of this period is judged by a target.")
            return
        figure = drawn(charts.share_late, heat.cells, heat.issues, heat.tiers, chosen, look.colours())
        st.plotly_chart(
            figure,
            config=charts.CONFIG,
            key="heat-chart",
            on_select=_pick,
            selection_mode="points",
            alt="Share late by issue type and tier",
        )
        st.caption(
            " ".join(filter(None, ["Click a cell to see how long its tickets take.", words.left_out(heat.left_out)]))
        )


def _grid(segments: pd.DataFrame) -> None:
    with card("9 in 10 are done within", GRID, key="grid", stretch=True):
        table = spread.pace_grid(segments, loaders.settings().tiers, loaders.day_seconds())
        st.dataframe(
            table,
            hide_index=True,
            column_config=columns.spreads(),
            alt="Time within which nine in ten are done",
            height=520 if len(table) > 13 else "auto",
        )


def _pick() -> None:
    chart: Any = st.session_state.get("heat-chart")
    points = chart["selection"]["points"] if chart else []
    if points:
        st.session_state["issue"] = points[0]["customdata"][0]


def _curves(facts: Facts, clock: Clock, part: Slice, segments: pd.DataFrame, issue: str) -> None:
    day, rate = loaders.day_seconds(), loaders.settings().kept_rate
    own = segments[segments["issue_type"] == issue]
    if issue == EVERY:
        own = loaders.turnaround(clock, part, by_issue=False, by_place=False)
    steps = loaders.curve(clock, None if issue == EVERY else issue, part)
    told = spread.with_tier(own)
    enough = told[told["n"] >= wording.FEWEST]
    tiers = spread.tiers_of(enough, loaders.settings().tiers)
    if tiers:
        figure = drawn(charts.curves, steps, tiers, spread.marks(own, rate), rate, day, look.colours())
        st.plotly_chart(
            figure, config=charts.CONFIG, key="curve-chart", alt=f"Share done by business time: {wording.shown(issue)}"
        )
    else:
        st.info("Under 30 tickets in each tier: too few for a curve. Choose a longer period, or all issue types.")
    _least_kept(own, rate, day)
    table = spread.by_tier(own, loaders.settings().tiers, day, has_targets=facts.has_targets, goal=rate)
    st.table(table.map(wording.plain), hide_index=True, border="horizontal")


def _least_kept(own: pd.DataFrame, rate: float, day: int) -> None:
    row = spread.least_kept(own)
    if row is not None:
        share = spread.made(row) or 0.0
        told = wording.percent(share, beside=rate), spread.nine_in_ten(row, day)
        st.markdown(words.least_kept(wording.plain(row["tier"]), *told, fits=share >= rate))
