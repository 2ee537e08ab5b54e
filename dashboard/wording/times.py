"""Business seconds, days and moments in words."""

import math
from datetime import date, datetime, timedelta

from dashboard.wording.numbers import DASH, counted

MINUTE = 60
HOUR = 3600
MANY_DAYS = 10


def business(seconds: float | None, day_seconds: int) -> str:
    """Business seconds in a calendar whose day has `day_seconds`: "25 min", "2 h 10 min", "1 business day 2 h"."""
    if seconds is None or math.isnan(float(seconds)):
        return DASH
    if seconds < MINUTE:
        return "under 1 min" if seconds else "0 min"
    if seconds >= day_seconds:
        return _days(float(seconds), day_seconds)
    minutes = round(seconds / MINUTE)
    return f"{minutes} min" if minutes < MINUTE else _joined(f"{minutes // 60} h", minutes % 60, "min")


def _days(seconds: float, day_seconds: int) -> str:
    hours = round(seconds / HOUR)
    day_hours = day_seconds / HOUR
    days = int(hours // day_hours)
    if days >= MANY_DAYS:
        return f"{seconds / day_seconds:,.0f} business days"
    return _joined(counted(max(days, 1), "business day"), round(hours - days * day_hours) if days else 0, "h")


def _joined(first: str, rest: int, unit: str) -> str:
    return f"{first} {rest} {unit}" if rest else first


def hours(seconds: float | None) -> str:
    """Business seconds as hours for a column of them: 63360 -> "17.6"; under an hour with two digits."""
    if seconds is None or math.isnan(float(seconds)):
        return DASH
    told = seconds / HOUR
    return f"{told:.2f}" if told < 1 else f"{told:,.1f}"


def window(opens: int, closes: int) -> str:
    """Seconds of a day -> "08:30 to 17:30"."""
    return f"{_time(opens)} to {_time(closes)}"


def _time(second: int) -> str:
    return f"{second // HOUR:02d}:{second % HOUR // MINUTE:02d}"


def day(when: date) -> str:
    """"Fri 20 Nov 2026"."""
    return f"{when:%a} {when.day} {when:%b %Y}"


def short_day(when: date) -> str:
    """"20 Nov"."""
    return f"{when.day} {when:%b}"


def moment(when: datetime | None) -> str:
    """"Mon 16 Nov 2026, 12:48"; nothing known -> a dash."""
    return DASH if when is None or when != when else f"{day(when)}, {when:%H:%M}"  # noqa: PLR0124 - NaT is not itself


def week_title(monday: date) -> str:
    """"Week of 26 October 2026"."""
    return f"Week of {monday.day} {monday:%B %Y}"


def week_span(monday: date) -> str:
    """"26 Oct to 1 Nov 2026"."""
    sunday = monday + timedelta(days=6)
    return f"{short_day(monday)} to {short_day(sunday)} {sunday:%Y}"
