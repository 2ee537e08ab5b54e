"""A version of targets, or a draft of one, held against the desk: who is needed to keep it, and what fails first."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from models.desk.anchor import moves
from models.desk.demand import with_targets
from models.desk.months import as_today, simulate_months
from models.refresh.desks import LearntDesk
from models.refresh.hiring import Hiring, enough, hiring
from models.refresh.scenario import Scenario
from models.refresh.what_keeps import failing, tickets_of
from pipelines.errors import TurnaroundError
from pipelines.history.generations import open_history
from pipelines.prices import Prices
from pipelines.targets.both_ways import targets_with_and_without

MORE = 6


@dataclass(frozen=True)
class TargetCheck:
    """What keeping targets takes, with today's clients, Premium and technicians.

    shares: a row a clock: kept, low, high. need: technicians for nine good months in ten of every promise that can be
    kept, with its 90 % interval; most: that were tried. hopeless: promises (plan, clock) that none of them keeps.
    failing: by plan and issue type, the least kept first.
    """

    technicians: int
    shares: pd.DataFrame
    need: tuple[float, float, float]
    most: int
    hopeless: tuple[tuple[str, str], ...]
    failing: pd.DataFrame


def check_targets(
    home: Path, learnt: LearntDesk, prices: Prices, *, version: str | None = None, lines: pd.DataFrame | None = None
) -> TargetCheck:
    """Hold a saved version, or lines that are not saved, against the desk; with neither, the targets in force.

    Raises TurnaroundError where the desk did not foretell its own past, or nothing is promised.
    """
    if not learnt.usable:
        raise TurnaroundError("The desk did not foretell its own past, so no targets can be held against it.")
    own, now = promising(home, learnt, version=version, lines=lines), learnt.desk.technicians
    found = hiring(own, range(max(now - 2, 1), now + MORE), [], prices, Scenario())
    return TargetCheck(
        now, _at(found, now), enough(found.good_possible, found.uptake), found.good_possible.most, found.hopeless,
        failing(own, tickets_of(own, Scenario(), prices)),
    )  # fmt: skip


def promising(
    home: Path, learnt: LearntDesk, *, version: str | None = None, lines: pd.DataFrame | None = None
) -> LearntDesk:
    """The same desk with other promises; what was learnt of it does not depend on them."""
    with open_history(home) as history:
        targets = targets_with_and_without(history, version=version, lines=lines)
    demand = with_targets(learnt.desk.demand, targets)
    own = replace(learnt.desk, demand=demand)
    today = simulate_months(own, [as_today(own)])
    return replace(learnt, desk=own, bends=moves(demand, today))


def _at(found: Hiring, technicians: int) -> pd.DataFrame:
    own = found.shares
    here = (own["technicians"] == technicians) & np.isclose(own["uptake"], found.uptake)
    return own.loc[here, ["clock", "promised", "kept", "low", "high"]].reset_index(drop=True)
