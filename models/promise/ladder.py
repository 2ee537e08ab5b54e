"""Steps that can stand in a contract: minutes and hours within a business day, whole business days after it."""

import math
from bisect import bisect_left

HOURS = (0.25, 0.5, 1, 2, 4, 8, 12, 16)
DAYS = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 60)


def rungs(business_day_seconds: int) -> list[int]:
    """The ladder in business seconds, for a calendar whose usual day is this long."""
    hours = [int(hour * 3600) for hour in HOURS if hour * 3600 < business_day_seconds]
    return hours + [day * business_day_seconds for day in DAYS]


def rung_above(seconds: float, ladder: list[int]) -> int | None:
    """The first step that is not below a time; None where the ladder ends before."""
    if not math.isfinite(seconds):
        return None
    step = bisect_left(ladder, seconds - 1e-6)
    return ladder[step] if step < len(ladder) else None
