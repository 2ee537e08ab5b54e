"""What a desk was asked to do: tickets as arrays, on the company's wall clock, week by week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any, Self

import numpy as np
import pandas as pd

from models.desk.kernel import Flags, Floats, Ints

WEEK = 168.0
HOUR = 3600.0
PRIORITIES = ("P1", "P2", "P3", "P4", "P5")
# Excluded from what waiting is learnt of: nobody waited for a technician.
AT_ONCE, NO_WORK = "answered within a minute", "ended without an answer or work"


@dataclass(frozen=True)
class Demand:
    """Tickets in order of arrival, an entry each; instants in hours since `monday`, durations in hours.

    calendar, client, kind: numbers of calendars, of `clients` ("" for unknown) and of `kinds` (tier, priority).
    urgency: 0 is worked first. effort: hands-on and travel, not a number where the history does not say. paused:
    business hours that it waited for others. response, resolution: measured business hours, not a number where a clock
    has not stopped; waiting, running: of a response or resolution clock that runs. response_target, resolution_target:
    [premium, ticket], not a number where nothing is promised. counts: whether its waiting tells of the desk.
    still_open: at the latest export. row: its place in the frame that it was read from. skill: what it needs of a
    technician, 0 for nothing special.
    """

    opened: Floats
    calendar: Ints
    client: Ints
    kind: Ints
    urgency: Ints
    premium: Flags
    on_site: Flags
    effort: Floats
    paused: Floats
    response: Floats
    waiting: Floats
    resolution: Floats
    running: Floats
    response_target: Floats
    resolution_target: Floats
    counts: Flags
    still_open: Flags
    row: Ints
    skill: Ints
    clients: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    monday: date

    def __len__(self) -> int:
        """How many tickets."""
        return len(self.opened)

    @property
    def week(self) -> Ints:
        """The week in which each came in."""
        return np.floor(self.opened / WEEK).astype(np.int64)

    @property
    def bought(self) -> Flags:
        """Per client, whether its newest ticket came with Premium."""
        newest = np.zeros(len(self.clients), bool)
        newest[self.client] = self.premium
        return newest

    @property
    def answered(self) -> Flags:
        """Whose waiting is known to its end, and tells of the desk."""
        return self.counts & np.isfinite(self.response)

    @property
    def allowed(self) -> Floats:
        """The target of each response, with Premium where the ticket came with it."""
        return self.held_to(self.response_target)

    def held_to(self, targets: Floats) -> Floats:
        """Of targets [premium, ticket] each ticket's own, with Premium where it came with it."""
        return np.asarray(targets[self.premium.astype(int), np.arange(len(self))])

    def of(self, tickets: Ints | Flags) -> Self:
        """Some of the tickets, in the order that is given."""
        own: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        taken: dict[str, Any] = {
            name: value[..., tickets] for name, value in own.items() if isinstance(value, np.ndarray)
        }
        return replace(self, **taken)


@dataclass(frozen=True)
class LeftOut:
    """Why some tickets do not tell how long the desk lets people wait: reason -> how many of `tickets`."""

    reasons: Mapping[str, int]
    tickets: int


