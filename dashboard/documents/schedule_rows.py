"""The lines of a version as rows that somebody can sign: no figure is changed, only what is alike stands in one row.

A row is a clock, Premium, issue types, place and priority; its cells are the times, one a plan. Issue types of one
kind whose times are all alike share a row, then priorities, then distances. A line that names no plan holds for each
plan that has none of its own there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.documents.matter import Matter
from pipelines.vocabulary import Clock

KINDS = ("software", "hardware", "other", "all")
MOST_ROWS = 40
NO_TIER = None
REMOTE, ON_SITE = "remote", "on_site"


@dataclass(frozen=True)
class Row:
    """One row; an empty tuple holds for any. times: plan -> amount and unit; None is any plan."""

    clock: str
    premium: bool | None
    kind: str
    issue_types: tuple[str, ...]
    work_mode: str | None
    bands: tuple[str, ...]
    priorities: tuple[str, ...]
    times: tuple[tuple[str | None, tuple[float, str]], ...]

    def time(self, tier: str | None) -> str:
        """The time of a plan as it is written; a dash where none is promised."""
        found = dict(self.times)
        amount = found.get(tier, found.get(NO_TIER))
        return wording.DASH if amount is None else wording.target(*amount)


def rows_of(matter: Matter, *, own: bool = False) -> list[Row]:
    """The rows of the general lines that can concern the client; own: of the lines that only it has."""
    lines = matter.lines
    whose = lines["client"].map(_plain, na_action="ignore")
    if own:
        lines = lines[whose == _plain(matter.client.name)] if matter.client else lines.iloc[:0]
    else:
        lines = lines[whose.isna()]
    single = _singles(matter, [line for line in lines.to_dict("records") if _concerns(matter, line)])
    for alike, name in ((_same_types, "issue_types"), (_same_priorities, "priorities"), (_same_bands, "bands")):
        single = _merged(single, alike, name)
    return sorted(single, key=lambda row: _place(matter, row))


def plans_of(matter: Matter, rows: Iterable[Row]) -> list[str | None]:
    """The plans that need a column of their own, in the owner's order; None: no plan, or any other."""
    named = {tier for row in rows for tier, _ in row.times}
    if matter.client and matter.client.tier is not None:
        return [matter.client.tier]
    order = {tier: place for place, tier in enumerate(matter.tiers)}
    tiers = sorted((tier for tier in named if tier is not None), key=lambda tier: (order.get(tier, len(order)), tier))
    return [*tiers, *([NO_TIER] if NO_TIER in named else [])]


def clocks_of(rows: Iterable[Row]) -> list[str]:
    """The clocks that have a row, the first reply first."""
    told = {row.clock for row in rows}
    return [str(clock) for clock in Clock if str(clock) in told]


def _concerns(matter: Matter, line: dict[Any, Any]) -> bool:
    """Whether a line can hold for the client: its plan, and the distances at which it has sites."""
    client = matter.client
    if client is None:
        return True
    tier = client.tier is None or pd.isna(line["tier"]) or _plain(line["tier"]) == _plain(client.tier)
    near = not client.bands or pd.isna(line["distance_band"]) or line["distance_band"] in client.bands
    return tier and near


def _singles(matter: Matter, lines: list[dict[Any, Any]]) -> list[Row]:
    """A row a combination of cells; its plans side by side."""
    kinds = {_plain(name): kind for name, kind in matter.kinds.items()}
    times: dict[Row, dict[str | None, tuple[float, str]]] = {}
    for line in lines:
        cell = {name: None if pd.isna(value) else value for name, value in line.items()}
        kind = "all" if cell["issue_type"] is None else kinds.get(_plain(cell["issue_type"]), "other")
        row = Row(
            clock=str(cell["clock"]),
            premium=cell["premium"] if cell["premium"] is None else bool(cell["premium"]),
            kind=kind,
            issue_types=_one(cell["issue_type"]),
            work_mode=cell["work_mode"],
            bands=_one(cell["distance_band"]),
            priorities=_one(cell["priority"]),
            times=(),
        )
        times.setdefault(row, {})[_tier(matter, cell["tier"])] = (float(line["amount"]), str(cell["unit"]))
    return [replace(row, times=tuple(sorted(own.items(), key=lambda one: str(one[0])))) for row, own in times.items()]


def _tier(matter: Matter, written: str | None) -> str | None:
    """A plan as the owner spells it."""
    if written is None:
        return None
    known = [*matter.tiers, *([matter.client.tier] if matter.client and matter.client.tier else [])]
    return next((tier for tier in known if _plain(tier) == _plain(written)), str(written))


def _merged(rows: list[Row], alike: Callable[[Row], Any], name: str) -> list[Row]:
    """Rows that differ in one thing only, which both name, become one."""
    found: dict[Any, Row] = {}
    for row in rows:
        key = alike(row) if getattr(row, name) else row
        known = found.get(key)
        both = (*getattr(known, name), *getattr(row, name)) if known else getattr(row, name)
        found[key] = replace(row, **{name: both})  # type: ignore[arg-type]
    return list(found.values())


def _same_types(row: Row) -> Any:
    return replace(row, issue_types=())


def _same_priorities(row: Row) -> Any:
    return replace(row, priorities=()), frozenset(row.issue_types)


def _same_bands(row: Row) -> Any:
    return replace(row, bands=()), frozenset(row.issue_types), frozenset(row.priorities)


def _place(matter: Matter, row: Row) -> tuple[Any, ...]:
    """Where a row stands: by clock, Premium, kind, place, issue types and priority."""
    order = {band: place for place, band in enumerate(matter.bands)}
    far = min((order.get(band, len(order)) for band in row.bands), default=-1)
    return (
        list(Clock).index(Clock(row.clock)), row.premium is True, KINDS.index(row.kind), row.issue_types,
        {None: 0, REMOTE: 1, ON_SITE: 2}.get(row.work_mode, 3), far, row.priorities, row.times,
    )  # fmt: skip


def _one(value: Any) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _plain(name: object) -> str:
    return " ".join(str(name).split()).lower()
