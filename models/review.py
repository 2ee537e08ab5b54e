"""News or noise: whether a week is out of the usual range, and which issue types made the difference.

A p-chart with limits from each week's own number of tickets, widened where weeks scatter more than chance alone makes
them (Laney's p-prime chart, 2002), so that an ordinary bad week raises no alarm.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

import numpy as np
import pandas as pd

from models.shares import wilson

__all__ = ["WeekKind", "WeekVerdict", "control_chart", "differences", "verdict", "wilson"]

WEEKS_BEFORE = 26
FEWEST_WEEKS = 8
FEWEST_TICKETS = 30
SIGMAS = 3.0
SHIFT = 8
MOVING_RANGE = 1.128


class WeekKind(StrEnum):
    """What can be said of a week."""

    NORMAL = "normal"
    UNUSUALLY_HIGH = "unusually_high"
    UNUSUALLY_LOW = "unusually_low"
    TOO_FEW = "too_few"
    TOO_YOUNG = "too_young"
    NO_TARGETS = "no_targets"


@dataclass(frozen=True)
class WeekVerdict:
    """One week's late share beside its usual range; shares are None where there are too few tickets to say."""

    kind: WeekKind
    week: date
    stopped: int
    late: int
    share: float | None
    usual: float | None
    low: float | None
    high: float | None
    open_and_over: int
    goal: float


def control_chart(weekly: pd.DataFrame) -> pd.DataFrame:
    """Late share per week with its usual range, from the weeks before each one; `signal` is "", "high" or "low".

    A week signals when it leaves its limits, or when it is the eighth in a row on one side of the usual.
    """
    late, tickets = weekly["late"].to_numpy(float), (weekly["met"] + weekly["late"]).to_numpy(float)
    rows = [_one_week(late, tickets, i) for i in range(len(weekly))]
    chart = pd.DataFrame(rows, columns=["share", "usual", "low", "high"], dtype=float)
    chart.insert(0, "week", weekly["week"].to_numpy())
    chart.insert(1, "stopped", tickets.astype(int))
    chart.insert(2, "late", late.astype(int))
    chart["signal"] = _signals(chart)
    return chart


def _one_week(late: np.ndarray, tickets: np.ndarray, i: int) -> tuple[float, float, float, float]:
    """Share, usual share and limits of week `i`; limits from earlier weeks only, so that a week never hides itself."""
    earlier = np.arange(max(0, i - WEEKS_BEFORE), i)
    earlier = earlier[tickets[earlier] > 0]
    share = late[i] / tickets[i] if tickets[i] else np.nan
    if len(earlier) < FEWEST_WEEKS or not tickets[i]:
        return share, np.nan, np.nan, np.nan
    usual = late[earlier].sum() / tickets[earlier].sum()
    noise = sqrt(usual * (1 - usual))
    scatter = 1.0
    if noise > 0:
        scores = (late[earlier] / tickets[earlier] - usual) / (noise / np.sqrt(tickets[earlier]))
        scatter = max(1.0, float(np.abs(np.diff(scores)).mean()) / MOVING_RANGE)
    half = SIGMAS * scatter * noise / sqrt(tickets[i])
    return share, usual, max(0.0, usual - half), min(1.0, usual + half)


def _signals(chart: pd.DataFrame) -> list[str]:
    shares, usual = chart["share"].to_numpy(float), chart["usual"].to_numpy(float)
    low, high = chart["low"].to_numpy(float), chart["high"].to_numpy(float)
    # A share that stays the same ends a hair beside its own average: that is no side.
    sides = np.nan_to_num(np.sign(np.round(shares - usual, 9))).astype(int)
    signals, run = [], 0
    for i, side in enumerate(sides):
        run = run + side if side and run * side >= 0 else side
        outside = int(shares[i] > high[i]) - int(shares[i] < low[i])
        shifted = int(np.sign(run)) if abs(run) >= SHIFT else 0
        signals.append({1: "high", -1: "low"}.get(outside or shifted, ""))
    return signals


def verdict(weekly: pd.DataFrame, week: date, goal: float = 0.1) -> WeekVerdict:
    """What one week says beside the ones before it; `goal` is the share of late tickets that the owner accepts."""
    chart = control_chart(weekly)
    at = np.flatnonzero(pd.to_datetime(chart["week"]).dt.date == week)
    if not len(at):
        return WeekVerdict(WeekKind.TOO_FEW, week, 0, 0, None, None, None, None, 0, goal)
    i = int(at[0])
    stopped, late = int(chart["stopped"].iloc[i]), int(chart["late"].iloc[i])
    share, usual, low, high = (_told(chart[name].iloc[i]) for name in ("share", "usual", "low", "high"))
    kind = _kind(stopped, usual, str(chart["signal"].iloc[i]), any_target=bool((weekly["met"] + weekly["late"]).sum()))
    if kind in (WeekKind.TOO_FEW, WeekKind.NO_TARGETS):
        share = usual = low = high = None
    return WeekVerdict(kind, week, stopped, late, share, usual, low, high, int(weekly["open_and_over"].iloc[i]), goal)


def _told(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _kind(stopped: int, usual: float | None, signal: str, *, any_target: bool) -> WeekKind:
    if not any_target:
        return WeekKind.NO_TARGETS
    if stopped < FEWEST_TICKETS:
        return WeekKind.TOO_FEW
    if usual is None:
        return WeekKind.TOO_YOUNG
    return {"high": WeekKind.UNUSUALLY_HIGH, "low": WeekKind.UNUSUALLY_LOW}.get(signal, WeekKind.NORMAL)


def differences(by_issue: pd.DataFrame) -> pd.DataFrame:
    """Late tickets per issue type beside what its own earlier share makes usual; `beyond_luck` after correction.

    Luck is judged two-sided at 5 % for all issue types of the week together (Bonferroni), against the spread of
    both the week and the weeks before it. Types without earlier tickets have no usual and are left out.
    """
    known = by_issue[(by_issue["stopped_before"] > 0) & (by_issue["stopped"] > 0)].copy()
    if known.empty:
        return pd.DataFrame(columns=["issue_type", "stopped", "late", "expected", "difference", "beyond_luck"])
    n, before = known["stopped"].to_numpy(float), known["stopped_before"].to_numpy(float)
    usual = (known["late_before"].to_numpy(float) + 0.5) / (before + 1)
    known["expected"] = n * known["late_before"].to_numpy(float) / before
    known["difference"] = known["late"] - known["expected"]
    spread = np.sqrt(n * usual * (1 - usual) * (1 + n / before))
    strict = _two_sided(0.05 / len(known))
    known["beyond_luck"] = (known["difference"].abs().to_numpy() > strict * spread) & (known["difference"].abs() >= 2)
    known = known.sort_values("difference", ascending=False, kind="stable")
    return known[["issue_type", "stopped", "late", "expected", "difference", "beyond_luck"]].reset_index(drop=True)


def _two_sided(level: float) -> float:
    """The normal quantile of a two-sided test."""
    return NormalDist().inv_cdf(1 - level / 2)
