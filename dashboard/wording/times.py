"""Business seconds, days and moments in words."""

from datetime import date, datetime, timedelta

import pandas as pd

from dashboard.wording.numbers import DASH, counted

MINUTE = 60
HOUR = 3600
MANY_DAYS = 10
MANY_HOURS = 100
NO_DAY = 10**12


def business(seconds: float | None, day_seconds: int) -> str:
    """Business seconds in a calendar whose day has `day_seconds`: "25 min", "2 h 10 min", "1 business day 2 h"."""
    if seconds is None or pd.isna(seconds):
        return DASH
    if seconds < MINUTE:
        return "under 1 min" if seconds else "0 min"
    if seconds >= day_seconds:
        return _days(float(seconds), day_seconds)
    minutes = round(seconds / MINUTE)
    return f"{minutes} min" if minutes < MINUTE else _joined(f"{minutes // 60:,} h", minutes % 60, "min")


def _days(seconds: float, day_seconds: int) -> str:
    hours = round(seconds / HOUR)
    day_hours = day_seconds / HOUR
    days = int(hours // day_hours)
    if days >= MANY_DAYS:
        return f"{seconds / day_seconds:,.0f} business days"
    return _joined(counted(max(days, 1), "business day"), round(hours - days * day_hours) if days else 0, "h")


def _joined(first: str, rest: int, unit: str) -> str:
    return f"{first} {rest} {unit}" if rest else first


def elapsed(seconds: float | None) -> str:
    """Business time of one ticket in hours: its client's business day may be longer or shorter than the company's."""
    return business(seconds, NO_DAY)


def spent(seconds: float | None, day_seconds: int) -> str:
    """For sentences: says once that it is business time."""
    told = business(seconds, day_seconds)
    return told if "business" in told else f"{told} of business time"


def brief(seconds: float | None) -> str:
    """Business seconds where there is room for one number: "12 min", "15.4 h", "606 h"."""
    if seconds is None or pd.isna(seconds):
        return DASH
    if round(seconds / MINUTE) < MINUTE:
        return f"{seconds / MINUTE:.0f} min"
    return f"{seconds / HOUR:,.{0 if seconds >= MANY_HOURS * HOUR else 1}f} h"


def trimmed(hours: float) -> str:
    """Hours without digits that say nothing: 4.0 -> "4", 0.25 -> "0.25"."""
    return f"{hours:,.2f}".rstrip("0").rstrip(".")


def full_day(when: date) -> str:
    """Such as "28 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def day(when: date) -> str:
    """Such as "Fri 20 Nov 2026"."""
    return f"{when:%a} {when.day} {when:%b %Y}"


def short_day(when: date) -> str:
    """Such as "20 Nov"."""
    return f"{when.day} {when:%b}"


def moment(when: datetime | None) -> str:
    """Such as "Mon 16 Nov 2026, 12:48"; nothing known -> a dash."""
    return DASH if when is None or pd.isna(when) else f"{day(when)}, {when:%H:%M}"


def short_moment(when: datetime | None) -> str:
    """Such as "16 Nov 2026, 12:48"; nothing known -> a dash."""
    return DASH if when is None or pd.isna(when) else f"{short_day(when)} {when:%Y, %H:%M}"


def week_title(monday: date) -> str:
    """Such as "Week of 26 October 2026"."""
    return f"Week of {monday.day} {monday:%B %Y}"


def week_span(monday: date) -> str:
    """Such as "26 Oct to 1 Nov 2026"."""
    sunday = monday + timedelta(days=6)
    return f"{short_day(monday)} to {short_day(sunday)} {sunday:%Y}"
