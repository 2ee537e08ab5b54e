"""Does the desk predict? Learnt on the first half of a history, it foretells each week of the second."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from models.desk.calibration import BLUR, Fit, calibrate
from models.desk.demand import WEEK, Demand
from models.desk.draws import sources
from models.desk.hours import later, open_until
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
# Simulated waits that are off by more, on average over their quantiles, are those of another desk.
MOST_APART = 2.0
NOT_COVERED, TOO_WIDE, UNLIKE = "not covered", "too wide", "unlike"


@dataclass(frozen=True)
class DeskBackTest:
    """`weeks`: week (number in the history), n, measured, predicted, low, high: shares of first responses in time.

    covered: share of weeks inside their 90 % band; width: its mean. In time is within the target, or `within_hours`
    where none is promised. answered: business hours by which a share was answered, measured and simulated, for
    QUANTILES. why_not: "" where it can be used, else NOT_COVERED, TOO_WIDE or UNLIKE.
    """

    weeks: pd.DataFrame
    covered: float
    width: float
    within_hours: float | None
    answered: pd.DataFrame
    why_not: str
    fit: Fit


def back_test(demand: Demand, weeks: Weeks, technicians: int, staff: Staff, seed: int = 0) -> DeskBackTest:
    """Calibrate on the first half, predict the second; raises TooLittle where a half is too short."""
    half = len(weeks) // 2
    first, second = (
        trace(demand, weeks, picks, technicians, staff) for picks in (np.arange(half), np.arange(half, len(weeks)))
    )
    learnt = as_known(first, half * WEEK)
    fit = calibrate(learnt, technicians, seed)
    limit = (
        None if _promised(learnt.demand) else float(np.quantile(learnt.demand.response[learnt.demand.answered], 0.8))
    )
    before, _ = _foretold(learnt, learnt, fit, limit, seed)
    shares, waits = _foretold(learnt, second, fit, limit, seed + 1)
    known = _in_time(learnt, learnt.demand.response, limit)[0]
    bands, off = _bands(shares, before, known), float(np.median(known - np.median(before, axis=0)))
    measured, n = _in_time(second, second.demand.response, limit)
    told = np.flatnonzero(n >= LEAST_A_WEEK)
    frame = pd.DataFrame({"week": told + half, "n": n[told], "measured": measured[told]}).assign(
        predicted=np.clip(np.median(shares, axis=0)[told] + off, 0, 1), low=bands[0][told], high=bands[1][told]
    )
    inside = (frame["measured"] >= frame["low"] - 1e-9) & (frame["measured"] <= frame["high"] + 1e-9)
    covered, width = float(inside.mean()), float((frame["high"] - frame["low"]).mean())
    own = second.demand.answered
    answered = pd.DataFrame(
        {"share": QUANTILES, "measured": np.quantile(second.demand.response[own], QUANTILES),
         "simulated": np.quantile(waits[:, own], QUANTILES, method="lower")}
    )  # fmt: skip
    return DeskBackTest(frame, covered, width, limit, answered, _why_not(covered, width, answered), fit)


def _why_not(covered: float, width: float, answered: pd.DataFrame) -> str:
    if not covered >= LEAST_COVERED:
        return NOT_COVERED
    if width > MOST_WIDTH:
        return TOO_WIDE
    apart = np.abs(np.log((answered["simulated"] + BLUR) / (answered["measured"] + BLUR))).mean()
    return UNLIKE if apart > np.log(MOST_APART) else ""


def as_known(history: Trace, at: float) -> Trace:
    """The stretch as it looked at an hour of it: what was not answered or not done by then had no end and no effort."""
    demand, hours = history.demand, history.hours
    ends = [
        later(hours, demand.calendar, demand.opened, own)
        for own in (demand.response, demand.resolution + demand.paused)
    ]
    unanswered, undone = (~(end <= at) for end in ends)
    so_far = open_until(hours, demand.calendar, np.full(len(demand), at)) - open_until(
        hours, demand.calendar, demand.opened
    )
    known = replace(
        demand,
        response=np.where(unanswered, np.nan, demand.response),
        waiting=np.where(unanswered & (np.isfinite(demand.response) | np.isfinite(demand.waiting)), so_far, np.nan),
        resolution=np.where(undone, np.nan, demand.resolution),
        effort=np.where(undone & np.isfinite(demand.resolution), np.nan, demand.effort),
    )
    return replace(history, demand=known)


def _promised(demand: Demand) -> bool:
    return bool(np.isfinite(demand.allowed[demand.answered]).mean() > 0.5)


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


def _in_time(told: Trace, waits: Floats, limit: float | None) -> tuple[Floats, Ints]:
    """Share of each week's responses in time, and how many count: unanswered ones that are over time are late."""
    demand = told.demand
    allowed = demand.allowed if limit is None else np.full(len(demand), limit)
    over = demand.waiting > allowed
    own = (demand.answered | (demand.counts & over)) & np.isfinite(allowed)
    n = np.bincount(demand.week[own], minlength=told.weeks)[: told.weeks]
    kept = np.bincount(demand.week[own], waits[own] <= allowed[own] + 1e-9, minlength=told.weeks)[: told.weeks]
    return kept / np.maximum(n, 1), n


def _bands(shares: Floats, learnt: Floats, measured: Floats) -> Floats:
    """Where nine in ten weeks lie: of the runs, moved by as much as those of the learnt weeks had to be."""
    ends = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
    missed = measured - np.quantile(learnt, ends, axis=0)
    low, high = np.sort(missed[0]), np.sort(missed[1])
    place = max(int((len(low) + 1) * (1 - LEVEL) / 2) - 1, 0)
    moved = np.quantile(shares, ends, axis=0) + np.array([[low[place]], [high[len(high) - 1 - place]]])
    return np.asarray(np.clip(np.sort(moved, axis=0), 0, 1))
