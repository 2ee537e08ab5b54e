"""Issue types that the owner accepted for single tickets: a table in the home, where the last line of a ticket wins."""

import csv
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from pipelines.errors import SettingsInvalid
from pipelines.history.files import moved_into_place

FILE = "catalogue_tickets.csv"
COLUMNS = ("source", "ticket_id", "issue_type", "when")
Ticket = tuple[str, str]


def read_labels(home: Path) -> dict[Ticket, str]:
    """The accepted issue type of each (source, ticket); raises SettingsInvalid where the file is damaged."""
    return {(source, ticket_id): issue_type for source, ticket_id, issue_type, _ in _rows(home)}


def add_labels(home: Path, labels: Mapping[Ticket, str], now: datetime | None = None) -> None:
    """Add lines for these tickets."""
    when = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "writer.lock"):
        _write(home, [*_rows(home), *((*ticket, line, when) for ticket, line in labels.items())])


def forget_labels(home: Path, gone: Callable[[Ticket], bool] = lambda _: True) -> int:
    """Take back the labels of these tickets, all of them unless told which; returns how many tickets that were."""
    if not (home / FILE).exists():
        return 0
    with FileLock(home / "writer.lock"):
        rows = _rows(home)
        kept = [row for row in rows if not gone((row[0], row[1]))]
        if kept:
            _write(home, kept)
        else:
            (home / FILE).unlink()
    return len({row[:2] for row in rows} - {row[:2] for row in kept})


def _rows(home: Path) -> list[tuple[str, str, str, str]]:
    file = home / FILE
    if not file.exists():
        return []
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            header, *rows = list(csv.reader(lines)) or [[]]
    except (UnicodeDecodeError, csv.Error):
        header, rows = [], []
    if tuple(header) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        columns = ", ".join(COLUMNS)
        raise SettingsInvalid(f"{FILE} in your home is no table of {columns} any more: mend it, or delete the file.")
    return [(source, ticket_id, issue_type, when) for source, ticket_id, issue_type, when in rows]


def _write(home: Path, rows: list[tuple[str, str, str, str]]) -> None:
    draft = home / f"{FILE}.next"
    with draft.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([COLUMNS, *rows])
    moved_into_place(draft, home / FILE)
