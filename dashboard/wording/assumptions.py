"""The words of what figures rest on."""

from collections.abc import Sequence

from dashboard.wording.numbers import counted
from dashboard.wording.safe import plain
from models.pricing.assumptions import VENDORS, Assumption
from pipelines.prices import SurchargeKind

PEOPLE, COSTS, PRICES, CREDITS = (
    "People",
    "What a technician costs",
    "What clients pay",
    "What a missed promise gives back",
)
# Others' figures are in US dollars, whatever the owner's currency is; a month of full-time pay has so many hours.
DOLLAR, PAID_HOURS = "$", 165
NOT_TOLD = "not told"
AS_SHOWN = "as your history shows"
HEADS = "people"
USERS = "users"
WANTED_COST = "what a technician costs you a month"
WANTED_USERS = "how many users each client has (load a client list on the page Data)"
WANTED_PRICES = "the price of a user for each plan (or each client's fee in the client list)"
TECHNICIANS = "Who takes tickets. Left empty: as many as your history shows on most days."
LUNCH = "A usual value; change it to yours."
GOALS = "Widely used goals are 95 for first replies and 90 for resolutions; change them to yours."
TOOLS = "Licences and tools. No figure that would fit every firm was found; ask your invoices."
HELP = (
    "Everything that you can change here. An empty field is not told, and nothing is worked out from it. What was"
    " learnt from your history stands below."
)
UNITS = {
    SurchargeKind.PERCENT: "% of the fee",
    SurchargeKind.PER_USER: "{currency} a user a month",
    SurchargeKind.PER_CLIENT: "{currency} a client a month",
}
PAID = {True: "Yes, they pay it already", False: "No, not yet"}
PAID_LABEL = "Do today's Premium clients pay it?"
PAID_HELP = "If they do, only new buyers bring new money. If they do not yet, they count as new buyers, too."
KINDS = {
    SurchargeKind.PERCENT: "Percent of the fee",
    SurchargeKind.PER_USER: "An amount a user",
    SurchargeKind.PER_CLIENT: "An amount a client",
}
NOTHING = "Nothing was changed, so nothing was saved."
NO_TIERS = "Your client list names no plans, so there is no price by plan to tell: give clients their fee instead."


def usual(said: Sequence[Assumption]) -> str:
    """The usual range of a figure and who says so, in short."""
    ranges = [_span(one) for one in said if one.low is not None]
    if not said or not ranges:
        return f"{said[0].source[:1].upper()}{said[0].source[1:]}." if said else ""
    dollars = " in US dollars" if any(DOLLAR in one.unit for one in said) else ""
    return f"Usual{dollars}: {', or '.join(ranges)} ({_who(said[0].source)})."


def in_full(said: Sequence[Assumption]) -> str:
    """All that others say of a figure."""
    told = [f"{_range(one)}{one.what}" for one in said]
    return f"{'; '.join(told)} ({said[0].source})." if told else ""


def change(label: str, value: float, unit: str) -> str:
    """One figure as it was saved: "A technician: 5,200 USD a month"; 0 is not told."""
    told = f"{value:,.2f}".removesuffix(".00") + f" {unit}" if value else NOT_TOLD
    return plain(f"{label}: {told}")


def choice(value: str) -> str:
    """What was picked from a list, as it was saved."""
    paid = {"true": "Today's Premium clients pay it already", "false": "Today's Premium clients do not pay it yet"}
    return paid[value] if value in paid else KINDS[SurchargeKind(value)]


def saved(changes: Sequence[str]) -> str:
    """What was saved."""
    return f"Saved. {'; '.join(changes)}." if changes else NOTHING


def learnt(technicians: int, weeks: int, tickets: int, effort: str) -> str:
    """What was learnt from the history."""
    return (
        f"Learnt from {counted(tickets, 'ticket')} in {counted(weeks, 'whole week')} with"
        f" {counted(technicians, 'technician')}: who is there when, what comes in, how long work takes. Hands-on"
        f" time is told for {effort} of tickets; where it is not, it is what explains the waiting."
    )


def label(name: str, unit: str) -> str:
    """A field's label with its unit."""
    return f"{plain(name)} ({plain(unit)})"


def _range(one: Assumption) -> str:
    return f"{_span(one)}, " if one.low is not None else ""


def _span(one: Assumption) -> str:
    """The usual range in plain words; what is told by the hour is told by the month, too."""
    unit = one.unit.replace(f"{DOLLAR} ", "")
    if unit != "an hour" or one.low is None or one.high is None:
        return f"{one.low:g} to {one.high:g} {unit}"
    low, high = (round(PAID_HOURS * end, -2) for end in (one.low, one.high))
    month = f"about {low:,.0f} to {high:,.0f} a month of {PAID_HOURS} paid hours"
    return f"{one.low:g} to {one.high:g} {unit} ({month})"


def _who(source: str) -> str:
    return "vendors' figures" if source == VENDORS else source
