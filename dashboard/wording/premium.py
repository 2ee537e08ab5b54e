"""Sentences of the page about Premium: hire or not, does it pay, and how sure that is."""

from collections.abc import Sequence

from dashboard.wording.numbers import count, counted, percent
from models.pricing import reasons
from models.refresh.premium_money import NOBODY_LEFT as NOBODY_TO_COMPARE

NINE = "nine in ten futures"
RARE = 0.01
# Letters of an interval beside which a card has no room for more.
ROOM = 15
ANY = "any"
PAYS, LOSES, NOISE, UNKNOWN, NOTHING = "pays", "loses", "noise", "unknown", "nothing"
VERDICTS = {
    PAYS: "and it pays",
    LOSES: "and it does not pay",
    NOISE: "and whether it pays is too close to call",
    UNKNOWN: "but whether it pays cannot be said yet",
}
BADGES = {
    PAYS: ":green-badge[:material/check: It pays]",
    LOSES: ":orange-badge[:material/close: It does not pay]",
    NOISE: ":gray-badge[:material/question_mark: Too close to call]",
    UNKNOWN: ":gray-badge[:material/edit: Cannot be said yet]",
    NOTHING: ":gray-badge[:material/person_off: Nobody new buys]",
}
REASONS = {
    reasons.NO_COST: "technician's cost not told",
    reasons.NO_PRICES: "fees not told",
    reasons.TOO_MANY: "more than were tried",
    reasons.NOBODY: "nobody new buys",
    NOBODY_TO_COMPARE: "nobody is left without it",
}
NOBODY_LEFT = (
    "Every client would have Premium, so nobody is left without it who could be served as well as today: how many"
    " technicians that takes cannot be told."
)
NO_CLIENTS = (
    "**No ticket names its client, so nobody can buy Premium.** Export the client's name with each ticket, and load a"
    " client list with plans, users and fees."
)
ONE_UPTAKE = "The clients that you named have Premium, and those who have it today; so there is no other share to draw."
NOTHING_TO_DRAW = "There is nothing to draw: see above which figure is missing."
SHARES = "Clients who have Premium today come first in every order, so the lines begin together."
FIRST = "A first answer, from {runs} simulated futures of three months. The full one follows in a few seconds."
RESTS_ON = "Rests on {runs} simulated futures of three months, drawn from {weeks} weeks of your own history."
STILL = "No figure about hires or Premium's income is shown. What follows rests on your prices and hours alone."
CHANGE = "Not so? Change it below, under “What these figures rest on”."


def headline(hire: float, owed: float, most: int, verdict: str, spare: int, technicians: int) -> str:
    """Hire or not, and does it pay; hire is infinite where more than were tried are needed.

    spare: of the chosen technicians, so many are there only because of Premium.
    """
    if hire == float("inf"):
        return f"More than {most} technicians would be needed, more than was tried, so {_unsaid()}"
    if hire != hire:  # noqa: PLR0124 - not a number: nobody is left to compare with
        return f"How many to hire cannot be told, so {_unsaid()}"
    says = VERDICTS[verdict]
    if not hire and spare:
        there = "is there" if spare == 1 else "are there"
        return (
            f"You have enough, but {count(spare)} of your {count(technicians)} {there} only because of Premium, {says}"
        )
    if not hire:
        return f"No hire is needed, {says}"
    owing = f", {count(owed)} of them owed already" if 0 < owed < hire else ""
    owing = ", owed already" if owed >= hire else owing
    return f"Hire {counted(int(hire), 'technician')}{owing}, {says}"


def nobody_new(buyers: int, have: int, of: int) -> str:
    """Where nobody new buys, with what to do; have: clients with Premium today."""
    if buyers < have:
        return (
            f"**Fewer clients than have Premium today ({count(buyers)} of {count(of)}; today it is {count(have)}), so"
            " nobody new buys and there is no new money.** Move the slider to the right."
        )
    if not have:
        return "**Nobody buys Premium here, so it brings nothing and costs nothing.** Move the slider to the right."
    return (
        f"**As today: {count(have)} of {count(of)} clients have Premium and nobody new buys, so there is no new"
        " money.** Move the slider to the right."
    )


