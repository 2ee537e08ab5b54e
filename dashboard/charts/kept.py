"""Promises looked back on: kept shares by week, and shares shown beside what came."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.control import date_marks
from dashboard.charts.frame import apart, end_label, framed
from dashboard.charts.palette import Palette

HEIGHT = 300
SIDE = 300
MARGIN = 0.015


def kept_by_week(weeks: pd.DataFrame, rate: float, colours: Palette) -> go.Figure:
    """The share of promises kept, with its interval; the promised level, and the targets in force, beside it."""
    figure = go.Figure()
    told = [
        f"{wording.percent(kept, digits=1)} of {wording.count(n)}"
        for kept, n in zip(weeks["kept"], weeks["promised"], strict=True)
    ]
    ends = [(rate, f"Aim {wording.percent(rate)}", colours.goal)]
    if weeks["in_force"].notna().any():
        figure.add_trace(_line(weeks, "in_force", colours.quiet, "dot", [""] * len(weeks)))
        ends.append((float(weeks["in_force"].dropna().iloc[-1]), "Targets in force", colours.quiet_text))
    error = {
        "type": "data", "symmetric": False, "array": weeks["high"] - weeks["kept"],
        "arrayminus": weeks["kept"] - weeks["low"], "color": colours.line, "thickness": 1.2, "width": 3,
    }  # fmt: skip
    figure.add_trace(_line(weeks, "kept", colours.line, "solid", told).update(error_y=error))
    figure.add_hline(y=rate, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    ends.append((float(weeks["kept"].iloc[-1]), "Promises", colours.line))
    bottom = _bottom(weeks[["low", "in_force"]].min().min())
    for at, (_, text, colour) in zip(apart([end for end, _, _ in ends], (1 - bottom) * 0.085), ends, strict=True):
        end_label(figure, at, text, colour)
    figure.update_xaxes(**date_marks(weeks["week"]))
    figure.update_yaxes(tickformat=".0%", range=[bottom, 1.01], gridcolor=colours.grid)
    return framed(figure, HEIGHT, left=48, right=112, top=12, bottom=40)


def shown_beside_kept(bands: pd.DataFrame, colours: Palette) -> go.Figure:
    """A dot a band: what was said against what came; on the diagonal they agree."""
    shown, came = bands["shown"].astype(float), bands["realised"].astype(float)
    low, high = bands["low"].astype(float), bands["high"].astype(float)
    bottom, top = _bottom(min(shown.min(), low.min())), min(1.01, max(shown.max(), high.max()) + 0.02)
    diagonal = {"color": colours.quiet, "width": 1.25, "dash": "dash"}
    figure = go.Figure(go.Scatter(x=[bottom, top], y=[bottom, top], mode="lines", line=diagonal, hoverinfo="skip"))
    error = {
        "type": "data", "symmetric": False, "array": high - came, "arrayminus": came - low, "color": colours.line,
        "thickness": 1.2, "width": 3,
    }  # fmt: skip
    told = [
        f"Said {wording.percent(said, digits=1)}, came {wording.percent(kept, digits=1)} ({wording.count(n)})"
        for said, kept, n in zip(shown, came, bands["tickets"], strict=True)
    ]
    figure.add_trace(
        go.Scatter(
            x=shown,
            y=came,
            mode="markers",
            error_y=error,
            marker={"size": 9, "color": colours.line},
            customdata=told,
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    figure.update_xaxes(tickformat=".0%", range=[bottom - MARGIN, top], showgrid=False, nticks=5)
    figure.update_yaxes(tickformat=".0%", range=[bottom - MARGIN, top], gridcolor=colours.grid, nticks=5)
    return framed(figure, SIDE, left=56, right=12, top=12, bottom=40)


def _line(weeks: pd.DataFrame, column: str, colour: str, dash: str, told: list[str]) -> go.Scatter:
    return go.Scatter(
        x=weeks["week"], y=weeks[column], mode="lines+markers", line={"color": colour, "width": 1.75, "dash": dash},
        marker={"size": 6}, customdata=told, hovertemplate="%{x|%d %b %Y}: %{customdata}<extra></extra>",
        hoverinfo=None if told[0] else "skip",
    )  # fmt: skip


def _bottom(lowest: float) -> float:
    return max(0.0, int(lowest * 10 - 0.2) / 10)
