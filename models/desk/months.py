"""Months that could come: weeks of the firm's own history in another order, met by other crews and other buyers."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from models.desk.demand import WEEK, Demand
from models.desk.desk import Desk
from models.desk.handling import Rule, promises_of, work_of
from models.desk.kernel import Flags, Floats, Ints
from models.desk.lanes import tally
from models.desk.timeline import Staff, duty_hours, placed, timeline

WEEKS, WARM_UP, MONTHS = 13, 2, 3
RUNS = 20
MOST_THREADS = 2
# Busier than this a desk does not catch up.
FULL = 0.98


@dataclass(frozen=True)
class Lane:
    """One thing to try: how many technicians; who has Premium: buys[order, client], an order a run in turn."""

    technicians: int
    buys: Flags
    uptake: float


@dataclass(frozen=True)
class Future:
    """How the weeks to come differ from those of the history: growth in clients, who goes first, who is there.

    away: so many of each lane's technicians are not there.
    """

    growth: float = 0.0
    rule: Rule = Rule.PREMIUM_FIRST
    staff: Staff | None = None
    away: int = 0


@dataclass(frozen=True)
class Outcome:
    """counts[run, lane, kind, premium, month, count]: as lanes.py says; busy[run, lane]: work over duty."""

    lanes: tuple[Lane, ...]
    kinds: tuple[tuple[str, str], ...]
    counts: Floats
    busy: Floats

    def beside(self, more: "Outcome") -> "Outcome":
        """Other lanes of the same runs after these."""
        counts, busy = (
            np.concatenate([getattr(self, name), getattr(more, name)], axis=1) for name in ("counts", "busy")
        )
        return replace(self, lanes=self.lanes + more.lanes, counts=counts, busy=busy)

    def of(self, lanes: slice) -> "Outcome":
        """Some of the lanes."""
        return replace(self, lanes=self.lanes[lanes], counts=self.counts[:, lanes], busy=self.busy[:, lanes])

    def __add__(self, more: "Outcome") -> "Outcome":
        """The same lanes with more runs."""
        return replace(
            self, counts=np.concatenate([self.counts, more.counts]), busy=np.concatenate([self.busy, more.busy])
        )


def grid(technicians: Sequence[int], bought: Flags, uptakes: Sequence[float]) -> tuple[Lane, ...]:
    """Every number of technicians at every uptake; bought[order, client, uptake]."""
    return tuple(Lane(count, bought[:, :, at], uptake) for at, uptake in enumerate(uptakes) for count in technicians)


def simulate_months(
    desk: Desk, lanes: Sequence[Lane], future: Future = Future(), *, runs: int = RUNS, first_run: int = 0
) -> Outcome:
    """Simulate each lane in `runs` futures of three months, the same for every lane (common random numbers).

    Run number r is the same whichever runs are asked for: more can be added later.
    """
    numbers = range(first_run, first_run + runs)
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        told = list(pool.map(lambda run: _run(desk, lanes, future, run), numbers))
    counts, busy = (np.stack(own) for own in zip(*told, strict=True))
    return Outcome(tuple(lanes), desk.demand.kinds, counts, busy)


def _run(desk: Desk, lanes: Sequence[Lane], future: Future, run: int) -> tuple[Floats, Floats]:
    dice = np.random.default_rng([run, 20_24])
    picks = dice.integers(len(desk.weeks), size=WARM_UP + WEEKS)
    came = _arrivals(desk, picks, future.growth, dice)
    most = max(lane.technicians for lane in lanes)
    hours, crew = timeline(desk.weeks, picks, most, future.staff or desk.staff)
    handling = desk.fit.handlings[run % len(desk.fit.handlings)]
    draw = desk.known.draw(came, handling, desk.scale(handling), dice)
    work, order = work_of(came, draw, handling, hours, future.rule)
    promises = promises_of(came, draw.paused, hours, order, _months(came))
    premium = np.stack([lane.buys[run % len(lane.buys)] for lane in lanes])[:, came.client[order]].astype(np.uint8)
    people = [max(lane.technicians - future.away, 1) for lane in lanes]
    there = np.stack([np.arange(len(crew.on)) < count for count in people])
    there[:, most:] = True
    counts, _ = tally(work, hours, crew, promises, there, premium, (len(came.kinds), MONTHS))
    end = (WARM_UP + WEEKS) * WEEK
    duty = np.array([duty_hours(crew, count, end) for count in people])
    return counts, np.asarray(work.hours.sum() / np.maximum(duty, 1e-9))


def _months(came: Demand) -> Ints:
    """The month of each ticket, from the end of the warm-up on; -1 before it."""
    month = np.floor((came.opened / WEEK - WARM_UP) / (WEEKS / MONTHS)).astype(np.int64)
    return np.clip(month, -1, MONTHS - 1)


def _arrivals(desk: Desk, picks: Ints, growth: float, dice: np.random.Generator) -> Demand:
    """The tickets of the picked weeks; with growth, those of some clients a second time, from another week."""
    tickets, opened = placed(desk.demand, desk.weeks, picks)
    rows, at = [tickets], [opened]
    for more in _shares(growth):
        others, when = placed(desk.demand, desk.weeks, dice.permutation(picks))
        clients = dice.random(len(desk.demand.clients)) < more
        alike = clients[desk.demand.client[others]] if len(clients) > 1 else dice.random(len(others)) < more
        rows.append(others[alike])
        at.append(when[alike])
    found, hours = np.concatenate(rows), np.concatenate(at)
    order = np.argsort(hours, kind="stable")
    return replace(desk.demand.of(found[order]), opened=hours[order])


def _shares(growth: float) -> Iterator[float]:
    """Whole copies, and what is left of one."""
    while growth > 0:
        yield min(growth, 1.0)
        growth -= 1.0
