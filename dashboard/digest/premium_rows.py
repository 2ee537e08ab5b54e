"""Tables and lines of Premium: by uptake, by client, and who waits how long."""

import pandas as pd

from dashboard import wording
from dashboard.loaders import ClientMoney, Hiring, Money
from dashboard.wording import money as amounts
from dashboard.wording import premium as words
from models.uptake import Who
from pipelines.prices import Surcharge

GROUPS = {"premium": "With Premium", "standard": "Without Premium", "all": "All clients"}
ORDERS = {Who.BUSIEST: "Busiest first", Who.RANDOM: "Any of them", Who.SMALLEST: "Smallest first"}
FROM = {"client list": "client list", "users x price": "users × price", "": "not told"}


def left(paid: Money, currency: str) -> pd.DataFrame:
    """What is left by uptake: uptake, value, low, high, hover."""
    rows = _valued(paid.margins, "margin")
    told = [
        f"{wording.percent(uptake)} of clients: {wording.amount(value, currency)} left a month"
        f" ({wording.amount_span(low, high, currency)})"
        for uptake, value, low, high in rows.itertuples(index=False)
    ]
    return rows.assign(hover=told)


def stairs(paid: Money, surcharge: Surcharge, currency: str) -> pd.DataFrame:
    """The surcharge that pays by uptake: uptake, value, low, high, hover."""
    rows = _valued(paid.break_even.mask(paid.break_even["why_none"] != ""), "amount").assign(
        uptake=paid.break_even["uptake"]
    )
    kind = surcharge.kind
    told = [
        f"{wording.percent(uptake)} of clients: {amounts.surcharge_short(value, kind, currency)}"
        f" ({amounts.surcharge_span(low, high, kind, currency)})"
        for uptake, value, low, high in rows.itertuples(index=False)
    ]
    return rows.assign(hover=told)


def by_uptake(paid: Money, currency: str) -> pd.DataFrame:
    """The whole table by uptake, with units, to take away."""
    rows, even = paid.margins, paid.break_even
    table = pd.DataFrame({
        "Clients with Premium (%)": 100 * rows["client_share"], "Buyers": rows["buyers"],
        "Share of tickets (%)": (100 * rows["ticket_share"]).round(1),
    })  # fmt: skip
    for name, label in (("income", "Income"), ("cost", "Cost"), ("margin", "Left")):
        for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
            table[f"{label} a month{said} ({currency})"] = rows[f"{name}{end}"].round(2)
    for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
        table[f"Technicians taken up{said}"] = rows[f"hires{end}"]
    for end, said in (("", ""), ("_low", ", low"), ("_high", ", high")):
        table[f"Break-even surcharge{said}"] = even[f"amount{end}"].round(2)
    return table.assign(**{"Pays in (% of draws)": 100 * rows["pays_share"], "Missing": rows["why_none"]})


def buyers(told: ClientMoney, currency: str) -> pd.DataFrame:
    """One row a client, first buyers first."""
    rows = told.clients
    return pd.DataFrame({
        "Client": rows["client"].map(wording.shown),
        "Plan": rows["tier"].fillna("").map(wording.shown),
        "Buys": _buys(rows),
        "Users": rows["users"],
        "Tickets a month": rows["tickets_month"].round(1),
        "Share of tickets": (100 * rows["ticket_share"]).round(1),
        f"Fee a month ({currency})": rows["fee_month"].round(2),
        "Fee from": rows["fee_from"].map(lambda said: FROM.get(said, said)),
        f"Premium brings ({currency})": rows["surcharge_month"].round(2),
    })  # fmt: skip


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


def waits(found: Hiring, uptake: float) -> pd.DataFrame:
    """One row a group at the chosen technicians and uptake: first answers in time, and business hours until them."""
    rows = _cell(found, uptake)
    enough = rows["tickets"] >= wording.FEWEST
    return pd.DataFrame({
        "Group": rows["who"].map(GROUPS),
        "Tickets": rows["tickets"].round(),
        "In time": (100 * rows["in_time"]).where(enough).round(1),
        "Answered after (h)": rows["hours"].where(enough).round(2),
        "Nine in ten draws (h)": [
            f"{low:.2f} to {high:.2f}" if many and pd.notna(low) else wording.TOO_FEW
            for low, high, many in zip(rows["low"], rows["high"], enough, strict=True)
        ],
    }).reset_index(drop=True)  # fmt: skip


def waits_told(found: Hiring, uptake: float) -> str:
    """The same in one sentence; nothing where a group is missing or has too few tickets."""
    rows, before = _cell(found, uptake).set_index("who"), _all_alone(found)
    if not {"premium", "standard"} <= set(rows.index) or (rows["tickets"] < wording.FEWEST).any():
        return ""
    premium, standard = (
        words.hours(*rows.loc[who, ["hours", "low", "high"]].astype(float)) for who in ("premium", "standard")
    )
    told = rows["in_time"].astype(float)
    cost = words.in_time(told["premium"], told["standard"]) if told[["premium", "standard"]].notna().all() else ""
    first, last = (rows.loc[who] for who in ("premium", "standard"))
    apart = first["high"] < last["low"] or last["high"] < first["low"]
    return (words.waits if apart else words.alike)(premium, standard, f"{before:.2f}", cost)


def _cell(found: Hiring, uptake: float) -> pd.DataFrame:
    rows = found.waits
    own = rows[(rows["technicians"] == found.technicians) & ((rows["uptake"] - uptake).abs() < 1e-6)]
    return own[own["tickets"] > 0].set_index("who").reindex(list(GROUPS)).dropna(subset=["tickets"]).reset_index()


def _all_alone(found: Hiring) -> float:
    own = _cell(found, 0.0)
    hours = own.loc[own["who"] == "all", "hours"]
    return round(float(hours.iloc[0]), 2) if len(hours) else float("nan")


def _buys(rows: pd.DataFrame) -> list[str]:
    return [
        "has it today"
        if has
        else "yes"
        if share == 1
        else "no"
        if share == 0
        else f"in {wording.percent(share)} of draws"
        for has, share in zip(rows["premium"], rows["buys"], strict=True)
    ]


def _valued(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    own = rows[["uptake", name, f"{name}_low", f"{name}_high"]]
    return own.set_axis(["uptake", "value", "low", "high"], axis=1)
