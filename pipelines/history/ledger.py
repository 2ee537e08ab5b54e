"""The ledger of loads: which file came when, what became of each of its records, and what can be taken back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.intake.read_file import FileRead
from pipelines.vocabulary import FileKind, Outcome

SQL = Path(__file__).parent
CHANGING = (Outcome.NEW, Outcome.UPDATED, Outcome.SUPERSEDED)
UNCHANGED_AGAIN = {*CHANGING, Outcome.UNCHANGED}
LISTS = (FileKind.CLIENTS, FileKind.TARGETS)
TICKET_KINDS = (FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS)
LOAD_COLUMNS = (
    "load_id", "source", "preset", "kind", "file_name", "file_sha256", "answers", "records", "as_of", "timezone",
    "end_from_status", "is_sample", "loaded_at", "notes", "header",
)  # fmt: skip
PROBLEM_COLUMNS = ("load_id", "record_number", "line_number", "field", "reason", "value", "raw")


@dataclass(frozen=True)
class FileReport:
    """What became of one file: its records by outcome, and how often which reason was given."""

    file: str
    source: str
    records: int
    outcomes: dict[str, int]
    reasons: dict[str, int]
    fields: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    changed: bool = True

    def as_json(self) -> dict[str, Any]:
        """The part of the load report that other programs read."""
        return {
            "file": self.file,
            "source": self.source,
            "records": self.records,
            "outcomes": self.outcomes,
            "reasons": self.reasons,
            "fields": list(self.fields),
            "notes": self.notes,
        }


def known_load(connection: Connection, sha256: str, answers: str) -> FileReport | None:
    """The report of a file that was loaded before under the same answers: nothing in it is new any more."""
    newer_lists: set[str] = set()
    for load_id, _, preset, kind, name, known, given, records, *_ in connection.rows(SQL / "ledger.sql"):
        if (known, given) == (sha256, answers) and kind not in newer_lists:
            rows = [row[1:] for row in connection.rows(SQL / "outcomes.sql") if row[0] == load_id]
            again = [("unchanged" if row[0] in UNCHANGED_AGAIN else row[0], *row[1:]) for row in rows]
            notes = ["loaded before: nothing changed"]
            return FileReport(name, preset, records, _outcomes(again), _reasons(rows), (), notes, changed=False)
        if kind in LISTS:
            newer_lists.add(kind)  # an older list that is loaded again is a new statement
    return None


def take_in(connection: Connection, file: FileRead, answers: str, *, is_sample: bool) -> FileReport:
    """Write what was read of a file into the history's facts; the same file under other answers is replaced."""
    for load_id, _, _, _, _, sha256, *_ in connection.rows(SQL / "ledger.sql"):
        if sha256 == file.sha256:
            connection.run(SQL / "forget_load.sql", load_id=load_id)
    connection.run(SQL / "without_orphans.sql")
    load_id = connection.value(SQL / "next_load_id.sql")
    rows: list[tuple[str | None, str | None, int]] = list(file.counts)
    rows += [(outcome, None, number) for outcome, number in _accept(connection, file, load_id)]
    cells = Counter(f"{field}: {reason}" for _, _, field, reason, *_ in file.problems if field is not None)
    rows += [(None, reason, number) for reason, number in cells.items()]
    _write_ledger(connection, file, answers, load_id, rows, is_sample=is_sample)
    return FileReport(
        file.name, file.preset.name, file.records, _outcomes(rows), _reasons(rows), file.fields_found, file.notes
    )


def _outcomes(rows: Sequence[tuple[Any, ...]]) -> dict[str, int]:
    """Records by outcome; emptied cells have none and are no records."""
    counted: Counter[str] = Counter()
    for outcome, _, number in rows:
        if outcome is not None:
            counted[outcome] += number
    return dict(counted)


def _reasons(rows: list[tuple[str | None, str | None, int]]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for _, reason, number in rows:
        if reason is not None:
            counted[reason] += number
    return dict(counted)


def _accept(connection: Connection, file: FileRead, load_id: int) -> list[tuple[str, int]]:
    """Append the accepted rows; what they do to the history is judged before they are in it."""
    kind, source = file.preset.kind, file.preset.source
    if kind == FileKind.CLIENTS:
        outcomes = connection.rows(SQL / "client_outcome.sql")
        connection.run(SQL / "accept_clients.sql", load_id=load_id)
        return outcomes
    if kind == FileKind.TARGETS:
        outcomes = connection.rows(SQL / "target_outcome.sql")
        connection.run(SQL / "accept_targets.sql", load_id=load_id)
        return outcomes
    outcomes = []
    if kind in TICKET_KINDS:
        outcomes = connection.rows(SQL / "ticket_outcome.sql", as_of=file.as_of, file_sha256=file.sha256)
        connection.run(SQL / "accept_tickets.sql", load_id=load_id, timezone=file.timezone)
    if kind != FileKind.TICKETS:
        connection.run(SQL / "accept_statuses.sql", load_id=load_id, source=source)
    return outcomes


def _write_ledger(
    connection: Connection,
    file: FileRead,
    answers: str,
    load_id: int,
    rows: list[tuple[str | None, str | None, int]],
    *,
    is_sample: bool,
) -> None:
    loaded_at = datetime.now(UTC).replace(tzinfo=None)
    entry = (
        load_id, file.preset.source, file.preset.name, str(file.preset.kind), file.name, file.sha256, answers,
        file.records, file.as_of, file.timezone, file.end_from_status, is_sample, loaded_at, file.notes,
        list(file.header),
    )  # fmt: skip
    connection.append("load", LOAD_COLUMNS, [entry])
    connection.append("load_outcome", ("load_id", "outcome", "reason", "records"), [(load_id, *row) for row in rows])
    connection.append("row_problem", PROBLEM_COLUMNS, [(load_id, *problem) for problem in file.problems])


def forget_sample(connection: Connection) -> None:
    """Take the loads of the made-up firm out of the ledger, and their rows out of the history."""
    connection.run(SQL / "sample_loads.sql")
    connection.run(SQL / "without_orphans.sql")


def has_real_loads(connection: Connection) -> bool:
    """Whether anything was loaded that is not the made-up firm."""
    return any(not is_sample for *_, is_sample, _, _ in connection.rows(SQL / "ledger.sql"))
