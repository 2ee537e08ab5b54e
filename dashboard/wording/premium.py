"""Sentences of the page about Premium: hire or not, does it pay, and how sure that is."""

from collections.abc import Sequence

from dashboard.wording.numbers import DASH, count, counted, percent
from models.pricing import reasons
from models.refresh.premium_money import NOBODY_LEFT as NOBODY_TO_COMPARE

NINE = "nine in ten"
# Letters of an interval beside which a card has room for more.
ROOM = 16
PAYS, LOSES, NOISE, UNKNOWN = "pays", "loses", "noise", "unknown"
VERDICTS = {
    PAYS: "it pays",
    LOSES: "it does not pay",
    NOISE: "it may or may not pay: the difference is inside the noise",
    UNKNOWN: "whether it pays cannot be said yet",
}
BADGES = {
    PAYS: ":green-badge[:material/check: It pays]",
    LOSES: ":orange-badge[:material/close: It does not pay]",
    NOISE: ":gray-badge[:material/question_mark: Inside the noise]",
    UNKNOWN: ":gray-badge[:material/edit: Cannot be said yet]",
}
REASONS = {
    reasons.NO_COST: "technician's cost not told",
    reasons.NO_PRICES: "fees not told",
    reasons.TOO_MANY: "more than were tried",
    reasons.NOBODY: "nobody buys",
    NOBODY_TO_COMPARE: "nobody is left without it",
}
NOBODY = "**Nobody buys Premium at this uptake, so it brings nothing and costs nothing.** Move the slider to the right."
NOBODY_LEFT = (
    "Every client would have Premium, so nobody is left without it who could be served as well as today: how many"
    " technicians Premium takes up cannot be told at this uptake."
)
ALREADY_IN = (
    "The income counts all of them: {have} Premium today, and what they pay for it now is not told by your files."
)
NO_CLIENTS = (
    "**No ticket names its client, so nobody can buy Premium.** Export the client's name with each ticket, and load a"
    " client list with plans, users and fees."
)
ONE_UPTAKE = "Exactly the clients that you named have Premium and nobody else, so there is no other uptake to draw."
NOTHING_TO_DRAW = "There is nothing to draw: see above which figure is missing."
SHARES = "Clients who have Premium today come first in every order, so the lines begin together."
FIRST = "First answer, from {runs} simulated futures of three months. The full one follows in a few seconds."
RESTS_ON = (
    "Rests on {runs} simulated futures of three months, drawn from {weeks} weeks of your own history. Each figure is"
    " the middle of its draws, so income less cost need not be exactly what is left."
)
HIRES_HELP = (
    "Technicians that Premium takes up: those needed to serve clients without Premium as well as today, or as well as"
    " your goals ask, less those needed without Premium at all."
)
COST_HELP = (
    "Pay and tools of these technicians; in the first year a twelfth of what a hire costs once, and the months in which"
    " a new one is not up to speed, are part of it."
)
LEFT_HELP = "Premium's income less the cost of the technicians that it takes up. Range: nine draws in ten."
EVEN_HELP = "The smallest surcharge whose income pays for the technicians that Premium takes up."
INCOME_HELP = "What buyers would pay on top of their fees. The range is who buys, where that is not known."
MARGIN_HELP = (
    "What is left of Premium's income after the technicians it takes up, at your surcharge. Band: nine draws in ten."
)
STAIRS_HELP = (
    "The smallest surcharge that pays for the technicians Premium takes up. It jumps with each of them, and sinks while"
    " more clients share one. Band: nine draws in ten."
)
BUYERS_HELP = "In the order in which they buy. What a client would bring is your surcharge on what it pays now."
SHARES_HELP = "The same share of clients can be a small or a large share of your tickets: it depends on who buys first."
WAITS_HELP = (
    "Premium tickets go first, so the others wait longer. Business hours until the first answer, on average; nine draws"
    " in ten lie in the range."
)
STILL = "No figure about hires or Premium's income is shown. What follows rests on your prices and hours alone."
PRIORITY = (
    "The two groups are different clients with different hours and work: compare each with what it is promised. Clients"
    " without Premium pay for it in waiting. Work that has begun is not interrupted, so going first cannot keep a"
    " promise of a few minutes."
)


