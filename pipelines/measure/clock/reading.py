"""The business clock: seconds inside the client's hours with pauses taken out, and the way back to due times."""

from pathlib import Path

from pipelines.connection import Connection

SQL = Path(__file__).parent
MACROS = ("day_key", "day_second", "open_until")


def empty_clock(connection: Connection) -> None:
    """Lay out the tables that the clock reads: clock_span, span_pause and clock_due."""
    connection.run(SQL / "clock_tables.sql")


def run_clock(connection: Connection) -> None:
    """Read clock_span and span_pause against the calendars; write the seconds, opened, paused and net."""
    _run(connection, *MACROS, "merged_pause", "opened_seconds", "paused_seconds", "business_seconds")


def run_due(connection: Connection) -> None:
    """Read clock_due against the calendars; write due_at."""
    _run(connection, *MACROS, "business_instant")


def _run(connection: Connection, *results: str) -> None:
    for result in results:
        connection.run(SQL / f"{result}.sql")
