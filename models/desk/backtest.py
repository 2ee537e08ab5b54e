"""Does the desk predict? Learnt on the first half of a history, it foretells each week of the second."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.calibration import Fit, calibrate
from models.desk.demand import Demand
from models.desk.draws import sources
from models.desk.kernel import Floats, Ints
from models.desk.timeline import Staff
from models.desk.trace import Trace, simulate, trace
from models.desk.weeks import Weeks

RUNS = 40
LEVEL = 0.9
LEAST_COVERED = 0.75
MOST_WIDTH = 0.5
LEAST_A_WEEK = 10
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
NOT_COVERED, TOO_WIDE = "not covered", "too wide"


@dataclass(frozen=True)
class DeskBackTest:
    """`weeks`: week (number in the history), n, measured, predicted, low, high: shares of first responses in time.

    covered: share of weeks inside their 90 % band; width: its mean. In time is within the target, or `within_hours`
    where none is promised. answered: business hours by which a share was answered, measured and simulated, for
    QUANTILES. why_not: "" where it can be used, else NOT_COVERED or TOO_WIDE.
    """

    weeks: pd.DataFrame
    covered: float
    width: float
    within_hours: float | None
    answered: pd.DataFrame
    why_not: str
    fit: Fit


def back_test(demand: Demand, weeks: Weeks, technicians: int, staff: Staff, seed: int = 0) -> DeskBackTest:
    """Calibrate on the first half, predict the second; raises ValueError in words where a half is too short."""
    half = len(weeks) // 2
    learnt, later = (
        trace(demand, weeks, picks, technicians, staff) for picks in (np.arange(half), np.arange(half, len(weeks)))
    )
    fit = calibrate(learnt, technicians, seed)
    limit = None if _promised(learnt.demand) else float(np.quantile(learnt.demand.response[learnt.demand.counts], 0.8))
    before, _ = _foretold(learnt, learnt, fit, limit, seed)
    shares, waits = _foretold(learnt, later, fit, limit, seed + 1)
    bands = _bands(shares, before, _measured(learnt, limit)[0])
    off = float(np.median(_measured(learnt, limit)[0] - np.median(before, axis=0)))
    measured, n = _measured(later, limit)
    told = np.flatnonzero(n >= LEAST_A_WEEK)
    frame = pd.DataFrame({"week": told + half, "n": n[told], "measured": measured[told]}).assign(
        predicted=np.clip(np.median(shares, axis=0)[told] + off, 0, 1), low=bands[0][told], high=bands[1][told]
    )
    inside = (frame["measured"] >= frame["low"] - 1e-9) & (frame["measured"] <= frame["high"] + 1e-9)
    covered, width = float(inside.mean()), float((frame["high"] - frame["low"]).mean())
    why = NOT_COVERED if covered < LEAST_COVERED else TOO_WIDE if width > MOST_WIDTH else ""
    own = later.demand.counts
    answered = pd.DataFrame(
        {"share": QUANTILES, "measured": np.quantile(later.demand.response[own], QUANTILES),
         "simulated": np.quantile(waits[:, own], QUANTILES, method="lower")}
    )  # fmt: skip
    return DeskBackTest(frame, covered, width, limit, answered, why, fit)


def _promised(demand: Demand) -> bool:
    own = demand.response_target[demand.premium.astype(int), np.arange(len(demand))]
    return bool(np.isfinite(own[demand.counts]).mean() > 0.5)


def _foretold(learnt: Trace, told: Trace, fit: Fit, limit: float | None, seed: int) -> tuple[Floats, Floats]:
    """Share in time [run, week] and waits [run, ticket], from what the learnt stretch knows of tickets alone."""
    dice = np.random.default_rng(seed)
    known = sources(learnt.demand, learnt.hours, dice)
    load = known.effort.sum() / learnt.duty
    waits = np.empty((RUNS, len(told.demand)))
    for run in range(RUNS):
        handling = fit.handlings[run % len(fit.handlings)]
        draw = known.draw(told.demand, handling, handling.busy_share / load, dice)
        waits[run], _ = simulate(told, handling, draw)
    return np.stack([_in_time(told, own, limit)[0] for own in waits]), waits


def _measured(told: Trace, limit: float | None) -> tuple[Floats, Ints]:
    return _in_time(told, told.demand.response, limit)


def _in_time(told: Trace, waits: Floats, limit: float | None) -> tuple[Floats, Ints]:
    """Share of each week's responses in time, and how many count."""
    demand = told.demand
    allowed = (
        demand.response_target[demand.premium.astype(int), np.arange(len(demand))]
        if limit is None
        else np.full(len(demand), limit)
    )
    own = demand.counts & np.isfinite(allowed)
    n = np.bincount(demand.week[own], minlength=told.weeks)[: told.weeks]
    kept = np.bincount(demand.week[own], waits[own] <= allowed[own] + 1e-9, minlength=told.weeks)[: told.weeks]
    return kept / np.maximum(n, 1), n


def _bands(shares: Floats, learnt: Floats, measured: Floats) -> Floats:
    """Where nine in ten weeks lie: of the runs, moved by as much as the learnt weeks had to be (split conformal)."""
    ends = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
    missed = measured - np.quantile(learnt, ends, axis=0)
    low, high = np.sort(missed[0]), np.sort(missed[1])
    place = max(int((len(low) + 1) * (1 - LEVEL) / 2) - 1, 0)
    moved = np.quantile(shares, ends, axis=0) + np.array([[low[place]], [high[len(high) - 1 - place]]])
    return np.asarray(np.clip(np.sort(moved, axis=0), 0, 1))
