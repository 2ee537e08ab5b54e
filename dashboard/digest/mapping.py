"""The mapping screen without its widgets: what is proposed, what is chosen, what is still missing."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.wording import fields as words

SHOWN_FIRST = ("client", "issue_type", "tier", "priority", "status", "first_response_at", "resolved_at")
STAND_IN = {"resolved_at", "closed_at"}
TICKETS = {
    "ticket_id": "Ticket",
    "client": "Client",
    "issue_type": "Issue",
    "opened_at": "Opened",
    "first_response_at": "First reply",
    "resolved_at": "Resolved",
    "first_response_hours": "Reply (h)",
    "resolution_hours": "Took (h)",
    "state": "State",
}
LONGEST_EXAMPLE = 28
INSTANTS = ("opened_at", "first_response_at", "resolved_at")


@dataclass
class Draft:
    """What the owner has said about one file so far; what is not said is as proposed."""

    kind: str
    name: str
    places: dict[str, int | None] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    source: str = ""
    timezone: str = ""
    day_first: bool | None = None
    asks_order: bool = False
    replace: bool = False


def place_of(look: Mapping[str, Any], draft: Draft, name: str) -> int | None:
    """The column that stands for a field: chosen, else proposed."""
    if name in draft.places:
        return draft.places[name]
    proposed: int | None = look["proposed"][draft.kind].get(name)
    return proposed


def chosen(look: Mapping[str, Any], draft: Draft) -> dict[str, int]:
    """The column of each field that has one."""
    places = {name: place_of(look, draft, name) for name in look["offered"][draft.kind]}
    return {name: place for name, place in places.items() if place is not None}


def state_of(look: Mapping[str, Any], draft: Draft, status: str) -> str:
    """What a status means: chosen, else proposed; nothing where neither is so."""
    return draft.states[status] if status in draft.states else look["states"].get(status) or ""


def statuses(look: Mapping[str, Any], draft: Draft) -> list[tuple[str, int]]:
    """The statuses of the chosen column, those that nobody knows first."""
    place = place_of(look, draft, "status") if "status" in look["offered"][draft.kind] else None
    values = look["columns"][place]["values"] if place is not None else []
    return sorted(((text, n) for text, n in values), key=lambda value: (bool(look["states"].get(value[0])), -value[1]))


def as_preset(look: Mapping[str, Any], draft: Draft) -> dict[str, Any]:
    """The draft as a preset needs it: columns by title, statuses by state."""
    places = chosen(look, draft)
    return {
        "title": f"{draft.name} (mapped by hand)",
        "source": draft.source or draft.name,
        "kind": draft.kind,
        "columns": {name: look["columns"][place]["title"] for name, place in places.items()},
        "header": [column["title"] for column in look["columns"]],
        "states": {text: state_of(look, draft, text) for text, _ in statuses(look, draft)},
        "units": {name: unit(look, draft, name) for name in places if name.endswith("_minutes")},
        "timezone": draft.timezone,
        "day_first": draft.day_first,
    }


def unit(look: Mapping[str, Any], draft: Draft, name: str) -> str:
    """What the numbers of a duration count."""
    place = place_of(look, draft, name)
    return draft.units.get(name) or (look["columns"][place]["unit"] if place is not None else "minutes")


def first_and_more(look: Mapping[str, Any], draft: Draft) -> tuple[list[str], list[str]]:
    """The fields that are asked for at once, and the others: of those that are found, then the rest."""
    offered, needed = look["offered"][draft.kind], look["required"][draft.kind]
    first = [name for name in offered if name in needed or name in SHOWN_FIRST]
    found = look["proposed"][draft.kind]
    more = [name for name in offered if name not in first]
    return first, sorted(more, key=lambda name: name not in found)


def missing(look: Mapping[str, Any], draft: Draft) -> list[str]:
    """Fields without which no row can be read."""
    return [name for name in look["required"][draft.kind] if name not in chosen(look, draft)]


def doubled(look: Mapping[str, Any], draft: Draft) -> list[str]:
    """Columns that were chosen for two fields; the closing may stand in for the resolution."""
    places = chosen(look, draft)
    counted = Counter(place for name, place in places.items() if name not in STAND_IN)
    counted.update({places[name] for name in STAND_IN if name in places})
    return [wording.shown(look["columns"][place]["title"]) for place, times in counted.items() if times > 1]


def examples(look: Mapping[str, Any], place: int | None) -> str:
    """What stands in a column, and how full it is."""
    if place is None:
        return ""
    column = look["columns"][place]
    some = " · ".join(_brief(example) for example in column["examples"])
    return some + (f" ({wording.percent(column['filled'])} filled)" if column["filled"] < 0.995 else "")


def _brief(example: str) -> str:
    line = wording.shown(example)
    return line if len(line) <= LONGEST_EXAMPLE else line[: LONGEST_EXAMPLE - 1] + "…"


def column_name(look: Mapping[str, Any], place: int | None) -> str:
    """A column as the owner knows it."""
    return words.NO_COLUMN if place is None else wording.shown(look["columns"][place]["title"])


def ticket_table(tickets: list[dict[str, Any]], local: Callable[[datetime], datetime]) -> pd.DataFrame:
    """Ten measured tickets, times as `local` turns them."""
    frame = pd.DataFrame(tickets, columns=list(TICKETS))
    for name in INSTANTS:
        moments = pd.to_datetime(frame[name])
        frame[name] = moments.map(local, na_action="ignore")
    texts = ["ticket_id", "client", "issue_type"]
    frame[texts] = frame[texts].map(lambda cell: wording.shown(cell) if isinstance(cell, str) else cell)
    return frame.dropna(axis="columns", how="all").rename(columns=TICKETS)
