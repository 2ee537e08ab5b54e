"""The simulated desk beside other simulators, on the same tickets and at the same instants.

Six technicians who are always there, two classes of tickets of which one goes first, five in six busy: what Ciw, SimPy
and plain Python can do as well. Each is told its arrivals and work; making its input and reading its records is not
measured. Then, alone, the decision grid as the product runs it.
"""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.desk.calibration import calibrate
from models.desk.desk import Desk, desk
from models.desk.kernel import Floats, Ints, Work
from models.desk.lanes import TICKETS
from models.desk.lockstep import run_lanes_together
from models.desk.months import grid, simulate_months
from models.desk.timeline import Staff
from models.desk.trace import trace
from tests.bench.desk_rivals.simulators import heap_starts, simpy_starts
from tests.bench.means.figure import Figure
from tests.bench.means.timing import in_turns
from tests.models.desk.ciw_desk import simulated, starts_and_ends
from tests.models.desk.drawing import ALWAYS, always, poisson, run, whole_tickets
from tests.models.desk.lived import CLIENTS, lived

RATES, TECHNICIANS = (1.5, 3.5), 6
CLASS = 1e9  # a class goes before all arrivals of the next
REPEATED = 100  # runs of the kernel in one measurement, and lanes in step
UPTAKES = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0]
NEAR = 1e-6  # hours: Ciw and SimPy add up gaps, and round


class Tickets(NamedTuple):
    """What every simulator gets."""

    arrives: Floats
    hours: Floats
    classes: Ints

    def lists(self) -> tuple[list[float], list[float], list[int]]:
        return self.arrives.tolist(), self.hours.tolist(), self.classes.tolist()

    def work(self) -> Work:
        return whole_tickets(self.arrives, self.hours, self.arrives + CLASS * self.classes)


def measure(*, big: bool) -> Iterable[Figure]:
    """Against other simulators, then the whole desk."""
    yield from against_rivals(drawn(200_000 if big else 20_000))
    yield from decision_grid()


def drawn(n: int) -> Tickets:
    dice = np.random.default_rng(1)
    arrives, classes = poisson(dice, RATES, n)
    return Tickets(arrives, dice.exponential(1.0, n), classes)


def against_rivals(tickets: Tickets) -> Iterable[Figure]:
    """Tickets a CPU second of each, as ratios; and starts that are not the kernel's."""
    n, calls, given = len(tickets.arrives), rivals(tickets), dict[str, Any]()

    def kept(name: str) -> Callable[[], None]:
        return lambda: given.update({name: calls[name]()})

    cpu = in_turns({name: kept(name) for name in calls}, rounds=3)
    rate = {name: n * (REPEATED if name in {"kernel", "lock-step"} else 1) / seconds for name, seconds in cpu.items()}
    # Reading Ciw's records is no part of its time.
    starts = given | {"Ciw": starts_and_ends(given["Ciw"].get_all_records(), n)[0]}
    yield Figure("tickets", n, "tickets")
    yield Figure("kernel", rate["kernel"], "tickets a CPU s")
    yield Figure("kernel against Ciw", rate["kernel"] / rate["Ciw"], "x", goal=300, more_is_better=True)
    for name in ("SimPy", "plain Python"):
        yield Figure(f"kernel against {name}", rate["kernel"] / rate[name], "x")
    for name in ("Ciw", "SimPy", "plain Python"):
        yield Figure(f"{REPEATED} lanes in step, no compiler, against {name}", rate["lock-step"] / rate[name], "x")
    for name in ("Ciw", "SimPy", "plain Python", "lock-step"):
        other = int((np.abs(starts[name] - starts["kernel"]) > NEAR).sum())
        yield Figure(f"starts other than the kernel's, {name}", other, f"of {n:,}", goal=0)


def rivals(tickets: Tickets) -> dict[str, Callable[[], Any]]:
    """Each simulator as a call that gives the starts; Ciw gives its records, to be read afterwards."""
    own, people, lists = tickets.work(), always(TECHNICIANS), tickets.lists()
    end = float(tickets.arrives[-1] + tickets.hours.sum())
    there, premium = np.ones((REPEATED, TECHNICIANS), bool), np.zeros((REPEATED, len(tickets.arrives)), np.uint8)
    return {
        "kernel": lambda: [run(own, people) for _ in range(REPEATED)][-1].answered,
        "lock-step": lambda: run_lanes_together(own, ALWAYS, people, there, premium)[0][-1],
        "plain Python": lambda: np.array(heap_starts(*lists, TECHNICIANS)),
        "SimPy": lambda: np.array(simpy_starts(*lists, TECHNICIANS)),
        "Ciw": lambda: simulated(tickets.arrives, tickets.hours, tickets.classes, TECHNICIANS, end),
    }


def decision_grid() -> Iterable[Figure]:
    """Nine uptakes, seven numbers of technicians, twenty runs of fifteen weeks, of a desk of 420 tickets a week."""
    drawn_desk = busy_desk()
    lanes = grid(range(TECHNICIANS, TECHNICIANS + 7), bought(), UPTAKES)
    simulate_months(drawn_desk, lanes, runs=1)  # compiles
    for name, runs, goal in (("first answer", 4, 1.0), ("whole grid", 20, 2.0)):
        start = perf_counter()
        outcome = simulate_months(drawn_desk, lanes, runs=runs)
        yield Figure(f"decision grid, {name}: {runs} runs", perf_counter() - start, "s", goal=goal)
    yield Figure("tickets that it judged", float(outcome.counts[..., TICKETS].sum()) / 1e6, "million")


def busy_desk() -> Desk:
    """A desk like that of the tests, with more tickets a week; what matters here is only how many there are."""
    demand, weeks = lived(hours=0.3, a_week=420)
    fit = calibrate(trace(demand, weeks, np.arange(len(weeks)), TECHNICIANS, Staff()), TECHNICIANS)
    return desk(demand, weeks, Staff(), fit, {"first_response": 0.95, "resolution": 0.9})


def bought() -> NDArray[np.bool_]:
    return np.array([[[client < round(share * CLIENTS) for share in UPTAKES] for client in range(CLIENTS)]])
