"""What the desk foretold of its own past, week by week, and what came."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.frame import framed, titled
from dashboard.charts.palette import Palette

HEIGHT = 240


def foretold_weeks(weeks: pd.DataFrame, colours: Palette) -> go.Figure:
    """`weeks`: week, measured, low, high (shares answered in time), hover; a triangle is outside its band."""
    figure = go.Figure()
    for name, fill in (("low", None), ("high", "tonexty")):
        figure.add_trace(
            go.Scatter(x=weeks["week"], y=weeks[name], mode="lines", line={"width": 0, "shape": "hvh"}, fill=fill,
                       fillcolor=colours.band, hoverinfo="skip")
        )  # fmt: skip
    inside = (weeks["measured"] >= weeks["low"] - 1e-9) & (weeks["measured"] <= weeks["high"] + 1e-9)
    for own, symbol, colour in ((inside, "circle", colours.line), (~inside, "triangle-up", colours.high)):
        part = weeks[own]
        figure.add_trace(
            go.Scatter(x=part["week"], y=part["measured"], mode="markers", customdata=part["hover"],
                       marker={"symbol": symbol, "size": 9, "color": colour},
                       hovertemplate="%{customdata}<extra></extra>")
        )  # fmt: skip
    figure.update_xaxes(showgrid=False, ticks="")
    figure.update_yaxes(tickformat=".0%", range=[0, 1.03], gridcolor=colours.grid, dtick=0.25)
    return titled(framed(figure, HEIGHT, left=48, right=12, top=12, bottom=52), "Week of your history", colours)