def paid_today(have: int, *, paid: bool) -> str:
    """Whether the clients who have Premium today pay for it already, and what follows."""
    who = "Your 1 Premium client" if have == 1 else f"Your {count(have)} Premium clients"
    one = have == 1
    if paid:
        does = "pays" if one else "pay"
        return f"{who} {does} the surcharge already, so only new buyers bring new money. {CHANGE}"
    does, counts = ("does", "counts as a new buyer") if one else ("do", "count as new buyers")
    return f"{who} {does} not pay the surcharge yet, so here {'it' if one else 'they'} {counts}, too. {CHANGE}"


def terms(share: float, buyers: int, of: int, already: int, surcharge: str) -> str:
    """What is assumed: who buys, at what surcharge."""
    today = f"; {count(already)} {'has' if already == 1 else 'have'} it today" if already else ""
    return f"with {percent(share)} of clients on Premium ({count(buyers)} of {count(of)}{today}) at {surcharge}"


def brings(new: int, income: str, *, begin: bool) -> str:
    """What those who begin to pay bring a month; begin: some of them have Premium today."""
    who = ("this 1 client" if new == 1 else f"these {count(new)} clients") if begin else _new(new)
    return f"{who} {'brings' if new == 1 else 'bring'} {income} a month"


def costs(hires: float, cost: str, *, cover: bool) -> str:
    """What the technicians beyond today's cost."""
    also = " and the evening cover" if cover else ""
    if not hires:
        return f"the evening cover costs {cost} a month" if cover else "no further technician is needed"
    many = "the technician" if hires == 1 else f"the {count(hires)} technicians"
    verb = "cost" if cover or hires > 1 else "costs"
    return f"{many}{also} it takes {verb} {cost} a month in the first year"


def left(amount: str, span: str, later: str) -> str:
    """What is left a month; later: from the second year on."""
    after = f" From the second year on it is {later}." if later else ""
    return f"**{amount} a month is left**{between(span, amount)}.{after}"


def between(span: str, beside: str) -> str:
    """The interval of a figure in brackets; nothing where it is the figure itself."""
    return "" if span == beside else f" ({NINE}: {span})"


def served(need: float, span: str, base: float, chosen: int, most: int) -> str:
    """How many technicians serve the others as well as today."""
    told, without = (f"more than {most}" if one == float("inf") else count(one) for one in (need, base))
    beside = "" if span == told else f"; {NINE}: {span}"
    return (
        f"You need {told} ({without} without Premium{beside}) so that clients without Premium are served as well as"
        f" today, or as your goals ask; you have {count(chosen)}."
    )


def reach(technicians: int, share: float | None, surcharge: str) -> str:
    """Up to which share of clients so many technicians are enough, None: not even for none; the surcharge there."""
    people = "This 1 technician is" if technicians == 1 else f"These {count(technicians)} technicians are"
    if share is None:
        return f"{people} too few even if nobody has Premium."
    pays = f"; there {surcharge} pays" if surcharge else ""
    return f"{people} enough for up to {percent(share)} of clients with Premium{pays}."


def odds(share: float) -> str:
    """How likely it pays."""
    if share < RARE:
        return "It pays in hardly any future."
    return "It pays in nearly every future." if share > 1 - RARE else f"The chance that it pays is {percent(share)}."


def break_even(amount: str, span: str) -> str:
    """The smallest surcharge that pays."""
    return f"The smallest surcharge that pays is {amount}{'' if amount.startswith(span) else between(span, amount)}."


def free(most: str) -> str:
    """Where most futures need no further technician; most: the surcharge that pays in nine in ten of them."""
    if not most:
        return "It takes no further technician, so any surcharge pays."
    return f"In most futures it takes no further technician, so any surcharge pays; in others it takes up to {most}."


def not_known(without: int, buyers: int) -> str:
    """Buyers of whom nothing is known."""
    have = "has no figure to charge on and counts" if without == 1 else "have no figure to charge on and count"
    return f"Up to {count(without)} of these {counted(buyers, 'buyer')} {have} as paying nothing."


def asked_for(wanted: Sequence[str]) -> str:
    """Which figures are missing."""
    return f"To say whether it pays, tell {'; and '.join(wanted)}." if wanted else ""


def mostly(span: str) -> str:
    """An interval where there is little room: a long one stands alone."""
    if len(span) > ROOM:
        return span
    return f"mostly {span}" if " to " in span or " or " in span else f"almost always {span}"


def _new(new: int) -> str:
    return "the 1 new buyer" if new == 1 else f"the {count(new)} new buyers"


def _unsaid() -> str:
    return VERDICTS[UNKNOWN].removeprefix("but ")
