"""What all figures share: no tools, no zoom, no background of their own."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.palette import Palette

CONFIG: dict[str, Any] = {"displayModeBar": False, "showTips": False, "doubleClick": False}
FONT_SIZE = 13


def framed(
    figure: go.Figure, height: int, *, left: int = 8, right: int = 8, top: int = 8, bottom: int = 8
) -> go.Figure:
    """Fixed ranges on a clear ground; the margins are ours, so that nothing jumps while a chart draws."""
    figure.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        font={"size": FONT_SIZE},
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(fixedrange=True, zeroline=False, title=None, tickfont={"size": FONT_SIZE})
    figure.update_yaxes(fixedrange=True, zeroline=False, title=None, tickfont={"size": FONT_SIZE})
    return figure


def titled(figure: go.Figure, text: str, colours: Palette) -> go.Figure:
    """A framed figure whose axis below says what it counts."""
    return figure.update_xaxes(title={"text": text, "font": {"size": FONT_SIZE, "color": colours.quiet_text}})


def end_label(figure: go.Figure, at: float, text: str, colour: str) -> None:
    """A label to the right of the last point, in place of a legend."""
    figure.add_annotation(
        xref="paper",
        x=1.0,
        xanchor="left",
        xshift=8,
        y=at,
        yanchor="middle",
        text=text,
        showarrow=False,
        font={"color": colour},
    )


def apart(wanted: Sequence[float], gap: float) -> list[float]:
    """Heights as near to the wanted ones as can be with `gap` between neighbours, in the order given."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [wanted[i] for i in order]
    for _ in range(50):
        for below in range(len(placed) - 1):
            short = gap - (placed[below + 1] - placed[below])
            if short > 0:
                placed[below] -= short / 2
                placed[below + 1] += short / 2
    heights = [0.0] * len(wanted)
    for place, i in enumerate(order):
        heights[i] = placed[place]
    return heights
