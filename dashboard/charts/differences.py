"""More or fewer late tickets than usual, by issue type; grey unless beyond luck."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import Palette

MOST_BARS = 8
BAR = 30
LONGEST_NAME = 24
UNIT = "Late tickets more (+) or fewer (−) than usual"


def differences(table: pd.DataFrame, colours: Palette) -> go.Figure:
    """The largest differences; what is beyond luck always stands among them."""
    rank = table["difference"].abs() + 1e6 * table["beyond_luck"].astype(float)
    rows = table.loc[rank.sort_values(ascending=False).index[:MOST_BARS]].sort_values("difference", kind="stable")
    names = [wording.drawn(name, LONGEST_NAME) for name in rows["issue_type"]]
    reach = max(float(rows["difference"].abs().max()), 1.0) * 1.8
    figure = go.Figure(
        go.Bar(
            x=rows["difference"],
            y=list(range(len(rows))),
            orientation="h",
            width=0.62,
            cliponaxis=False,
            marker={"color": [_colour(row, colours) for row in rows.itertuples()]},
            text=[wording.signed(value) for value in rows["difference"]],
            textposition="outside",
            customdata=[
                f"{row.late} late of {row.stopped}, {row.expected:.1f} would be usual" for row in rows.itertuples()
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    figure.add_vline(x=0, line={"color": colours.quiet, "width": 1.25})
    figure.update_xaxes(range=[-reach, reach], showgrid=False, showticklabels=False, ticks="", title=UNIT)
    figure.update_yaxes(tickvals=list(range(len(rows))), ticktext=names, showgrid=False, ticks="", ticklabelstandoff=6)
    return framed(figure, BAR * len(rows) + 48, left=158, right=8, bottom=32)


def _colour(row: object, colours: Palette) -> str:
    if not getattr(row, "beyond_luck", False):
        return colours.quiet
    return colours.high if getattr(row, "difference", 0) > 0 else colours.low