def headline(hire: float, owed: float, most: int, verdict: str) -> str:
    """Hire or not, and whether it pays; hire is infinite where more than were tried are needed."""
    says = VERDICTS[verdict]
    if hire == float("inf"):
        return f"More than {most} technicians would be needed, more than was tried, so {VERDICTS[UNKNOWN]}"
    if hire != hire:  # noqa: PLR0124 - not a number: nobody is left to compare with
        return f"How many to hire cannot be told, so {VERDICTS[UNKNOWN]}"
    if not hire:
        return f"No hire is needed, {_and(verdict)} {says}"
    owing = f", {count(owed)} of them owed without Premium already" if 0 < owed < hire else ""
    owing = ", owed without Premium already" if owed >= hire else owing
    return f"Hire {counted(int(hire), 'technician')}{owing}, {_and(verdict)} {says}"


def terms(uptake: float, buyers: int, of: int, already: int, surcharge: str) -> str:
    """What is assumed: who buys, at what surcharge."""
    today = f", {count(already)} of them today" if already else ""
    return f"with {percent(uptake)} of clients on Premium ({count(buyers)} of {count(of)}{today}) at {surcharge}"


def account(income: str, hires: float, cost: str, left: str, span: str) -> str:
    """Income, cost and what is left a month."""
    taken = f"the {counted(int(hires), 'technician')} it takes up {'costs' if hires == 1 else 'cost'} {cost}"
    costs = taken if hires else "it takes up no technician"
    return f"Premium brings {income} a month, {costs}, and **{left} a month is left** ({NINE} draws: {span})"


def served(need: float, span: str, base: float, chosen: int, most: int) -> str:
    """How many technicians serve the others as well as today."""
    told = f"more than {most}" if need == float("inf") else count(need)
    many = "technicians serve" if need != 1 else "technician serves"
    without = f"more than {most}" if base == float("inf") else count(base)
    return (
        f"{_capital(told)} {many} clients without Premium as well as today, or as your goals ask ({NINE} draws:"
        f" {span}); without Premium it takes {without}. You have chosen {count(chosen)}."
    )


def odds(share: float, draws: int) -> str:
    """In how many draws it pays."""
    return f"It pays in {percent(share)} of {count(draws)} draws."


def break_even(amount: str, span: str) -> str:
    """The smallest surcharge that pays."""
    return f"The smallest surcharge that pays is {amount} ({NINE} draws: {span})."


def free(most: str) -> str:
    """Where most draws need no technician for Premium; most: the surcharge that pays in nine draws in ten of others."""
    if not most:
        return "It takes up no technician, so any surcharge pays."
    also = "more than any that was tried" if most == DASH else f"up to {most}"
    return f"In most draws it takes up no technician, so any surcharge pays; in others it takes {also}."


def not_known(without: int, buyers: int) -> str:
    """Buyers of whom nothing is known."""
    have = "has no figure to charge on and counts" if without == 1 else "have no figure to charge on and count"
    return f"Up to {count(without)} of these {count(buyers)} buyers {have} as paying nothing."


def asked_for(wanted: Sequence[str]) -> str:
    """Which figures are missing."""
    return f"To say whether it pays, tell {'; and '.join(wanted)}." if wanted else ""


def all_in(already: int) -> str:
    """Clients who have it today are in the income."""
    return ALREADY_IN.format(have="1 client has" if already == 1 else f"{count(already)} clients have")


def _and(verdict: str) -> str:
    return "but" if verdict == UNKNOWN else "and"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def waits(premium: str, standard: str, before: str, cost: str) -> str:
    """What going first is worth, and to whom it falls."""
    return (
        f"**Premium clients get their first answer after {premium} business hours on average, the others after"
        f" {standard}**; without Premium everybody waits {before}. {cost}"
    )


def alike(premium: str, standard: str, before: str, cost: str) -> str:
    """Where the waits of both groups cannot be told apart."""
    return (
        f"**At this uptake Premium clients wait about as long for their first answer as the others: {premium} business"
        f" hours on average against {standard}, a difference inside the noise**; without Premium everybody waits"
        f" {before}. {cost}"
    )


def in_time(premium: float, standard: float) -> str:
    """Shares of first answers in time."""
    return f"In time: {percent(premium)} of Premium's first answers, {percent(standard)} of the others'."


def hours(mean: float, low: float, high: float) -> str:
    """A mean wait with its range: "0.87 (0.79 to 0.95)"."""
    return f"{mean:.2f} ({low:.2f} to {high:.2f})"


def mostly(span: str) -> str:
    """An interval where there is little room."""
    if len(span) > ROOM:
        return span
    return f"9 in 10: {span}" if " " in span else f"{span} in 9 of 10 draws"
