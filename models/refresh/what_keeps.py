"""One scenario looked into: which promises fail first, what Premium could promise, how many more clients fit."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from models.desk.anchor import anchored
from models.desk.by_group import keepable, kept_by_group
from models.desk.decisions import MostGrowth, most_growth
from models.desk.kernel import Floats
from models.desk.months import Lane, Simulated, simulate_months, simulate_tickets
from models.refresh.desks import LearntDesk
from models.refresh.hiring import asked
from models.refresh.scenario import Scenario
from pipelines.prices import Prices

GROWTHS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0)


def tickets_of(learnt: LearntDesk, scenario: Scenario, prices: Prices) -> Simulated:
    """Every ticket of the scenario's months; raises TurnaroundError as `asked` does."""
    question = asked(learnt, [], [], prices, scenario)
    return simulate_tickets(question.desk, question.lanes[question.place], question.future)


def failing(learnt: LearntDesk, told: Simulated, by: Sequence[str] = ("tier", "issue_type")) -> pd.DataFrame:
    """The promises of the simulated tickets by plan and issue type, the least kept first (by_group.kept_by_group)."""
    return kept_by_group(told, learnt.labels[list(by)], _moved(learnt, told))


def premium_targets(learnt: LearntDesk, told: Simulated, ladder: Sequence[int]) -> pd.DataFrame:
    """What priority can keep for clients with Premium, of all plans together and of each (by_group.keepable).

    Empty where nobody has it.
    """
    if not told.premium.any():
        return pd.DataFrame()
    goals = dict(learnt.desk.goals)
    moved = _moved(learnt, told)
    tables = [keepable(told, told.premium, goals, ladder, learnt.labels[by], moved) for by in ([], ["tier"])]
    return pd.concat(tables, ignore_index=True)


def more_clients(learnt: LearntDesk, scenario: Scenario, prices: Prices) -> MostGrowth:
    """How many more clients like today's fit until those without Premium are served worse than now."""
    question = asked(learnt, [], [], prices, scenario)
    lane, today = question.lanes[question.place], question.today
    outcome = simulate_months(today, [Lane(today.technicians, today.demand.bought[None], np.nan)])
    for growth in GROWTHS:
        outcome = outcome.beside(
            simulate_months(question.desk, [lane], replace(question.future, growth=scenario.growth + growth))
        )
    return most_growth(anchored(outcome, learnt.moved), 0, GROWTHS, learnt.desk.goals)


def _moved(learnt: LearntDesk, told: Simulated) -> Floats:
    """[clock, simulated ticket]: how far the shares of its plan are moved."""
    return np.asarray(learnt.moved[:, learnt.desk.demand.kind[told.ticket], told.premium.astype(int)])
