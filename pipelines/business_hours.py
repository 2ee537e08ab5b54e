"""Business hours as the owner wrote them, checked."""

import re
from dataclasses import dataclass
from typing import Any

from pipelines.errors import SettingsInvalid

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WINDOW = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
MOST_WINDOWS_A_DAY = 4


@dataclass(frozen=True)
class DailyWindow:
    """Open from `opens_second` to `closes_second` of a local weekday, 1 = Monday; past 86400 is the next day."""

    weekday: int
    opens_second: int
    closes_second: int


@dataclass(frozen=True)
class Calendar:
    """Business hours as the owner wrote them, in local time; the time zone comes from the client."""

    name: str
    title: str
    holidays: str
    windows: tuple[DailyWindow, ...]


def calendar(name: str, written: Any) -> Calendar:
    """A calendar as written; raises SettingsInvalid."""
    if not name.strip() or not name.isprintable():
        raise SettingsInvalid("The name of a calendar must be one line of text, such as standard.")
    if not isinstance(written, dict):
        raise SettingsInvalid(f"Calendar {name!r} must be a part of its own that begins with [calendars.{name}].")
    for day in WEEKDAYS:
        texts = written.get(day, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise SettingsInvalid(f'Calendar {name!r}: {day} must be a list such as ["08:30-17:30"], or [] for closed.')
    windows = [
        _window(name, weekday, text) for weekday, day in enumerate(WEEKDAYS, start=1) for text in written.get(day, [])
    ]
    for weekday in range(1, 8):
        if sum(window.weekday == weekday for window in windows) > MOST_WINDOWS_A_DAY:
            raise SettingsInvalid(f"Calendar {name!r} has more than {MOST_WINDOWS_A_DAY} windows on one day.")
    title, closed = written.get("title", name), written.get("holidays", "")
    if not isinstance(title, str) or not isinstance(closed, str) or not title.isprintable():
        raise SettingsInvalid(
            f'The title and the holidays of calendar {name!r} must be one line of text, such as "GB-ENG".'
        )
    return Calendar(name, title, closed, tuple(windows))


def _window(calendar: str, weekday: int, text: str) -> DailyWindow:
    match = WINDOW.fullmatch(text.strip())
    hours = [int(part) for part in match.groups()] if match else [99, 0, 99, 0]
    opens, closes = hours[0] * 3600 + hours[1] * 60, hours[2] * 3600 + hours[3] * 60
    if max(opens, closes) > 86400 or max(hours[1], hours[3]) > 59:
        raise SettingsInvalid(f"Calendar {calendar!r}: {text!r} is not a window such as 08:30-17:30.")
    return DailyWindow(weekday, opens, closes if closes > opens else closes + 86400)
