"""Presets: what a ticket tool's columns and statuses mean, read from TOML."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.intake import fields
from pipelines.settings import SHIPPED
from pipelines.vocabulary import FileKind, TicketState

DECORATION = " >-*\t"
JOINED = " + "
WHOLE = re.compile(r"(-?\d+)[.]0+")


@dataclass(frozen=True)
class Preset:
    """One kind of export of one ticket tool."""

    name: str
    title: str
    source: str
    kind: FileKind
    row: str
    evidence: str
    missing: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    marks: tuple[str, ...]
    units: Mapping[str, str]
    zones: Mapping[str, str]
    timezone: str
    statuses: Mapping[TicketState, tuple[str, ...]]
    met: Mapping[str, tuple[str, ...]]
    response_meaning: str
    answers: tuple[str, ...] | None
    not_answers: tuple[str, ...] | None
    fan_out: bool = False
    first_of_doubles: bool = False
    us_zip: bool = False
    day_first: bool | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """Every column name that this preset knows, as its tool writes it."""
        aliases = {part for its in self.columns.values() for alias in its for part in alias.split(JOINED)}
        return frozenset(aliases | set(self.marks))

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

    def found_in(self, header: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Our fields and the positions of the columns whose cells, joined by a space, hold each."""
        places = _places(header)
        found = ((field, self._alias_in(field, places)) for field in self.columns)
        return {field: alias[1] for field, alias in found if alias is not None}

    def units_in(self, header: Iterable[str]) -> dict[str, str]:
        """The unit of each duration and distance in a file: of its own column where that has one."""
        places = _places(header)
        units = {}
        for field in (*fields.DURATIONS, *fields.DISTANCES):
            alias = self._alias_in(field, places)
            usual = self.units.get(field, "km" if field in fields.DISTANCES else "minutes")
            units[field] = self.units.get(alias[0], usual) if alias else usual
        return units

    def _alias_in(self, field: str, places: Mapping[str, int]) -> tuple[str, tuple[int, ...]] | None:
        """The first alias of a field whose columns all stand in a header, and where they stand."""
        for alias in self.columns.get(field, ()):
            parts = [plain_name(part) for part in alias.split(JOINED)]
            if all(part in places for part in parts):
                return alias, tuple(places[part] for part in parts)
        return None


def _places(header: Iterable[str]) -> dict[str, int]:
    """Plain column names and where each stands first."""
    places: dict[str, int] = {}
    for position, name in enumerate(header):
        places.setdefault(plain_name(name), position)
    return places


def plain_name(name: str) -> str:
    """A column name without case, doubled spaces, and what an encoding may leave in front of it."""
    return " ".join(unicodedata.normalize("NFC", name).replace("\ufeff", "").split()).lower()


def plain_status(status: str) -> str:
    """A status without case and without the marks that tools put around it."""
    if whole := WHOLE.fullmatch(status.strip()):
        return whole[1]
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
    units = written.get("units", {})
    wrong = set(units.values()) - {*fields.DURATION_UNITS, *fields.KILOMETRES}
    if wrong:
        raise ValueError(f"{min(wrong)} is not a unit that is known")
    response = written.get("first_response", {})
    return Preset(
        name=name,
        title=written["title"],
        source=written["source"],
        kind=FileKind(written["kind"]),
        row=written.get("row", ""),
        evidence=written["evidence"],
        missing=tuple(written["missing"]),
        columns=columns,
        marks=tuple(written.get("marks", ())),
        units=units,
        zones=written.get("zones", {}),
        timezone=written.get("timezone", ""),
        statuses={TicketState(state): tuple(words) for state, words in written.get("status", {}).items()},
        met={word: tuple(patterns) for word, patterns in written.get("met", {}).items()},
        response_meaning=response.get("meaning", ""),
        answers=tuple(response["answers"]) if "answers" in response else None,
        not_answers=tuple(response["not_answers"]) if "not_answers" in response else None,
        fan_out=written.get("fan_out", False),
        first_of_doubles=written.get("first_of_doubles", False),
        us_zip=written.get("us_zip", False),
        day_first=written.get("day_first"),
    )
