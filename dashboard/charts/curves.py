"""Share of tickets done by business time, one curve a tier, with the goal and the targets in force."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import DASHES, Palette
from dashboard.charts.scale import MINUTE, log_range, time_marks, time_range

HEIGHT = 330


def curves(
    steps: pd.DataFrame, tiers: list[str], marks: Mapping[str, tuple[float, float]], goal: float, day_seconds: int, colours: Palette
) -> go.Figure:
    """`marks`: for a tier the point to mark, as (seconds, share): its target, or where it reaches the goal."""
    figure = go.Figure()
    low, high = time_range(steps["business_seconds"])
    for place, tier in enumerate(tiers):
        own = steps[steps["tier"] == tier]
        colour = _colour(place, len(tiers), colours)
        figure.add_trace(
            go.Scatter(
                x=own["business_seconds"].clip(lower=MINUTE), y=own["done"], name=wording.shown(tier), mode="lines",
                line={"shape": "hv", "color": colour, "width": 2.25, "dash": _dash(place, len(tiers))},
                customdata=[wording.business(seconds, day_seconds) for seconds in own["business_seconds"]],
                hovertemplate="%{y:.0%} within %{customdata}<extra>%{fullData.name}</extra>",
            )
        )  # fmt: skip
        if tier in marks:
            _drop(figure, *marks[tier], colour, colours)
    figure.add_hline(y=goal, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    figure.add_annotation(
        xref="paper", x=0, xanchor="left", y=goal, yanchor="bottom", text=f"Goal: {wording.percent(goal)}", showarrow=False,
        font={"color": colours.goal, "size": 12},
    )  # fmt: skip
    at, texts = time_marks(low, high, day_seconds)
    figure.update_xaxes(
        type="log", tickvals=at, ticktext=texts, tickangle=0, minor={"ticks": ""}, showgrid=False, range=log_range(low, high)
    )
    figure.update_yaxes(tickformat=".0%", range=[0, 1.03], dtick=0.2, gridcolor=colours.grid)
    framed(figure, HEIGHT, left=44, right=12, top=34, bottom=30)
    legend = {"orientation": "h", "x": 1, "xanchor": "right", "y": 1.02, "yanchor": "bottom", "itemclick": False}
    return figure.update_layout(showlegend=len(tiers) > 1, legend={**legend, "itemdoubleclick": False})


def _drop(figure: go.Figure, seconds: float, share: float, colour: str, colours: Palette) -> None:
    line = {"color": colour, "width": 1.5, "dash": "dot"}
    figure.add_shape(type="line", x0=seconds, x1=seconds, y0=0, y1=share, line=line)
    ring = {"size": 10, "color": colour, "line": {"width": 1.5, "color": colours.ground}}
    figure.add_trace(
        go.Scatter(x=[seconds], y=[share], mode="markers", marker=ring, hoverinfo="skip", showlegend=False)
    )


def _colour(place: int, of: int, colours: Palette) -> str:
    return colours.line if of == 1 else colours.series[place % len(colours.series)]


def _dash(place: int, of: int) -> str:
    return "solid" if of == 1 else DASHES[place % len(DASHES)]

