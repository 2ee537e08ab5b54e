"""Targets as an owner writes them, and a draft of them as the lines of a version."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard import wording
from models.promise.schedule import LINE

UNITS = {"min": "business_minutes", "h": "business_hours", "day": "business_days"}
WRITTEN = re.compile(r"\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*(m|min|minutes?|h|hours?|d|days?)?\s*", re.IGNORECASE)
# What the table takes: Streamlit gives it to the browser, which reads JavaScript's expressions.
PATTERN = r"^\s*\d{1,6}([.,]\d{1,3})?\s*(m|min|minutes?|h|hours?|d|days?)?\s*$"
COLUMNS = ["clock", "tier", "issue_type", "work_mode", "distance_band", "priority", "premium", "amount", "unit"]
CELLS = ("tier", "issue_type", "work_mode", "distance_band", "priority", "premium")
Draft = Mapping[str, str]


class Amount(NamedTuple):
    """A target: 2 business days are not so many hours, for a client may have a day of its own."""

    amount: float
    unit: str

    def seconds(self, day_seconds: int) -> float:
        """In business seconds of a calendar with such a day."""
        return self.amount * {"business_minutes": 60, "business_hours": 3600}.get(self.unit, day_seconds)

    def __str__(self) -> str:
        """Such as "30 min", "4 h" or "2 days"."""
        return wording.target(self.amount, self.unit)


def read(text: object) -> Amount | None:
    """What an owner wrote: "2 days", "4 h", "30 min", or a number of hours; None where it is none of these."""
    found = WRITTEN.fullmatch(str(text or ""))
    amount = float(found[1].replace(",", ".")) if found else 0.0
    if found is None or not amount:
        return None
    letter = (found[2] or "h")[0].lower()
    return Amount(amount, {"m": UNITS["min"], "h": UNITS["h"], "d": UNITS["day"]}[letter])


def written(seconds: float, day_seconds: int) -> Amount:
    """A step of the contract's ladder as it stands in a contract."""
    if seconds % day_seconds == 0:
        return Amount(seconds / day_seconds, UNITS["day"])
    return Amount(seconds / 3600, UNITS["h"]) if seconds >= 3600 else Amount(seconds / 60, UNITS["min"])


def name(line: Mapping[Any, Any]) -> str:
    """What tells a line from all others, whatever its place in the table."""
    cells = ["any" if pd.isna(line[cell]) else str(line[cell]) for cell in LINE]
    return "|".join([*cells, *line["issue_types"]])


def names(lines: pd.DataFrame) -> list[str]:
    """The names of all lines."""
    return [name(line) for line in lines.to_dict("records")]


def folded(
    draft: Draft, lines: Sequence[str], edited_rows: Mapping[int, Mapping[str, Any]], column: str
) -> dict[str, str]:
    """The draft with what an editor reports: changes by place become changes by name, emptied ones go."""
    changed = {
        lines[place]: cells[column] for place, cells in edited_rows.items() if column in cells and place < len(lines)
    }
    told = {name: str(amount) for name, text in changed.items() if (amount := read(text))}
    return {name: text for name, text in draft.items() if name not in changed} | told


def proposed(lines: pd.DataFrame, day_seconds: int) -> dict[str, str]:
    """The draft that takes every proposal that rests on enough tickets."""
    enough = lines[~few(lines)]
    steps = zip(names(enough), enough["proposed_seconds"].astype(float), strict=True)
    return {name: str(written(step, day_seconds)) for name, step in steps}


def few(lines: pd.DataFrame) -> pd.Series:
    """Lines of too few tickets to propose anything to a client; the last one is for what was never seen, not few."""
    return (lines["n"] < wording.FEWEST) & lines["issue_types"].map(bool)


def as_lines(clock: str, lines: pd.DataFrame, segments: pd.DataFrame, draft: Draft, day_seconds: int) -> pd.DataFrame:
    """The draft as a target list: changed lines as they stand, all others with what holds for their tickets today.

    What was never seen has the proposal, for no target of today stands beside it.
    """
    rows: list[dict[str, Any]] = []
    for place, line in enumerate(lines.to_dict("records")):
        own = read(draft.get(name(line)))
        if own is None and not line["issue_types"]:
            own = written(line["proposed_seconds"], day_seconds)
        rows += _changed(line, own) if own else _as_today(line, segments[segments["line"] == place])
    rows += _single(segments[segments["line"] < 0])
    return pd.DataFrame(rows, columns=COLUMNS[1:]).drop_duplicates([*CELLS]).assign(clock=clock)[COLUMNS]


def _changed(line: Mapping[Any, Any], own: Amount) -> Iterator[dict[str, Any]]:
    cells = {cell: line[cell] for cell in LINE}
    for issue_type in line["issue_types"] or [None]:
        yield cells | {"issue_type": issue_type, "amount": own.amount, "unit": own.unit}


def _as_today(line: Mapping[Any, Any], segments: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """One line an issue type where all its tickets have one target, else one a segment."""
    for issue_type, own in segments.groupby("issue_type", sort=True):
        held = set(zip(own["amount"], own["unit"], strict=True))
        if len(held) == 1 and own["amount"].notna().all():
            amount, unit = next(iter(held))
            yield {**{cell: line[cell] for cell in LINE}, "issue_type": issue_type, "amount": amount, "unit": unit}
        else:
            yield from _single(own)


def _single(segments: pd.DataFrame) -> list[dict[str, Any]]:
    held = segments[segments["amount"].notna()]
    return held[[*CELLS, "amount", "unit"]].to_dict("records")  # type: ignore[return-value]


def with_others(lines: pd.DataFrame, version: pd.DataFrame) -> pd.DataFrame:
    """The lines, and of a version those of which they say nothing: the other clock, clients with lines of their own."""
    others = version[version["client"].notna() | ~version["clock"].isin(set(lines["clock"]))]
    return pd.concat([lines, others.drop(columns="valid_from")], ignore_index=True) if len(others) else lines


def premium_lost(lines: pd.DataFrame, version: pd.DataFrame) -> int:
    """How many lines for Premium clients alone a version has beyond those of the draft, of its clocks."""
    today = version[version["clock"].isin(set(lines["clock"])) & version["client"].isna()]
    had, has = (int((own["premium"] == True).sum()) for own in (today, lines))  # noqa: E712 - a column with gaps
    return max(had - has, 0)
