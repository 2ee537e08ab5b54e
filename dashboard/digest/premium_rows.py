"""Tables and lines of Premium: by share of clients, and by client."""

import pandas as pd

from dashboard import wording
from dashboard.loaders import ClientMoney, Money
from dashboard.wording import money as amounts
from models.uptake import Who
from pipelines.prices import Surcharge

ORDERS = {Who.BUSIEST: "Busiest first", Who.RANDOM: "Any of them", Who.SMALLEST: "Smallest first"}
FROM = {"client list": "client list", "users x price": "users × price", "": "not told"}


def left(paid: Money, currency: str) -> pd.DataFrame:
    """What is left by share of clients: uptake, value, low, high, hover; nothing where nobody new buys."""
    rows = _valued(paid.margins, "margin")
    told = [
        f"{wording.percent(uptake)} of clients: {wording.amount(value, currency)} left a month"
        f" ({wording.amount_span(low, high, currency)})"
        for uptake, value, low, high in rows.itertuples(index=False)
    ]
    return rows.assign(hover=told)


def stairs(paid: Money, surcharge: Surcharge, currency: str) -> pd.DataFrame:
    """The surcharge that pays by share of clients: uptake, value, low, high, hover."""
    rows = _valued(paid.break_even, "amount")
    kind = surcharge.kind
    told = [
        f"{wording.percent(uptake)} of clients: {amounts.surcharge_short(value, kind, currency)}"
        f" ({amounts.surcharge_span(low, high, kind, currency)})"
        for uptake, value, low, high in rows.itertuples(index=False)
    ]
    return rows.assign(hover=told)


def by_uptake(paid: Money, currency: str) -> pd.DataFrame:
    """The whole table by share of clients, with units, to take away."""
    rows, even = paid.margins, paid.break_even
    table = pd.DataFrame({
        "Clients with Premium (%)": 100 * rows["client_share"], "Buyers": rows["buyers"],
        "Share of tickets (%)": (100 * rows["ticket_share"]).round(1),
    })  # fmt: skip
    for name, label in (("income", "New money"), ("cost", "Cost"), ("margin", "Left")):
        for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
            table[f"{label} a month{said} ({currency})"] = rows[f"{name}{end}"].round(2)
    for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
        table[f"Technicians more than today{said}"] = rows[f"hires{end}"]
    for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
        table[f"Surcharge that pays{said}"] = even[f"amount{end}"].round(2)
    return table.assign(**{"Pays in (% of futures)": 100 * rows["pays_share"], "Missing": rows["why_none"]})


def buyers(told: ClientMoney, currency: str, *, begun: bool) -> pd.DataFrame:
    """One row a client, first buyers first, who has it today last; begun: whether these pay the surcharge already."""
    rows = told.clients.sort_values("premium", kind="stable").reset_index(drop=True)
    brings = rows["surcharge_month"].mask(rows["premium"] & begun)
    return pd.DataFrame({
        "Client": rows["client"].map(wording.shown),
        f"New money ({currency})": brings.round(2),
        "Buys": _buys(rows),
        "Plan": rows["tier"].fillna("").map(wording.shown),
        "Tickets a month": rows["tickets_month"].round(1),
        "Share of tickets": (100 * rows["ticket_share"]).round(1),
        f"Fee a month ({currency})": rows["fee_month"].round(2),
        "Users": rows["users"],
    })  # fmt: skip


def fee_from(told: ClientMoney) -> list[str]:
    """Where each client's fee comes from, in the order of `buyers`: for a file."""
    rows = told.clients.sort_values("premium", kind="stable")
    return [FROM.get(said, said) for said in rows["fee_from"]]


def ways(told: ClientMoney) -> pd.DataFrame:
    """Ways of buying by their names: name, client_share, ticket_share."""
    return told.bought_from.assign(name=[ORDERS[Who(who)] for who in told.bought_from["who"]])


def ways_table(told: ClientMoney) -> pd.DataFrame:
    """The same, to take away."""
    rows = ways(told)
    return pd.DataFrame({
        "Who buys first": rows["name"], "Clients with Premium (%)": (100 * rows["client_share"]).round(1),
        "Share of tickets (%)": (100 * rows["ticket_share"]).round(1),
    })  # fmt: skip


def _buys(rows: pd.DataFrame) -> list[str]:
    return [
        "has it today"
        if has
        else "yes"
        if share == 1
        else "no"
        if share == 0
        else f"maybe: in {wording.percent(share)} of orders"
        for has, share in zip(rows["premium"], rows["buys"], strict=True)
    ]


def _valued(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    ends = [name, f"{name}_low", f"{name}_high"]
    own = rows[["uptake", *ends]].where(rows["why_none"] == "").assign(uptake=rows["uptake"])
    return own.set_axis(["uptake", "value", "low", "high"], axis=1)
