"""Business hours as people say them, as a grid to edit, and back."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard.wording import rules as words
from pipelines.settings import MOST_WINDOWS_A_DAY, WEEKDAYS, Calendar, DailyWindow

DAY = "Day"
OPEN = tuple(f"Open {number}" for number in range(1, MOST_WINDOWS_A_DAY + 1))
Week = Mapping[str, Sequence[str]]


def week_of(windows: Sequence[DailyWindow]) -> dict[str, list[str]]:
    """The open times of each weekday, as settings write them."""
    return {
        day: [words.window(one.opens_second, one.closes_second) for one in windows if one.weekday == number]
        for number, day in enumerate(WEEKDAYS, start=1)
    }


def spoken(week: Week) -> str:
    """Hours in words: "Monday to Friday 08:30-17:30, Saturday 09:00-13:00"."""
    days = [(day, tuple(week.get(day, ()))) for day in WEEKDAYS]
    parts = [
        words.days_open([day for day, _ in together], times)
        for times, run in groupby(days, key=lambda one: one[1])
        if (together := list(run)) and times
    ]
    return words.hours(parts, round_the_clock=all(times == ("00:00-24:00",) for _, times in days))


def grid(calendar: Calendar | None) -> pd.DataFrame:
    """One row a weekday, one column a time that it is open; empty text where it is not."""
    week = week_of(calendar.windows if calendar else ())
    rows = [[day.capitalize(), *week[day], *[""] * (len(OPEN) - len(week[day]))] for day in WEEKDAYS]
    return pd.DataFrame(rows, columns=[DAY, *OPEN])


def from_grid(table: pd.DataFrame) -> dict[str, list[str]]:
    """The weekdays that are open, as settings write them."""
    week = {
        day: [text for cell in row[1:] if (text := words.typed_window(cell))]
        for day, row in zip(WEEKDAYS, table.itertuples(index=False, name=None), strict=True)
    }
    return {day: times for day, times in week.items() if times}


def calendar(own: Calendar | None, title: str, holidays: str, week: Week) -> dict[str, Any]:
    """A calendar as settings write it; a title that nobody touched follows the hours."""
    before = {day: times for day, times in week_of(own.windows).items() if times} if own else None
    follows = not title.strip() or (own is not None and title == own.title and week != before)
    return {"title": spoken(week) if follows else title.strip(), "holidays": holidays, **week}
