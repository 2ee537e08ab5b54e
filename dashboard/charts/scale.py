"""The axis of business time: logarithmic, with marks that an owner would name."""

import math
from collections.abc import Iterable

MINUTE, HOUR = 60, 3600
MINUTES = (1, 5, 15)
HOURS = (1, 4)
DAYS = (1, 3, 10, 30, 100, 300)


def time_marks(low: float, high: float, day_seconds: int, most: int = 7) -> tuple[list[float], list[str]]:
    """Where the marks stand, in seconds, and what they say."""
    every = [(minute * MINUTE, f"{minute} min") for minute in MINUTES]
    every += [(hour * HOUR, f"{hour} h") for hour in HOURS if hour * HOUR < day_seconds]
    every += [(day * day_seconds, "1 day" if day == 1 else f"{day} days") for day in DAYS]
    inside = [(at, text) for at, text in every if low <= at <= high]
    step = math.ceil(len(inside) / most) if inside else 1
    kept = inside[::-step][::-1]
    return [float(at) for at, _ in kept], [text for _, text in kept]


def time_range(seconds: Iterable[float]) -> tuple[float, float]:
    """From the shortest to the longest, at least a minute and never a single point."""
    known = [max(float(value), MINUTE) for value in seconds if value == value]  # noqa: PLR0124 - a missing one is not itself
    if not known:
        return MINUTE, HOUR
    low, high = min(known), max(known)
    return low / 1.2, max(high, low * 4) * 1.2


def log_range(low: float, high: float) -> list[float]:
    """A range as a logarithmic axis wants it."""
    return [math.log10(low), math.log10(high)]
