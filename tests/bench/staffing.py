"""The learnt desk beside a truth that it cannot see: the made-up firm with other seeds, measured through the real load.

Its generator shares no code with the desk and has habits that the desk does not model. Capacity is duty hours over hours
of effort, tickets a business hour; the effect of one more technician is what the same firm keeps with eight.
"""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from models.desk.calibration import calibrate
from models.desk.decisions import one_more
from models.desk.months import Lane, simulate_months
from models.desk.trace import trace
from models.refresh.desks import LearntDesk, learn_desk
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.sample import write_exports, write_secrets
from pipelines.sample.world import make_world
from tests.bench.means.figure import Figure

FILES = ("clients.csv", "targets.csv", "tickets.csv.gz", "status_history.csv.gz")
SEEDS, MORE_SEEDS = range(1, 6), range(1, 21)
TECHNICIANS = 7


@dataclass(frozen=True)
class Judged:
    """One firm: relative errors of capacity, weeks inside the band, its width, change foretold (low, high) and true."""

    told: float
    blind: float
    covered: float
    width: float
    foretold: tuple[float, float, float]
    true_change: float


def measure(*, big: bool) -> Iterable[Figure]:
    """Five seeds, or with --big twenty."""
    firms = [_judged(seed) for seed in (MORE_SEEDS if big else SEEDS)]
    yield Figure("firms", len(firms), "seeds")
    for name, errors in (("with hands-on time", [one.told for one in firms]), ("from openings and answers", [one.blind for one in firms])):
        yield Figure(f"capacity {name}, mean error", 100 * float(np.mean(errors)), "%")
        yield Figure(f"capacity {name}, mean size of the error", 100 * float(np.abs(errors).mean()), "%", 5)
    yield Figure("weeks inside the 90 % band", 100 * float(np.mean([one.covered for one in firms])), "%", 9, around=89)
    yield Figure("width of the band", 100 * float(np.mean([one.width for one in firms])), "points")
    yield Figure("one more technician, responses in time, foretold", 100 * float(np.mean([one.foretold[0] for one in firms])), "points")
    yield Figure("one more technician, responses in time, truly", 100 * float(np.mean([one.true_change for one in firms])), "points")
    inside = [one.foretold[1] <= one.true_change <= one.foretold[2] for one in firms]
    yield Figure("one more technician inside the interval", float(np.mean(inside)), "of firms", 0.9, more_is_better=True)


def _judged(seed: int) -> Judged:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        learnt, truth = _firm(folder / "now", seed, TECHNICIANS)
        more, _ = _firm(folder / "more", seed, TECHNICIANS + 1)
    blind = np.full(len(learnt.desk.demand), np.nan)
    unseen = replace(learnt.desk.demand, effort=blind, resolution=blind, paused=np.zeros(len(blind)))
    history = trace(unseen, learnt.desk.weeks, np.arange(len(learnt.desk.weeks)), TECHNICIANS, learnt.desk.staff)
    tested = learnt.tested
    assert tested is not None
    return Judged(
        learnt.desk.fit.capacity[0] / truth - 1, calibrate(history, TECHNICIANS).capacity[0] / truth - 1,
        tested.covered, tested.width, _foretold(learnt), _in_time(more) - _in_time(learnt),
    )


def _firm(folder: Path, seed: int, technicians: int) -> tuple[LearntDesk, float]:
    """The firm as its exports tell of it, and its true capacity."""
    world = make_world(seed, technicians)
    write_exports(world, folder)
    write_secrets(world, folder / "truth")
    load_files(folder / "home", [folder / file for file in FILES], Answers(allow_quarantine=True))
    told = json.loads((folder / "truth" / "capacity.json").read_text(encoding="utf-8"))["technicians"]
    tickets = len(pd.read_csv(folder / "truth" / "truth.csv", usecols=["ticket_id"]))
    duty, effort = (sum(one[name] for one in told for name in names) for names in (("duty_hours",), ("hands_on_hours", "travel_hours")))
    open_hours = world.hours["standard"].between(world.jobs[0].plan.arrival.at, world.as_of) / 3600
    return learn_desk(folder / "home", technicians=technicians), duty / open_hours / (effort / tickets)


def _foretold(learnt: LearntDesk) -> tuple[float, float, float]:
    """The change of the share of responses in time, low and high."""
    buys = learnt.desk.demand.bought[None]
    lanes = [Lane(count, buys, 0.0) for count in (TECHNICIANS, TECHNICIANS + 1)]
    change = one_more(simulate_months(learnt.desk, lanes, runs=40), 0, 1).iloc[0]
    return float(change["change"]), float(change["low"]), float(change["high"])


def _in_time(learnt: LearntDesk) -> float:
    demand = learnt.desk.demand
    own = demand.answered & np.isfinite(demand.allowed)
    return float((demand.response[own] <= demand.allowed[own]).mean())
