"""The lines of a version as rows that somebody can sign: no figure is changed, only what is alike stands in one row.

A row is a clock, Premium, issue types, place and priority; its cells are the times, one a plan. Issue types whose
times are all alike share a row, and so do priorities and distances; a line that changes no time is left out
(held.py). A line that names no plan holds for each plan that has none of its own there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

from dashboard import wording
from dashboard.documents import held
from dashboard.documents.held import Line, plain
from dashboard.documents.matter import Matter
from pipelines.vocabulary import Clock

KINDS = ("software", "hardware", "other", "all")
MOST_ROWS = 40
NO_TIER = None
REMOTE, ON_SITE = "remote", "on_site"
MERGED = ("issue_types", "priorities", "bands")
USUAL_DAY = 9 * 3600


Times = tuple[tuple[str | None, tuple[float, str] | None], ...]


@dataclass(frozen=True)
class Row:
    """One row; an empty tuple holds for any. times: plan (None: any) -> amount and unit (None: none)."""

    clock: str
    premium: bool | None
    kind: str
    issue_types: tuple[str, ...]
    work_mode: str | None
    bands: tuple[str, ...]
    priorities: tuple[str, ...]
    times: Times

    def time(self, tier: str | None) -> str:
        """The time of a plan as it is written; a dash where none is promised."""
        found = dict(self.times)
        amount = found.get(tier, found.get(NO_TIER))
        return wording.DASH if amount is None else wording.target(*amount)


def rows_of(matter: Matter, *, own: bool = False) -> list[Row]:
    """The rows of the general lines that can concern the client; own: of the lines that only it has."""
    return folded(matter, held.needed(lines_of(matter, own=own)))


def faster_rows(matter: Matter, *, own: bool = False) -> list[Row]:
    """The rows that Premium Response makes shorter, each time beside a plan that waits longer without it."""
    lines = lines_of(matter, own=own)
    named = {line.cell("tier") for line in lines}
    others = [None] if NO_TIER in named else []
    tiers = [matter.client.tier] if matter.client and matter.client.tier else [*sorted(named - {None}), *others]
    days = [hours.day_seconds for hours in matter.hours] or [USUAL_DAY]
    rows = folded(matter, held.faster(lines, tiers, days))
    return [replace(row, times=_with_all(row, [_tier(matter, tier) for tier in tiers])) for row in rows]


def _with_all(row: Row, tiers: Iterable[str | None]) -> Times:
    """The times with a gap for each plan that waits no longer without Premium: "any other" is not for it."""
    told = dict(row.times)
    return (*row.times, *((tier, None) for tier in tiers if NO_TIER in told and tier not in told))


def lines_of(matter: Matter, *, own: bool = False) -> tuple[Line, ...]:
    """The lines that can concern the client: the general ones, or those that only it has."""
    lines = matter.lines
    whose = lines["client"].map(plain, na_action="ignore")
    if own:
        lines = lines[whose == plain(matter.client.name)] if matter.client else lines.iloc[:0]
    else:
        lines = lines[whose.isna()]
    return tuple(line for line in held.lines_of(lines) if _concerns(matter, line))


def folded(matter: Matter, lines: Iterable[Line]) -> list[Row]:
    """Lines as rows, in the order of merging that leaves the fewest."""
    single = _singles(matter, lines)
    found = min((_merged_by(single, order) for order in permutations(MERGED)), key=len)
    return sorted((_with_kind(matter, row) for row in found), key=lambda row: _place(matter, row))


def plans_of(matter: Matter, rows: Iterable[Row]) -> list[str | None]:
    """The plans of which rows tell a time, in the owner's order; None: no plan, or any other."""
    named = {tier for row in rows for tier, _ in row.times}
    if matter.client and matter.client.tier is not None:
        return [matter.client.tier]
    order = {tier: place for place, tier in enumerate(matter.tiers)}
    tiers = sorted((tier for tier in named if tier is not None), key=lambda tier: (order.get(tier, len(order)), tier))
    return [*tiers, *([NO_TIER] if NO_TIER in named else [])]


