"""One file, from its bytes to tables that the history can take: who wrote it, what it says, and what could not be."""

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.intake import fields
from pipelines.intake.dates import DateForm, DateOrder, decided
from pipelines.intake.decode import decoded
from pipelines.intake.guard import guarded
from pipelines.intake.preset import Preset
from pipelines.intake.recognise import recognised
from pipelines.intake.records import Table, table
from pipelines.intake.staging import COLUMNS, Staged, raw_texts, stage
from pipelines.settings import Settings, known_zone
from pipelines.vocabulary import FileKind

HERE = Path(__file__).parent
MOST_QUARANTINED = 0.05
LOGS = (FileKind.UPDATES, FileKind.EVENTS)
MINUTES = {"minutes": 1.0, "hours": 60.0, "seconds": 1 / 60, "days": 1440.0}
DURATIONS = tuple(name for name in fields.NUMBERS if name.endswith("_minutes"))


@dataclass(frozen=True)
class Answers:
    """What the owner says about a file that the file itself leaves open."""

    source: str | None = None
    timezone: str | None = None
    day_first: bool | None = None
    as_of: datetime | None = None
    allow_quarantine: bool = False

    def identity(self) -> str:
        """The same words for the same answers: a file loaded again under other answers is measured again."""
        as_of = self.as_of.isoformat() if self.as_of else ""
        return f"source={self.source or ''} timezone={self.timezone or ''} day_first={self.day_first} as_of={as_of}"


@dataclass(frozen=True)
class FileRead:
    """What was found in a file; its rows wait in temporary tables of the connection."""

    name: str
    sha256: str
    preset: Preset
    records: int
    as_of: datetime
    timezone: str
    end_from_status: bool
    counts: list[tuple[str, str | None, int]]
    problems: list[tuple[Any, ...]]
    fields_found: tuple[str, ...]
    notes: list[str] = field(default_factory=list)


def read_file(
    connection: Connection, path: Path, presets: dict[str, Preset], settings: Settings, answers: Answers
) -> FileRead:
    """Read one file into temporary tables; raises FileRefused or NeedsAnswer with a sentence, nothing loaded."""
    file = guarded(path)
    text = decoded(file.name, file.content)
    found = table(file.name, text.text)
    preset = recognised(file.name, found.header, presets, answers.source)
    timezone = known_zone(preset.timezone or answers.timezone or settings.timezone)
    staged = _staged(connection, found, preset)
    if len(staged.broken) + staged.totals_rows == staged.records:
        raise FileRefused(f"{file.name} holds no row that can be read; check the filter of the export.")
    forms = [DateForm(*row) for row in connection.rows(HERE / "date_form.sql")]
    order = decided(file.name, forms, asked=answers.day_first)
    as_of = _typed(connection, file.name, preset, order, timezone, answers)
    _judged(connection, preset, as_of)
    counts = _counts(connection, staged)
    problems = _problems(connection, found, staged)
    _refuse_the_unreadable(file.name, staged.records, counts, problems, answers)
    present = tuple(preset.found_in(found.header))
    notes = [f"times without a zone read as {timezone}", *order.notes]
    if text.guessed:
        notes.append(f"encoding guessed: {text.encoding}")
    if found.preamble:
        notes.append(f"{found.preamble} lines above the header left out")
    end_from_status = "resolved_at" not in present
    return FileRead(
        file.name,
        file.sha256,
        preset,
        staged.records,
        as_of,
        timezone,
        end_from_status,
        counts,
        problems,
        present,
        notes,
    )


def _staged(connection: Connection, found: Table, preset: Preset) -> Staged:
    with tempfile.TemporaryDirectory(prefix="turnaround-") as folder:
        clean = Path(folder) / "clean.csv"
        staged = stage(found, preset, clean)
        connection.run(HERE / "macros.sql")
        connection.run(HERE / "raw_row.sql", path=str(clean), columns=dict.fromkeys(COLUMNS, "VARCHAR"))
    return staged


