"""What a file may not bring back: records of somebody erased, and tickets older than the owner keeps."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.history.ledger import TICKET_KINDS
from pipelines.history.remembered import Remembered
from pipelines.history.retention import OLDER, mark_old
from pipelines.intake.read_file import FileRead
from pipelines.vocabulary import FileKind

SQL = Path(__file__).parent / "erase"
NO_SALT = "erased.salt is missing from your home, so clients that you erased are not known again; restore it"


def set_aside(connection: Connection, read: FileRead, salt: str | None, kept_since: datetime | None) -> FileRead:
    """The file without what may not come back; its records still sum. Between reading a file and taking it in."""
    buried = bool(connection.rows(SQL / "tombstones.sql")[0][0])
    if buried and salt is None:
        read = replace(read, notes=[*read.notes, NO_SALT])
    erased = salt is not None and buried
    if not erased and kept_since is None:
        return read
    before = _roles(connection)
    if salt is not None and erased:
        mark_erased(connection, salt, read)
    if kept_since is not None:
        mark_old(connection, kept_since, read.preset.kind)
    counts = Counter({(what, why): number for what, why, number in read.counts})
    counts.subtract(before)
    counts.update(_roles(connection))
    left = [(what, why, number) for (what, why), number in counts.items() if number]
    aside = {number for (number,) in connection.rows(SQL / "aside_records.sql", older=OLDER)}
    quiet = replace(read, counts=left, problems=[problem for problem in read.problems if problem[0] not in aside])
    return _without_names(quiet, Remembered(connection, salt)) if salt is not None and erased else quiet


def mark_erased(connection: Connection, salt: str, read: FileRead) -> None:
    """Give records of somebody erased that role, and take erased names out of the texts of the others."""
    values = {
        "salt": salt,
        "source": read.preset.source,
        "history": read.preset.kind == FileKind.STATUS_HISTORY,
    }
    tickets = read.preset.kind in TICKET_KINDS
    connection.run(SQL / "macros.sql")
    for step in ("erased_record", "mark_erased", "bury_newcomers"):
        connection.run(SQL / f"{step}.sql", **values)
    if tickets:
        connection.run(SQL / "without_erased.sql")
    remembered = Remembered(connection, salt)
    suspects = [text for (text,) in connection.rows(SQL / "suspect_text.sql", salt=salt)]
    cleaned = [(text, remembered.without_names(text)) for text in suspects if remembered.names_in(text)]
    if cleaned:
        connection.run(SQL / "clean_text_table.sql")
        connection.append("clean_text", ("text", "cleaned"), cleaned)
        connection.run(SQL / "clean_clean_row.sql")
        if tickets:
            connection.run(SQL / "clean_ticket_in_file.sql")


def _roles(connection: Connection) -> Counter[tuple[str, str | None]]:
    return Counter({(role, reason): number for role, reason, number in connection.rows(SQL / "role_counts.sql")})


def _without_names(read: FileRead, remembered: Remembered) -> FileRead:
    """Nothing that the ledger keeps of a file names somebody erased."""
    return replace(
        read,
        name=remembered.without_names(read.name),
        notes=[remembered.without_names(note) for note in read.notes],
        header=tuple(remembered.without_names(cell) for cell in read.header),
        problems=[_quiet(problem, remembered) for problem in read.problems],
    )


def _quiet(problem: tuple[Any, ...], remembered: Remembered) -> tuple[Any, ...]:
    """A rejected record or cell that names somebody erased keeps its place and reason, not its text."""
    *place, value, raw = problem
    return (*place, *(None if remembered.names_in(text) else text for text in (value, raw)))
