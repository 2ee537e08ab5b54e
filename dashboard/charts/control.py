"""Late tickets each week beside their usual range; what signals is a triangle."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import apart, end_label, framed
from dashboard.charts.palette import Palette

HEIGHT = 330
TICKS = 3
SIGNALS = {"high": ("triangle-up", "Unusually high"), "low": ("triangle-down", "Unusually low")}


def control_chart(chart: pd.DataFrame, week: date, goal: float, colours: Palette) -> go.Figure:
    """One point a week; the week in question is ringed."""
    weeks = pd.to_datetime(chart["week"])
    figure = go.Figure()
    _band(figure, chart, weeks, colours)
    figure.add_trace(
        go.Scatter(
            x=weeks,
            y=chart["share"],
            mode="lines+markers",
            line={"color": colours.line, "width": 1.75},
            marker={"color": colours.line, "size": 6},
            customdata=_told(chart),
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    _signals(figure, chart, weeks, colours)
    _ring(figure, chart[weeks.dt.date == week], colours)
    top = _top(chart, goal)
    _levels(figure, chart, goal, top, colours)
    figure.update_xaxes(**date_marks(weeks))
    figure.update_yaxes(
        tickformat=".0%",
        range=[-0.13 * top if (chart["signal"] == "low").any() else -0.02 * top, top],
        dtick=_step(top),
        gridcolor=colours.grid,
    )
    return framed(figure, HEIGHT, left=44, right=92, top=20, bottom=40)


def date_marks(weeks: pd.Series) -> dict[str, Any]:
    """An axis of weeks with a few dates on it, the year where it begins."""
    at = weeks.iloc[:: max(1, len(weeks) // TICKS)]
    half = pd.Timedelta(days=4)
    reach = [weeks.min() - half, weeks.max() + half]
    return {"tickvals": at, "ticktext": _dates(at), "tickangle": 0, "showgrid": False, "ticks": "", "range": reach}


def _band(figure: go.Figure, chart: pd.DataFrame, weeks: pd.Series, colours: Palette) -> None:
    edge = {"width": 0, "shape": "hvh"}
    figure.add_trace(go.Scatter(x=weeks, y=chart["low"], mode="lines", line=edge, hoverinfo="skip"))
    figure.add_trace(
        go.Scatter(
            x=weeks, y=chart["high"], mode="lines", line=edge, fill="tonexty", fillcolor=colours.band, hoverinfo="skip"
        )
    )
    usual = {"color": colours.quiet, "width": 1.25}
    figure.add_trace(go.Scatter(x=weeks, y=chart["usual"], mode="lines", line=usual, hoverinfo="skip"))


def _signals(figure: go.Figure, chart: pd.DataFrame, weeks: pd.Series, colours: Palette) -> None:
    for signal, colour in (("high", colours.high), ("low", colours.low)):
        at = [place for place, found in enumerate(chart["signal"]) if found == signal]
        if at:
            shares = [float(chart["share"].iloc[place]) for place in at]
            edge = {"width": 1.5, "color": colours.ground}
            marker = {"symbol": SIGNALS[signal][0], "size": 13, "color": colour, "line": edge}
            points = {"x": weeks.iloc[at], "y": shares, "mode": "markers", "marker": marker, "hoverinfo": "skip"}
            figure.add_trace(go.Scatter(**points))
            _name(figure, signal, weeks, dict(zip(at, shares, strict=True)), colour)


def _name(figure: go.Figure, signal: str, weeks: pd.Series, shares: dict[int, float], colour: str) -> None:
    """One label for all weeks of a kind, at the farthest of them."""
    farthest = max(shares, key=lambda place: shares[place] if signal == "high" else -shares[place])
    figure.add_annotation(
        x=weeks.iloc[farthest],
        y=shares[farthest],
        text=SIGNALS[signal][1],
        showarrow=False,
        font={"color": colour},
        yshift=17 if signal == "high" else -17,
        xanchor="right" if farthest > len(weeks) * 0.75 else "left" if farthest < len(weeks) * 0.25 else "center",
    )


def _ring(figure: go.Figure, own: pd.DataFrame, colours: Palette) -> None:
    ring = {"symbol": "circle-open", "size": 14, "color": colours.line, "line": {"width": 2}}
    figure.add_trace(
        go.Scatter(x=pd.to_datetime(own["week"]), y=own["share"], mode="markers", marker=ring, hoverinfo="skip")
    )


def _levels(figure: go.Figure, chart: pd.DataFrame, goal: float, top: float, colours: Palette) -> None:
    figure.add_hline(y=goal, line={"color": colours.goal, "width": 1.5, "dash": "dash"})
    texts, heights, shades = [f"Goal {wording.percent(goal)}"], [goal], [colours.goal]
    last = chart.dropna(subset=["usual"]).tail(1)
    for _, row in last.iterrows():
        texts += [f"Average {wording.percent(row['usual'])}", "Usual range"]
        heights += [row["usual"], min(row["high"], top * 0.97)]
        shades += [colours.quiet_text, colours.quiet_text]
    for text, at, shade in zip(texts, apart(heights, top * 0.075), shades, strict=True):
        end_label(figure, at, text, shade)


def _told(chart: pd.DataFrame) -> list[str]:
    rows = zip(pd.to_datetime(chart["week"]), chart["late"], chart["stopped"], chart["share"], strict=True)
    return [
        f"{wording.week_title(week.date())}<br>{late} of {stopped} late ({wording.percent(share, digits=1)})"
        for week, late, stopped, share in rows
    ]


def _dates(at: pd.Series) -> list[str]:
    years = at.dt.year.tolist()
    fresh = [i == 0 or year != years[i - 1] for i, year in enumerate(years)]
    return [wording.short_day(when) + (f"<br>{when:%Y}" if new else "") for when, new in zip(at, fresh, strict=True)]


def _top(chart: pd.DataFrame, goal: float) -> float:
    # The band of early weeks can be wide: it may leave the picture, the weeks themselves may not.
    highest = max([goal, *chart["share"].dropna(), *chart["high"].dropna().tail(1)])
    step = _step(highest)
    return min(1.05, (int(highest / step + 0.35) + 1) * step)


def _step(highest: float) -> float:
    return 0.05 if highest <= 0.2 else 0.1 if highest <= 0.45 else 0.25
