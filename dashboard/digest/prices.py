"""What clients and plans leave, what is at stake, and what pays for one technician."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.loaders import ClientMoney, Scenario
from dashboard.wording import money as amounts
from dashboard.wording import prices as words
from models.pricing.reasons import missing
from pipelines.prices import Surcharge

NAMED = 3


def tiers(told: ClientMoney, order: tuple[str, ...], currency: str) -> pd.DataFrame:
    """One row a plan that a client has, in the owner's order."""
    place = {tier: at for at, tier in enumerate(order)}
    rows = told.tiers.assign(at=told.tiers["tier"].map(place).fillna(len(order))).sort_values("at", kind="stable")
    return pd.DataFrame({
        "Plan": rows["tier"].fillna("no plan").map(wording.shown),
        f"Left a month ({currency})": rows["profit_month"].round(2),
        "Left of fees": (100 * rows["margin_share"]).round(1),
        f"Fees a month ({currency})": rows["fee_month"].round(2),
        f"Hands-on cost ({currency})": rows["cost_month"].round(2),
        "Clients": rows["n"],
        **({"Without figures": rows["without"]} if rows["without"].any() else {}),
    }).reset_index(drop=True)  # fmt: skip


def clients(told: ClientMoney, currency: str) -> pd.DataFrame:
    """One row a client, the one that leaves least first; unknown ones last with the reason."""
    rows = told.profit.sort_values("profit_month", kind="stable")
    return pd.DataFrame({
        "Client": rows["client"].map(wording.shown),
        f"Left a month ({currency})": rows["profit_month"].round(2),
        "Left of the fee": (100 * rows["margin_share"]).round(1),
        f"Fee a month ({currency})": rows["fee_month"].round(2),
        "Plan": rows["tier"].fillna("").map(wording.shown),
        "Hands-on hours a month": rows["hands_on_hours_month"].round(1),
        f"Hands-on cost ({currency})": rows["cost_month"].round(2),
        **({"Missing": rows["why_none"]} if rows["why_none"].any() else {}),
    }).reset_index(drop=True)  # fmt: skip


def known(told: ClientMoney) -> bool:
    """Whether any client has a figure."""
    return bool(told.profit["profit_month"].notna().any())


def losing(told: ClientMoney) -> str:
    """Which clients cost more than they pay."""
    rows = told.profit.dropna(subset=["profit_month"]).sort_values("profit_month", kind="stable")
    below = rows[rows["profit_month"] < 0]
    named = [wording.plain(name) for name in below["client"].head(NAMED)]
    more = [f"{len(below) - NAMED} more"] if len(below) > NAMED else []
    return words.losing(len(below), len(rows), ", ".join(named + more))


def lacks(told: ClientMoney) -> str:
    """What must be told before plans can be compared: the most frequent reason."""
    return words.lacks(list(missing(told.profit))[:1])


def hour(told: ClientMoney, currency: str) -> str:
    """What an hour of hands-on work costs, and why."""
    if told.hire is None or not told.duty.productive > 0:
        return ""
    cost = wording.amount(told.hire.later / told.duty.productive, currency)
    return words.hour(told.duty.hours, told.duty.busy_share, told.duty.productive, cost)


def one_hire(told: ClientMoney, surcharge: Surcharge, scenario: Scenario, currency: str) -> list[str]:
    """What one technician costs, and how many clients or which surcharge pays for one."""
    if told.hire is None:
        return [words.lacks([told.enough.why_none])]
    paid = [wording.amount(cost, currency) for cost in (told.hire.first_year, told.hire.later)]
    return [
        words.one_hire(*paid),
        _clients_for(told, surcharge, currency),
        _surcharge_for(told, surcharge, scenario, currency),
    ]


def _clients_for(told: ClientMoney, surcharge: Surcharge, currency: str) -> str:
    found, said = told.enough, amounts.surcharge(surcharge.amount, surcharge.kind, currency)
    if np.isfinite(found.clients):
        span = amounts.people(found.low, found.high, told.new)
        return words.clients_for(found.clients, span, told.new, found.ticket_share, said)
    unpaid = told.clients["surcharge_month"].isna().all()
    return words.lacks([str(told.clients["why_none"].iloc[0])]) if unpaid else words.never_for(told.new, said)


def _surcharge_for(told: ClientMoney, surcharge: Surcharge, scenario: Scenario, currency: str) -> str:
    rows = told.for_a_hire
    row = rows.iloc[int((rows["uptake"] - told.uptake).abs().to_numpy().argmin())]
    if row["why_none"] or scenario.clients:
        return ""
    span = amounts.surcharge_span(row["amount_low"], row["amount_high"], surcharge.kind, currency)
    amount = amounts.surcharge(row["amount"], surcharge.kind, currency)
    return words.surcharge_for(float(row["client_share"]), amount, span)


def at_stake(told: ClientMoney, order: tuple[str, ...], currency: str) -> pd.DataFrame:
    """One row a plan with credits, in the owner's order: what it gives back in a usual and in the worst month."""
    rows = told.credits.assign(at=[order.index(tier) if tier in order else len(order) for tier in told.credits["tier"]])
    rows = rows.sort_values("at", kind="stable")
    return pd.DataFrame({
        "Plan": rows["tier"].map(wording.shown),
        "Clients": rows["n"],
        "Without a fee": rows["without"],
        "Credit (% of the fee)": rows["credit_percent"],
        f"A usual month ({currency})": rows["expected_month"].astype(float).round(2),
        f"From ({currency})": rows["expected_low"].astype(float).round(2),
        f"To ({currency})": rows["expected_high"].astype(float).round(2),
        f"At worst ({currency})": rows["worst_month"].astype(float).round(2),
    }).reset_index(drop=True)  # fmt: skip
