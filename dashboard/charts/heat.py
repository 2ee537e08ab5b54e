"""Share late by issue type and tier: coloured only where it can be told from the goal."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import Palette

ROW = 33
LONGEST_NAME = 27
STRONG = 0.6


def share_late(
    cells: pd.DataFrame, issues: Sequence[str], tiers: Sequence[str], chosen: str | None, colours: Palette
) -> go.Figure:
    """One cell an issue type and tier; `cells` holds issue_type, tier, text, hover, told and strength (-1 .. 1)."""
    placed = cells.assign(x=cells["tier"].map(list(tiers).index), y=cells["issue_type"].map(list(issues).index))
    figure = go.Figure([_colours(placed, len(issues), len(tiers), colours), _clicks(placed)])
    figure.update_layout(annotations=cell_texts(placed, colours))
    if chosen in issues:
        at, outline = issues.index(chosen), {"color": colours.line, "width": 2}
        figure.add_shape(type="rect", x0=-0.5, x1=len(tiers) - 0.5, y0=at - 0.5, y1=at + 0.5, line=outline)
    figure.update_xaxes(**_names(tiers), side="top", range=[-0.52, len(tiers) - 0.48])
    figure.update_yaxes(**_names(issues), range=[len(issues) - 0.48, -0.52], ticklabelstandoff=8)
    return framed(figure, ROW * len(issues) + 40, left=182, top=30, right=4)


def _colours(placed: pd.DataFrame, rows: int, columns: int, colours: Palette) -> go.Heatmap:
    told = placed[placed["told"]].pivot_table(index="y", columns="x", values="strength")
    grid = told.reindex(index=range(rows), columns=range(columns)).to_numpy(float)
    look = {"xgap": 3, "ygap": 3, "zmin": -1, "zmax": 1, "showscale": False, "hoverinfo": "skip"}
    return go.Heatmap(z=grid, colorscale=two_ways(colours), **look)


def _clicks(placed: pd.DataFrame) -> go.Scatter:
    """A heat map sends no click: invisible markers on top of it do."""
    unseen = {"marker": {"opacity": 0}}
    return go.Scatter(
        x=placed["x"],
        y=placed["y"],
        mode="markers",
        marker={"symbol": "square", "size": 26, "opacity": 0},
        selected=unseen,
        unselected=unseen,
        customdata=placed[["issue_type", "tier"]].to_numpy(),
        text=placed["hover"],
        hovertemplate="%{text}<extra></extra>",
    )


def _names(names: Sequence[str]) -> dict[str, Any]:
    texts = [wording.drawn(name, LONGEST_NAME) for name in names]
    return {"tickvals": list(range(len(names))), "ticktext": texts, "showgrid": False, "ticks": ""}


def cell_texts(cells: pd.DataFrame, colours: Palette) -> list[dict[str, Any]]:
    """The text of each cell (x, y, text, told, strength), all at once: each one added by itself copies those before."""
    return [
        {
            "x": cell.x, "y": cell.y, "text": cell.text, "showarrow": False,
            "font": {"color": ink(cell, colours), "size": 13 if cell.told else 12},
        }
        for cell in cells.itertuples()
    ]  # fmt: skip


def ink(cell: Any, colours: Palette) -> str:
    """The colour of a cell's text: readable on its ground, quiet where it tells nothing."""
    if not cell.told:
        return colours.quiet_text
    return colours.strong_ink if abs(cell.strength) > STRONG else colours.ink


def two_ways(colours: Palette) -> list[list[object]]:
    """From -1 (teal, good) over 0 (grey) to 1 (orange)."""
    return [
        [0.0, colours.few[1]],
        [0.499, colours.few[0]],
        [0.4995, colours.neutral_cell],
        [0.5005, colours.neutral_cell],
        [0.501, colours.many[0]],
        [1.0, colours.many[1]],
    ]
