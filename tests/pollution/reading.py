"""The one place where the tests of pollution go through the reader: a file in, what became of it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import NeedsAnswer, TurnaroundError
from pipelines.history import ledger
from pipelines.intake.answers import Answers
from pipelines.intake.preset import Preset, all_presets
from pipelines.intake.read_file import read_file
from pipelines.settings import Settings, read_settings

NO_HOME = Path("nowhere")


@dataclass(frozen=True)
class Listed:
    """A record that was not accepted (no field), or a cell that was emptied, with the reason."""

    record_number: int
    field: str | None
    reason: str
    raw: str


@dataclass(frozen=True)
class Outcome:
    """What a reader made of a file: tickets by number, what it lists, its counts and notes; or its refusal."""

    refusal: str = ""
    asks: bool = False
    records: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    tickets: dict[str, dict[str, Any]] = field(default_factory=dict)
    listed: tuple[Listed, ...] = ()


def read(path: Path, answers: Answers) -> Outcome:
    """Read one file into an empty history in memory; what fails in any other way than with a sentence, fails here."""
    presets, settings = _choices()
    with Connection.in_memory() as connection:
        connection.run(ledger.SQL / "schema.sql")
        try:
            file = read_file(connection, path, presets, settings, answers)
        except TurnaroundError as refusal:
            return Outcome(refusal=str(refusal), asks=isinstance(refusal, NeedsAnswer))
        report = ledger.take_in(connection, file, "", is_sample=False)
        frame = connection._duckdb.table("accepted_ticket")
        rows = [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]
    listed = (Listed(number, name, reason, raw or value or "") for number, _, name, reason, value, raw in file.problems)
    tickets = {row["ticket_id"]: row for row in rows}
    return Outcome("", False, report.records, report.outcomes, tuple(report.notes), tickets, tuple(listed))


@cache
def _choices() -> tuple[Mapping[str, Preset], Settings]:
    return all_presets(NO_HOME), read_settings(NO_HOME)
