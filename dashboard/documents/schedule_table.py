"""The rows of a schedule in words: one table a clock and Premium, the same on screen and on paper."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import wording
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_rows import NO_TIER, ON_SITE, REMOTE, Row, alike, clocks_of, plans_of, rows_of
from pipelines.catalogue.words import NOT_YET

CLOCK, KIND, ISSUES, PLACE, PRIORITY = "Clock", "For", "Issue type", "Place", "Priority"
FIRST = (CLOCK, KIND, ISSUES, PLACE, PRIORITY)
KIND_NAMES = {"software": "Software", "hardware": "Hardware", "other": "Other requests"}
ALL_KINDS = "Software, hardware and others alike"
PREMIUM = (None, False, True)
UNPLACED = "Anything that fits no type above"


@dataclass(frozen=True)
class Part:
    """One table: what it is of, its columns, and its rows by section (software, hardware, other, all)."""

    clock: str
    premium: bool | None
    columns: list[str]
    sections: list[tuple[str, list[list[str]]]]

    @property
    def title(self) -> str:
        """Such as "Resolution, with Premium Response"; what says neither holds with and without."""
        name = wording.clock_name(self.clock)
        if self.premium is None:
            return name
        return f"{name}, {'with' if self.premium else 'without'} Premium Response"

    @property
    def lines(self) -> int:
        """How many rows it has."""
        return sum(len(rows) for _, rows in self.sections)

    @property
    def times(self) -> int:
        """How many of the columns are times; they come last."""
        return len(self.columns) - len([name for name in (ISSUES, PLACE, PRIORITY) if name in self.columns])


def parts(matter: Matter, *, own: bool = False) -> list[Part]:
    """The tables of a schedule, first replies first, Premium behind each; own: what only this client has."""
    return tables(matter, rows_of(matter, own=own))


def tables(matter: Matter, rows: Sequence[Row], *, same_columns: bool = False) -> list[Part]:
    """Rows as tables, one a clock and Premium; same_columns: plans are told apart in all where they are in one."""
    plans = plans_of(matter, rows)
    return [
        _part(clock, premium, mine, _columns(rows if same_columns else mine, plans))
        for premium in PREMIUM
        for clock in clocks_of(rows)
        if (mine := [row for row in rows if row.clock == clock and row.premium is premium])
    ]


def frame(matter: Matter) -> pd.DataFrame:
    """The whole schedule as one table, its rows as they stand in the document."""
    every = [part for own in (False, True) for part in tables(matter, rows_of(matter, own=own), same_columns=True)]
    told = [
        {CLOCK: part.title, KIND: section, **dict(zip(part.columns, row, strict=True))}
        for part in every
        for section, rows in part.sections
        for row in rows
    ]
    table = pd.DataFrame(told)
    first = [name for name in FIRST if name in table.columns]
    told_of_all = {name: "Any" if name == PRIORITY else "Anywhere" if name == PLACE else "All" for name in first}
    table = table[[*first, *(name for name in table.columns if name not in first)]].fillna(told_of_all)
    return table if any(map(tells_kinds, every)) else table.drop(columns=KIND)


def tells_kinds(part: Part) -> bool:
    """Whether a table holds lines of software or hardware; without them its sections say nothing."""
    told = {name for name, _ in part.sections}
    return bool(told & {KIND_NAMES["software"], KIND_NAMES["hardware"]})


def count(matter: Matter) -> int:
    """How many lines the schedule of a version has."""
    return sum(part.lines for own in (False, True) for part in parts(matter, own=own))


Column = tuple[tuple[str | None, ...], str]


def _part(clock: str, premium: bool | None, rows: list[Row], plans: Sequence[Column]) -> Part:  # noqa: FBT001
    issues = any(row.issue_types for row in rows)
    place = any(row.work_mode or row.bands for row in rows)
    priority = any(row.priorities for row in rows)
    shown = [name for name, kept in ((ISSUES, issues), (PLACE, place), (PRIORITY, priority)) if kept] or [ISSUES]
    columns = [*shown, *(name for _, name in plans)]
    sections: dict[str, list[list[str]]] = {}
    for row in rows:
        cells = {ISSUES: _issues(row, rows), PLACE: _where(row, rows), PRIORITY: _priorities(row, rows)}
        told = [*(cells[name] for name in shown), *(row.time(alone[0]) for alone, _ in plans)]
        sections.setdefault(KIND_NAMES.get(row.kind, ALL_KINDS), []).append(told)
    return Part(clock, premium, columns, list(sections.items()))


def _columns(rows: Sequence[Row], plans: Sequence[str | None]) -> list[Column]:
    return [(alone, _plans(alone, plans)) for alone in alike(rows, plans)]


def _plans(alone: tuple[str | None, ...], plans: Sequence[str | None]) -> str:
    """The head of a column: its plans by name."""
    if NO_TIER in alone and len(alone) == len(plans):
        return "All plans" if len(plans) > 1 else "Time"
    names = [_plan(plan, first=not place) for place, plan in enumerate(alone)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _plan(plan: str | None, *, first: bool) -> str:
    if plan is None:
        return "Any other plan" if first else "any other plan"
    name = wording.shown(plan)
    return f"Plan {name}" if name in FIRST else name


def natural(name: str) -> list[tuple[int, str]]:
    """So that "Category 2" comes before "Category 12"."""
    return [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in re.split(r"(\d+)", name)]


def issue_names(names: Collection[str]) -> str:
    """Issue types in one cell; what is on no line of the catalogue comes last, in words that a client understands."""
    told = [wording.shown(name) for name in sorted(names, key=natural) if name != NOT_YET]
    if NOT_YET in names:
        told.append(f"{UNPLACED[0].lower() if told else UNPLACED[0]}{UNPLACED[1:]}")
    return ", ".join(told)


def _issues(row: Row, rows: list[Row]) -> str:
    if row.issue_types:
        return issue_names(row.issue_types)
    return "All other issue types" if any(other.issue_types for other in rows) else "All issue types"


def _where(row: Row, rows: list[Row]) -> str:
    """The place; a row that names less holds for what no other names."""
    if row.bands:
        bands = ", ".join(wording.shown(band) for band in row.bands)
        return bands if row.work_mode is None else f"{wording.work_mode_name(row.work_mode)}, {bands}"
    if row.work_mode == ON_SITE:
        farther = any(other.bands and other.work_mode == ON_SITE and _meets(row, other) for other in rows)
        return "On-site, other distances" if farther else "On-site"
    if row.work_mode is not None:
        return wording.work_mode_name(row.work_mode)
    return "Remote or not stated" if _visits_named(row, rows) else "Anywhere else" if _places(row, rows) else "Anywhere"


def _visits_named(row: Row, rows: list[Row]) -> bool:
    """Whether the same tickets on-site have rows of their own, and remote ones do not."""
    alike = [other for other in rows if other.issue_types == row.issue_types]
    visits = {name for other in alike if other.work_mode == ON_SITE and not other.bands for name in other.priorities}
    return set(row.priorities) <= visits and bool(visits) and not any(other.work_mode == REMOTE for other in alike)


def _meets(row: Row, other: Row) -> bool:
    """Whether one ticket can be of both rows, its place aside."""
    types = not row.issue_types or not other.issue_types or row.issue_types == other.issue_types
    urgent = not row.priorities or not other.priorities or set(row.priorities) & set(other.priorities)
    return types and bool(urgent)


def _places(row: Row, rows: list[Row]) -> bool:
    return any((other.work_mode or other.bands) and _meets(row, other) for other in rows)


def _priorities(row: Row, rows: list[Row]) -> str:
    if row.priorities:
        return ", ".join(wording.shown(name) for name in sorted(row.priorities))
    return "Any other" if any(other.priorities for other in rows) else "Any"
