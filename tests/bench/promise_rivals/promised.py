"""What each method promises for the tickets of a step, made with what was known before them."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from models.promise.backtest import _judged
from models.promise.baseline import BaselinePromise
from models.promise.curves import Curves, knot_seconds
from models.promise.hazard import LadderHazard
from models.promise.known import Floats
from models.promise.proposals import _steps, proposals
from models.promise.risk import ATTRIBUTES
from models.promise.segments import clocks_of, fit_segments
from tests.bench.promise_rivals.groups import dropping_open, group_quantile
from tests.bench.promise_rivals.regressors import conformal_quantile_regression, mean_regression, quantile_regression
from tests.bench.promise_rivals.replay import Replay, Step

RATE, OTHER_RATES = 0.9, (0.8, 0.95)
PER_TICKET, PER_SEGMENT, BASELINE = "ours per ticket", "ours per segment", "group P90, open dropped"
OURS = (PER_TICKET, PER_SEGMENT)
Columns = dict[str, Floats]
Maker = Callable[[Replay, Step], Columns]


def per_ticket(play: Replay, step: Step) -> Columns:
    """The model on all that is known at opening; shown: the share at the contract's step above the promise."""
    model = LadderHazard().fit(step.known[ATTRIBUTES], clocks_of(step.known))
    curves = model.curves(step.came[ATTRIBUTES])
    at = {rate: curves.time_of(model.level(rate)) for rate in (RATE, *OTHER_RATES)}
    steps = _steps(at[RATE], play.told.ladder)
    return _finite(named(PER_TICKET, at) | {f"{PER_TICKET} step": steps, f"{PER_TICKET} shown": curves.done_by(np.nan_to_num(steps, posinf=0))})


def per_segment(play: Replay, step: Step) -> Columns:
    """As the product makes and stores them: a promise a segment."""
    learnt = fit_segments(step.known, by_priority=play.told.by_priority)
    at: dict[float, Floats] = {}
    more: Columns = {}
    for rate in (RATE, *OTHER_RATES):
        made = proposals(learnt.rows, learnt.safe, learnt.ends, {None: rate}, play.told.ladder)
        both = _judged(step.came, made)
        at[rate] = both["promised_seconds"].to_numpy(float)
        if rate == RATE:
            more = {f"{PER_SEGMENT} step": both["proposed_seconds"].to_numpy(float), f"{PER_SEGMENT} shown": both["kept_share"].to_numpy(float)}
    return _finite(named(PER_SEGMENT, at) | more)


def kaplan_meier_of_groups(_play: Replay, step: Step) -> Columns:
    """The visible baseline of the product: 56 days, shrunk."""
    shares, _ = BaselinePromise().fit(step.known).shares(step.came, knot_seconds())
    return {"group Kaplan-Meier, 56 days": Curves(shares).time_of(RATE)}


def named(method: str, at: dict[float, Floats]) -> Columns:
    return {column(method, rate): times for rate, times in at.items()}


def column(method: str, rate: float) -> str:
    return method if rate == RATE else f"{method} at {rate:.0%}"


def _finite(columns: Columns) -> Columns:
    """Missing where nothing can be promised."""
    return {name: np.where(np.isfinite(values), values, np.nan) for name, values in columns.items()}


RIVALS: dict[str, Maker] = {
    BASELINE: lambda play, step: {BASELINE: group_quantile(step.known, step.came, play.relative, RATE, dropping_open)},
    "group Kaplan-Meier, 56 days": kaplan_meier_of_groups,
    "quantile regression": lambda _, step: {"quantile regression": quantile_regression(step.known, step.came, RATE)},
    "conformalised quantile regression": lambda _, step: {
        "conformalised quantile regression": conformal_quantile_regression(step.known, step.came, RATE)
    },
    "regression of log time": lambda _, step: {"regression of log time": mean_regression(step.known, step.came)},
}
MAKERS: dict[str, Maker] = {PER_TICKET: per_ticket, PER_SEGMENT: per_segment, **RIVALS}


def promises_of(play: Replay) -> pd.DataFrame:
    """One row a ticket of the steps: how it ended, and a column a method."""
    parts = []
    for step in play.steps():
        made: Columns = {}
        for maker in MAKERS.values():
            made |= maker(play, step)
        parts.append(step.came[["issue_type", "business_seconds", "still_open"]].assign(**made))
    return pd.concat(parts, ignore_index=True)
