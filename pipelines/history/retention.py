"""Forgetting after a time: tickets that ended, or were last heard of, longer ago than the owner keeps them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipelines.connection import Connection
from pipelines.intake.gate import OLDER
from pipelines.vocabulary import FileKind

SQL = Path(__file__).parent / "retention"
UNDATED = (FileKind.CLIENTS, FileKind.TARGETS)
FORGOTTEN = ("problems", "statuses", "tickets")


@dataclass(frozen=True)
class Outlived:
    """What is older than the owner keeps: how many tickets, status changes without a ticket, rejected rows."""

    tickets: int
    statuses: int
    rejected: int


def kept_since(months: int, now: datetime | None = None) -> datetime | None:
    """The first moment that is kept, so many calendar months before now; None where all is kept."""
    if not months:
        return None
    today = now or datetime.now(UTC).replace(tzinfo=None)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = min(today.day, monthrange(max(year, 1), month + 1)[1])
    return today.replace(year=max(year, 1), month=month + 1, day=day)


def find_outlived(history: Connection, since: datetime) -> Outlived:
    """What ended before `since`; nothing is changed. Its work list stays for `forget_outlived`."""
    history.run(SQL / "outlived_ticket.sql", since=since)
    return Outlived(*history.rows(SQL / "found.sql", since=since)[0])


def forget_outlived(connection: Connection, since: datetime) -> None:
    """Take what was found out of the facts of a build; its tables are to be derived again."""
    for what in FORGOTTEN:
        connection.run(SQL / f"delete_{what}.sql", since=since)
    connection.run(SQL.parent / "erase" / "forget_files.sql")


def mark_old(connection: Connection, since: datetime, kind: FileKind) -> None:
    """Leave out the records of a file whose ticket ended before `since`."""
    if kind in UNDATED:
        return
    connection.run(SQL / "mark_old.sql", since=since, older=OLDER, history=kind == FileKind.STATUS_HISTORY)
    if kind != FileKind.STATUS_HISTORY:
        connection.run(SQL / "without_old.sql", older=OLDER)