def _typed(
    connection: Connection, name: str, preset: Preset, order: DateOrder, timezone: str, answers: Answers
) -> datetime:
    """Give every cell its type, list those that cannot be so, and return the moment of the export."""
    values = {
        "formats": {field: order.formats(field) for field in fields.INSTANTS},
        "zones": {field: preset.zones.get(field, timezone) for field in fields.INSTANTS},
        "minutes": {field: MINUTES[preset.units.get(field, "minutes")] for field in DURATIONS},
    }
    connection.run(HERE / "typed_row.sql", **values)
    tomorrow = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2)
    connection.run(HERE / "field_problem.sql", not_after=tomorrow)
    latest = answers.as_of or connection.value(HERE / "latest_instant.sql")
    if latest is None and preset.kind not in (FileKind.CLIENTS, FileKind.TARGETS):
        raise FileRefused(f"{name} has no row with a date that can be read; check the export's date columns.")
    return latest or datetime(1970, 1, 1)  # noqa: DTZ001 - the history's instants are naive UTC


def _judged(connection: Connection, preset: Preset, as_of: datetime) -> None:
    log = preset.kind in LOGS
    undated = preset.kind in (FileKind.CLIENTS, FileKind.TARGETS)
    limit = datetime(9999, 1, 1) if undated else as_of  # noqa: DTZ001
    connection.run(HERE / "clean_row.sql", as_of=limit)
    connection.run(
        HERE / "record_role.sql",
        as_of=limit,
        log=log,
        history=preset.kind == FileKind.STATUS_HISTORY,
        required=list(fields.REQUIRED[preset.kind]),
    )
    connection.run(HERE / "status_table.sql")
    statuses = [text for (text,) in connection.rows(HERE / "distinct_status.sql")]
    connection.append("file_status", ("status", "state"), [(text, preset.state_of(text)) for text in statuses])
    if preset.kind in (FileKind.TICKETS, *LOGS):
        values = {"log": log, "events": preset.kind == FileKind.EVENTS, "source": preset.source}
        connection.run(HERE / "ticket_in_file.sql", **values)


def _counts(connection: Connection, staged: Staged) -> list[tuple[str, str | None, int]]:
    """What became of the records that were not kept: outcome, reason, number."""
    counts: list[tuple[str, str | None, int]] = [tuple(row) for row in connection.rows(HERE / "role_count.sql")]
    reasons = [broken.reason for broken in staged.broken]
    counts += [("quarantined", reason, reasons.count(reason)) for reason in dict.fromkeys(reasons)]
    if staged.totals_rows:
        counts.append(("totals row", None, staged.totals_rows))
    return counts


def _problems(connection: Connection, found: Table, staged: Staged) -> list[tuple[Any, ...]]:
    """Records that were not accepted, with their text, and emptied cells, with theirs."""
    rows = connection.rows(HERE / "problem_row.sql")
    texts = raw_texts(found, [row[0] for row in rows if row[2] is None])
    broken = [(b.record_number, b.line_number, None, b.reason, None, b.raw) for b in staged.broken]
    return broken + [(*row, texts.get(row[0]) if row[2] is None else None) for row in rows]


def _refuse_the_unreadable(
    name: str,
    records: int,
    counts: list[tuple[str, str | None, int]],
    problems: list[tuple[Any, ...]],
    answers: Answers,
) -> None:
    """Refuse a file of which more than one row in twenty cannot be read, unless the owner said otherwise."""
    quarantined = sum(n for outcome, _, n in counts if outcome == "quarantined")
    if quarantined == records:
        why = f" ({problems[0][3]})" if problems else ""
        raise FileRefused(f"{name} holds no row that can be read{why}; check the filter and the columns of the export.")
    unreadable = {row[0] for row in problems if row[2] is None or row[3].startswith("not a ")}
    if len(unreadable) > MOST_QUARANTINED * records and not answers.allow_quarantine:
        reason = max({row[3] for row in problems}, key=[row[3] for row in problems].count)
        raise FileRefused(
            f"{name}: {len(unreadable):,} of {records:,} rows cannot be read as they are (most often: {reason})."
            f" Mend the export, or load it all the same with --allow-quarantine."
        )
