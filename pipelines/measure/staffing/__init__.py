"""What a desk was asked to do and who was there: the facts that staffing rests on."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.results import EVERYTHING, Slice

SQL = Path(__file__).parent
ANSWERS = SQL.parent / "answers"


def desk_tickets(history: Connection, timezone: str) -> pd.DataFrame:
    """Every ticket as the desk met it, instants as wall clock of the company's zone (desk_ticket.sql)."""
    return history.frame(SQL / "desk_ticket.sql", timezone=timezone)


def desk_hours(history: Connection, timezone: str) -> pd.DataFrame:
    """When each calendar was open, as wall clock of the company's zone (desk_hours.sql)."""
    return history.frame(SQL / "desk_hours.sql", timezone=timezone)


def technician_days(history: Connection, timezone: str) -> pd.DataFrame:
    """Who did something on which day, as far as the history tells (technician_day.sql)."""
    return history.frame(SQL / "technician_day.sql", timezone=timezone)


def desk_clients(history: Connection) -> pd.DataFrame:
    """Each client's plan, users and fee, with its tickets (desk_client.sql)."""
    return history.frame(SQL / "desk_client.sql")


def time_spent(history: Connection, part: Slice = EVERYTHING) -> pd.DataFrame:
    """Where the time of a ticket goes, business hours, a row an issue type and tier (time_spent.sql)."""
    history.run(ANSWERS / "slice_clock.sql")
    return history.frame(SQL / "time_spent.sql", **part.values())


def repeat_work(
    history: Connection, part: Slice = EVERYTHING, timezone: str = "UTC", months: float | None = None
) -> pd.DataFrame:
    """How often each issue type comes back, and what it takes; months: of the slice (repeat_work.sql)."""
    history.run(ANSWERS / "slice_ticket.sql")
    return history.frame(SQL / "repeat_work.sql", timezone=timezone, months=months, **part.values())


def after_hours(history: Connection) -> pd.DataFrame:
    """What came in while the company was closed, a row a tier (after_hours.sql)."""
    return history.frame(SQL / "after_hours.sql")


def client_months(history: Connection) -> pd.DataFrame:
    """What was judged and kept of each client in each month, by clock (client_month.sql)."""
    return history.frame(SQL / "client_month.sql")
