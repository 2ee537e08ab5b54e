"""The one place where the tests of pollution go through the reader: a file in, what became of it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipelines.connection import Connection, StatementFailed
from pipelines.errors import NeedsAnswer, TurnaroundError
from pipelines.history import ledger
from pipelines.intake.answers import Answers
from pipelines.intake.first_look import Wanted, looks
from pipelines.intake.limits import SHELL
from pipelines.intake.plan import planned
from pipelines.intake.preset import Preset, all_presets
from pipelines.intake.recognise import is_known
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
    """Read one file into an empty history in memory; what fails in any other way than with a sentence, fails here.

    The first look is taken in this process: what it does is the same, and a child for each of thousands of files is not.
    """
    presets, settings = _choices()
    with TemporaryDirectory() as folder, Connection.in_memory() as connection:
        connection.run(Path(__file__).parent / "one_thread.sql")
        connection.run(ledger.SQL / "schema.sql")
        try:
            report = _loaded(connection, path, Path(folder), answers, presets, settings)
        except TurnaroundError as refusal:
            return Outcome(refusal=str(refusal), asks=isinstance(refusal, NeedsAnswer))
        frame = connection._duckdb.table("accepted_ticket")
        rows = [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]
        problems = connection._duckdb.table("row_problem").fetchall()
    listed = (Listed(number, name, reason, raw or value or "") for _, number, _, name, reason, value, raw in problems)
    tickets = {row["ticket_id"]: row for row in rows}
    return Outcome("", False, report.records, report.outcomes, tuple(report.notes), tickets, tuple(listed))


def _loaded(
    connection: Connection, path: Path, folder: Path, answers: Answers, presets: Mapping[str, Preset], settings: Settings
) -> ledger.FileReport:
    def known(header: tuple[str, ...]) -> bool:
        return is_known(header, presets)

    for careful in (False, True):
        place = folder / str(careful)
        place.mkdir()
        (look,) = looks(path, place, Wanted(known, frozenset(), answers.encoding, careful, SHELL))
        try:
            return ledger.take_in(connection, planned(connection, look, presets, settings, answers), "", is_sample=False)
        except (StatementFailed, ledger.ReadOtherwise):
            if look.careful:
                raise
    raise AssertionError


@cache
def _choices() -> tuple[Mapping[str, Preset], Settings]:
    return all_presets(NO_HOME), read_settings(NO_HOME)
