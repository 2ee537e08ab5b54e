"""The ledger of loads: which file came when, what became of each of its records, and what can be taken back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.history.set_aside import Aside
from pipelines.history.taking import Count, ReadOtherwise, Taken, take_rows
from pipelines.intake.plan import Plan
from pipelines.vocabulary import FileKind, Outcome

__all__ = ["FileReport", "ReadOtherwise", "forget_sample", "has_real_loads", "known_load", "loaded", "take_in"]
SQL = Path(__file__).parent
CHANGING = (Outcome.NEW, Outcome.UPDATED, Outcome.SUPERSEDED)
UNCHANGED_AGAIN = {*CHANGING, Outcome.UNCHANGED}
LISTS = (FileKind.CLIENTS, FileKind.TARGETS)
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


def loaded(connection: Connection, answers: str) -> set[str]:
    """The SHA-256 of every table that was loaded before under the same answers: nothing in it is new any more.

    An older list that is loaded again is a new statement.
    """
    found, newer_lists = set(), set()
    for _, _, _, kind, _, sha256, given, *_ in connection.rows(SQL / "ledger.sql"):
        if given == answers and kind not in newer_lists:
            found.add(sha256)
        if kind in LISTS:
            newer_lists.add(kind)
    return found


def known_load(connection: Connection, sha256: str, answers: str) -> FileReport:
    """The report of a table that is loaded already."""
    every = connection.rows(SQL / "ledger.sql")
    load_id, _, preset, _, name, _, _, records, *_ = next(row for row in every if row[5:7] == (sha256, answers))
    rows = [row[1:] for row in connection.rows(SQL / "outcomes.sql") if row[0] == load_id]
    again = [("unchanged" if row[0] in UNCHANGED_AGAIN else row[0], *row[1:]) for row in rows]
    notes = ["loaded before: nothing changed"]
    return FileReport(name, preset, records, _outcomes(again), _reasons(rows), (), notes, changed=False)


def take_in(
    connection: Connection, plan: Plan, answers: str, aside: Aside | None = None, *, is_sample: bool
) -> FileReport:
    """Write what a planned table says into the history's facts, but for what is set `aside`.

    The same file under other answers is replaced.
    """
    aside = aside or Aside(connection)
    for load_id, _, _, _, _, sha256, *_ in connection.rows(SQL / "ledger.sql"):
        if sha256 == plan.look.sha256:
            connection.run(SQL / "forget_load.sql", load_id=load_id)
    connection.run(SQL / "without_orphans.sql")
    load_id = connection.value(SQL / "next_load_id.sql")
    taken = take_rows(connection, plan, load_id, aside)
    cells = Counter(f"{field}: {reason}" for _, _, field, reason, *_ in taken.problems if field is not None)
    rows = [*taken.counts, *((None, reason, number) for reason, number in cells.items())]
    told = [f"times without a zone read as {plan.timezone}", *plan.notes(), *taken.notes]
    name, notes = aside.quiet(plan.look.name), [aside.quiet(note) for note in told]
    header = [aside.quiet(title) for title in plan.look.header]
    _write_ledger(connection, plan, taken, answers, load_id, rows, (name, notes, header), is_sample=is_sample)
    return FileReport(
        name, plan.preset.name, plan.look.records, _outcomes(rows), _reasons(rows), tuple(plan.found), notes
    )


def _outcomes(rows: Sequence[tuple[Any, ...]]) -> dict[str, int]:
    """Records by outcome; emptied cells have none and are no records."""
    counted: Counter[str] = Counter()
    for outcome, _, number in rows:
        if outcome is not None:
            counted[outcome] += number
    return dict(counted)


def _reasons(rows: Sequence[Count]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for _, reason, number in rows:
        if reason is not None:
            counted[reason] += number
    return dict(counted)


def _write_ledger(
    connection: Connection, plan: Plan, taken: Taken, answers: str, load_id: int, rows: Sequence[Count],
    words: tuple[str, list[str], list[str]], *, is_sample: bool,
) -> None:  # fmt: skip
    look, preset = plan.look, plan.preset
    name, notes, header = words
    loaded_at = datetime.now(UTC).replace(tzinfo=None)
    entry = (
        load_id, preset.source, preset.name, str(preset.kind), name, look.sha256, answers, look.records,
        taken.as_of, plan.timezone, plan.end_from_status, is_sample, loaded_at, notes, header,
    )  # fmt: skip
    connection.append("load", LOAD_COLUMNS, [entry])
    connection.append("load_outcome", ("load_id", "outcome", "reason", "records"), [(load_id, *row) for row in rows])
    connection.append("row_problem", PROBLEM_COLUMNS, [(load_id, *problem) for problem in taken.problems])


def forget_sample(connection: Connection) -> None:
    """Take the loads of the made-up firm out of the ledger, and their rows out of the history."""
    connection.run(SQL / "sample_loads.sql")
    connection.run(SQL / "without_orphans.sql")


def has_real_loads(connection: Connection) -> bool:
    """Whether anything was loaded that is not the made-up firm."""
    return any(not is_sample for *_, is_sample, _, _ in connection.rows(SQL / "ledger.sql"))