def alike(rows: Iterable[Row], plans: Iterable[str | None]) -> list[tuple[str | None, ...]]:
    """The plans that need a column, those together whose times are equal in every row.

    What has no time in any row has no column, but for plans that have a name and no Premium Response.
    """
    told = list(rows)
    found: dict[tuple[str, ...], tuple[str | None, ...]] = {}
    for plan in plans:
        times = tuple(row.time(plan) for row in told)
        if set(times) != {wording.DASH} or (plan is not None and not all(row.premium for row in told)):
            found[times] = (*found.get(times, ()), plan)
    return list(found.values())


def clocks_of(rows: Iterable[Row]) -> list[str]:
    """The clocks that have a row, the first reply first."""
    told = {row.clock for row in rows}
    return [str(clock) for clock in Clock if str(clock) in told]


def _concerns(matter: Matter, line: Line) -> bool:
    """Whether a line can hold for the client: its plan, and the distances at which it has sites."""
    client, own, band = matter.client, line.cell("tier"), line.cell("distance_band")
    if client is None:
        return True
    tier = client.tier is None or own is None or plain(own) == plain(client.tier)
    return tier and (not client.bands or band is None or band in client.bands)


def _singles(matter: Matter, lines: Iterable[Line]) -> list[Row]:
    """A row a combination of cells; its plans side by side."""
    times: dict[Row, dict[str | None, tuple[float, str]]] = {}
    for line in lines:
        row = Row(
            clock=line.clock,
            premium=line.cell("premium"),
            kind="all",
            issue_types=_one(line.cell("issue_type")),
            work_mode=line.cell("work_mode"),
            bands=_one(line.cell("distance_band")),
            priorities=_one(line.cell("priority")),
            times=(),
        )
        times.setdefault(row, {})[_tier(matter, line.cell("tier"))] = line.time
    return [replace(row, times=tuple(sorted(own.items(), key=lambda one: str(one[0])))) for row, own in times.items()]


def _tier(matter: Matter, written: str | None) -> str | None:
    """A plan as the owner spells it."""
    if written is None:
        return None
    known = [*matter.tiers, *([matter.client.tier] if matter.client and matter.client.tier else [])]
    return next((tier for tier in known if plain(tier) == plain(written)), str(written))


def _merged_by(rows: list[Row], order: Iterable[str]) -> list[Row]:
    for name in order:
        rows = _merged(rows, name)
    return rows


def _merged(rows: list[Row], name: str) -> list[Row]:
    """Rows that differ in one thing only, which both name, become one."""
    found: dict[Row, Row] = {}
    for row in rows:
        named = getattr(row, name)
        key = replace(row, **{name: ("",)}) if named else row  # type: ignore[arg-type]
        known = found.get(key)
        both = tuple(sorted({*getattr(known, name), *named})) if known else named
        found[key] = replace(row, **{name: both})  # type: ignore[arg-type]
    return list(found.values())


def _with_kind(matter: Matter, row: Row) -> Row:
    """Under software, hardware or other where all issue types of the row are so."""
    kinds = {plain(name): kind for name, kind in matter.kinds.items()}
    told = {kinds.get(plain(name), "other") for name in row.issue_types}
    return replace(row, kind=told.pop()) if len(told) == 1 else row


def _place(matter: Matter, row: Row) -> tuple[Any, ...]:
    """Where a row stands: by clock, Premium, kind, place, issue types and priority."""
    order = {band: place for place, band in enumerate(matter.bands)}
    far = min((order.get(band, len(order)) for band in row.bands), default=-1)
    place = ({None: 0, REMOTE: 1, ON_SITE: 2}.get(row.work_mode, 3), far, row.priorities)
    first, then = (place, row.issue_types) if row.kind == "all" else (row.issue_types, place)
    table = (list(Clock).index(Clock(row.clock)), (None, False, True).index(row.premium), KINDS.index(row.kind))
    return (*table, not row.issue_types, first, then, str(row.premium), str(row.times))


def _one(value: Any) -> tuple[str, ...]:
    return () if value is None else (str(value),)
