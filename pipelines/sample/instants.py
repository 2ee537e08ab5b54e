"""Instants are whole seconds since 1970 in UTC; wall clocks are the firm's."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = 60
HOUR = 3600
LONDON = ZoneInfo("Europe/London")


def local_instant(day: date, minute: int) -> int:
    """The instant at which the wall clock shows so many minutes after midnight of a day."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return round(wall.replace(tzinfo=LONDON).timestamp())


def wall_instant(wall: datetime) -> int:
    """The instant of a naive wall time."""
    return round(wall.replace(tzinfo=LONDON).timestamp())


def local_day(instant: int) -> date:
    """The day that the wall calendar shows."""
    return datetime.fromtimestamp(instant, LONDON).date()


def local_minute(instant: int) -> int:
    """Minutes that the wall clock shows after midnight."""
    wall = datetime.fromtimestamp(instant, LONDON)
    return wall.hour * 60 + wall.minute


def utc_text(instant: int | None) -> str:
    """As the tool writes its service-level stamps: 2026-03-01 09:12:00."""
    return "" if instant is None else datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%d %H:%M:%S")


def local_text(instant: int | None) -> str:
    """As the tool writes what its users see: 01/03/2026 09:12 on the wall clock."""
    return "" if instant is None else datetime.fromtimestamp(instant, LONDON).strftime("%d/%m/%Y %H:%M")


def days(first: date, last: date) -> list[date]:
    """Every day from first to last."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
