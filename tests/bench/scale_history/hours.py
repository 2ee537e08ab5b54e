"""A simple oracle of the shipped calendars: day by day in local time, with Python's own zones and the holidays package."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

# As data/settings.toml ships them: by weekday the hours of opening and closing.
HOURS = {
    "standard": dict.fromkeys(range(5), (8.5, 17.5)),
    "extended": dict.fromkeys(range(5), (7.0, 19.0)) | {5: (9.0, 13.0)},
}


@dataclass(frozen=True)
class Worked:
    """A ticket whose clocks have stopped: its calendar and its instants (UTC)."""

    ticket_id: str
    calendar: str
    timezone: str
    opened_at: datetime
    responded_at: datetime
    resolved_at: datetime
    waits: list[datetime]

    def truth(self) -> dict[str, int]:
        """Business seconds of both clocks, the two waits taken out of the resolution."""
        first, until, second, again = self.waits
        waited = self._open(first, until) + self._open(second, again)
        return {
            "first_response": self._open(self.opened_at, self.responded_at),
            "resolution": self._open(self.opened_at, self.resolved_at) - waited,
        }

    def _open(self, begins: datetime, ends: datetime) -> int:
        """Seconds in which the desk is open between two instants."""
        if self.calendar == "always":
            return int((ends - begins).total_seconds())
        zone, total = ZoneInfo(self.timezone), 0
        start, stop = (at.replace(tzinfo=UTC) for at in (begins, ends))
        day = start.astimezone(zone).date()
        while day <= stop.astimezone(zone).date():
            if day.weekday() in HOURS[self.calendar] and not _closed(day):
                opens, closes = (_at(day, hour, zone) for hour in HOURS[self.calendar][day.weekday()])
                total += max(0, int((min(closes, stop) - max(opens, start)).total_seconds()))
            day += timedelta(days=1)
        return total


def _at(day: date, hour: float, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day, time(int(hour), int(hour % 1 * 60)), zone)
    return wall.astimezone(UTC)  # in UTC, as differences of one zone's own times leave its clock changes out


@cache
def _closed(day: date) -> bool:
    return day in _english()


@cache
def _english() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG", years=range(2023, 2028))
