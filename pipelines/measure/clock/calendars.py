"""Business calendars as rows: weekly windows and holidays in local time, then UTC windows and UTC days."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import holidays

from pipelines.connection import Connection
from pipelines.errors import SettingsInvalid
from pipelines.settings import Calendar, DailyWindow

SQL = Path(__file__).parent
IN_ORDER = ("calendar_range", "zone_offset", "open_window", "day_key", "day_second", "open_until", "calendar_day")


@dataclass(frozen=True)
class PlacedCalendar:
    """A calendar of the settings in a client's time zone; ids count 1, 2, 3 ... in the order of the sequence."""

    calendar_id: int
    calendar: Calendar
    timezone: str


def write_calendars(
    connection: Connection, calendars: Sequence[PlacedCalendar], first_day: date, last_day: date
) -> None:
    """Fill the calendar tables for the UTC days from first to last, both included; raises SettingsInvalid."""
    if [placed.calendar_id for placed in calendars] != list(range(1, len(calendars) + 1)):
        raise ValueError("Calendar ids must count 1, 2, 3 ... without a gap: they are part of the day key.")
    if first_day > last_day:
        raise ValueError("The last day of the calendars lies before the first.")
    connection.run(SQL / "calendar_tables.sql")
    _fill(connection, calendars, range(first_day.year - 1, last_day.year + 2))
    for result in IN_ORDER:
        connection.run(SQL / f"{result}.sql", first_day=first_day, last_day=last_day)
    _refuse_crowded(connection)


def business_day_seconds(windows: Iterable[DailyWindow]) -> int:
    """Open seconds of the usual working day: the most frequent total of an open weekday; of equals, the longer."""
    by_weekday: dict[int, list[tuple[int, int]]] = {}
    for window in windows:
        by_weekday.setdefault(window.weekday, []).append((window.opens_second, window.closes_second))
    totals = Counter(_covered(pairs) for pairs in by_weekday.values())
    return max(totals, key=lambda seconds: (totals[seconds], seconds), default=0)


def holidays_of(calendar: Calendar, years: Iterable[int]) -> Mapping[date, str]:
    """The holidays of the calendar's country or region; none where it names none."""
    if not calendar.holidays:
        return {}
    country, _, region = calendar.holidays.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=region or None, years=years)
    except NotImplementedError:
        raise SettingsInvalid(
            f"Calendar {calendar.name!r}: no holidays are known for {calendar.holidays!r}; "
            "write a country such as GB, a region such as GB-ENG, or nothing."
        ) from None


def _covered(pairs: list[tuple[int, int]]) -> int:
    total, reached = 0, 0
    for opens, closes in sorted(pairs):
        total += max(0, closes - max(opens, reached))
        reached = max(reached, closes)
    return total


def _fill(connection: Connection, calendars: Sequence[PlacedCalendar], years: Iterable[int]) -> None:
    connection.append(
        "calendar",
        ("calendar_id", "name", "title", "timezone", "business_day_seconds"),
        [
            (p.calendar_id, p.calendar.name, p.calendar.title, p.timezone, business_day_seconds(p.calendar.windows))
            for p in calendars
        ],
    )
    connection.append(
        "calendar_rule",
        ("calendar_id", "weekday", "opens_second", "closes_second"),
        [(p.calendar_id, w.weekday, w.opens_second, w.closes_second) for p in calendars for w in p.calendar.windows],
    )
    connection.append(
        "holiday",
        ("calendar_id", "day", "name"),
        [(p.calendar_id, day, name) for p in calendars for day, name in holidays_of(p.calendar, years).items()],
    )


def _refuse_crowded(connection: Connection) -> None:
    for title, timezone, day in connection.rows(SQL / "crowded_calendar.sql"):
        raise SettingsInvalid(
            f"Calendar {title!r} in {timezone} opens more than nine times within the day from {day} 00:00 UTC; "
            "join windows that lie close together."
        )
