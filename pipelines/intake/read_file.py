"""One file, from its bytes to tables that the history can take: who wrote it, what it says, and what could not be."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.intake import gate
from pipelines.intake.answers import Answers
from pipelines.intake.dates import DateForm, DateOrder, decided, without_time_of_day
from pipelines.intake.decode import DecodedText, decoded
from pipelines.intake.guard import guarded
from pipelines.intake.preset import Preset
from pipelines.intake.recognise import is_known, recognised
from pipelines.intake.records import Table, table
from pipelines.intake.staging import COLUMNS, Staged, raw_texts, stage
from pipelines.settings import Settings, known_zone
from pipelines.vocabulary import FileKind

HERE = Path(__file__).parent


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
    notes: list[str]
    header: tuple[str, ...] = ()


def read_file(
    connection: Connection, path: Path, presets: Mapping[str, Preset], settings: Settings, answers: Answers
) -> FileRead:
    """Read one file into temporary tables; raises FileRefused or NeedsAnswer with a sentence, nothing loaded."""
    file = guarded(path)
    text = decoded(file.name, file.content)
    found = table(file.name, text.text, lambda header: is_known(header, presets))
    preset = recognised(file.name, found.header, presets, answers.source)
    timezone = known_zone(preset.timezone or answers.timezone or settings.timezone)
    staged = _staged(connection, found, preset)
    if len(staged.broken) + staged.totals_rows == staged.records:
        why = f" ({staged.broken[0].reason})" if staged.broken else ""
        raise FileRefused(f"{file.name} holds no row that can be read{why}; check the filter of the export.")
    forms = [DateForm(*row) for row in connection.rows(HERE / "date_form.sql")]
    order = decided(file.name, forms, asked=answers.day_first)
    date_only = _without_time_of_day(file.name, preset, forms)
    as_of, odd = gate.typed(connection, file.name, preset, found.header, order, date_only, timezone, answers)
    unmapped = gate.judged(connection, preset, as_of, date_only, gate.counted_from_opening(preset, found.header))
    counts = _counts(connection, staged)
    problems = _problems(connection, found, staged)
    gate.refuse_the_unreadable(file.name, staged.records, counts, problems, answers)
    present = preset.found_in(found.header)
    notes = [
        f"times without a zone read as {timezone}",
        *_notes(text, found, order, date_only, present),
        *odd,
        *unmapped,
    ]
    return FileRead(
        file.name, file.sha256, preset, staged.records, as_of, timezone, "resolved_at" not in present, counts, problems,
        tuple(present), notes, found.header,
    )  # fmt: skip


def _staged(connection: Connection, found: Table, preset: Preset) -> Staged:
    with tempfile.TemporaryDirectory(prefix="turnaround-") as folder:
        clean = Path(folder) / "clean.csv"
        staged = stage(found, preset, clean)
        connection.run(HERE / "macros.sql")
        connection.run(HERE / "date_macros.sql")
        connection.run(HERE / "raw_row.sql", path=str(clean), columns=dict.fromkeys(COLUMNS, "VARCHAR"))
    return staged


def _without_time_of_day(name: str, preset: Preset, forms: list[DateForm]) -> list[str]:
    """Instants that no row gives a time of day: hours cannot be measured from them. The opening must have one."""
    if preset.kind in (FileKind.CLIENTS, FileKind.TARGETS):
        return []
    dated = sorted(without_time_of_day(forms))
    for field in ("opened_at", "changed_at"):
        if field in dated:
            raise FileRefused(
                f"{name}: {field} has no time of day, so no hour can be measured; export it with its time."
            )
    return [field for field in dated if field in ("first_response_at", "resolved_at")]


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


def _notes(
    text: DecodedText, found: Table, order: DateOrder, date_only: list[str], present: Mapping[str, tuple[int, ...]]
) -> list[str]:
    """What was inferred, in words for the load report."""
    notes = list(order.notes)
    if text.guessed:
        notes.append(f"encoding guessed: {text.encoding}")
    if found.preamble:
        notes.append(f"{found.preamble} lines above the header left out")
    notes += [f"{field} has no time of day, so the clock that ends there is not measured" for field in date_only]
    ending = found.header[present["resolved_at"][0]] if "resolved_at" in present else ""
    if "clos" in ending.lower():
        notes.append(f"no column tells when a ticket was resolved; {ending} stands in for it")
    if "paused_minutes" in present:
        notes.append("waiting minutes are kept but take nothing off the clock; load a status history for that")
    return notes
