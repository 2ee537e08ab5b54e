"""Do I hire, and does it pay? The desk's months and the money of Premium, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.decisions import Need, chances, kept_by_promise, need, need_as_today, waiting
from models.desk.months import Lane, Outcome, grid, simulate_months
from models.pricing.break_even import break_even
from models.pricing.fees import fees
from models.pricing.hire import hire_cost
from models.pricing.margins import margins
from models.pricing.offer import offer
from models.pricing.surcharges import bases
from models.refresh.desks import LearntDesk
from models.uptake import Buyers, Who, buyers, orders
from pipelines.prices import Prices

ORDERS = 20


@dataclass(frozen=True)
class Hiring:
    """Answers of one grid: chances, and technicians for nine good months in ten or for no standard client worse off.

    today: what is kept now, a row a plan, Premium and clock, the worst first. waits: a row a lane and group.
    """

    outcome: Outcome
    chances: pd.DataFrame
    good: Need
    as_today: Need
    today: pd.DataFrame
    waits: pd.DataFrame
    sold: tuple[Buyers, ...]


def hiring(
    learnt: LearntDesk, technicians: Sequence[int], uptakes: Sequence[float], *, who: Who = Who.RANDOM, runs: int = 20
) -> Hiring:
    """Simulate every number of technicians at every uptake, beside today's; uptake 0 is part of every grid."""
    desk = learnt.desk
    shares = sorted({0.0, *uptakes})
    tickets = np.bincount(desk.demand.client, minlength=len(desk.demand.clients)).astype(float)
    named = np.array([name != "" for name in desk.demand.clients])
    sold = tuple(buyers(order, shares, tickets[named]) for order in orders(who, tickets[named], times=ORDERS))
    bought = np.zeros((len(sold), len(named), len(shares)), bool)
    bought[:, named] = np.stack([one.bought for one in sold])
    now = Lane(desk.technicians, np.asarray(desk.buys_today, bool)[None], float("nan"))
    lanes = (*grid(sorted(set(technicians)), bought, shares), now)
    outcome = simulate_months(desk, lanes, runs=runs)
    last = len(lanes) - 1
    inside = Outcome(lanes[:last], outcome.kinds, outcome.counts[:, :last], outcome.busy[:, :last])
    return Hiring(
        outcome, chances(inside, desk.goals), need(inside, desk.goals), need_as_today(outcome, last, desk.goals),
        kept_by_promise(outcome, last, ("tier",)), waiting(inside), sold,
    )  # fmt: skip


@dataclass(frozen=True)
class Money:
    """By uptake: margins of an amount of the surcharge, and the amount at which Premium loses nothing."""

    margins: pd.DataFrame
    break_even: pd.DataFrame


def money(learnt: LearntDesk, found: Hiring, needed: Need, prices: Prices, amount: float) -> Money:
    """What Premium brings and costs with the hires of `needed`; reasons stand where a figure is missing."""
    own = (
        learnt.clients.set_index("client").reindex([name for name in learnt.desk.demand.clients if name]).reset_index()
    )
    bought = bases(own, fees(own, prices), prices.premium.kind)
    made = offer(bought, found.sold, needed.caused_draws)
    cost = hire_cost(prices)
    month = None if cost is None else cost.first_year
    return Money(margins(made, [amount], month), break_even(made, month))


def blocked(found: Hiring, goals: dict[str, float]) -> pd.DataFrame:
    """The promises of today that are kept less often than the goal asks, the worst first."""
    goal = found.today["clock"].map(goals)
    return found.today[found.today["kept"] < goal].reset_index(drop=True)


def enough(needed: Need, uptake: float) -> tuple[float, float, float]:
    """Technicians needed at an uptake, and their 90 % interval; infinite: more than were tried."""
    at = int(np.argmin(np.abs(needed.uptakes - uptake)))
    low, high = np.quantile(needed.need_draws[:, at], (0.05, 0.95), method="nearest")
    return float(needed.need[at]), float(low), float(high)
