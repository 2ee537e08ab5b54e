"""One figure a row with its interval beside a goal or a usual value; grey unless beyond luck, and then a triangle."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import FONT_SIZE, framed
from dashboard.charts.palette import Palette

ROW = 27
LONGEST_NAME = 25
SHAPES = {"over": "triangle-right", "under": "triangle-left"}
Good = Mapping[str, bool]
LOW_IS_GOOD: Good = {"over": False, "under": True}
HIGH_IS_GOOD: Good = {"over": True, "under": False}


def dots(rows: pd.DataFrame, line: float, told: str, good: Good, colours: Palette, *, share: bool = True) -> go.Figure:
    """rows: name, value, low, high, beside ("over", "under" or ""), hover; the first on top."""
    places = list(range(len(rows)))
    marks = [_colour(side, good, colours) for side in rows["beside"]]
    figure = go.Figure()
    ranges = zip(places, rows["low"], rows["high"], marks, strict=True)
    # All at once: each one added by itself copies those before it.
    figure.update_layout(shapes=[_range(*own) for own in ranges])
    figure.add_trace(
        go.Scatter(
            x=rows["value"], y=places, mode="markers", customdata=rows["hover"], cliponaxis=False,
            marker={"color": marks, "size": 11, "symbol": [SHAPES.get(side, "circle") for side in rows["beside"]]},
            hovertemplate="%{customdata}<extra></extra>",
        )
    )  # fmt: skip
    figure.add_vline(x=line, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    most = max(float(rows["high"].max()), line) * 1.06
    figure.add_annotation(
        x=line, xref="x", y=1, yref="paper", yanchor="bottom", text=told, showarrow=False,
        xanchor="left" if line < 0.5 * most else "right", font={"color": colours.goal, "size": FONT_SIZE},
    )  # fmt: skip
    names = [wording.drawn(name, LONGEST_NAME) for name in rows["name"]]
    figure.update_xaxes(
        range=[0, most], gridcolor=colours.grid, tickformat=".0%" if share else "~g", nticks=5, tickangle=0
    )
    figure.update_yaxes(
        tickvals=places, ticktext=names, range=[len(rows) - 0.4, -0.6], showgrid=False, ticks="", ticklabelstandoff=8
    )
    return framed(figure, ROW * len(rows) + 62, left=180, right=14, top=26, bottom=28)


def _range(at: int, low: float, high: float, colour: str) -> dict[str, Any]:
    line = {"color": colour, "width": 3}
    return {"type": "line", "x0": low, "x1": high, "y0": at, "y1": at, "layer": "below", "opacity": 0.55, "line": line}


def _colour(side: str, good: Good, colours: Palette) -> str:
    if side not in good:
        return colours.quiet
    return colours.low if good[side] else colours.high
