"""What Premium leaves by uptake, and the surcharge that pays for its technicians: a staircase."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.frame import apart, end_label, framed, titled
from dashboard.charts.palette import Palette

HEIGHT = 320
ROOM = 0.08
# A band that reaches beyond so many times the highest line is cut off: the lines are what is read.
MOST = 1.6
WITH = "Clients with Premium"


def left_by_uptake(rows: pd.DataFrame, chosen: float, colours: Palette) -> go.Figure:
    """`rows`: uptake, value, low, high (money a month), hover; the chosen uptake is ringed, 0 is drawn."""
    figure = go.Figure()
    _band(figure, rows, "linear", colours)
    figure.add_trace(_line(rows, "linear", colours).update(mode="lines+markers", marker={"size": 6}))
    figure.add_hline(y=0, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    end_label(figure, 0, "Pays for itself", colours.goal)
    _chosen(figure, rows, chosen, colours)
    _axes(figure, rows, colours, lowest=None)
    return titled(framed(figure, HEIGHT, left=68, right=108, top=12, bottom=52), WITH, colours)


def staircase(rows: pd.DataFrame, chosen: float, yours: float, label: str, suffix: str, colours: Palette) -> go.Figure:
    """`rows`: uptake, value, low, high (a surcharge), hover; `yours` with its label is the line across."""
    figure = go.Figure()
    _band(figure, rows, "hvh", colours)
    figure.add_trace(_line(rows, "hvh", colours))
    figure.add_hline(y=yours, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    known = rows.dropna(subset=["value"])
    ends = [(yours, label, colours.goal)]
    if len(known):
        ends.append((float(known["value"].iloc[-1]), "Pays", colours.line))
    top = min(_span(rows, [yours, 0.0])[1], MOST * _span(rows[["value"]].assign(low=0.0, high=0.0), [yours])[1] or 1.0)
    for at, (_, text, colour) in zip(apart([end[0] for end in ends], top * 0.08), ends, strict=True):
        end_label(figure, at, text, colour)
    _chosen(figure, rows, chosen, colours)
    _axes(figure, rows, colours, lowest=0.0, more=[yours])
    figure.update_yaxes(ticksuffix=suffix, range=[-ROOM * top / 2, (1 + ROOM) * top])
    return titled(framed(figure, HEIGHT, left=58, right=108, top=12, bottom=52), WITH, colours)


def _line(rows: pd.DataFrame, shape: str, colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=rows["uptake"], y=rows["value"], mode="lines", customdata=rows["hover"],
        line={"color": colours.line, "width": 2, "shape": shape}, hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _band(figure: go.Figure, rows: pd.DataFrame, shape: str, colours: Palette) -> None:
    """Only where both ends are known; a gap where one is not."""
    for _, own in rows.groupby((rows["low"].isna() | rows["high"].isna()).cumsum()):
        inside = own.dropna(subset=["low", "high"])
        for name, fill in (("low", None), ("high", "tonexty")):
            edge = {"width": 0, "shape": shape}
            figure.add_trace(
                go.Scatter(x=inside["uptake"], y=inside[name], mode="lines", line=edge, fill=fill,
                           fillcolor=colours.band, hoverinfo="skip")
            )  # fmt: skip


def _chosen(figure: go.Figure, rows: pd.DataFrame, chosen: float, colours: Palette) -> None:
    figure.add_vline(x=chosen, line={"color": colours.quiet, "width": 1.25, "dash": "dot"})
    own = rows[(rows["uptake"] - chosen).abs() < 1e-6].dropna(subset=["value"])
    ring = {"symbol": "circle-open", "size": 14, "color": colours.line, "line": {"width": 2}}
    figure.add_trace(go.Scatter(x=own["uptake"], y=own["value"], mode="markers", marker=ring, hoverinfo="skip"))


def _axes(
    figure: go.Figure, rows: pd.DataFrame, colours: Palette, *, lowest: float | None, more: list[float] | None = None
) -> None:
    low, high = _span(rows, [0.0, *(more or [])])
    room = (high - low or 1.0) * ROOM
    figure.update_xaxes(tickformat=".0%", range=[-0.02, 1.02], dtick=0.25, tickangle=0, showgrid=False, ticks="")
    figure.update_yaxes(
        tickformat=",.0f",
        range=[low - (room if lowest is None else room / 2), high + room],
        gridcolor=colours.grid,
        nticks=6,
    )


def _span(rows: pd.DataFrame, more: list[float]) -> tuple[float, float]:
    values = [*rows[["value", "low", "high"]].to_numpy(float).ravel(), *more]
    known = pd.Series(values, dtype=float).dropna()
    return float(known.min()), float(known.max())
