"""Do I hire, and does it pay? The desk's months and the money of Premium, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.decisions import Need, chances, kept_by_plan, need, need_as_today, waiting
from models.desk.months import Lane, Outcome, grid, simulate_months
from models.pricing.break_even import break_even
from models.pricing.fees import fees
from models.pricing.hire import hire_cost
from models.pricing.margins import margins
from models.pricing.offer import offer
from models.pricing.surcharges import bases
from models.refresh.desks import LearntDesk
from models.uptake import Buyers, Who, buyers, orders
from pipelines.errors import TurnaroundError
from pipelines.prices import Prices

ORDERS = 20
NOBODY_LEFT = "no client without Premium left to compare with"


@dataclass(frozen=True)
class Hiring:
    """Answers of one grid: chances, and technicians for nine good months in ten or for no standard client worse off.

    today: what is kept now, a row a plan, Premium and clock, the worst first. waits: a row a lane and group.
    """

    chances: pd.DataFrame
    good: Need
    as_today: Need
    today: pd.DataFrame
    waits: pd.DataFrame
    sold: tuple[Buyers, ...]


def hiring(
    learnt: LearntDesk, technicians: Sequence[int], uptakes: Sequence[float], prices: Prices, who: Who = Who.RANDOM
) -> Hiring:
    """Simulate every number of technicians at every uptake, beside today's; uptake 0 is part of every grid.

    Clients who have Premium today keep it before others buy. Raises TurnaroundError where nothing is promised, or where
    prices that are not told must say who buys first.
    """
    desk, shares = learnt.desk, sorted({0.0, *uptakes})
    if not np.isfinite([desk.demand.response_target, desk.demand.resolution_target]).any():
        raise TurnaroundError(
            "No target is in force for any ticket, so there is no promise to keep: save a version of targets first."
        )
    demand, named = desk.demand, np.array([name != "" for name in desk.demand.clients])
    sold = _sold(learnt, shares, prices, who)
    bought = np.zeros((len(sold), len(named), len(shares)), bool)
    bought[:, named] = np.stack([one.bought for one in sold])
    lanes = grid(sorted(set(technicians)), bought, shares)
    outcome = simulate_months(desk, (*lanes, Lane(desk.technicians, demand.bought[None], float("nan"))))
    last = len(lanes)
    inside = Outcome(lanes, outcome.kinds, outcome.counts[:, :last], outcome.busy[:, :last])
    return Hiring(
        chances(inside, desk.goals), need(inside, desk.goals), need_as_today(outcome, last, desk.goals),
        kept_by_plan(outcome, last), waiting(inside), sold,
    )  # fmt: skip


def _sold(learnt: LearntDesk, shares: Sequence[float], prices: Prices, who: Who) -> tuple[Buyers, ...]:
    """Who has bought at each uptake, in each order of buying."""
    own = _clients(learnt)
    pays = bases(own, fees(own, prices), prices.premium.kind)["base"].to_numpy(float)
    if who is Who.BEST_FIT and np.isnan(pays).all():
        raise TurnaroundError("Who fits best is told by what each client pays: load a client list with users or fees.")
    tickets, already = own["tickets_month"].to_numpy(float), own["premium"].to_numpy(bool)
    ranks = orders(who, tickets, pays=pays, already=already, times=ORDERS)
    return tuple(buyers(order, shares, tickets) for order in ranks)


def _clients(learnt: LearntDesk) -> pd.DataFrame:
    """The clients of the demand, in its order; Premium is that of their newest ticket."""
    demand = learnt.desk.demand
    own = learnt.clients.set_index("client").reindex([name for name in demand.clients if name]).reset_index()
    return own.assign(premium=demand.bought[[name != "" for name in demand.clients]])


@dataclass(frozen=True)
class Money:
    """By uptake: margins of an amount of the surcharge, and the amount at which Premium loses nothing."""

    margins: pd.DataFrame
    break_even: pd.DataFrame


def money(learnt: LearntDesk, found: Hiring, prices: Prices, amount: float) -> Money:
    """What Premium brings and costs with hires for no standard client worse off; why_none where a figure is missing."""
    own = _clients(learnt)
    made = offer(bases(own, fees(own, prices), prices.premium.kind), found.sold, found.as_today.caused_draws)
    cost = hire_cost(prices)
    month = None if cost is None else cost.first_year
    nobody = np.isnan(found.as_today.need) & (found.as_today.uptakes > 0)
    tables = (margins(made, [amount], month), break_even(made, month))
    return Money(*(table.assign(why_none=table["why_none"].mask(nobody, NOBODY_LEFT)) for table in tables))


def blocked(found: Hiring, goals: dict[str, float]) -> pd.DataFrame:
    """The promises of today that are kept less often than the goal asks, the worst first."""
    goal = found.today["clock"].map(goals)
    return found.today[found.today["kept"] < goal].reset_index(drop=True)


def enough(needed: Need, uptake: float) -> tuple[float, float, float]:
    """Technicians needed at an uptake, and their 90 % interval; infinite: more than were tried."""
    at = int(np.argmin(np.abs(needed.uptakes - uptake)))
    low, high = np.quantile(needed.need_draws[:, at], (0.05, 0.95), method="nearest")
    return float(needed.need[at]), float(low), float(high)
