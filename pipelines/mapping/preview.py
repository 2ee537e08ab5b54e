"""What an export would become: its first rows through the ordinary load, in a home that is thrown away."""

import csv
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.mapping.head import Head
from pipelines.mapping.own import FOLDER, preset_of
from pipelines.mapping.writing import TOLD
from pipelines.vocabulary import FileKind

HERE = Path(__file__).parent
MOST_RECORDS = 2_000
NAME = "preview"
COLUMNS = (
    "ticket_id", "client", "issue_type", "opened_at", "first_response_at", "resolved_at", "first_response_hours",
    "resolution_hours", "state",
)  # fmt: skip


@dataclass(frozen=True)
class Preview:
    """Ten measured tickets, and what became of the records that were read."""

    records: int
    kind: FileKind
    outcomes: dict[str, int]
    reasons: dict[str, int]
    notes: list[str]
    tickets: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The preview as other programs read it."""
        return {
            "records": self.records,
            "kind": str(self.kind),
            "outcomes": self.outcomes,
            "reasons": self.reasons,
            "notes": self.notes,
            "tickets": self.tickets,
        }


def preview(
    home: Path, head: Head, text: str, *, day_first: bool | None = None, scratch: Path | None = None
) -> Preview:
    """Load the head of a file as a preset says, beside the real home; raises with the sentence of the load itself."""
    preset = preset_of(text, NAME)
    with tempfile.TemporaryDirectory(prefix="turnaround-preview-", dir=scratch) as folder:
        throw_away = _copied(home, Path(folder) / "home")
        (throw_away / FOLDER / f"{NAME}.toml").write_text(text, encoding="utf-8", newline="")
        answers = Answers(source=NAME, day_first=day_first, allow_quarantine=True)
        report = load_files(throw_away, [_first_rows(head, Path(folder) / "export.csv")], answers).files[0]
        tickets = _measured(throw_away) if preset.kind in TOLD else []
    outcomes = dict(report.outcomes)
    if head.broken:
        outcomes["quarantined"] = outcomes.get("quarantined", 0) + head.broken
    return Preview(report.records + head.broken, preset.kind, outcomes, report.reasons, report.notes, tickets)


def _copied(home: Path, to: Path) -> Path:
    """A home with the owner's settings and presets, and no history."""
    (to / FOLDER).mkdir(parents=True)
    for file in (*home.glob("*.toml"), *(home / FOLDER).glob("*.toml")):
        shutil.copyfile(file, to / file.relative_to(home))
    return to


def _first_rows(head: Head, target: Path) -> Path:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(head.header)
        writer.writerows(head.rows)
    return target


def _measured(home: Path) -> list[dict[str, Any]]:
    with open_history(home) as history:
        return [dict(zip(COLUMNS, map(_plain, row), strict=True)) for row in _rows(history)]


def _rows(history: Connection) -> Sequence[tuple[Any, ...]]:
    return history.rows(HERE / "measured_ticket.sql")


def _plain(cell: Any) -> Any:
    return cell.isoformat(sep=" ", timespec="minutes") if isinstance(cell, datetime) else cell


def in_words(shown: Preview) -> str:
    """A preview for people."""
    counts = ", ".join(f"{number:,} {outcome}" for outcome, number in shown.outcomes.items())
    lines = [f"{shown.records:,} records read: {counts}"]
    lines += [f"  {number:,} x {reason}" for reason, number in shown.reasons.items()]
    lines += [f"  {note}" for note in shown.notes]
    for ticket in shown.tickets:
        lines.append("  ".join("-" if cell is None else str(cell) for cell in ticket.values()))
    return "\n".join([*lines, "Nothing was loaded: this was a preview."])
