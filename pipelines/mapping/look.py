"""A look at an export that nobody knows: its columns with examples, and what they may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.intake.preset import Preset
from pipelines.mapping import kinds
from pipelines.mapping.columns import Column, columns_of
from pipelines.mapping.fits import fits
from pipelines.mapping.head import head_of
from pipelines.mapping.meanings import proposed_states
from pipelines.mapping.naming import free_name
from pipelines.mapping.propose import all_proposals, unit_of
from pipelines.vocabulary import FileKind

MOST_SHOWN = 400


@dataclass(frozen=True)
class Look:
    """What was found in the head of a file; `proposed` names a column for each field, by kind of row."""

    file: str
    name: str
    rows: int
    kind: FileKind
    columns: tuple[Column, ...]
    proposed: Mapping[FileKind, Mapping[str, Column]]
    states: Mapping[str, str | None]

    def as_json(self) -> dict[str, Any]:
        """The look as other programs read it; columns are named by their place, for titles may stand twice."""
        return {
            "file": self.file,
            "name": self.name,
            "rows": self.rows,
            "kind": str(self.kind),
            "columns": [_column(column) for column in self.columns[:MOST_SHOWN]],
            "hidden": max(len(self.columns) - MOST_SHOWN, 0),
            "required": {str(kind): kinds.required(kind) for kind in kinds.REST},
            "offered": {str(kind): kinds.offered(kind) for kind in kinds.REST},
            "proposed": {
                str(kind): {field: column.place for field, column in found.items() if column.place < MOST_SHOWN}
                for kind, found in self.proposed.items()
            },
            "states": self.states,
        }


def look_at(path: Path, presets: Mapping[str, Preset], encoding: str = "") -> Look:
    """Look at the head of a file; raises FileRefused with a sentence."""
    head = head_of(path, encoding=encoding)
    columns = columns_of(head)
    proposed = all_proposals(columns)
    words = {value for column in columns if fits("status", column) for value, _ in column.values}
    states = {word: str(state) if state else None for word, state in proposed_states(words, presets).items()}
    return Look(
        path.name, free_name(path.name, presets), len(head.rows), kinds.likely_kind(proposed), columns, proposed, states
    )


def in_words(look: Look) -> str:
    """A look for people."""
    lines = [f"{look.file}: {len(look.columns)} columns; a row looks like one of {look.kind}."]
    for column in look.columns:
        examples = " | ".join(" ".join(example.split())[:30] for example in column.examples)
        lines.append(f"  {column.title[:40]:40}  {column.filled:4.0%} filled  {examples}")
    lines.append("What they may hold:")
    found = look.proposed[look.kind]
    titles = {field: column.title for field, column in found.items()}
    told = (*kinds.required(look.kind), *(field for field in found if field not in kinds.required(look.kind)))
    lines += [f"  {field:24}  {titles.get(field, 'no column found, and needed')}" for field in told]
    if "status" in found:
        lines.append("Statuses:")
        lines += [
            f"  {n:>7,}  {text[:40]:40}  {look.states[text] or 'not known'}" for text, n in found["status"].values
        ]
    return "\n".join(lines)


def _clock_unit(column: Column) -> str:
    """Hours as a clock writes them, told by the cells whatever the name says."""
    if column.looks != "durations":
        return ""
    return "h:mm:ss" if column.examples[0].count(":") == 2 else "h:mm"


def _column(column: Column) -> dict[str, Any]:
    return {
        "title": column.title,
        "twice": column.twice,
        "examples": column.examples,
        "filled": round(column.filled, 4),
        "distinct": column.distinct,
        "looks": column.looks,
        "values": column.values if fits("status", column) else (),
        "unit": _clock_unit(column) or unit_of("hands_on_minutes", column.title),
    }
