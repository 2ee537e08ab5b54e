"""What changed after each decision: new targets, hires, Premium sold, plans done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from models.desk.decisions import ENDS
from models.refresh.plan_results import FEWEST_WEEKS, TIMES, TOO_EARLY, TOO_FEW, WEEKS, before_and_after, look_back
from models.refresh.plans import read_plans
from pipelines.connection import Connection
from pipelines.history.generations import open_history
from pipelines.measure.results import Slice, choices, facts, technician_starts, weekly
from pipelines.measure.staffing import desk_clients
from pipelines.settings import read_settings
from pipelines.targets.versions import versions
from pipelines.vocabulary import Clock

TYPICAL = "typical_resolution"
FEWEST_TICKETS = 30
# Who comes later than this after the history begins, and stays as long, is new; more at once are an export's doing.
WEEKS_TO_KNOW, DAYS_STAYED, MOST_HIRES = 8, 28, 12
HOUR = 3600


class Kind(StrEnum):
    """What was decided."""

    TARGETS = "targets"
    HIRE = "hire"
    PREMIUM = "premium"
    PLAN = "plan"


Dated = tuple[date, Kind, tuple[str, ...]]


@dataclass(frozen=True)
class Decision:
    """came: a row a clock and one of typical resolution hours: before, after, change, low, high, beyond_luck, why_none.

    The change of hours is their ratio less one; of shares, their difference. foretold and verdict: of plans alone.
    crowd: how many other decisions fall into the weeks that are compared.
    """

    day: date
    kind: Kind
    names: tuple[str, ...]
    came: pd.DataFrame
    crowd: int = 0


def decisions(home: Path) -> list[Decision]:
    """Every decision that the history saw, the newest first."""
    with open_history(home) as history:
        known = facts(history)
        if known is None:
            return []
        zone = read_settings(home).timezone
        until, since = day_in(zone, known.as_of), day_in(zone, known.first_opened_at)
        weeks = _weeks(history, since, until)
        dated = [*_versions(history), *_hires(history, since, until)]
        sold = [_sale(history, one, since, until) for one in _sales(history, zone) if since < one[0] <= until]
    found = sold + [
        Decision(day, kind, names, came(weeks, day, until)) for day, kind, names in dated if since < day <= until
    ]
    found += [_done(home, plan, weeks, until) for plan in read_plans(home) if plan.done_on is not None]
    found.sort(key=lambda one: (one.day, one.kind, one.names), reverse=True)
    return [replace(one, crowd=_crowd(one, found)) for one in found]


def _weeks(history: Connection, since: date, until: date, clients: tuple[str, ...] = ()) -> dict[Clock, pd.DataFrame]:
    return {clock: weekly(history, clock, Slice(since, until, clients=clients)) for clock in Clock}


def _sale(history: Connection, dated: Dated, since: date, until: date) -> Decision:
    """Its own tickets, less what changed for all other clients in the same weeks: they had the same season."""
    day, kind, names = dated
    others = tuple(name for name in choices(history)["clients"] if name not in names)
    own = came(_weeks(history, since, until, names), day, until)
    return Decision(
        day, kind, names, beside(own, came(_weeks(history, since, until, others), day, until)) if others else own
    )


def beside(own: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Changes less those of others, with the interval of the difference (Zou and Donner, 2008); shares alone."""
    if "change" not in own or "change" not in others:
        return own[own["clock"] != TYPICAL].reset_index(drop=True)
    both = own.merge(others[["clock", "change", "low", "high"]], on="clock", suffixes=("", "_others"))
    both = both[both["clock"] != TYPICAL].reset_index(drop=True)
    less = both["change"] - both["change_others"]
    down = np.hypot(both["change"] - both["low"], both["high_others"] - both["change_others"])
    up = np.hypot(both["high"] - both["change"], both["change_others"] - both["low_others"])
    beyond = ((less - down > 0) | (less + up < 0)).where(less.notna())
    return both.assign(change=less, low=less - down, high=less + up, beyond_luck=beyond).drop(
        columns=["low_others", "high_others"]
    )


def _done(home: Path, plan: Any, weeks: dict[Clock, pd.DataFrame], until: date) -> Decision:
    rows = pd.concat([look_back(home, plan), typical(weeks[Clock.RESOLUTION], plan.done_on, until)], ignore_index=True)
    return Decision(plan.done_on, Kind.PLAN, (plan.name,), rows)


def _crowd(own: Decision, found: list[Decision]) -> int:
    return sum(other is not own and abs((other.day - own.day).days) < 7 * WEEKS for other in found)


