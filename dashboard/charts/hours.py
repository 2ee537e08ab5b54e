"""Where the time of a ticket goes: one bar an issue type, a part a colour, named above."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import Palette

MOST_BARS = 10
BAR = 30
LONGEST_NAME = 26
LEGEND = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom", "traceorder": "normal"}


def hours(table: pd.DataFrame, parts: Mapping[str, str], colours: Palette) -> go.Figure:
    """table: issue_type, tickets and the mean hours of each part; the first rows alone are drawn."""
    rows = table.head(MOST_BARS).iloc[::-1]
    names = [wording.drawn(name, LONGEST_NAME) for name in rows["issue_type"]]
    figure = go.Figure()
    for place, (name, title) in enumerate((name, title) for name, title in parts.items() if name in rows):
        told = [
            f"{title}: {value:,.1f} h of {wording.count(n)} tickets"
            for value, n in zip(rows[name].fillna(0), rows["tickets"], strict=True)
        ]
        figure.add_trace(
            go.Bar(
                x=rows[name], y=list(range(len(rows))), name=title, orientation="h", width=0.66,
                marker={"color": colours.series[place % len(colours.series)]}, customdata=told,
                hovertemplate="%{customdata}<extra></extra>",
            )
        )  # fmt: skip
    figure.update_xaxes(gridcolor=colours.grid, ticksuffix=" h", nticks=6)
    figure.update_yaxes(tickvals=list(range(len(rows))), ticktext=names, showgrid=False, ticks="", ticklabelstandoff=6)
    framed(figure, BAR * len(rows) + 90, left=172, right=12, top=44, bottom=30)
    return figure.update_layout(
        barmode="stack", showlegend=True, legend={**LEGEND, "itemclick": False, "itemdoubleclick": False}
    )
