"""Business hours on the wall clock of a simulation: made from windows, counted, walked along."""

from collections.abc import Sequence

import numpy as np

from models.desk.kernel import Floats, Hours, Ints

Windows = Sequence[tuple[float, float]] | Floats


def open_hours(calendars: Sequence[Windows]) -> Hours:
    """The hours of calendars, each a sequence of windows (hours from, until) in order that do not overlap.

    The last window of each never closes, so that every instant after it counts.
    """
    width = max(len(windows) for windows in calendars) + 1
    opens, closes = np.full((2, len(calendars), width), np.inf)
    sums = np.zeros((len(calendars), width))
    for number, windows in enumerate(calendars):
        starts, ends = np.asarray(windows, float).reshape(-1, 2).T
        opens[number, : len(starts)], closes[number, : len(starts)] = starts, [*ends[:-1], np.inf]
        sums[number, 1 : len(ends)] = np.cumsum(ends - starts)[:-1]
    clock = np.arange(int(opens[np.isfinite(opens)].max()) + 2, dtype=float)
    near = np.stack([np.searchsorted(row, clock, side="right") for row in closes])
    return Hours(near.astype(np.int64), opens, closes, sums)


def open_until(hours: Hours, calendar: Ints, at: Floats) -> Floats:
    """Business hours from hour 0 to each instant, on each one's calendar; infinite for never."""
    passed = np.full(len(at), np.inf)
    for number in np.unique(calendar):
        own = np.flatnonzero((calendar == number) & np.isfinite(at))
        place = np.searchsorted(hours.closes[number], at[own], side="right")
        passed[own] = hours.sums[number, place] + np.maximum(at[own] - hours.opens[number, place], 0)
    return passed


def later(hours: Hours, calendar: Ints, at: Floats, gap: Floats) -> Floats:
    """The instant by which so many business hours have passed since each; not a number where the gap is none."""
    passed = open_until(hours, calendar, at) + gap
    instants = np.full(len(at), np.nan)
    for number in np.unique(calendar):
        own = np.flatnonzero((calendar == number) & np.isfinite(passed))
        windows = int(np.isfinite(hours.opens[number]).sum())
        sums, opens = hours.sums[number, :windows], hours.opens[number, :windows]
        place = np.maximum(np.searchsorted(sums, passed[own], side="left") - 1, 0)
        instants[own] = opens[place] + passed[own] - sums[place]
    return instants
