"""Do I hire? Every number of technicians at every uptake of Premium, beside today's desk."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.ahead import AS_NOW, Future
from models.desk.anchor import anchored
from models.desk.decisions import Need, chances, hopeless, in_time, kept_by_plan, need, need_as_today, one_more, waiting
from models.desk.desk import Desk
from models.desk.kernel import Floats
from models.desk.months import RUNS, Lane, Outcome, as_today, grid, simulate_months
from models.pricing.fees import fees
from models.pricing.surcharges import bases
from models.refresh.desks import LearntDesk
from models.refresh.scenario import Scenario, check, in_scenario, technicians_of
from models.uptake import Bools, Buyers, Ints, Who, buyers, named_buyers, orders
from pipelines.errors import TurnaroundError
from pipelines.prices import Prices

ORDERS = 20


@dataclass(frozen=True)
class Question:
    """What is simulated: every number of technicians at every uptake, and today's desk beside them.

    technicians, uptake: the scenario's own; today_uptake: the share that has Premium now.
    """

    today: Desk
    desk: Desk
    future: Future
    lanes: tuple[Lane, ...]
    sold: tuple[Buyers, ...]
    scenario: Scenario
    technicians: int
    uptake: float
    today_uptake: float
    bends: Floats

    @property
    def place(self) -> int:
        """Which of the lanes is the scenario's own."""
        return [(one.technicians, one.uptake) for one in self.lanes].index((self.technicians, self.uptake))


@dataclass(frozen=True)
class Hiring:
    """Answers of one grid: chances, and technicians for nine good months in ten or for no standard client worse off.

    hopeless: promises (plan, clock) that no number of technicians of the grid keeps, even without Premium; possible and
    good_possible: chances and need of all others. today: what is kept now, a row a plan, Premium and clock, the worst
    first. shares: a row a lane and clock; waits: a row a lane and group. outcome: of the grid alone.
    """

    chances: pd.DataFrame
    good: Need
    hopeless: tuple[tuple[str, str], ...]
    possible: pd.DataFrame
    good_possible: Need
    as_today: Need
    today: pd.DataFrame
    shares: pd.DataFrame
    waits: pd.DataFrame
    sold: tuple[Buyers, ...]
    outcome: Outcome
    scenario: Scenario
    technicians: int
    uptake: float
    today_uptake: float


def asked(
    learnt: LearntDesk, technicians: Sequence[int], uptakes: Sequence[float], prices: Prices, scenario: Scenario
) -> Question:
    """Every number of technicians at every uptake and at the scenario's own; uptake 0 is part of every grid.

    Clients who have Premium today keep it before others buy. Raises TurnaroundError where nothing is promised, or where
    prices that are not told must say who buys first.
    """
    desk = learnt.desk
    check(scenario, desk)
    count, uptake, now = technicians_of(scenario, desk), uptake_of(scenario, learnt), uptake_today(scenario, learnt)
    own, future = in_scenario(desk, scenario)
    if not np.isfinite([own.demand.response_target, own.demand.resolution_target]).any():
        raise TurnaroundError(
            "No target is in force for any ticket, so there is no promise to keep: save a version of targets first."
        )
    sold = _sold(learnt, sorted({0.0, now, uptake, *uptakes}), prices, scenario)
    named = np.array([name != "" for name in desk.demand.clients])
    bought = np.zeros((len(sold), len(named), len(sold[0].uptakes)), bool)
    bought[:, named] = np.stack([one.bought for one in sold])
    counts = sorted({count, *(max(tried, scenario.away + 1) for tried in technicians)})
    lanes = grid(counts, bought, sold[0].uptakes.tolist())
    return Question(desk, own, future, lanes, sold, scenario, count, uptake, now, learnt.bends)


def simulated(question: Question, *, runs: int = RUNS, first_run: int = 0) -> Outcome:
    """The lanes of a question and, last, today's desk as it is, held to what was measured; more runs can be added."""
    return anchored(_simulated(question, runs, first_run), question.bends)


def _simulated(question: Question, runs: int, first_run: int) -> Outcome:
    today, demand = question.today, question.today.demand
    now = as_today(today)
    if question.desk.demand is demand and question.future == AS_NOW:
        return simulate_months(today, (*question.lanes, now), runs=runs, first_run=first_run)
    own = simulate_months(question.desk, question.lanes, question.future, runs=runs, first_run=first_run)
    return own.beside(simulate_months(today, (now,), runs=runs, first_run=first_run))


