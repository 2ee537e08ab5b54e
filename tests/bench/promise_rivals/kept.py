"""How promises fared: shares kept, groups, and length at equal coverage; goals stand beside ours."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.promise.curves import AT_ONCE, LADDER
from models.promise.known import Floats
from models.promise.scores import group_error, kept_share
from models.shares import done_curve
from tests.bench.means.figure import Figure
from tests.bench.promise_rivals.promised import BASELINE, MAKERS, OTHER_RATES, OURS, RATE, column

HOUR = 3600.0


@dataclass(frozen=True)
class Goals:
    """For one history and clock: points off the promise, points off in groups, length against the baseline, shown."""

    kept: float
    group: float
    shorter: float | None = None
    shown: float | None = None


def kept_figures(name: str, rows: pd.DataFrame, goals: Goals) -> Iterable[Figure]:
    """One history and clock: every method in turn."""
    fair = rows[rows[list(OURS)].notna().all(axis=1)]
    yield Figure(f"{name}: tickets judged", len(rows), "tickets")
    for method in MAKERS:
        ours, of = method in OURS, f"{name}, {method}"
        told = rows[rows[method].notna()]
        yield Figure(f"{of}: no promise", len(rows) - len(told), "tickets")
        yield Figure(f"{of}: kept", 100 * kept_share(told, method), "%", goals.kept if ours else None, around=90)
        yield from _groups(of, told, method, goals if ours else None)
        yield from _length(of, fair, method, goals.shorter if ours else None)
        if ours:
            yield from _other_rates(of, rows, method)
            yield _shown(of, told, method, goals.shown)


def _groups(of: str, told: pd.DataFrame, method: str, goals: Goals | None) -> Iterable[Figure]:
    table = pd.DataFrame([(len(own), kept_share(own, method), RATE) for _, own in told.groupby("issue_type")], columns=["promised", "kept", "kept_rate"])
    mean, worst, _ = group_error(table)
    yield Figure(f"{of}: issue types off by", 100 * mean, "points", goals.group if goals else None)
    yield Figure(f"{of}: worst issue type of 50", 100 * worst, "%", 80 if goals else None, more_is_better=True)


def _length(of: str, fair: pd.DataFrame, method: str, goal: float | None) -> Iterable[Figure]:
    own, base = (_stretched(fair, name) for name in (method, BASELINE))
    geometric, base_geometric = (float(np.exp(np.log(hours).mean())) for hours in (own, base))
    yield Figure(f"{of}: length at equal coverage, geometric mean", geometric, "h")
    yield Figure(f"{of}: that, against the baseline", geometric / base_geometric, "x", goal)
    yield Figure(f"{of}: length at equal coverage, arithmetic mean, against it", own.mean() / base.mean(), "x")


def _stretched(fair: pd.DataFrame, method: str) -> Floats:
    """Hours, times the one factor with which exactly nine in ten are kept."""
    promised = (np.minimum(fair[method].to_numpy(float), LADDER[-1]) + AT_ONCE) / HOUR
    over = (fair["business_seconds"].to_numpy(float) + AT_ONCE) / HOUR / promised
    return np.asarray(promised * done_curve(over, ~fair["still_open"].to_numpy(bool)).time_of(RATE))


def _other_rates(of: str, rows: pd.DataFrame, method: str) -> Iterable[Figure]:
    for rate in OTHER_RATES:
        told = rows[rows[column(method, rate)].notna()]
        yield Figure(f"{of}: kept of {rate:.0%}", 100 * kept_share(told, column(method, rate)), "%", 3, around=100 * rate)


def _shown(of: str, told: pd.DataFrame, method: str, goal: float | None) -> Figure:
    stepped = told[told[f"{method} step"].notna()]
    realised, shown = kept_share(stepped, f"{method} step"), stepped[f"{method} shown"].mean()
    return Figure(f"{of}: at the step {100 * shown:.1f} % shown, came", 100 * realised, "%", goal, around=100 * float(shown))
