"""Presets: what a ticket tool's columns and statuses mean, read from TOML."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.intake import fields
from pipelines.settings import SHIPPED
from pipelines.vocabulary import FileKind, TicketState

DECORATION = " >-*\t"


@dataclass(frozen=True)
class Preset:
    """One kind of export of one ticket tool."""

    name: str
    title: str
    source: str
    kind: FileKind
    evidence: str
    missing: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    units: Mapping[str, str]
    zones: Mapping[str, str]
    timezone: str
    statuses: Mapping[TicketState, tuple[str, ...]]
    response_meaning: str
    answers: tuple[str, ...] | None
    not_answers: tuple[str, ...] | None
    fan_out: bool = False

    def state_of(self, status: str) -> TicketState | None:
        """What a status means for the clocks; None where the preset does not know it."""
        plain = plain_status(status)
        fitting = [(state, p) for state, patterns in self.statuses.items() for p in patterns if _fits(plain, p)]
        return max(fitting, key=lambda fit: (not fit[1].endswith("*"), len(fit[1])))[0] if fitting else None

    def counts_as_answer(self, status: str) -> bool:
        """Whether a change into this status stands for the first response."""
        plain = plain_status(status)
        if self.not_answers is not None:
            return plain not in self.not_answers
        return plain in (self.answers or ())

    def found_in(self, header: Iterable[str]) -> dict[str, int]:
        """Our fields and the position of the column that holds each; the first alias found wins."""
        places: dict[str, int] = {}
        for position, name in enumerate(header):
            places.setdefault(name.strip().lower(), position)
        named = {
            field: [places[a.lower()] for a in aliases if a.lower() in places]
            for field, aliases in self.columns.items()
        }
        return {field: found[0] for field, found in named.items() if found}


def plain_status(status: str) -> str:
    """A status without case and without the marks that tools put around it."""
    stripped = status.strip(DECORATION) or status.strip()
    return stripped.lower() if not stripped.isdigit() else status.strip().lower()


def _fits(plain: str, pattern: str) -> bool:
    return plain.startswith(pattern[:-1]) if pattern.endswith("*") else plain == pattern


def all_presets(home: Path) -> dict[str, Preset]:
    """Shipped presets by name, the owner's own ones over them."""
    files = [*sorted((SHIPPED / "sources").glob("*.toml")), *sorted((home / "sources").glob("*.toml"))]
    return {file.stem: _preset(file) for file in files}


def fingerprint(presets: Mapping[str, Preset]) -> str:
    """The same letters for the same presets: a change of what a status means is a reason to read a file again."""
    return hashlib.sha256(repr(sorted(presets.items())).encode()).hexdigest()[:12]


def _preset(file: Path) -> Preset:
    try:
        return _from_toml(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise SettingsInvalid(f"The source preset {file.name} cannot be read: {error}. Mend that line.") from None


def _from_toml(name: str, written: dict[str, Any]) -> Preset:
    columns = {field: tuple(aliases) for field, aliases in written["columns"].items()}
    unknown = set(columns) - set(fields.ALL)
    if unknown:
        raise ValueError(f"{min(unknown)} is not one of our fields")
    response = written.get("first_response", {})
    return Preset(
        name=name,
        title=written["title"],
        source=written["source"],
        kind=FileKind(written["kind"]),
        evidence=written["evidence"],
        missing=tuple(written["missing"]),
        columns=columns,
        units=written.get("units", {}),
        zones=written.get("zones", {}),
        timezone=written.get("timezone", ""),
        statuses={TicketState(state): tuple(words) for state, words in written.get("status", {}).items()},
        response_meaning=response.get("meaning", ""),
        answers=tuple(response["answers"]) if "answers" in response else None,
        not_answers=tuple(response["not_answers"]) if "not_answers" in response else None,
        fan_out=bool(written.get("fan_out", False)),
    )
