"""Sentences about what clients and plans leave, and what pays for one technician."""

from dashboard.wording.numbers import count, counted, percent
from models.pricing import reasons

TIERS_HELP = (
    "Fees less the cost of the hands-on hours that clients took. Buildings, sales and licences that you pass on are not"
    " in it, and Premium's surcharge is not, either."
)
HIRE_HELP = "One more technician, whether or not Premium needs one."
CREDITS_HELP = (
    "What you would give back: in a usual month, by how often a client's month missed your goals in this history (of"
    " five tickets or more; 95% interval), and at worst, if every client of a plan missed in the same month."
)
WHY = {
    reasons.NO_COST: "what a technician costs you a month",
    reasons.NO_FEE: "what clients pay: a price of a user for each plan, or fees in the client list",
    reasons.NO_PRICES: "what clients pay: a price of a user for each plan, or fees in the client list",
    reasons.NO_USERS: "how many users each client has: the client list on the page Data holds them",
    reasons.NO_PRICE: "the price of a user for each plan",
    reasons.NO_HANDS_ON: "hands-on minutes of tickets: export that column, too",
    reasons.NO_HOURS: "who worked when: export the technician of each ticket",
}


def hour(hours: float, busy: float, productive: float, cost: str) -> str:
    """What an hour of hands-on work costs, and what that rests on."""
    return (
        f"An hour of hands-on work costs {cost}: a technician is there for {count(hours)} hours a month (leave and"
        f" lunch are out), works for {percent(busy)} of them as learnt from your history, so {count(productive)} hours."
    )


def losing(losing: int, known: int, names: str) -> str:
    """How many clients cost more than they pay."""
    if not known:
        return ""
    if not losing:
        return f"**None of {counted(known, 'client')} costs more in hands-on hours than it pays.**"
    cost, pay = ("costs", "it pays") if losing == 1 else ("cost", "they pay")
    return f"**{count(losing)} of {counted(known, 'client')} {cost} more in hands-on hours than {pay}:** {names}."


def lacks(why: list[str]) -> str:
    """What must be told before there is a figure."""
    told = [WHY.get(reason, reason) for reason in why]
    return f"Not worked out yet. It needs {'; and '.join(dict.fromkeys(told))}." if told else ""


def one_hire(first_year: str, later: str) -> str:
    """What a technician costs."""
    return f"One more technician costs {first_year} a month in the first year and {later} a month afterwards."


def clients_for(clients: float, span: str, of: int, tickets: float, surcharge: str) -> str:
    """How many clients pay for one technician."""
    return (
        f"At {surcharge} **{count(clients)} of {count(of)} new clients pay for one** ({span} in nine of ten orders of"
        f" buying); they bring {percent(tickets)} of your tickets."
    )


def never_for(of: int, surcharge: str) -> str:
    """All clients together do not pay for one."""
    return f"At {surcharge} even all {count(of)} new clients together do not pay for one."


def surcharge_for(uptake: float, amount: str, span: str) -> str:
    """The surcharge that pays for one technician."""
    return f"With {percent(uptake)} of clients it takes a surcharge of {amount} ({span}) to pay for one."
