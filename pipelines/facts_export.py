"""Measured facts and calendars as Parquet that other engines read, proven to give the same figures before it counts."""

import json
import tempfile
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import DISK_ERRORS, Connection
from pipelines.errors import TurnaroundError
from pipelines.history.files import all_durable, moved_into_place
from pipelines.history.generations import DATABASE, current_generation, open_history
from pipelines.history.schema_version import VERSION
from pipelines.measure.measured import as_of_history
from pipelines.settings import read_settings

MEASURE = Path(__file__).parent / "measure"
SQL = MEASURE / "export"
# Read by any engine; each is a view that rests on those before it.
PORTABLE = tuple(
    MEASURE / "portable" / f"{name}.sql"
    for name in ("open_edge", "clock_seconds", "judged_clock", "client_month", "clock_quantile")
)
MANIFEST = "manifest.json"
FORMAT = 1
FACTS = ("client_number", "clock_fact", "pause_fact", "calendar_hours")
FILES = {"clocks": "clock/**/*.parquet", "pauses": "pause/**/*.parquet", "calendar_days": "calendar_day.parquet"}


@dataclass(frozen=True)
class Exported:
    """What an export holds: its schema, the moment of the latest export in it, rows, and totals a clock."""

    schema: int
    as_of: datetime
    timezone: str
    names: bool
    rows: dict[str, int]
    totals: list[dict[Hashable, Any]]

    def as_json(self) -> dict[str, object]:
        """As the manifest has it."""
        return {"format": FORMAT} | asdict(self) | {"as_of": self.as_of.isoformat() + "Z"}


def export_facts(home: Path, to: Path, *, names: bool = False) -> Exported:
    """Write the measured facts into a new folder, with the clients' names only where asked; whole or not at all."""
    _check(home, to)
    try:
        with _folder(to.parent) as beside, _folder(None) as apart:
            draft = beside / "facts"
            draft.mkdir(mode=0o700)
            # Names of clients stay on this computer while the export is made, whatever disk it goes to.
            made = _written(home, apart, draft, names=names)
            (draft / MANIFEST).write_text(json.dumps(made.as_json(), indent=2), encoding="utf-8")
            all_durable(draft)
            if to.exists():
                to.rmdir()
            moved_into_place(draft, to)
    except DISK_ERRORS as error:
        why = getattr(error, "strerror", None) or "the disk is full or refuses"
        raise TurnaroundError(f"The export could not be written ({why}); nothing is left of it.") from None
    return made


@contextmanager
def _folder(parent: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix=".turnaround-export-", dir=parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _check(home: Path, to: Path) -> None:
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise TurnaroundError(f"{to.name} holds something already; name a folder that is new or empty.")
    if to.resolve().is_relative_to(home):
        raise TurnaroundError("Name a folder outside your home: what is erased there would stay in an export.")
    if not to.resolve().parent.is_dir():
        raise TurnaroundError(f"The folder in which {to.name} is to be made is not there.")


def _written(home: Path, folder: Path, draft: Path, *, names: bool) -> Exported:
    with open_history(home) as history:  # refuses one of another version
        as_of = as_of_history(history)
    current = current_generation(home)
    if as_of is None or current is None:
        raise TurnaroundError("There is no ticket in your history yet, so there is nothing to export.")
    # A database in a file has room for what does not fit into memory.
    with Connection.writing(folder / "work.duckdb") as work:
        work.run(SQL / "attach_history.sql", path=str(current / DATABASE))
        work.run(SQL / "history_behind.sql")
        work.run(MEASURE / "clock" / "day_second.sql")
        work.run(MEASURE / "ticket_span.sql")
        for fact in FACTS:
            work.run(SQL / f"{fact}.sql")
        _write(work, draft, names=names)
    with Connection.writing(folder / "check.duckdb") as engine:
        lay_out(engine, draft)
        _refuse_disagreeing(engine)
        rows, totals = engine.frame(SQL / "row_count.sql"), engine.frame(SQL / "total.sql")
    counts = {str(name): int(rows[name].iloc[0]) for name in rows.columns}
    return Exported(VERSION, as_of, read_settings(home).timezone, names, counts, totals.to_dict("records"))


def _write(work: Connection, draft: Path, *, names: bool) -> None:
    work.run(SQL / "write_clocks.sql", to=str(draft / "clock"))
    work.run(SQL / "write_pauses.sql", to=str(draft / "pause"))
    (draft / "pause").mkdir(exist_ok=True)
    work.run(SQL / "write_no_pause.sql", to=str(draft / "pause" / "columns.parquet"))
    work.run(SQL / "write_calendar_days.sql", to=str(draft / "calendar_day.parquet"))
    work.run(SQL / "write_calendars.sql", to=str(draft / "calendar.parquet"))
    if names:
        work.run(SQL / "write_client_names.sql", to=str(draft / "client.parquet"))


def lay_out(engine: Connection, folder: Path) -> None:
    """The files of an export as tables, and the portable SQL on top of them."""
    for name, pattern in FILES.items():
        engine.run(SQL / f"read_{name}.sql", files=[str(file) for file in sorted(folder.glob(pattern))])
    for view in PORTABLE:
        engine.run(view)


def _refuse_disagreeing(engine: Connection) -> None:
    """What the files say must be what the history says, clock by clock."""
    wrong = engine.value(SQL / "disagreeing.sql")
    if wrong:
        raise TurnaroundError(
            f"{wrong:,} clocks of the export would read otherwise than your history, so nothing was written. Measure"
            " it anew (python -m pipelines measure), then export again."
        )
