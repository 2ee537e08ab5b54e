"""The slow truth about business seconds: each minute of three years is looked at, and nothing of the product is used.

A minute is open when its local wall time lies in a window of its local day, or in the overflow of the night before.
Time zones come from the `tzdata` package, whose version is pinned, and not from the operating system.
"""

import zoneinfo
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FIRST, PAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
ORIGIN = int(FIRST.timestamp())
MINUTES = int((PAST - FIRST).total_seconds()) // 60
DAYS_AROUND = 2

Minutes = NDArray[np.int64]
Open = NDArray[np.bool_]
Pause = tuple[int, int]

# Where a holiday falls on a weekend, both the day and its substitute are closed.
ENGLAND = frozenset(
    date(year, month, day)
    for year, days in {
        2024: ((1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)),
        2025: ((1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)),
        2026: ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 26), (12, 28)),
        2027: ((1, 1),),
    }.items()
    for month, day in days
)


@dataclass(frozen=True)
class OracleCalendar:
    """Windows in minutes of the local day by weekday (0 = Monday); an end past 1440 runs into the next day."""

    zone: str
    week: Mapping[int, tuple[tuple[int, int], ...]]
    closed: frozenset[date] = frozenset()


def _each(days: Iterable[int], *windows: tuple[int, int]) -> dict[int, tuple[tuple[int, int], ...]]:
    return dict.fromkeys(days, windows)


CALENDARS = (
    OracleCalendar("Europe/London", _each(range(5), (510, 1050)), ENGLAND),
    OracleCalendar("America/New_York", _each(range(5), (480, 720), (780, 1020))),
    OracleCalendar(
        "Europe/London", _each(range(5), (480, 720), (750, 900), (915, 1080)) | _each([5], (540, 780)), ENGLAND
    ),
    OracleCalendar("Europe/London", _each(range(7), (0, 1440))),
    OracleCalendar("America/New_York", _each(range(7), (1320, 1800))),
    OracleCalendar("Asia/Kolkata", _each(range(6), (570, 1110))),
    OracleCalendar("Australia/Lord_Howe", _each(range(7), (105, 135), (480, 1080))),
    OracleCalendar("Europe/London", _each(range(7), (30, 70), (75, 90), (105, 300), (1200, 1470)), ENGLAND),
    OracleCalendar("Pacific/Chatham", _each(range(3), (1080, 1620)) | _each([3, 4, 6], (150, 200), (300, 1000))),
)


@contextmanager
def pinned_time_zones() -> Iterator[None]:
    """Inside, zoneinfo finds no zone of the operating system and falls back to the pinned package."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(())
    try:
        yield
    finally:
        zoneinfo.reset_tzpath(before)


@cache
def wall_minutes(zone: str) -> Minutes:
    """The local wall time of each UTC minute, in minutes since the local midnight of year 1, day 0."""
    with pinned_time_zones():
        local = zoneinfo.ZoneInfo.no_cache(zone)
    walls = (datetime.fromtimestamp(ORIGIN + 60 * minute, local) for minute in range(MINUTES))
    return np.fromiter((w.toordinal() * 1440 + w.hour * 60 + w.minute for w in walls), np.int64, MINUTES)


def clock_changes(zone: str) -> Minutes:
    """Seconds since the origin at which the wall clock of the zone jumps."""
    return (np.flatnonzero(np.diff(wall_minutes(zone)) != 1) + 1) * 60


@cache
def open_minutes(calendar: int) -> Open:
    """Whether the calendar is open in each UTC minute."""
    drawn = CALENDARS[calendar]
    first = FIRST.date() - timedelta(days=DAYS_AROUND)
    days = (PAST.date() - first).days + DAYS_AROUND
    opened = np.zeros((days + 2) * 1440, np.bool_)
    for number in range(days):
        day = first + timedelta(days=number)
        for opens, closes in () if day in drawn.closed else drawn.week.get(day.weekday(), ()):
            opened[number * 1440 + opens : number * 1440 + closes] = True
    return opened[wall_minutes(drawn.zone) - first.toordinal() * 1440]


def open_seconds(opened: Open, begins: int, ends: int) -> int:
    """Open seconds from begin to end, in seconds since the origin: whole minutes, less and more at the two ends."""
    whole = 60 * int(opened[begins // 60 : ends // 60].sum())
    return whole - int(opened[begins // 60]) * (begins % 60) + int(opened[ends // 60]) * (ends % 60)


def business_seconds(calendar: int, started: int, read: int, pauses: Iterable[Pause]) -> tuple[int, int]:
    """Open seconds of a clock that ran, and that stood: time under several pauses stood once."""
    opened, pauses = open_minutes(calendar), list(pauses)
    edges = sorted({started, read} | {edge for pause in pauses for edge in pause if started < edge < read})
    counted = {True: 0, False: 0}
    for begins, ends in pairwise(edges):
        stood = any(paused <= begins and ends <= resumed for paused, resumed in pauses)
        counted[stood] += open_seconds(opened, begins, ends)
    return counted[False], counted[True]
