"""What each client asked for and what was done on the same business day; frames from an open history."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock

SQL = Path(__file__).parent / "answers"
DAYS_AGAIN = 7


def client_facts(history: Connection, part: Slice, timezone: str) -> pd.DataFrame:
    """Tickets, plan, hours, on-site and reopened work of each client (client_facts.sql)."""
    return _of_tickets(history, "client_facts", part, timezone)


def client_starts(history: Connection) -> pd.DataFrame:
    """The day of each client's first ticket (client_start.sql)."""
    return history.frame(SQL / "client_start.sql")


def client_weeks(history: Connection, part: Slice, last_export: date) -> pd.DataFrame:
    """Opened, judged and late of each client in blocks of seven days, 0 the newest (client_week.sql)."""
    history.run(SQL / "slice_clock.sql")
    return history.frame(SQL / "client_week.sql", last_export=last_export, **part.values())


def asked_again(history: Connection, part: Slice, timezone: str) -> pd.DataFrame:
    """Tickets about what the client had asked in the seven days before (asked_again.sql)."""
    return _of_tickets(history, "asked_again", part, timezone, days=DAYS_AGAIN)


def same_day(
    history: Connection,
    clock: Clock,
    part: Slice,
    timezone: str,
    *,
    by_client: bool = False,
    by_tier: bool = False,
    by_issue: bool = False,
    by_week: bool = False,
) -> pd.DataFrame:
    """Tickets that were done on the business day from which they count, by group (same_day.sql)."""
    history.run(SQL / "business_day_end.sql")
    return _of_tickets(
        history, "same_day", part, timezone,
        clock=str(clock), by_client=by_client, by_tier=by_tier, by_issue=by_issue, by_week=by_week,
    )  # fmt: skip


def _of_tickets(history: Connection, name: str, part: Slice, timezone: str, **values: Any) -> pd.DataFrame:
    history.run(SQL / "slice_ticket.sql")
    return history.frame(SQL / f"{name}.sql", timezone=timezone, **part.values(), **values)
