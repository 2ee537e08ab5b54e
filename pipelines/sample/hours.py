"""Business hours of the sample's calendars: counted and walked along."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import holidays

from pipelines.sample.instants import days, local_instant

YEARS = (2024, 2025, 2026, 2027)
SATURDAY = 5


class Hours:
    """Open windows in order, in seconds."""

    def __init__(self, windows: Sequence[tuple[int, int]]) -> None:
        """Keep the windows and what they sum to."""
        self.opens = [opens for opens, _ in windows]
        self.closes = [closes for _, closes in windows]
        self.sums = [0, *accumulate(closes - opens for opens, closes in windows)]

    def is_open(self, instant: int) -> bool:
        """Whether a window holds the instant."""
        place = bisect_right(self.opens, instant) - 1
        return place >= 0 and instant < self.closes[place]

    def until(self, instant: int) -> int:
        """Open seconds from the first window to the instant."""
        place = bisect_right(self.opens, instant) - 1
        return 0 if place < 0 else self.sums[place] + min(instant, self.closes[place]) - self.opens[place]

    def between(self, start: int, end: int) -> int:
        """Open seconds from start to end."""
        return self.until(end) - self.until(start)

    def after(self, start: int, seconds: int) -> int:
        """The instant by which so many open seconds have passed since start."""
        wanted = self.until(start) + seconds
        place = min(bisect_right(self.sums, wanted), len(self.opens)) - 1
        return self.opens[place] + wanted - self.sums[place]


def bank_holidays() -> frozenset[date]:
    """Days on which England does not work."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=YEARS))


def calendar_hours(written: Mapping[str, Any], first: date, last: date) -> Hours:
    """The open windows of a calendar over a span with room on both sides."""
    closed = bank_holidays() if written["holidays"] else frozenset()
    span = [day for day in days(first - timedelta(days=10), last + timedelta(days=150)) if day not in closed]
    windows = [(day, written.get(_day_name(day))) for day in span]
    return Hours([(local_instant(day, w[0]), local_instant(day, w[1])) for day, w in windows if w])


def _day_name(day: date) -> str:
    names = {SATURDAY: "saturday", SATURDAY + 1: "sunday"}
    return names.get(day.weekday(), "weekdays")
