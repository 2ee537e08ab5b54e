"""Share late by issue type and tier: coloured only where it can be told from the goal."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import Palette

ROW = 33
LONGEST_NAME = 27
FEW, NEUTRAL, MANY = -1.0, 0.0, 1.0


def share_late(cells: pd.DataFrame, issues: Sequence[str], tiers: Sequence[str], chosen: str | None, colours: Palette) -> go.Figure:
    """One cell an issue type and tier; `cells` holds issue_type, tier, text, told and, where told, strength in -1 .. 1."""
    figure = go.Figure()
    placed = cells.assign(
        x=[tiers.index(tier) for tier in cells["tier"]], y=[issues.index(issue) for issue in cells["issue_type"]]
    )
    told = placed[placed["told"]]
    grid = told.pivot_table(index="y", columns="x", values="strength").reindex(range(len(issues)), columns=range(len(tiers)))
    words = told.pivot(index="y", columns="x", values="text").reindex(range(len(issues)), columns=range(len(tiers))).fillna("")
    figure.add_trace(
        go.Heatmap(
            z=grid.to_numpy(float), text=words.to_numpy(), texttemplate="%{text}", xgap=3, ygap=3, zmin=-1, zmax=1, showscale=False,
            colorscale=_scale(colours), hoverinfo="skip",
        )
    )  # fmt: skip
    for row in placed[~placed["told"]].itertuples():
        figure.add_annotation(x=row.x, y=row.y, text=row.text, showarrow=False, font={"color": colours.quiet_text, "size": 12})
    figure.add_trace(
        go.Scatter(
            x=placed["x"], y=placed["y"], mode="markers", marker={"symbol": "square", "size": 26, "opacity": 0},
            selected={"marker": {"opacity": 0}}, unselected={"marker": {"opacity": 0}},
            customdata=placed[["issue_type", "tier"]].to_numpy(), text=placed["hover"], hovertemplate="%{text}<extra></extra>",
        )
    )  # fmt: skip
    if chosen in issues:
        at = issues.index(chosen)
        outline = {"color": colours.line, "width": 2}
        figure.add_shape(type="rect", x0=-0.5, x1=len(tiers) - 0.5, y0=at - 0.5, y1=at + 0.5, line=outline)
    names = [_short(wording.shown(issue)) for issue in issues]
    figure.update_xaxes(
        side="top", tickvals=list(range(len(tiers))), ticktext=[wording.shown(tier) for tier in tiers], showgrid=False, ticks="",
        range=[-0.52, len(tiers) - 0.48],
    )  # fmt: skip
    figure.update_yaxes(
        tickvals=list(range(len(issues))), ticktext=names, showgrid=False, ticks="", range=[len(issues) - 0.48, -0.52],
        ticklabelstandoff=8,
    )  # fmt: skip
    return framed(figure, ROW * len(issues) + 40, left=182, top=30, right=4)


def _scale(colours: Palette) -> list[list[object]]:
    return [
        [0.0, colours.few[1]],
        [0.499, colours.few[0]],
        [0.4995, colours.neutral_cell],
        [0.5005, colours.neutral_cell],
        [0.501, colours.many[0]],
        [1.0, colours.many[1]],
    ]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
