"""One scenario looked into: which promises fail first, what Premium could promise, how many more clients fit."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from models.desk.anchor import anchored
from models.desk.by_group import keepable, kept_by_group
from models.desk.decisions import ENDS, MostGrowth, most_growth
from models.desk.kernel import Flags, Floats
from models.desk.months import Lane, Simulated, as_today, simulate_months, simulate_tickets
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
    return kept_by_group(told, learnt.labels[list(by)], _bends(learnt, told))


def premium_targets(learnt: LearntDesk, told: Simulated, ladder: Sequence[int]) -> pd.DataFrame:
    """What priority can keep for clients with Premium, of all plans together and of each (by_group.keepable).

    Empty where nobody has it.
    """
    if not told.premium.any():
        return pd.DataFrame()
    goals = dict(learnt.desk.goals)
    bends = _bends(learnt, told)
    tables = [keepable(told, told.premium, goals, ladder, learnt.labels[by], bends) for by in ([], ["tier"])]
    return pd.concat(tables, ignore_index=True)


def gain(learnt: LearntDesk, scenario: Scenario, prices: Prices) -> pd.DataFrame:
    """What the scenario's Premium changes for the same clients: a row for new, others and premium (have it today).

    tickets (a future), mean business hours to the response before and after, change with low and high (nine in ten
    futures), in_time_before, in_time_after. Technicians are the scenario's, before as after.
    """
    question = asked(learnt, [], [], prices, scenario)
    lane = question.lanes[question.place]
    before, after = (
        simulate_tickets(question.desk, Lane(lane.technicians, buys, np.nan), question.future)
        for buys in (as_today(question.today).buys, lane.buys)
    )
    whose = {"new": after.premium & ~before.premium, "others": ~after.premium, "premium": before.premium}
    return pd.DataFrame([{"who": who} | _gained(before, after, own) for who, own in whose.items() if own.any()])


def _gained(before: Simulated, after: Simulated, own: Flags) -> dict[str, float]:
    runs = int(before.run.max()) + 1
    n = np.bincount(before.run[own], minlength=runs)
    kept = n > 0
    hours = [np.bincount(told.run[own], told.response[own], minlength=runs)[kept] for told in (before, after)]
    first, last = (told / n[kept] for told in hours)
    low, high = np.quantile(last - first, ENDS)
    in_time = [_in_time(told, own) for told in (before, after)]
    sums = [float(told.sum() / n.sum()) for told in hours]
    return {"tickets": float(n.mean()), "before": sums[0], "after": sums[1], "change": sums[1] - sums[0], "low": low,
            "high": high, "in_time_before": in_time[0], "in_time_after": in_time[1]}  # fmt: skip


def _in_time(told: Simulated, own: Flags) -> float:
    promised = own & np.isfinite(told.response_target)
    in_time = told.response[promised] <= told.response_target[promised] + 1e-9
    return float(in_time.mean()) if promised.any() else np.nan


def more_clients(learnt: LearntDesk, scenario: Scenario, prices: Prices) -> MostGrowth:
    """How many more clients like today's fit until those without Premium are served worse than now."""
    question = asked(learnt, [], [], prices, scenario)
    lane, today = question.lanes[question.place], question.today
    outcome = simulate_months(today, [as_today(today)])
    for growth in GROWTHS:
        outcome = outcome.beside(
            simulate_months(question.desk, [lane], replace(question.future, growth=scenario.growth + growth))
        )
    return most_growth(anchored(outcome, learnt.bends), 0, GROWTHS, learnt.desk.goals)


def _bends(learnt: LearntDesk, told: Simulated) -> Floats:
    """[clock, simulated ticket]: how the shares of its plan are held to the measured ones."""
    return np.asarray(learnt.bends[:, learnt.desk.demand.kind[told.ticket]])
