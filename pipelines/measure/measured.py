"""Today's tickets to measured clocks: calendars, spans, pauses, business seconds, targets, states."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pipelines.connection import Connection
from pipelines.measure.clock.calendars import PlacedCalendar, write_calendars
from pipelines.measure.clock.reading import empty_clock, run_clock, run_due
from pipelines.settings import Settings

SQL = Path(__file__).parent


def measure(connection: Connection, settings: Settings, calendars: Mapping[int, tuple[str, str]]) -> None:
    """Write the measured tables of the build; `calendars` gives each number its calendar's name and time zone."""
    placed = [PlacedCalendar(i, settings.calendars[name], zone) for i, (name, zone) in sorted(calendars.items())]
    first_day, last_day = connection.rows(SQL / "day_range.sql")[0]
    write_calendars(connection, placed, first_day, last_day)
    empty_clock(connection)
    connection.run(SQL / "ticket_span.sql")
    connection.run(SQL / "clock_span.sql")
    connection.run(SQL / "span_pause.sql", clocks_that_pause=[str(clock) for clock in settings.clocks_that_pause])
    run_clock(connection)
    for step in ("judged_ticket", "judged_span", "judging_line"):
        connection.run(SQL / f"{step}.sql", at=None)
    judge(connection)
    connection.run(SQL / "drop_judged_span.sql")
    connection.run(SQL / "clock_due.sql")
    run_due(connection)
    connection.run(SQL / "read_span.sql")
    connection.run(SQL / "ticket_clock.sql", timezone=settings.timezone)


def judge(connection: Connection) -> None:
    """Find the target of every row of judged_span among the rows of judging_line, and lay out what judges a clock."""
    for step in ("judging_macros", "segment_target", "ticket_target"):
        connection.run(SQL / f"{step}.sql")


def count_tickets(connection: Connection) -> int:
    """How many tickets the history holds."""
    return int(connection.value(SQL / "count_tickets.sql"))


def as_of_history(connection: Connection) -> datetime | None:
    """The moment of the latest export, UTC; None without tickets."""
    moment: datetime | None = connection.value(SQL / "as_of.sql")
    return moment
