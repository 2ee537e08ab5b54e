"""Lines with their bands over the uptake of Premium: waits of two groups, and technicians needed."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import apart, end_label, framed
from dashboard.charts.palette import Palette
from dashboard.wording import staffing as words
from dashboard.wording import staffing_parts as parts

HEIGHT = 320
ROOM = 1.12
OPACITY = 0.16


def waits(lines: pd.DataFrame, uptake: float, colours: Palette) -> go.Figure:
    """Mean business hours to the first reply of clients with and without Premium; `uptake` is marked."""
    figure, ends = go.Figure(), []
    for who, name, colour, dash in (
        ("standard", "Without Premium", colours.series[1], "solid"),
        ("premium", "Premium", colours.line, "dash"),
    ):
        own = lines[(lines["who"] == who) & lines["hours"].notna()]
        if own.empty:
            continue
        _band(figure, own, colour)
        told = [_told(name, row) for row in own.to_dict("records")]
        figure.add_trace(_line(own["uptake"], own["hours"], {"color": colour, "width": 2.25, "dash": dash}, told))
        ends.append((float(own["hours"].iloc[-1]), name, colour))
    top = float(np.nanmax([1e-3, *lines["high"]])) * ROOM
    for height, (_, text, colour) in zip(apart([at for at, _, _ in ends], top * 0.08), ends, strict=True):
        end_label(figure, height, text, colour)
    _mark(figure, uptake, colours)
    _shares(figure)
    figure.update_yaxes(range=[-0.06 * top, top], gridcolor=colours.grid, ticksuffix=" h", nticks=6)
    return framed(figure, HEIGHT, left=48, right=124, top=20, bottom=34)


def stairs(rows: pd.DataFrame, uptake: float, today: int, most: int, colours: Palette) -> go.Figure:
    """Technicians needed by uptake, with their band and today's number; more than tried stands above the tried ones."""
    beyond = most + 1.0
    shown = rows[rows["need"].notna()].replace({"need": np.inf, "low": np.inf, "high": np.inf}, beyond)
    figure = go.Figure()
    if len(shown):
        _band(figure, shown, colours.line, shape="hvh")
        told = [_needed(row, most) for row in rows[rows["need"].notna()].to_dict("records")]
        line = {"color": colours.line, "width": 2.25, "shape": "hvh"}
        figure.add_trace(_line(shown["uptake"], shown["need"], line, told))
    figure.add_hline(y=today, line={"color": colours.quiet, "width": 1.5, "dash": "dash"})
    last = float(shown["need"].iloc[-1]) if len(shown) else float(today)
    heights = [last, float(today)] if last != today else [today + 0.01, today - 0.01]
    low = min(float(today), *shown["low"]) - 1 if len(shown) else today - 1.0
    high = max(float(today), *shown["high"]) + 1 if len(shown) else today + 1.0
    texts = (("Needed", colours.line), (f"Today {today}", colours.quiet_text))
    for height, (text, colour) in zip(apart(heights, (high - low) * 0.09), texts, strict=True):
        end_label(figure, height, text, colour)
    _mark(figure, uptake, colours)
    _shares(figure)
    at = [float(number) for number in range(int(low) + 1, int(high)) if number <= most]
    over = [beyond] if (shown[["need", "high"]] == beyond).to_numpy().any() else []
    names = [f"{number:.0f}" for number in at] + [words.people(np.inf, most)] * len(over)
    figure.update_yaxes(range=[low, high], gridcolor=colours.grid, tickvals=at + over, ticktext=names)
    return framed(figure, HEIGHT, left=92 if over else 30, right=84, top=20, bottom=34)


def _band(figure: go.Figure, own: pd.DataFrame, colour: str, shape: str = "linear") -> None:
    edge = {"width": 0, "shape": shape}
    figure.add_trace(go.Scatter(x=own["uptake"], y=own["low"], mode="lines", line=edge, hoverinfo="skip"))
    upper = go.Scatter(x=own["uptake"], y=own["high"], mode="lines", line=edge, hoverinfo="skip")
    figure.add_trace(upper.update(fill="tonexty", fillcolor=_clear(colour)))


def _line(x: pd.Series, y: pd.Series, line: dict[str, Any], told: list[str]) -> go.Scatter:
    return go.Scatter(
        x=x, y=y, mode="lines+markers", line=line, marker={"size": 6, "color": line["color"]}, customdata=told,
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _mark(figure: go.Figure, uptake: float, colours: Palette) -> None:
    figure.add_vline(x=uptake, line={"color": colours.quiet, "width": 1.25, "dash": "dot"})
    label = {"text": wording.percent(uptake), "showarrow": False, "font": {"color": colours.quiet_text, "size": 12}}
    figure.add_annotation(x=uptake, y=1, yref="paper", yanchor="bottom", **label)


def _shares(figure: go.Figure) -> None:
    figure.update_xaxes(tickformat=".0%", range=[-0.02, 1.02], showgrid=False, tickvals=[0, 0.5, 1], tickangle=0)


def _told(name: str, row: dict[Any, Any]) -> str:
    at = f"{wording.percent(row['uptake'])} of clients on Premium"
    return f"{name}, {at}<br>{parts.spread(row['hours'], row['low'], row['high'])} of business time"


def _needed(row: dict[Any, Any], most: int) -> str:
    at = f"{wording.percent(row['uptake'])} of clients on Premium"
    return f"{at}<br>{words.needed(row['need'], row['low'], row['high'], most)} technicians"


def _clear(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {OPACITY})"
