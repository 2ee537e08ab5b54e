"""What clients and plans leave, and what pays for one technician: figures that rest on no simulation."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from models.pricing.at_stake import credits_at_risk
from models.pricing.break_even import surcharge_for_a_hire
from models.pricing.enough_clients import EnoughClients, clients_for_a_hire
from models.pricing.fees import fees
from models.pricing.hire import HireCost, hire_cost
from models.pricing.missed import missed_months
from models.pricing.offer import offer
from models.pricing.profit import client_profit, tier_profit
from models.pricing.surcharges import surcharges
from models.refresh.desks import LearntDesk
from models.refresh.duty import Duty, duty_of
from models.refresh.hiring import able_to_buy, buying_orders, clients_of, uptake_of
from models.refresh.scenario import Scenario
from models.uptake import Bools, Buyers, Floats, Ints, Who, buyers
from pipelines.prices import Prices

TENTHS = tuple(tenth / 10 for tenth in range(11))


@dataclass(frozen=True)
class ClientMoney:
    """Figures of clients and plans, of one technician, and of ways of buying.

    clients: client, tier, users, premium, tickets_month, ticket_share, fee_month, fee_from, surcharge_month, why_none,
    buys (share of buying orders in which it has bought), place (the middle one, from 1). profit, tiers, credits: frames
    of models.pricing. enough: new clients that pay for one technician; for_a_hire: the surcharge of new clients that
    does, by uptake. bought_from: who, uptake, client_share, ticket_share. premium: who has it today, in the order of
    the demand; new: how many can still buy.
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
    new: int


def client_money(learnt: LearntDesk, prices: Prices, scenario: Scenario) -> ClientMoney:
    """The money of each client and plan; the surcharge is that of the prices, buyers are those of the scenario."""
    own, duty, cost = clients_of(learnt), duty_of(learnt.desk), hire_cost(prices)
    paid, month = fees(own, prices), None if cost is None else cost.first_year
    able = able_to_buy(own, scenario)
    orders = _orders(own, prices, scenario)
    pays, tickets = surcharges(own, paid, prices.premium), own["tickets_month"].to_numpy(float)
    uptake = uptake_of(scenario, learnt)
    tried = sorted({*TENTHS, uptake})
    sold = [buyers(order, tried, tickets, int(able.sum())) for order in orders]
    fresh = ~own["premium"].to_numpy(bool) | (not prices.premium_paid_today)
    paying = clients_for_a_hire(pays[fresh], _among(orders, fresh), tickets[fresh], month)
    profit = client_profit(own, paid, prices, duty.productive)
    return ClientMoney(
        clients=_clients(own, paid, pays, orders, _bought(own, scenario, sold, uptake)),
        profit=profit,
        tiers=tier_profit(profit),
        credits=credits_at_risk(paid, prices, missed_months(learnt.client_months, learnt.desk.goals)),
        enough=replace(paying, ticket_share=paying.ticket_share * tickets[fresh].sum() / tickets.sum()),
        for_a_hire=surcharge_for_a_hire(offer(pays, _new(sold, fresh), np.zeros((1, len(tried)))), month),
        bought_from=_ways(own, prices, scenario),
        duty=duty,
        hire=cost,
        premium=own["premium"],
        uptake=uptake,
        new=int(fresh.sum()),
    )


def _among(orders: Ints, some: Bools) -> Ints:
    """The orders of some of the clients alone, by their places among these."""
    place = np.cumsum(some) - 1
    return np.asarray(place[orders[some[orders]]].reshape(len(orders), -1), np.int64)


def _new(sold: list[Buyers], fresh: Bools) -> list[Buyers]:
    return [replace(one, bought=one.bought & fresh[:, None]) for one in sold]


def _orders(own: pd.DataFrame, prices: Prices, scenario: Scenario) -> Ints:
    if scenario.clients:
        named = own["client"].isin(scenario.clients).to_numpy(bool)
        return np.argsort(~named, kind="stable")[None]
    return buying_orders(own, able_to_buy(own, scenario), prices, scenario.who)


def _bought(own: pd.DataFrame, scenario: Scenario, sold: list[Buyers], uptake: float) -> Floats:
    """Share of buying orders in which each client has bought at the uptake of the scenario."""
    if scenario.clients:
        return (own["client"].isin(scenario.clients) | own["premium"]).to_numpy(float)
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
