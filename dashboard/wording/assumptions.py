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
NOT_TOLD = "not told"
AS_SHOWN = "as your history shows"
HEADS = "people"
USERS = "users"
WANTED_COST = "what a technician costs you a month"
WANTED_USERS = "how many users each client has (load a client list on the page Data)"
WANTED_PRICES = "the price of a user for each plan (or each client's fee in the client list)"
TECHNICIANS = "Who takes tickets. Left empty: as many as your history shows on most days."
LUNCH = "A usual value; change it to yours."
GOALS = "Widely used goals are 95 for first answers and 90 for resolutions; change them to yours."
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
KINDS = {
    SurchargeKind.PERCENT: "Percent of the fee",
    SurchargeKind.PER_USER: "An amount a user",
    SurchargeKind.PER_CLIENT: "An amount a client",
}
NOTHING = "Nothing was changed, so nothing was saved."
NO_TIERS = "Your client list names no plans, so there is no price by plan to tell: give clients their fee instead."


def usual(said: Sequence[Assumption]) -> str:
    """The usual range of a figure and who says so, in short."""
    ranges = [f"{one.low:g} to {one.high:g} {one.unit}" for one in said if one.low is not None]
    if not said or not ranges:
        return f"{said[0].source[:1].upper()}{said[0].source[1:]}." if said else ""
    return f"Usual: {', or '.join(ranges)} ({_who(said[0].source)})."


def in_full(said: Sequence[Assumption]) -> str:
    """All that others say of a figure."""
    told = [f"{_range(one)}{one.what}" for one in said]
    return f"{'; '.join(told)} ({said[0].source})." if told else ""


def change(label: str, value: float, unit: str) -> str:
    """One figure as it was saved: "A technician: 5,200 USD a month"; 0 is not told."""
    told = f"{value:,.2f}".removesuffix(".00") + f" {unit}" if value else NOT_TOLD
    return plain(f"{label}: {told}")


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
    return f"{one.low:g} to {one.high:g} {one.unit}, " if one.low is not None else ""


def _who(source: str) -> str:
    return "vendors' figures" if source == VENDORS else source
