"""Weeks as blocks: what came in, when business was open and who was on duty in each week of a history.

A week keeps what made it: its Monday peak and its bursts, its bank holidays, who was away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.demand import WEEK, Demand
from models.desk.kernel import Floats, Ints

DAYS = 7
REGULAR = 0.5
# A trace so many hours outside the company's day says that somebody had another shift.
SHIFTED = 0.4
# A last week that ends before so many hours of it is not whole.
WHOLE = 4.5 * 24


@dataclass(frozen=True)
class Week:
    """One week: windows (from, until; hours of the week) of each calendar, and the same of each technician's duty."""

    windows: tuple[Floats, ...]
    duty: tuple[Floats, ...]
    tickets: Ints


@dataclass(frozen=True)
class Weeks:
    """Every whole week of a history; `ordinary`: a week without holidays in which everybody is there.

    technicians: whoever left a trace, the most often seen first. regulars: how many of them are there most days.
    """

    weeks: tuple[Week, ...]
    ordinary: Week
    technicians: tuple[str, ...]
    regulars: int

    def __len__(self) -> int:
        """How many weeks."""
        return len(self.weeks)


def weeks_of(demand: Demand, hours: pd.DataFrame, days: pd.DataFrame) -> Weeks:
    """Cut a history; hours and days: the frames `desk_hours` and `technician_days` of pipelines.measure.staffing.

    The first and the last week are left out where they are not whole.
    """
    first = 0 if demand.opened[0] < WEEK / 3 else 1
    last = max(int(demand.opened[-1] // WEEK) - int(demand.opened[-1] % WEEK < WHOLE), first)
    windows = _windows(demand, hours, last + 1)
    names = tuple(days["technician"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index)
    seen = _seen(demand, days, names, last + 1)
    tickets = [np.flatnonzero(demand.week == number) for number in range(last + 1)]
    weeks = tuple(
        Week(windows[at], tuple(duty_of(windows[at][0], own) for own in seen[at]), tickets[at])
        for at in range(first, last + 1)
    )
    longest = max(weeks, key=lambda week: float(np.diff(week.windows[0]).sum())).windows
    ordinary = Week(longest, (longest[0],) * len(seen[0]), np.empty(0, np.int64))
    return Weeks(weeks, ordinary, names, _regulars(seen, longest[0]))


def _regulars(seen: Floats, windows: Floats) -> int:
    """How many are there on at least half of the working days; else how many are there on a usual one."""
    there = np.isfinite(seen[:, :, np.unique((windows[:, 0] // 24).astype(int)), 0])
    return int((there.mean(axis=(0, 2)) >= REGULAR).sum()) or max(round(float(there.sum(axis=1).mean())), 1)


def _windows(demand: Demand, hours: pd.DataFrame, count: int) -> list[tuple[Floats, ...]]:
    monday = pd.Timestamp(demand.monday)
    cut: list[tuple[Floats, ...]] = []
    spans = [
        np.column_stack([(own[name] - monday) / pd.Timedelta(hours=1) for name in ("opens_at", "closes_at")])
        for _, own in hours.groupby("calendar_id")
    ]
    for number in range(count):
        start, end = number * WEEK, (number + 1) * WEEK
        inside = [own[(own[:, 0] < end) & (own[:, 1] > start)] for own in spans]
        cut.append(tuple(np.clip(own, start, end) - start for own in inside))
    return cut


def _seen(demand: Demand, days: pd.DataFrame, names: Sequence[str], count: int) -> Floats:
    """[week, technician, day, first and last hour]: what the history has of them; everybody, where it has nothing."""
    if not names:
        return np.full((count, 1, DAYS, 2), 12.0)
    seen = np.full((count, len(names), DAYS, 2), np.nan)
    day = ((pd.to_datetime(days["day"]) - pd.Timestamp(demand.monday)) / pd.Timedelta(days=1)).to_numpy(int)
    place = {name: number for number, name in enumerate(names)}
    who = np.array([place[name] for name in days["technician"]], int)
    inside = (day >= 0) & (day < count * DAYS)
    told = days[["first_hour", "last_hour"]].to_numpy(float)[inside]
    seen[day[inside] // DAYS, who[inside], day[inside] % DAYS] = told
    return seen


def duty_of(windows: Floats, seen: Floats) -> Floats:
    """Duty in one week, of the company's windows (hours of the week) and the first and last hour seen each day.

    On a day without a trace nobody is there. An early or a late shift is as long as the company's day; on a day on
    which the company is closed, duty is from the first trace to the last.
    """
    shifts = [_shift(windows, day, *hours) for day, hours in enumerate(seen) if np.isfinite(hours[0])]
    return np.concatenate(shifts) if shifts else np.empty((0, 2))


def _shift(windows: Floats, day: int, first: float, last: float) -> Floats:
    own = windows[(windows[:, 0] >= day * 24) & (windows[:, 0] < day * 24 + 24)]
    if not len(own):
        return np.array([[first, max(last, first + 1)]]) + day * 24
    opens, closes = own[0, 0] - day * 24, own[-1, 1] - day * 24
    if first < opens - SHIFTED:
        return np.asarray(own + np.floor(first * 2) / 2 - opens)
    return np.asarray(own + np.ceil(last * 2) / 2 - closes) if last > closes + SHIFTED else own
