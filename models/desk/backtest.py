"""Does the desk predict? Learnt on the first half of a history, it foretells each week of the second."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from models.desk.calibration import BLUR, LEAST_WEEKS, Fit, calibrate
from models.desk.demand import WEEK, Demand
from models.desk.draws import sources
from models.desk.hours import later, open_until
from models.desk.kernel import Flags, Floats, Ints
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
NOT_COVERED, TOO_WIDE, UNLIKE, NOT_DONE = "not covered", "too wide", "unlike", "not done"
Judge = Callable[[Trace, Floats | None], tuple[Floats, Ints]]


@dataclass(frozen=True)
class ClockTest:
    """`weeks`: week (number in the history), n, measured, predicted, low, high: shares in time of one clock.

    covered: share of weeks inside their 90 % band; width: its mean.
    """

    weeks: pd.DataFrame
    covered: float
    width: float


@dataclass(frozen=True)
class DeskBackTest(ClockTest):
    """The test of first responses, and of resolutions where they are promised.

    In time is within the target, or `within_hours` where no response is promised. answered: business hours by which a
    share was answered, measured and simulated, for QUANTILES. why_not: "" where it can be used, else NOT_COVERED,
    TOO_WIDE, UNLIKE, or NOT_DONE for resolutions that are not covered.
    """

    within_hours: float | None
    answered: pd.DataFrame
    why_not: str
    fit: Fit
    resolution: ClockTest | None = None


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
    before, after = _foretold(learnt, learnt, fit, seed), _foretold(learnt, second, fit, seed + 1)
    judges: list[Judge] = [partial(_answered_in_time, limit=limit), _done_in_time]
    response, resolution = (
        _tested(learnt, second, judge, before[clock], after[clock], half) for clock, judge in enumerate(judges)
    )
    own = second.demand.answered
    answered = pd.DataFrame(
        {"share": QUANTILES, "measured": np.quantile(second.demand.response[own], QUANTILES),
         "simulated": np.quantile(after[0][:, own], QUANTILES, method="lower")}
    )  # fmt: skip
    done = resolution if _enough_promised(learnt.demand) and len(resolution.weeks) >= LEAST_WEEKS else None
    why = _why_not(response.covered, response.width, answered) or _why_not_done(done)
    return DeskBackTest(response.weeks, response.covered, response.width, limit, answered, why, fit, done)


def _tested(learnt: Trace, told: Trace, judge: Judge, before: Floats, after: Floats, half: int) -> ClockTest:
    """One clock; before, after [run, ticket]: simulated hours of the learnt stretch and of the one to foretell."""
    learnt_shares = np.stack([judge(learnt, own)[0] for own in before])
    shares = np.stack([judge(told, own)[0] for own in after])
    known = judge(learnt, None)[0]
    bands, off = _bands(shares, learnt_shares, known), float(np.median(known - np.median(learnt_shares, axis=0)))
    measured, n = judge(told, None)
    own = np.flatnonzero(n >= LEAST_A_WEEK)
    frame = pd.DataFrame({"week": own + half, "n": n[own], "measured": measured[own]}).assign(
        predicted=np.clip(np.median(shares, axis=0)[own] + off, 0, 1), low=bands[0][own], high=bands[1][own]
    )
    inside = (frame["measured"] >= frame["low"] - 1e-9) & (frame["measured"] <= frame["high"] + 1e-9)
    return ClockTest(frame, float(inside.mean()), float((frame["high"] - frame["low"]).mean()))


def _why_not_done(done: ClockTest | None) -> str:
    return NOT_DONE if done is not None and not done.covered >= LEAST_COVERED else ""


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
        running=np.where(undone, np.maximum(so_far - demand.paused, 0.0), np.nan),
        effort=np.where(undone & np.isfinite(demand.resolution), np.nan, demand.effort),
    )
    return replace(history, demand=known)


def _promised(demand: Demand) -> bool:
    return bool(np.isfinite(demand.allowed[demand.answered]).mean() > 0.5)


def _enough_promised(demand: Demand) -> bool:
    ended = np.isfinite(demand.resolution)
    return bool(ended.any() and np.isfinite(demand.held_to(demand.resolution_target)[ended]).mean() > 0.5)


def _foretold(learnt: Trace, told: Trace, fit: Fit, seed: int) -> Floats:
    """[clock, run, ticket]: hours to the answer and to the end, from what the learnt stretch knows of tickets alone."""
    dice = np.random.default_rng(seed)
    known = sources(learnt.demand, learnt.hours, dice)
    load = known.effort.sum() / learnt.duty
    hours = np.empty((2, RUNS, len(told.demand)))
    for run in range(RUNS):
        handling = fit.handlings[run % len(fit.handlings)]
        draw = known.draw(told.demand, handling, handling.busy_share / load, dice)
        hours[:, run] = simulate(told, handling, draw)
    return hours


def _answered_in_time(told: Trace, waits: Floats | None, limit: float | None) -> tuple[Floats, Ints]:
    """Share of each week's responses in time, measured or as simulated, and how many count."""
    demand = told.demand
    allowed = demand.allowed if limit is None else np.full(len(demand), limit)
    own = demand.answered | (demand.counts & (demand.waiting > allowed))
    return _by_week(told, own, demand.response if waits is None else waits, allowed)


def _done_in_time(told: Trace, hours: Floats | None) -> tuple[Floats, Ints]:
    """The same of resolutions: whoever is still open past the target is late."""
    demand = told.demand
    allowed = demand.held_to(demand.resolution_target)
    own = demand.counts & (np.isfinite(demand.resolution) | (demand.running > allowed))
    return _by_week(told, own, demand.resolution if hours is None else hours, allowed)


def _by_week(told: Trace, own: Flags, hours: Floats, allowed: Floats) -> tuple[Floats, Ints]:
    """Share in time of each week's tickets that are judged, and how many are; what has not ended is late."""
    judged = own & np.isfinite(allowed)
    week, weeks = told.demand.week[judged], told.weeks
    n = np.bincount(week, minlength=weeks)[:weeks]
    kept = np.bincount(week, hours[judged] <= allowed[judged] + 1e-9, minlength=weeks)[:weeks]
    return kept / np.maximum(n, 1), n


def _bands(shares: Floats, learnt: Floats, measured: Floats) -> Floats:
    """Where nine in ten weeks lie: of the runs, moved by as much as those of the learnt weeks had to be."""
    ends = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
    missed = measured - np.quantile(learnt, ends, axis=0)
    low, high = np.sort(missed[0]), np.sort(missed[1])
    place = max(int((len(low) + 1) * (1 - LEVEL) / 2) - 1, 0)
    moved = np.quantile(shares, ends, axis=0) + np.array([[low[place]], [high[len(high) - 1 - place]]])
    return np.asarray(np.clip(np.sort(moved, axis=0), 0, 1))
