"""Pairs in which the better plan, Premium, remote work or the nearer place has the longer promise."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from models.promise.exposure import DAY, Clocks
from models.promise.hazard import LadderHazard
from models.promise.risk import ATTRIBUTES
from models.promise.segments import clocks_of
from tests.bench.means.figure import Figure
from tests.bench.promise_rivals.regressors import quantile_regression
from tests.models.promise.orders import fair_times, grid, longer_though_better

TICKETS = 6000
RATES = (0.5, 0.8, 0.9, 0.95)
NAMES = ["issue_type", "tier", "tier_position", "premium", "work_mode", "distance_position"]


def violation_figures(sample: pd.DataFrame) -> Iterable[Figure]:
    """On drawn tickets in which nothing but the type matters, then on the sample; promises of four levels."""
    yield from _counted("drawn tickets", _drawn())
    yield from _counted("the sample", sample)


def _counted(name: str, known: pd.DataFrame) -> Iterable[Figure]:
    cells = _cells(known)
    asked = pd.DataFrame(dict.fromkeys(ATTRIBUTES), index=cells.index).assign(**{other: cells[other] for other in NAMES})
    asked = asked.assign(issue_kind=known["issue_kind"].iloc[0])
    model = LadderHazard().fit(known[ATTRIBUTES], clocks_of(known))
    ours = sum(longer_though_better(cells, model.promise(asked, rate)) for rate in RATES)
    theirs = sum(longer_though_better(cells, quantile_regression(known, asked, rate)) for rate in RATES)
    pairs = longer_though_better(cells, -fair_times(cells)) * len(RATES)
    yield Figure(f"orders on {name}: ours against them", ours, f"of {pairs:,} pairs", 0)
    yield Figure(f"orders on {name}: quantile regression with monotonic_cst", theirs, f"of {pairs:,} pairs")


def _cells(known: pd.DataFrame) -> pd.DataFrame:
    """The grid of the history's own types and plans."""
    plans = known[["tier", "tier_position"]].dropna().drop_duplicates().sort_values("tier_position")
    cells = grid(sorted(known["issue_type"].dropna().unique()), len(plans))
    return cells.assign(tier=cells["tier_position"].map(dict(zip(plans["tier_position"], plans["tier"], strict=True))))


def _drawn() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    types = {f"Type {number}": 2.0**number for number in range(8)}
    tickets = grid(list(types)).sample(TICKETS, replace=True, random_state=0, ignore_index=True)
    seconds = rng.lognormal(np.log(tickets["issue_type"].map(types).to_numpy(float) * 3600), 1.2)
    age = rng.uniform(0, 200, TICKETS) * DAY
    own = Clocks(np.minimum(seconds, age * 0.3), seconds <= age * 0.3, age, np.full(TICKETS, 0.3))
    blank = pd.DataFrame(dict.fromkeys(ATTRIBUTES), index=tickets.index)
    return blank.assign(
        **{other: tickets[other] for other in NAMES}, issue_kind="software", business_seconds=own.seconds,
        still_open=~own.stopped, age_seconds=own.age, open_share=own.open_share,
    )