def demand(
    tickets: pd.DataFrame, targets: pd.DataFrame, *, tier_order: Sequence[str] = (), priority_matters: bool = True,
    skills: Sequence[str] = (),
) -> tuple[Demand, LeftOut]:  # fmt: skip
    """The frames of `pipelines.measure.staffing` as arrays; raises ValueError where there is no ticket.

    targets: response_false, response_true, resolution_false, resolution_true: seconds without and with Premium, a row a
    ticket in the same order. skills: names of work modes, issue kinds or issue types that not everybody can do; of
    several that fit a ticket, the first.
    """
    if tickets.empty:
        raise ValueError("no ticket came in")
    monday, priorities = _monday(tickets["opened_at"].min()), _texts(tickets["priority"])
    steps = priorities if priority_matters else [""] * len(tickets)
    kinds, kind = _numbered(_texts(tickets["tier"]), steps, tier_order)
    effort = (_numbers(tickets["hands_on_minutes"]) + np.nan_to_num(_numbers(tickets["travel_minutes"]))) / 60
    answered, waiting = (_numbers(tickets[name]) / HOUR for name in ("response_seconds", "waiting_seconds"))
    at_once = tickets["answered_at_once"].to_numpy(bool)
    idle = tickets["resolution_end"].eq("stopped").to_numpy() & np.isnan(answered) & ~(np.nan_to_num(effort) > 0)
    clients, client = np.unique(np.array(_texts(tickets["client"]), object), return_inverse=True)
    found = Demand(
        opened=_hours(tickets["opened_at"], monday),
        calendar=tickets["calendar_id"].to_numpy(np.int64) - 1,
        client=client.astype(np.int64),
        kind=kind,
        urgency=_ranks(priorities),
        premium=tickets["premium"].to_numpy(bool),
        on_site=tickets["work_mode"].eq("on_site").to_numpy(),
        effort=np.where(effort > 0, effort, np.nan),
        paused=np.nan_to_num(_numbers(tickets["paused_seconds"]) / HOUR),
        response=answered,
        waiting=waiting,
        resolution=_numbers(tickets["resolution_seconds"]) / HOUR,
        running=_numbers(tickets["running_seconds"]) / HOUR,
        response_target=_both_ways(targets, "response"),
        resolution_target=_both_ways(targets, "resolution"),
        counts=~at_once & ~idle & (np.isfinite(answered) | np.isfinite(waiting)),
        still_open=tickets["resolution_end"].eq("open").to_numpy(),
        row=np.arange(len(tickets)),
        skill=_skill(tickets, skills),
        clients=tuple(clients.tolist()),
        kinds=kinds,
        monday=monday,
    )  # fmt: skip
    reasons = {AT_ONCE: int(at_once.sum()), NO_WORK: int(idle.sum())}
    return found.of(np.flatnonzero(~idle)), LeftOut(reasons, len(tickets))


def _monday(first: datetime) -> date:
    return (first - timedelta(days=first.weekday())).date()


def with_targets(told: Demand, targets: pd.DataFrame) -> Demand:
    """The same tickets with other targets, given as `demand` takes them."""
    own = targets.iloc[told.row]
    return replace(told, response_target=_both_ways(own, "response"), resolution_target=_both_ways(own, "resolution"))


def _both_ways(targets: pd.DataFrame, clock: str) -> Floats:
    """[premium, ticket] in hours."""
    return np.asarray(targets[[f"{clock}_false", f"{clock}_true"]].to_numpy(float).T / HOUR)


def _hours(instants: pd.Series, monday: date) -> Floats:
    since = instants - pd.Timestamp(datetime(monday.year, monday.month, monday.day))  # noqa: DTZ001 - wall clock
    return np.asarray(since / pd.Timedelta(hours=1), float)


def _numbers(column: pd.Series) -> Floats:
    return pd.to_numeric(column).to_numpy(float)


def _texts(column: pd.Series) -> list[str]:
    return [str(value) if known else "" for value, known in zip(column, column.notna(), strict=True)]


def _skill(tickets: pd.DataFrame, skills: Sequence[str]) -> Ints:
    needs = np.zeros(len(tickets), np.int64)
    for number, name in reversed(list(enumerate(skills, start=1))):
        for column in ("work_mode", "issue_kind", "issue_type"):
            needs[tickets[column].eq(name).fillna(value=False).to_numpy(bool)] = number
    return needs


def _ranks(priorities: Sequence[str]) -> Ints:
    """The place of each of P1 to P5; others stand in the middle, and are all alike where they are no such words."""
    order = {name: place for place, name in enumerate(sorted(set(priorities) & set(PRIORITIES)))}
    return np.array([order.get(name, max(len(order) - 1, 0) // 2) for name in priorities], np.int64)


def _numbered(
    tiers: Sequence[str], priorities: Sequence[str], tier_order: Sequence[str]
) -> tuple[tuple[tuple[str, str], ...], Ints]:
    place = {tier: number for number, tier in enumerate(tier_order)}
    pairs = list(zip(tiers, priorities, strict=True))
    kinds = sorted(set(pairs), key=lambda pair: (place.get(pair[0], len(place)), *pair))
    number = {pair: at for at, pair in enumerate(kinds)}
    return tuple(kinds), np.array([number[pair] for pair in pairs], np.int64)