def answered(question: Question, outcome: Outcome) -> Hiring:
    """What the simulated months mean."""
    goals, last = question.desk.goals, len(question.lanes)
    inside = outcome.of(slice(0, last))
    never = hopeless(inside, goals)
    return Hiring(
        chances(inside, goals), need(inside, goals), never,
        chances(inside, goals, without=never), need(inside, goals, without=never), need_as_today(outcome, last, goals),
        kept_by_plan(outcome, last), in_time(inside), waiting(inside), question.sold, inside,
        question.scenario, question.technicians, question.uptake, question.today_uptake,
    )  # fmt: skip


def hiring(
    learnt: LearntDesk, technicians: Sequence[int], uptakes: Sequence[float], prices: Prices, scenario: Scenario
) -> Hiring:
    """Ask, simulate and answer in one."""
    question = asked(learnt, technicians, uptakes, prices, scenario)
    return answered(question, simulated(question))


def next_hire(found: Hiring, technicians: int, uptake: float) -> pd.DataFrame | None:
    """What one more technician changes (decisions.one_more); None where the grid does not have both."""
    place = {(lane.technicians, round(lane.uptake, 6)): at for at, lane in enumerate(found.outcome.lanes)}
    before, after = (place.get((count, round(uptake, 6))) for count in (technicians, technicians + 1))
    return None if before is None or after is None else one_more(found.outcome, before, after)


def _sold(learnt: LearntDesk, shares: Sequence[float], prices: Prices, scenario: Scenario) -> tuple[Buyers, ...]:
    """Who has bought at each uptake, in each order of buying."""
    own = clients_of(learnt)
    tickets = own["tickets_month"].to_numpy(float)
    if scenario.clients:
        named = own["client"].isin(scenario.clients).to_numpy(bool)
        return (named_buyers(named, own["premium"].to_numpy(bool), tickets),)
    able = able_to_buy(own, scenario)
    return tuple(
        buyers(order, shares, tickets, int(able.sum())) for order in buying_orders(own, able, prices, scenario.who)
    )


def able_to_buy(own: pd.DataFrame, scenario: Scenario) -> Bools:
    """Which clients of `clients_of` can buy at all: those of the named plans, and who has Premium already."""
    already = own["premium"].to_numpy(bool)
    return own["tier"].isin(scenario.tiers).to_numpy(bool) | already if scenario.tiers else np.ones(len(own), bool)


def buying_orders(own: pd.DataFrame, able: Bools, prices: Prices, who: Who) -> Ints:
    """Positions of clients (orders, clients), first buyer first; raises TurnaroundError where prices must say it."""
    tickets, already = own["tickets_month"].to_numpy(float), own["premium"].to_numpy(bool)
    pays = bases(own, fees(own, prices), prices.premium.kind)["base"].to_numpy(float)
    if who is Who.BEST_FIT and np.isnan(pays).all():
        raise TurnaroundError("Who fits best is told by what each client pays: load a client list with users or fees.")
    return orders(who, tickets, pays=pays, already=already, able=able, times=ORDERS)


def uptake_of(scenario: Scenario, learnt: LearntDesk) -> float:
    """The share with Premium: of all clients where buyers are named, else of those who can buy; today's if not said."""
    if scenario.clients:
        own = clients_of(learnt)
        return float((own["client"].isin(scenario.clients) | own["premium"]).mean())
    return uptake_today(scenario, learnt) if scenario.uptake is None else scenario.uptake


def uptake_today(scenario: Scenario, learnt: LearntDesk) -> float:
    """The share that has Premium by its newest ticket, of all clients or of those who can buy in the scenario."""
    own = clients_of(learnt)
    able = np.ones(len(own), bool) if scenario.clients else able_to_buy(own, scenario)
    return float(own["premium"].sum() / able.sum()) if able.any() else 0.0


def clients_of(learnt: LearntDesk) -> pd.DataFrame:
    """The clients of the demand, in its order; Premium is that of their newest ticket."""
    demand = learnt.desk.demand
    own = learnt.clients.set_index("client").reindex([name for name in demand.clients if name]).reset_index()
    return own.assign(premium=demand.bought[[name != "" for name in demand.clients]])


def blocked(found: Hiring, goals: dict[str, float]) -> pd.DataFrame:
    """The promises of today that are kept less often than the goal asks, the worst first."""
    goal = found.today["clock"].map(goals)
    return found.today[found.today["kept"] < goal].reset_index(drop=True)


def enough(needed: Need, uptake: float) -> tuple[float, float, float]:
    """Technicians needed at an uptake, and their 90 % interval; infinite: more than were tried."""
    at = int(np.argmin(np.abs(needed.uptakes - uptake)))
    low, high = np.quantile(needed.need_draws[:, at], (0.05, 0.95), method="nearest")
    return float(needed.need[at]), float(low), float(high)
