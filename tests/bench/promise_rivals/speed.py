"""CPU seconds of one fit on everything that is known of each ticket."""

from collections.abc import Iterable

import pandas as pd

from models.promise.hazard import LadderHazard
from models.promise.risk import ATTRIBUTES
from models.promise.segments import clocks_of
from tests.bench.means.figure import Figure
from tests.bench.means.timing import cpu_seconds

DAY = 86400


def speed_figures(frame: pd.DataFrame, *, big: bool) -> Iterable[Figure]:
    """The history as it is; with `big` ten of it, each a year older and under other numbers."""
    yield _fitted(frame, 10)
    if big:
        copies = [frame.assign(ticket_id=frame["ticket_id"] + f"/{number}", age_seconds=frame["age_seconds"] + number * 365 * DAY) for number in range(10)]
        yield _fitted(pd.concat(copies, ignore_index=True), 180)


def _fitted(frame: pd.DataFrame, goal: float) -> Figure:
    seconds = cpu_seconds(lambda: LadderHazard().fit(frame[ATTRIBUTES], clocks_of(frame)))
    return Figure(f"a fit on {len(frame):,} tickets", seconds, "CPU s", goal)
