"""Which line holds for a kind of ticket, by the rule that the schedule prints; and which lines change nothing.

The rule is that of the judgement itself: of the lines that fit, the one with most cells filled in holds; of equals,
the one that names the first of CELLS.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from pipelines.vocabulary import Clock

CELLS = ("premium", "issue_type", "distance_band", "work_mode", "priority", "tier")
PREMIUM, TYPE = CELLS.index("premium"), CELLS.index("issue_type")
# No name of a plan is empty: a ticket without one.
NO_PLAN = ""
Cells = tuple[Any, ...]


class Line(NamedTuple):
    """A line of a version: what it is for, in the order of CELLS (None: any), and its time."""

    clock: str
    cells: Cells
    time: tuple[float, str]

    def cell(self, name: str) -> Any:
        """What it says of one thing."""
        return self.cells[CELLS.index(name)]


def lines_of(frame: pd.DataFrame) -> tuple[Line, ...]:
    """Lines as pipelines.targets.versions has them, each name in its first spelling; the client aside."""
    spelled: dict[str, str] = {}
    return tuple(
        Line(
            str(row["clock"]),
            tuple(_cell(row[name], spelled) for name in CELLS),
            (float(row["amount"]), str(row["unit"])),
        )
        for row in frame.to_dict("records")
    )


def holding(lines: Iterable[Line], ticket: Cells) -> Line | None:
    """The line that holds for a ticket of these cells; None: nothing is promised."""
    return max((line for line in lines if _fits(line.cells, ticket)), key=_rank, default=None)


@lru_cache(maxsize=128)
def needed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those that could go and change the time of no ticket, the wider ones kept.

    An issue type that is named stays so.
    """
    kept = list(lines)
    for line in sorted(lines, key=_rank, reverse=True):
        if _is_idle(line, kept):
            kept.remove(line)
    return tuple(kept)


def usual(lines: Iterable[Line]) -> list[Line]:
    """The lines that can hold without Premium Response."""
    return [line for line in lines if line.cells[PREMIUM] is not True]


def faster(lines: Sequence[Line], tiers: Iterable[str | None], days: Sequence[int]) -> list[Line]:
    """The Premium lines that are shorter than the usual time of the same plan, each for one of these plans.

    days: the open seconds of a day in each calendar that counts; a time has to be shorter by all of them.
    """
    found = []
    for line in lines:
        if line.cells[PREMIUM] is not True:
            continue
        for tier in tiers if line.cell("tier") is None else [line.cell("tier")]:
            # With and without Premium: both are asked below.
            own = line._replace(cells=(None, *line.cells[1:-1], tier or NO_PLAN))
            near = [other for other in lines if _meet(own, other)]
            if any(_is_faster(line, near, ticket, days) for ticket in _tickets(own, near)):
                found.append(line._replace(cells=(*line.cells[:-1], tier)))
    return found


def unpromised(lines: Iterable[Line], issue_types: Iterable[str], clock: Clock) -> list[str]:
    """The issue types for which a clock has no time without Premium Response, whatever else a ticket is."""
    told = {line.cells[TYPE] for line in usual(lines) if line.clock == clock}
    named = {plain(name) for name in told if name is not None}
    return [] if None in told else [name for name in issue_types if plain(name) not in named]


def unnamed(lines: Iterable[Line], issue_types: Iterable[str], clock: Clock) -> list[str]:
    """The issue types that only the line for all others holds for, where a clock has lines for single ones."""
    told = {line.cells[TYPE] for line in usual(lines) if line.clock == clock}
    named = {plain(name) for name in told if name is not None}
    return [name for name in issue_types if plain(name) not in named] if named and None in told else []


def plain(name: object) -> str:
    """A name without case and doubled spaces, as names are compared everywhere."""
    return " ".join(str(name).split()).lower()


def _cell(value: Any, spelled: dict[str, str]) -> Any:
    if pd.isna(value):
        return None
    return spelled.setdefault(plain(value), value) if isinstance(value, str) else bool(value)


def _rank(line: Line) -> tuple[int, list[bool]]:
    named = [cell is not None for cell in line.cells]
    return sum(named), named


def _fits(cells: Cells, ticket: Cells) -> bool:
    return all(own is None or own == value for own, value in zip(cells, ticket, strict=True))


def _meet(one: Line, other: Line) -> bool:
    """Whether one ticket can be of both lines."""
    pairs = zip(one.cells, other.cells, strict=True)
    return one.clock == other.clock and all(a is None or b is None or a == b for a, b in pairs)


def _tickets(line: Line, near: Iterable[Line]) -> Iterator[Cells]:
    """Tickets of a line that stand for all of its tickets: what holds for any of them holds for one of these."""
    for other in (line, *near):
        yield tuple(b if a is None else a for a, b in zip(line.cells, other.cells, strict=True))


def _is_idle(line: Line, kept: Sequence[Line]) -> bool:
    near = [other for other in kept if _meet(line, other)]
    others = [other for other in near if other is not line]
    for ticket in _tickets(line, others):
        before, after = holding(near, ticket), holding(others, ticket)
        if before is None or after is None or before.time != after.time:
            return False
        if before is line and after.cells[TYPE] != line.cells[TYPE]:
            return False
    return True


def _is_faster(line: Line, near: Sequence[Line], ticket: Cells, days: Sequence[int]) -> bool:
    if holding(near, (True, *ticket[1:])) != line:
        return False
    without = holding(near, (False, *ticket[1:]))
    return without is None or all(_seconds(line, day) < _seconds(without, day) for day in days)


def _seconds(line: Line, day_seconds: int) -> float:
    amount, unit = line.time
    return amount * {"business_minutes": 60, "business_hours": 3600}.get(unit, day_seconds)
