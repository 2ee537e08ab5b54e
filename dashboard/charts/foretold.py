"""Weeks foretold: the measured share in time of each week beside the band that was foretold for it."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.control import date_marks
from dashboard.charts.frame import apart, end_label, framed
from dashboard.charts.palette import Palette

HEIGHT = 300
EDGE = {"width": 0, "shape": "hvh"}


def foretold(weeks: pd.DataFrame, colours: Palette) -> go.Figure:
    """A dot a week, a triangle outside its band; rows: week, n, measured, predicted, low, high, inside."""
    figure = go.Figure()
    figure.add_trace(go.Scatter(x=weeks["week"], y=weeks["low"], mode="lines", line=EDGE, hoverinfo="skip"))
    upper = go.Scatter(x=weeks["week"], y=weeks["high"], mode="lines", line=EDGE, hoverinfo="skip")
    figure.add_trace(upper.update(fill="tonexty", fillcolor=colours.band))
    middle = {"color": colours.quiet, "width": 1.5}
    figure.add_trace(go.Scatter(x=weeks["week"], y=weeks["predicted"], mode="lines", line=middle, hoverinfo="skip"))
    above = weeks["measured"] > weeks["high"]
    for own, symbol, colour in (
        (weeks["inside"], "circle", colours.line),
        (~weeks["inside"] & above, "triangle-up", colours.low),
        (~weeks["inside"] & ~above, "triangle-down", colours.high),
    ):
        figure.add_trace(_dots(weeks[own], symbol, colour))
    bottom = max(0.0, int(float(weeks[["low", "measured"]].min().min()) * 10) / 10)
    last = weeks.iloc[-1]
    ends = [
        (float(last["measured"]), "Measured", colours.line),
        (float(last["predicted"]), "Foretold", colours.quiet_text),
        (float(last["low"]), "Its band", colours.quiet_text),
    ]
    for at, (_, text, colour) in zip(apart([end for end, _, _ in ends], (1 - bottom) * 0.085), ends, strict=True):
        end_label(figure, at, text, colour)
    figure.update_xaxes(**date_marks(weeks["week"]))
    figure.update_yaxes(tickformat=".0%", range=[bottom - 0.03, 1.02], gridcolor=colours.grid, nticks=6)
    return framed(figure, HEIGHT, left=48, right=84, top=12, bottom=40)


def _dots(own: pd.DataFrame, symbol: str, colour: str) -> go.Scatter:
    told = [
        f"{wording.week_title(row['week'].date())}<br>{wording.percent(row['measured'])} of"
        f" {wording.counted(int(row['n']), 'ticket')} in time; foretold {wording.percent(row['low'])} to"
        f" {wording.percent(row['high'])}"
        for row in own.to_dict("records")
    ]
    return go.Scatter(
        x=own["week"],
        y=own["measured"],
        mode="markers",
        marker={"symbol": symbol, "size": 8 if symbol == "circle" else 11, "color": colour},
        customdata=told,
        hovertemplate="%{customdata}<extra></extra>",
    )
