"""Share of tickets done by business time, one curve a tier, with the goal and the targets in force."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import DASHES, Palette
from dashboard.charts.scale import MINUTE, log_range, time_marks, time_range

HEIGHT = 330
LEGEND = {"orientation": "h", "x": 1, "xanchor": "right", "y": 1.02, "yanchor": "bottom"}


def curves(
    steps: pd.DataFrame,
    tiers: list[str],
    marks: Mapping[str, tuple[float, float]],
    goal: float,
    day_seconds: int,
    colours: Palette,
) -> go.Figure:
    """`marks`: for a tier the point to mark, as (seconds, share): its target, or where it reaches the goal."""
    figure = go.Figure()
    for place, tier in enumerate(tiers):
        colour, dash = _style(place, len(tiers), colours)
        line = {"shape": "hv", "color": colour, "width": 2.25, "dash": dash}
        figure.add_trace(_curve(steps[steps["tier"] == tier], tier, line, day_seconds))
        if tier in marks:
            _drop(figure, *marks[tier], colour, colours)
    _goal(figure, goal, colours)
    low, high = time_range(steps["business_seconds"])
    at, texts = time_marks(low, high, day_seconds)
    figure.update_xaxes(
        type="log", tickvals=at, ticktext=texts, tickangle=0, showgrid=False, range=log_range(low, high)
    )
    figure.update_yaxes(tickformat=".0%", range=[0, 1.03], dtick=0.2, gridcolor=colours.grid)
    framed(figure, HEIGHT, left=44, right=12, top=34, bottom=30)
    return figure.update_layout(
        showlegend=len(tiers) > 1, legend={**LEGEND, "itemclick": False, "itemdoubleclick": False}
    )


def _curve(own: pd.DataFrame, tier: str, line: dict[str, object], day_seconds: int) -> go.Scatter:
    return go.Scatter(
        x=own["business_seconds"].clip(lower=MINUTE),
        y=own["done"],
        name=wording.drawn(tier),
        mode="lines",
        line=line,
        customdata=[wording.business(seconds, day_seconds) for seconds in own["business_seconds"]],
        hovertemplate="%{y:.0%} within %{customdata}<extra>%{fullData.name}</extra>",
    )


def _goal(figure: go.Figure, goal: float, colours: Palette) -> None:
    figure.add_hline(y=goal, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": goal, "yanchor": "bottom"}
    text = f"Goal: {wording.percent(goal)}"
    figure.add_annotation(**place, text=text, showarrow=False, font={"color": colours.goal, "size": 12})


def _drop(figure: go.Figure, seconds: float, share: float, colour: str, colours: Palette) -> None:
    at, line = max(seconds, MINUTE), {"color": colour, "width": 1.5, "dash": "dot"}
    figure.add_shape(type="line", x0=at, x1=at, y0=0, y1=share, line=line)
    ring = {"size": 10, "color": colour, "line": {"width": 1.5, "color": colours.ground}}
    figure.add_trace(go.Scatter(x=[at], y=[share], mode="markers", marker=ring, hoverinfo="skip", showlegend=False))


def _style(place: int, of: int, colours: Palette) -> tuple[str, str]:
    """Colour and dash: never told apart by colour alone."""
    if of == 1:
        return colours.line, "solid"
    return colours.series[place % len(colours.series)], DASHES[place % len(DASHES)]
