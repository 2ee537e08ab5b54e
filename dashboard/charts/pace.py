"""How long tickets took, week by week: half of them, and nine in ten."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.control import date_marks
from dashboard.charts.frame import apart, end_label, framed
from dashboard.charts.palette import Palette
from dashboard.charts.scale import MINUTE, log_range, time_marks, time_range

HEIGHT = 330


def pace(weekly: pd.DataFrame, day_seconds: int, told: tuple[list[str], list[str]], colours: Palette) -> go.Figure:
    """Two lines on a logarithmic axis; `told`: what each point of the lower and the upper line says."""
    weeks = pd.to_datetime(weekly["week"])
    figure = go.Figure()
    ends = []
    for column, text, colour, words in (
        ("p50_seconds", "Half within", colours.quiet, told[0]),
        ("p90_seconds", "9 in 10 within", colours.line, told[1]),
    ):
        seconds = weekly[column].astype("Float64").clip(lower=MINUTE).astype(float)
        figure.add_trace(
            go.Scatter(
                x=weeks,
                y=seconds,
                mode="lines+markers",
                line={"color": colour, "width": 1.75},
                marker={"size": 5},
                customdata=words,
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
        ends += [(float(seconds.dropna().iloc[-1]), text, colour)] if seconds.notna().any() else []
    low, high = time_range(pd.concat([weekly["p50_seconds"], weekly["p90_seconds"]]).dropna())
    at, texts = time_marks(low, high, day_seconds)
    bottom, top = log_range(low, high)
    heights = apart([log_range(end, end)[0] for end, _, _ in ends], (top - bottom) * 0.08)
    for height, (_, text, colour) in zip(heights, ends, strict=True):
        end_label(figure, height, text, colour)
    figure.update_yaxes(
        type="log", tickvals=at, ticktext=texts, range=[bottom, top], gridcolor=colours.grid, minor={"ticks": ""}
    )
    figure.update_xaxes(**date_marks(weeks))
    return framed(figure, HEIGHT, left=58, right=104, top=12, bottom=40)
