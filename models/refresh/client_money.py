"""What clients and plans leave, and what pays for one technician: figures that rest on no simulation."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from models.desk.desk import Desk
from models.desk.timeline import duty_hours, timeline
from models.pricing.at_stake import credits_at_risk
from models.pricing.break_even import surcharge_for_a_hire
from models.pricing.enough_clients import EnoughClients, clients_for_a_hire
from models.pricing.fees import fees
from models.pricing.hire import HireCost, hire_cost
from models.pricing.offer import offer
from models.pricing.profit import client_profit, tier_profit
from models.pricing.surcharges import surcharges
from models.refresh.desks import MONTH_DAYS, LearntDesk
from models.refresh.hiring import able_to_buy, buying_orders, clients_of
from models.refresh.scenario import Scenario, uptake_of
from models.uptake import Buyers, Floats, Ints, Who, buyers, named_buyers
from pipelines.prices import Prices

HOURS_A_WEEK = 168
DAYS_A_WEEK = 7
TENTHS = tuple(tenth / 10 for tenth in range(11))
NO_RECORD = pd.DataFrame({"tier": [], "share": [], "low": [], "high": []})


class Duty(NamedTuple):
    """A technician's month: hours on duty, leave and lunch out, the share of them at work, and their product."""

    hours: float
    busy_share: float

    @property
    def productive(self) -> float:
        """Hours of work on tickets a month."""
        return self.hours * self.busy_share


@dataclass(frozen=True)
class ClientMoney:
    """Figures of clients and plans, of one technician, and of ways of buying.

    clients: client, tier, users, premium, tickets_month, ticket_share, fee_month, fee_from, surcharge_month, why_none,
    buys (share of buying orders in which it has bought), place (the middle one, from 1). profit, tiers, credits: frames
    of models.pricing. enough: clients that pay for one technician; for_a_hire: the surcharge that does, by uptake.
    bought_from: who, uptake, client_share, ticket_share. premium: who has it today, in the order of the demand.
    """

    clients: pd.DataFrame
    profit: pd.DataFrame
    tiers: pd.DataFrame
    credits: pd.DataFrame
    enough: EnoughClients
    for_a_hire: pd.DataFrame
    bought_from: pd.DataFrame
    duty: Duty
    hire: HireCost | None
    premium: pd.Series
    uptake: float


def client_money(learnt: LearntDesk, prices: Prices, scenario: Scenario) -> ClientMoney:
    """The money of each client and plan; the surcharge is that of the prices, buyers are those of the scenario."""
    own, duty, cost = clients_of(learnt), duty_of(learnt.desk), hire_cost(prices)
    paid, month = fees(own, prices), None if cost is None else cost.first_year
    able = able_to_buy(own, scenario)
    orders = _orders(own, prices, scenario)
    pays, tickets = surcharges(own, paid, prices.premium), own["tickets_month"].to_numpy(float)
    uptake = uptake_of(scenario, learnt.desk)
    tried = sorted({*TENTHS, uptake})
    sold = [buyers(order, tried, tickets, int(able.sum())) for order in orders]
    profit = client_profit(own, paid, prices, duty.productive)
    return ClientMoney(
        clients=_clients(own, paid, pays, orders, _bought(own, scenario, sold, uptake)),
        profit=profit,
        tiers=tier_profit(profit),
        credits=credits_at_risk(paid, prices, NO_RECORD),
        enough=clients_for_a_hire(pays, orders, tickets, month),
        for_a_hire=surcharge_for_a_hire(offer(pays, sold, np.zeros((1, len(tried)))), month),
        bought_from=_ways(own, prices, scenario),
        duty=duty,
        hire=cost,
        premium=own["premium"],
        uptake=uptake,
    )


def duty_of(desk: Desk) -> Duty:
    """What a technician of the history is there for in a month, and the middle of the learnt shares at work."""
    weeks, count = desk.weeks, desk.technicians
    _, crew = timeline(weeks, np.arange(len(weeks)), count, desk.staff)
    there = duty_hours(crew, count, float(len(weeks) * HOURS_A_WEEK)) / count / len(weeks)
    return Duty(there * MONTH_DAYS / DAYS_A_WEEK, float(np.median([one.busy_share for one in desk.fit.handlings])))


def _orders(own: pd.DataFrame, prices: Prices, scenario: Scenario) -> Ints:
    if scenario.clients:
        named = own["client"].isin(scenario.clients).to_numpy(bool)
        return np.argsort(~named, kind="stable")[None]
    return buying_orders(own, able_to_buy(own, scenario), prices, scenario.who)


def _bought(own: pd.DataFrame, scenario: Scenario, sold: list[Buyers], uptake: float) -> Floats:
    """Share of buying orders in which each client has bought at the uptake of the scenario."""
    if scenario.clients:
        named = own["client"].isin(scenario.clients).to_numpy(bool)
        return named_buyers(named, own["tickets_month"].to_numpy(float)).bought[:, -1].astype(float)
    at = int(np.argmin(np.abs(sold[0].uptakes - uptake)))
    return np.asarray(np.mean([one.bought[:, at] for one in sold], axis=0), np.float64)


def _clients(own: pd.DataFrame, paid: pd.DataFrame, pays: pd.DataFrame, orders: Ints, bought: Floats) -> pd.DataFrame:
    places = np.argsort(orders, axis=1) + 1
    frame = own[["client", "tier", "users", "premium", "tickets_month"]].assign(
        ticket_share=own["tickets_month"] / own["tickets_month"].sum(),
        fee_month=paid["fee_month"],
        fee_from=paid["fee_from"],
        surcharge_month=pays["surcharge_month"],
        why_none=pays["why_none"],
        buys=bought,
        place=np.median(places, axis=0),
    )
    return frame.sort_values(["place", "client"], kind="stable").reset_index(drop=True)


def _ways(own: pd.DataFrame, prices: Prices, scenario: Scenario) -> pd.DataFrame:
    """Shares of clients and of tickets, when the busiest, any or the smallest buy first."""
    able, tickets = able_to_buy(own, replace(scenario, clients=())), own["tickets_month"].to_numpy(float)
    rows = []
    for who in (Who.BUSIEST, Who.RANDOM, Who.SMALLEST):
        sold = [buyers(one, TENTHS, tickets, int(able.sum())) for one in buying_orders(own, able, prices, who)]
        share = np.mean([one.ticket_share for one in sold], axis=0)
        rows += [(who, *pair) for pair in zip(TENTHS, sold[0].client_share.tolist(), share.tolist(), strict=True)]
    return pd.DataFrame(rows, columns=["who", "uptake", "client_share", "ticket_share"])
