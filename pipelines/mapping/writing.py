"""What the owner chose on the mapping screen, as the TOML of a preset: whatever a header holds, it survives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import tomlkit
from tomlkit.items import Array

from pipelines.intake.preset import plain_status
from pipelines.vocabulary import FileKind, TicketState

MISSING = ("", "-", "?", "n/a", "N/A", "null", "NULL", "none", "None")
TOLD = {FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS}


@dataclass(frozen=True)
class Choices:
    """Which column holds which field, what the statuses mean, and what the file leaves open."""

    title: str
    source: str
    kind: FileKind
    columns: Mapping[str, str]
    header: Sequence[str] = ()
    states: Mapping[str, TicketState] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    timezone: str = ""
    day_first: bool | None = None


def as_toml(choices: Choices) -> str:
    """The text of a preset; columns and statuses are values in it, never keys."""
    document = tomlkit.document()
    document.add(tomlkit.comment("Made on the mapping screen of Turnaround; it may be edited, exported and imported."))
    document["title"], document["source"] = choices.title, choices.source
    document["kind"], document["evidence"] = str(choices.kind), "mapped by hand"
    document["missing"] = _list(MISSING)
    if choices.timezone:
        document["timezone"] = choices.timezone
    if choices.day_first is not None:
        document["day_first"] = choices.day_first
    # The whole header: by it a file of the same export is known again.
    document["marks"] = _list([title for title in choices.header if title])
    document["columns"] = {name: _list(titles) for name, titles in _columns(choices).items()}
    units = {name: unit for name, unit in choices.units.items() if name in choices.columns and unit != "minutes"}
    if units:
        document["units"] = units
    if choices.states:
        document["status"] = {state: _list(words) for state, words in _words(choices.states).items()}
    if choices.kind in TOLD:
        document["first_response"] = {"meaning": _meaning(choices)}
    return tomlkit.dumps(document)


def _columns(choices: Choices) -> dict[str, tuple[str, ...]]:
    """Titles by field; where no column tells when a ticket was resolved, its closing stands in for it."""
    columns: dict[str, tuple[str, ...]] = {name: (title,) for name, title in choices.columns.items()}
    if "closed_at" in columns and "resolved_at" not in columns and choices.kind in TOLD:
        columns["resolved_at"] = columns["closed_at"]
    return columns


def _words(states: Mapping[str, TicketState]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for status, state in states.items():
        words.setdefault(str(state), []).append(plain_status(status))
    return {state: sorted(set(found)) for state, found in sorted(words.items())}


def _meaning(choices: Choices) -> str:
    title = choices.columns.get("first_response_at")
    return (
        f'what your export calls "{title}"' if title else "your export does not tell when a client was first answered"
    )


def _list(values: tuple[str, ...] | list[str]) -> Array:
    """A list of strings; each is escaped by tomlkit."""
    array = tomlkit.array()
    array.extend(values)
    return array
