"""Technicians by uptake of Premium: coloured only where a cell can be told from the goal."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.heat import cell_texts, two_ways
from dashboard.charts.palette import Palette

ROW = 31


def staffing_grid(cells: pd.DataFrame, chosen: tuple[int, int], colours: Palette) -> go.Figure:
    """`cells`: technicians, uptake, x, y, text, hover, told, strength; `chosen`: x and y of the outlined cell."""
    columns, rows = int(cells["x"].max()) + 1, int(cells["y"].max()) + 1
    figure = go.Figure([_colours(cells, rows, columns, colours), _hovers(cells)])
    figure.update_layout(annotations=cell_texts(cells, colours))
    across, down = chosen
    box = {"x0": across - 0.5, "x1": across + 0.5, "y0": down - 0.5, "y1": down + 0.5}
    figure.add_shape(type="rect", **box, line={"color": colours.ink, "width": 2.5})
    people = [f"{count}" for count in sorted(set(cells["technicians"]))]
    shares = [wording.percent(share) for share in sorted(set(cells["uptake"]))]
    figure.update_xaxes(**_names(people), side="top", range=[-0.55, columns - 0.45])
    figure.update_yaxes(**_names(shares if rows > 1 else [""]), range=[rows - 0.45, -0.55], ticklabelstandoff=6)
    framed(figure, ROW * rows + 64, left=62, top=52, right=4)
    _title(figure, "Technicians", x=0.5, y=1, yshift=40, xanchor="center", yanchor="middle", colours=colours)
    if rows > 1:
        _title(figure, "Premium", x=0, y=1, xshift=-60, yshift=17, xanchor="left", yanchor="middle", colours=colours)
    return figure


def _colours(cells: pd.DataFrame, rows: int, columns: int, colours: Palette) -> go.Heatmap:
    coloured = cells[~(cells["text"] == "never")].assign(strength=cells["strength"].where(cells["told"], 0.0))
    grid = coloured.pivot_table(index="y", columns="x", values="strength")
    whole = grid.reindex(index=range(rows), columns=range(columns)).to_numpy(float)
    look = {"xgap": 3, "ygap": 3, "zmin": -1, "zmax": 1, "showscale": False, "hoverinfo": "skip"}
    return go.Heatmap(z=whole, colorscale=two_ways(colours), **look)


def _hovers(cells: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=cells["x"],
        y=cells["y"],
        mode="markers",
        marker={"symbol": "square", "size": 26, "opacity": 0},
        text=cells["hover"],
        hovertemplate="%{text}<extra></extra>",
    )


def _names(names: list[str]) -> dict[str, Any]:
    return {"tickvals": list(range(len(names))), "ticktext": names, "showgrid": False, "ticks": "", "tickangle": 0}


def _title(figure: go.Figure, text: str, *, colours: Palette, **place: Any) -> None:
    font = {"color": colours.quiet_text, "size": 12}
    figure.add_annotation(xref="paper", yref="paper", text=text, showarrow=False, font=font, **place)
