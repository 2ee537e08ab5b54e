"""The words of the what-ifs about people and Premium."""

from dashboard.wording.numbers import percent
from models.desk.handling import Rule
from models.uptake import Who
from pipelines.prices import SurchargeKind

PEOPLE = "Whom you employ. Today's number stands in your settings, or is how many the history shows on most days."
UPTAKE = "The share of clients that have bought Premium Response."
SURCHARGE = {
    SurchargeKind.PERCENT: "Surcharge (% of the fee)",
    SurchargeKind.PER_USER: "Surcharge (a user a month)",
    SurchargeKind.PER_CLIENT: "Surcharge (a client a month)",
}
SURCHARGE_HELP = "What Premium Response costs a client a month on top of its fee."
WHO = {
    Who.RANDOM: "Any of them",
    Who.BUSIEST: "Those with most tickets",
    Who.SMALLEST: "Those with fewest tickets",
    Who.BEST_FIT: "Those who pay most for a ticket",
}
RULES = {
    Rule.PREMIUM_FIRST: "Premium first",
    Rule.EARLIEST_DUE: "The one that is due first",
    Rule.FIRST_COME: "First come, first served",
}
COVER = "So many of your technicians also work after closing time, for Premium and the most urgent tickets alone."
AWAY = "So many of them are away all the time, such as on leave or ill."
PILE = "The months begin with the tickets that are open now, in place of usual weeks that lead up to them."
UNFILTERED = "The filters in the side bar do not apply here: your people serve all clients and all kinds of ticket."


def clients_with_premium(today: float) -> str:
    """The label of the slider, with the exact share of today, which lies between its steps."""
    return f"Clients with Premium (today {percent(today)})"
