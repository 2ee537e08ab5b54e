"""Months that could come: weeks of the firm's own history in another order, met by other crews and other buyers."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from models.desk.ahead import AS_NOW, MONTHS, START, WARM_UP, WEEKS, Future, weeks_ahead
from models.desk.demand import WEEK
from models.desk.desk import Desk
from models.desk.hours import open_until
from models.desk.kernel import Flags, Floats, Ints
from models.desk.lanes import run_lanes, tally
from models.desk.timeline import duty_hours

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


def as_today(desk: Desk) -> Lane:
    """Today's technicians, and who has Premium today; of no uptake that is tried."""
    return Lane(desk.technicians, desk.demand.bought[None], float("nan"))


def simulate_months(
    desk: Desk, lanes: Sequence[Lane], future: Future = AS_NOW, *, runs: int = RUNS, first_run: int = 0
) -> Outcome:
    """Simulate each lane in `runs` futures of three months, the same for every lane (common random numbers).

    Run number r is the same whichever runs are asked for: more can be added later.
    """
    numbers = range(first_run, first_run + runs)
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        told = list(pool.map(lambda run: _run(desk, lanes, future, run), numbers))
    counts, busy = (np.stack(own) for own in zip(*told, strict=True))
    return Outcome(tuple(lanes), desk.demand.kinds, counts, busy)


@dataclass(frozen=True)
class Simulated:
    """Every ticket of the months of one lane: its place in the desk's demand, and whether it came with Premium.

    run: of which future. response, resolution: business hours, its own pauses left out of the second.
    response_target, resolution_target: hours, not a number where nothing is promised.
    """

    run: Ints
    ticket: Ints
    premium: Flags
    response: Floats
    resolution: Floats
    response_target: Floats
    resolution_target: Floats


def simulate_tickets(desk: Desk, lane: Lane, future: Future = AS_NOW, *, runs: int = RUNS) -> Simulated:
    """The tickets behind one lane's counts, in the same futures as simulate_months has."""
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        told = list(pool.map(lambda run: _tickets(desk, lane, future, run), range(runs)))
    run = np.repeat(np.arange(runs), [len(own[0]) for own in told])
    return Simulated(run, *(np.concatenate(own) for own in zip(*told, strict=True)))


def _run(desk: Desk, lanes: Sequence[Lane], future: Future, run: int) -> tuple[Floats, Floats]:
    most = max(lane.technicians for lane in lanes)
    own = weeks_ahead(desk, most, future, run)
    people = [max(lane.technicians - future.away, 1) for lane in lanes]
    there, premium = own.there(people, most), own.premium([lane.buys[run % len(lane.buys)] for lane in lanes])
    counts, _ = tally(own.work, own.hours, own.crew, own.promises, there, premium, (len(own.came.kinds), MONTHS))
    end = (WARM_UP + WEEKS) * WEEK
    # Months that begin with today's open tickets have no work in the weeks before them, and so no duty.
    unused = [duty_hours(own.crew, count, START) if future.from_today else 0.0 for count in people]
    duty = np.array([duty_hours(own.crew, count, end) for count in people]) - unused
    return counts, np.asarray(own.work.hours.sum() / np.maximum(duty, 1e-9))


def _tickets(desk: Desk, lane: Lane, future: Future, run: int) -> tuple[Ints | Flags | Floats, ...]:
    own = weeks_ahead(desk, lane.technicians, future, run)
    there = own.there([max(lane.technicians - future.away, 1)], lane.technicians)
    premium = own.premium([lane.buys[run % len(lane.buys)]])
    answered, done, _ = run_lanes(own.work, own.hours, own.crew, there, premium)
    came, opened = own.came.of(own.order), open_until(own.hours, own.work.calendar, own.came.opened[own.order])
    response, gone = (open_until(own.hours, came.calendar, at[0]) - opened for at in (answered, done))
    resolution = np.maximum(gone - own.paused[own.order], 0.0)
    has, counted = premium[0].astype(int), own.promises.month >= 0
    at = np.arange(len(came))
    columns = (own.rows[own.order], premium[0].astype(bool), response, resolution,
               came.response_target[has, at], came.resolution_target[has, at])  # fmt: skip
    return tuple(column[counted] for column in columns)
