"""One ticket's clock along the calendar: where it ran in time, ran over, waited, or the desk was closed."""

from datetime import datetime

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import framed
from dashboard.charts.palette import Palette

HEIGHT = 150
NAMES = {
    "runs": "Runs",
    "in_time": "Runs, in time",
    "over": "Runs, over its target",
    "waits": "Waits",
    "closed": "Desk closed",
}
LEGEND = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.08, "yanchor": "bottom", "traceorder": "normal"}


def ticket_clock(stretches: pd.DataFrame, passed: datetime | None, colours: Palette) -> go.Figure:
    """stretches: begins_at, ends_at, does (digest.ticket_clock); passed: when its target was reached."""
    running = {"runs": colours.line, "in_time": colours.line, "over": colours.high}
    shades = {**running, "waits": colours.band, "closed": colours.neutral_cell}
    figure = go.Figure()
    for does, name in NAMES.items():
        own = stretches[stretches["does"] == does]
        if own.empty:
            continue
        marker = {"color": shades[does], "line": {"width": 0}}
        if does == "waits":
            # Colour never alone: waiting is hatched.
            marker["pattern"] = {"shape": "/", "size": 6, "solidity": 0.35, "fgcolor": colours.quiet}
        figure.add_trace(
            go.Bar(
                base=own["begins_at"], x=_milliseconds(own), y=[0] * len(own),
                orientation="h", width=0.8, name=name, marker=marker, customdata=_told(own, name),
                hovertemplate="%{customdata}<extra></extra>",
            )
        )  # fmt: skip
    if passed is not None:
        figure.add_vline(x=passed, line={"color": colours.goal, "width": 1.75, "dash": "dash"})
    figure.update_xaxes(
        type="date",
        tickformat="%-d %b<br>%H:%M",
        showgrid=False,
        nticks=8,
        range=[stretches["begins_at"].min(), stretches["ends_at"].max()],
    )
    figure.update_yaxes(visible=False, range=[-0.5, 0.5])
    framed(figure, HEIGHT, left=8, right=16, top=40, bottom=36)
    return figure.update_layout(
        barmode="overlay", showlegend=True, legend={**LEGEND, "itemclick": False, "itemdoubleclick": False}
    )


def _milliseconds(own: pd.DataFrame) -> pd.Series:
    # In the hour that a clock change repeats, local time goes back.
    return ((own["ends_at"] - own["begins_at"]).dt.total_seconds() * 1000).clip(lower=0)


def _told(own: pd.DataFrame, name: str) -> list[str]:
    return [
        f"{name}<br>{wording.moment(begins)} to {wording.moment(ends)}"
        for begins, ends in zip(own["begins_at"], own["ends_at"], strict=True)
    ]
