"""Learning how a desk works from what its history has: opened and first response at least, effort where it is told.

Capacity is identifiable, technicians and the effort of a ticket are not apart: who is on duty is taken as given, the
effort is what then explains the waiting. What explains it nearly as well is kept, too: the model's own uncertainty.
"""

from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from models.desk.demand import Demand
from models.desk.draws import TOLD, sources
from models.desk.handling import Handling
from models.desk.hours import open_until
from models.desk.kernel import Floats
from models.desk.trace import Trace, simulate

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
# Added to hours before their logarithm is compared: a few minutes more or less are all the same.
BLUR = 0.1
LONGEST = 1e6
LEAST_TICKETS = 200
LEAST_WEEKS = 8
BUSY = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
# A look, the longest sitting, and whether the unanswered go first.
WAYS = (
    (0.0, np.inf, False),
    (0.0, 1.0, False),
    (0.1, 1.0, False),
    (0.1, np.inf, True),
    (0.1, 1.0, True),
    (0.1, 0.5, True),
)
GIVES_WAY = (0.0, 2.0, 8.0, 1e6)
NOTICE = (0.0, 0.4, 0.8)
KEPT_MEMBERS = 8
NEARLY_AS_GOOD = 1.15


class TooLittle(ValueError):
    """A history in which too little happened to learn from; its text says how much it takes."""


@dataclass(frozen=True)
class Fit:
    """What was learnt: handlings that explain the history about equally well, the best first.

    capacity: tickets a business hour of each, with as many there as were. effort_told: share of tickets whose effort
    the history tells.
    """

    handlings: tuple[Handling, ...]
    capacity: tuple[float, ...]
    effort_told: float
    technicians: int


def misfit(demand: Demand, answered: Floats, done: Floats) -> float:
    """How far simulated waits are from the measured ones, in logarithms: quantiles by urgency, and week by week."""
    parts, weights = [], []
    for step in np.unique(demand.urgency[demand.answered]):
        for measured, simulated, weight in ((demand.response, answered, 1.0), (demand.resolution, done, 0.5)):
            own = demand.answered & (demand.urgency == step) & np.isfinite(measured)
            if own.any():
                apart = np.quantile(_logs(simulated[own]), QUANTILES) - np.quantile(_logs(measured[own]), QUANTILES)
                parts.append(float(np.abs(apart).mean()))
                weights.append(weight * own.sum())
    return float(np.average(parts, weights=weights) + np.abs(_by_week(demand, answered) - _by_week(demand)).mean())


def _logs(hours: Floats) -> Floats:
    return np.log(np.minimum(hours, LONGEST) + BLUR)


def _by_week(demand: Demand, waits: Floats | None = None) -> Floats:
    """The mean logarithm of each week's waits, the measured ones where no others are given."""
    own = demand.answered
    logs = _logs((demand.response if waits is None else waits)[own])
    n = np.bincount(demand.week[own])
    return np.asarray(np.bincount(demand.week[own], logs) / np.maximum(n, 1))


def calibrate(history: Trace, technicians: int, seed: int = 0) -> Fit:
    """The handlings that explain a stretch of history; raises TooLittle where there is too little of it."""
    demand = history.demand
    if demand.answered.sum() < LEAST_TICKETS or history.weeks < LEAST_WEEKS:
        raise TooLittle(
            f"it takes at least {LEAST_TICKETS:,} answered tickets and {LEAST_WEEKS} whole weeks to learn how long"
            f" clients wait, and there are {int(demand.answered.sum()):,} tickets in {history.weeks} weeks"
        )
    known = sources(demand, history.hours, np.random.default_rng(seed))
    told = float(np.isfinite(demand.effort).mean())
    load = known.effort.sum() / history.duty
    # Logged hours are work that was done: nobody can have been less busy than that.
    least = load if told > TOLD else 0.0

    def tried(handling: Handling) -> float:
        draw = known.own(demand, handling, handling.busy_share / load, np.random.default_rng(seed))
        return misfit(demand, *simulate(history, handling, draw))

    found = {one: tried(one) for one in _coarse(least, len(known.quiet) > 1)}
    for fineness in (1.0, 0.5, 0.25):
        found = _best(found, 40)
        found |= {one: tried(one) for one in _around(found, fineness, least) if one not in found}
    found = _best(found, 40)
    chosen = _members(found)
    on_duty = history.duty / max(float(open_until(history.hours, np.zeros(1, np.int64), demand.opened[-1:])[0]), 1.0)
    capacity = tuple(float(on_duty * load / known.effort.mean() / one.busy_share) for one in chosen)
    return Fit(tuple(chosen), capacity, told, technicians)


def _coarse(least: float, several: bool) -> list[Handling]:  # noqa: FBT001 - a fact of the history
    shares = [share for share in BUSY if share >= least] or [max(BUSY)]
    ways = GIVES_WAY if several else (0.0,)
    return [
        Handling(share, look, sitting, first, way, notice, 0.5)
        for share, (look, sitting, first), way, notice in product(shares, WAYS, ways, NOTICE)
    ]


def _best(found: dict[Handling, float], count: int) -> dict[Handling, float]:
    return dict(sorted(found.items(), key=lambda pair: pair[1])[:count])


def _around(found: dict[Handling, float], fineness: float, least: float) -> list[Handling]:
    """The best ones with one thing changed a little."""
    near = []
    for one in list(found)[:6]:
        near += [
            replace(one, busy_share=share) for d in (-0.1, 0.1) if least <= (share := one.busy_share + d * fineness) < 1
        ]
        near += [replace(one, notice=max(one.notice + d * fineness, 0)) for d in (-0.4, 0.4)]
        near += [replace(one, arranged=min(max(one.arranged + d * fineness, 0), 1)) for d in (-0.5, 0.5)]
        near += [replace(one, look_hours=one.look_hours * (1 + d * fineness)) for d in (-0.6, 0.6) if one.look_hours]
    return list(dict.fromkeys(near))


def _members(found: dict[Handling, float]) -> list[Handling]:
    """The best, and others nearly as good that differ most in how busy they think the desk is."""
    best = min(found.values())
    near = [one for one, misfit_of in found.items() if misfit_of <= best * NEARLY_AS_GOOD]
    spread = sorted(near[1:], key=lambda one: one.busy_share)
    if not spread:
        return near
    places = np.unique(np.linspace(0, len(spread) - 1, min(len(spread), KEPT_MEMBERS - 1)).astype(int))
    return [near[0], *(spread[at] for at in places)]
