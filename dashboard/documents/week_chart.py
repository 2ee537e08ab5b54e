"""A client's weeks as a picture for paper: in time and late, a bar a week; told by pattern as well as by colour."""

import io
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDE, HIGH, DOTS = 6.6, 1.75, 200
KEPT, LATE, UNTOLD, INK = "#14877a", "#d1560b", "#9aa5b3", "#5b6675"
# The font comes with the library, so the picture is the same everywhere.
LOOK: Any = {"font.family": "DejaVu Sans", "font.size": 7, "hatch.linewidth": 0.8}


def png(weeks: pd.DataFrame, *, has_targets: bool) -> bytes:
    """The picture; weeks: week, met, late, opened. Without targets it shows what was opened."""
    with mpl.rc_context(LOOK):
        figure = Figure(figsize=(WIDE, HIGH), dpi=DOTS, layout="constrained")
        axes = figure.subplots()
        names = [f"{pd.Timestamp(week):%d %b}".lstrip("0") for week in weeks["week"]]
        if has_targets:
            axes.bar(names, weeks["met"], color=KEPT, width=0.66, label="In time")
            # A bar of no height would still draw its edge.
            late, met = (weeks[name].where(weeks["late"] > 0) for name in ("late", "met"))
            axes.bar(names, late, bottom=met, color="white", edgecolor=LATE, hatch="////", width=0.66, label="Late")
        else:
            axes.bar(names, weeks["opened"], color=UNTOLD, width=0.66, label="Opened")
        _quiet(axes)
        out = io.BytesIO()
        figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _quiet(axes: "Axes") -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color("#c9d1db")
    axes.tick_params(colors=INK, length=0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.grid(axis="y", color="#e3e6eb", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.margins(y=0.12)
    axes.legend(loc="upper left", bbox_to_anchor=(0, 1.22), ncols=2, frameon=False, labelcolor=INK, handlelength=1.2)
