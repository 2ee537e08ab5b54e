"""The words of plans, of what fails first and of where the hours go."""

from dashboard.wording.names import clock_name
from dashboard.wording.numbers import count, counted, percent, points
from dashboard.wording.safe import plain
from models.desk.decisions import MostGrowth
from models.refresh.plan_results import AS_FORETOLD, BETTER, TOO_EARLY, TOO_FEW, WORSE

NO_PLAN = (
    "No plan is kept yet. Set the what-ifs above, give them a name and keep them: then they stand here side by side,"
    " and once one is done you see whether it did what was foretold."
)
VERDICTS = {
    BETTER: "better than foretold",
    WORSE: "worse than foretold",
    AS_FORETOLD: "as foretold",
    TOO_EARLY: "too early: it takes four whole weeks",
    TOO_FEW: "too few weeks or tickets",
}
FAILS_HELP = (
    "With the technicians and the uptake that you chose: the share of each kind's promises that is kept in 20 futures"
    " of three months, the least kept first. Held to what was measured, as the desk is."
)
ALL_KEPT = "With these technicians every kind of ticket keeps its promises as often as your goals ask."
HOURS_HELP = (
    "Business hours of the average ticket: until its first reply, in hands and on the road, waiting for the client or"
    " others, and answered but not worked on. Of tickets with both times; work is told where hands-on minutes are."
)
REPEAT_HELP = "What comes back most, by the hours that it takes: what to automate or prevent before you hire."
NO_MINUTES = "No ticket tells its hands-on minutes. Export them, and the hours and their cost stand here, too."
ON_CALL_HELP = "Tickets that came in while the company's calendar was closed: what an on-call service would meet."
KEEPABLE_HELP = (
    "The shortest time that Premium tickets keep as often as your goal asks in 19 of 20 futures, when they go first and"
    " nothing else changes, with the technicians and the share of clients that you chose. Times are business time."
)


def fits(found: MostGrowth, clients: int, technicians: int) -> str:
    """How many more clients like today's fit."""
    people = counted(technicians, "technician")
    if found.growth != found.growth:
        return f"With {people} not even today's {count(clients)} clients are served as well as now."
    if found.growth == 0:
        return f"With {people} no more clients fit: with {percent(0.05)} more, those without Premium are served worse."
    more = f"about {counted(round(found.growth * clients), 'more client')}"
    if found.growth >= found.tried:
        return f"With {people} {more} or more fit (twice as many were tried)."
    low = 0.0 if found.low != found.low else found.low
    span = f"{percent(low)} to {percent(found.high)}"
    return (
        f"With {people} {more} like today's fit ({percent(found.growth)} more; {span}) until those without Premium are"
        " served worse than now, or than your goal asks."
    )


def came(clock: str, row: dict[str, float | str]) -> str:
    """One clock of a plan that was done."""
    name, verdict = clock_name(clock), VERDICTS[str(row["verdict"])]
    if row["why_none"]:
        return f"{name}: {verdict}."
    before, after = float(row["before"]), float(row["after"])
    luck = "" if row["beyond_luck"] else ", which may be luck"
    return (
        f"{name}: {percent(before, digits=1)} of {count(float(row['before_tickets']))} tickets in time before,"
        f" {percent(after, digits=1)} of {count(float(row['after_tickets']))} after: {points(after - before)}"
        f" ({points(float(row['low']))} to {points(float(row['high']))}){luck}; {verdict}."
    )


def long_times(tier: str, why: str) -> str:
    """Why a plan's times are long; why: a sentence about its hours."""
    return (
        f"{plain(tier)}'s times are long for a reason. {why} Tickets that come in outside these wait for the morning."
    )


def kept(name: str) -> str:
    """A plan was kept."""
    return f"{plain(name)} is kept."


def repeated(issue_type: str, hours: float, share: float, tickets: float) -> str:
    """What takes the most hours."""
    return (
        f"**{plain(issue_type)}** takes the most: {count(hours)} hours a month, {percent(share)} of all that is told,"
        f" for {counted(round(tickets), 'ticket')} a month."
    )