def _versions(history: Connection) -> Iterator[Dated]:
    """The first version of all judges the oldest tickets: before it there is nothing to compare with."""
    for version in versions(history).iloc[1:].itertuples():
        yield pd.Timestamp(str(version.valid_from)).date(), Kind.TARGETS, (str(version.version),)


def _hires(history: Connection, since: date, until: date) -> Iterator[Dated]:
    found = hires(technician_starts(history), since, until)
    return _by_week(found, Kind.HIRE)


def hires(starts: pd.DataFrame, first_day: date, last_day: date) -> list[tuple[date, str]]:
    """Technicians who came after the history began and stayed; none where so many came that an export explains it."""
    first, last = (pd.to_datetime(starts[name]).dt.date for name in ("first_day", "last_day"))
    rows = [
        (day, str(name))
        for day, left, name, tickets in zip(first, last, starts["technician"], starts["tickets"], strict=True)
        if day >= first_day + timedelta(weeks=WEEKS_TO_KNOW)
        and tickets >= FEWEST_TICKETS
        and ((left - day).days >= DAYS_STAYED or (last_day - day).days < DAYS_STAYED)
    ]
    return rows if len(rows) <= MOST_HIRES else []


def _sales(history: Connection, zone: str) -> Iterator[Dated]:
    clients = desk_clients(history).dropna(subset=["premium_since"])
    since = [day_in(zone, instant) for instant in clients["premium_since"]]
    return _by_week(sorted(zip(since, clients["client"].astype(str), strict=True)), Kind.PREMIUM)


def day_in(zone: str, instant: datetime) -> date:
    """The day that an instant (UTC) falls on; a client's midnight is another day in UTC."""
    return pd.Timestamp(instant).tz_localize("UTC").tz_convert(zone).date()


def _by_week(dated: list[tuple[date, str]], kind: Kind) -> Iterator[Dated]:
    """What begins in one week is one decision: apart they could not be told."""
    for _, same in groupby(sorted(dated), key=lambda one: one[0].toordinal() // 7):
        own = list(same)
        yield own[0][0], kind, tuple(name for _, name in own)


def came(weeks: dict[Clock, pd.DataFrame], day: date, until: date) -> pd.DataFrame:
    """Shares in time by clock, then typical resolution hours, in up to 13 weeks before and after a day."""
    return pd.concat(
        [before_and_after(weeks, day, until), typical(weeks[Clock.RESOLUTION], day, until)], ignore_index=True
    )


def typical(resolution: pd.DataFrame, day: date, until: date, seed: int = 0) -> pd.DataFrame:
    """One row: the typical hours until resolved, whatever the targets were; weeks under 30 tickets are left out."""
    monday = day - timedelta(days=day.weekday())
    since = pd.Timestamp(monday if day == monday else monday + timedelta(weeks=1))
    weeks, span = pd.to_datetime(resolution["week"]), pd.Timedelta(weeks=WEEKS)
    whole = weeks + pd.Timedelta(days=7) <= pd.Timestamp(until)
    told = resolution["stopped"] >= FEWEST_TICKETS
    end = pd.Timestamp(monday)
    parts = [
        resolution[told & (weeks < end) & (weeks >= end - span)],
        resolution[told & (weeks >= since) & (weeks < since + span) & whole],
    ]
    row: dict[str, Any] = {"clock": TYPICAL}
    for name, own in zip(("before", "after"), parts, strict=True):
        row |= {f"{name}_weeks": len(own), f"{name}_tickets": int(own["stopped"].sum())}
    if min(len(own) for own in parts) < FEWEST_WEEKS:
        return pd.DataFrame(
            [row | {"why_none": TOO_EARLY if len(parts[1]) < FEWEST_WEEKS <= len(parts[0]) else TOO_FEW}]
        )
    logs = [np.log(own["p50_seconds"].to_numpy(float).clip(60) / HOUR) for own in parts]
    dice = np.random.default_rng(seed)
    before, after = (own[dice.integers(len(own), size=(TIMES, len(own)))].mean(axis=1) for own in logs)
    low, high = np.expm1(np.quantile(after - before, ENDS))
    hours = [float(np.exp(own.mean())) for own in logs]
    found = {"before": hours[0], "after": hours[1], "change": hours[1] / hours[0] - 1, "low": low, "high": high}
    return pd.DataFrame([row | found | {"beyond_luck": bool(low > 0 or high < 0), "why_none": ""}])
