"""Counts and shares in words; a share beside a goal gets the digits that tell it from the goal."""

import pandas as pd

FEWEST = 30
TOO_FEW = "too few"
DASH = "–"
MOST_DIGITS = 3


def count(number: float | None) -> str:
    """17342 -> "17,342"; nothing known -> a dash."""
    return DASH if _unknown(number) else f"{number:,.0f}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """3 -> "3 tickets", 1 -> "1 ticket"."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def percent(share: float | None, beside: float | None = None, digits: int = 0) -> str:
    """0.0952 -> "10%"; beside a goal as many digits as keep a missed goal from looking met: 0.8996 -> "89.96%"."""
    if share is None or _unknown(share):
        return DASH
    shown = max(digits, 1) if beside is not None else digits
    while beside is not None and shown < MOST_DIGITS and _looks_met(share, beside, shown):
        shown += 1
    if 0 < share < 0.5 * 10 ** -(shown + 2):
        return f"under {10.0**-shown:.{shown}f}%"
    return f"{share * 100:.{shown}f}%"


def points(difference: float | None) -> str:
    """-0.01 -> "-1.0 pts"."""
    return DASH if difference is None or _unknown(difference) else f"{signed(difference * 100)} pts"


def signed(difference: float | None, digits: int = 1) -> str:
    """1.24 -> "+1.2", with a true minus sign; what rounds to nothing has no sign."""
    if difference is None or _unknown(difference):
        return DASH
    rounded = round(difference, digits)
    return f"{rounded:+.{digits}f}".replace("-", "\N{MINUS SIGN}") if rounded else f"{0:.{digits}f}"


def minus(change: float) -> str:
    """The sign in front of a change that is worded without one."""
    return "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else ""


def ratio(times: float | None) -> str:
    """3.62 -> "3.6×"; beside the target itself with enough digits: 1.004 -> "1.004×"."""
    if times is None or _unknown(times):
        return DASH
    digits = next((digits for digits in (1, 2, 3) if round(times, digits) != 1), 3)
    return f"{times:,.0f}×" if times >= 100 else f"{times:.{digits}f}×"


def _looks_met(share: float, goal: float, digits: int) -> bool:
    return share != goal and round(share * 100, digits) == round(goal * 100, digits)


def _unknown(number: float | None) -> bool:
    return bool(pd.isna(number))
