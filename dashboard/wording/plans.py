"""The words of plans, of what fails first and of where the hours go."""

from math import isnan

from dashboard.wording.numbers import count, counted, percent, signed
from dashboard.wording.safe import plain
from models.desk.decisions import MostGrowth
from models.refresh.plan_results import AS_FORETOLD, BETTER, CANNOT_TELL, TOO_EARLY, TOO_FEW, WORSE

NO_PLAN = (
    "No plan is kept yet. Set the what-ifs above, give them a name and keep them: then they stand here side by side,"
    " and once one is done you see whether it did what was foretold."
)
CLOCKS = {"first_response": "First replies", "resolution": "Resolutions"}
NOTE, NEW, ITS_HIRES = "Mind", "New Premium", "More technicians and evening cover"
HINDSIGHT = (
    "This plan was kept after the day on which it was done, so what it foretold already knew some of what came. It is"
    " no proof."
)
VERDICTS = {
    BETTER: "better than foretold",
    WORSE: "worse than foretold",
    AS_FORETOLD: "as foretold",
    CANNOT_TELL: "too uncertain to judge",
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


def fits(found: MostGrowth, clients: int, technicians: int, uptake: float) -> str:
    """How many more clients like today's fit; uptake: the share of clients with Premium."""
    have = f"if {percent(uptake)} of clients have Premium" if uptake else "if nobody has Premium"
    people, others = f"With {counted(technicians, 'technician')}, {have},", "those without it" if uptake else "they"
    if found.growth != found.growth:
        return f"{people} not even today's {count(clients)} clients are served as well as now."
    if found.growth == 0:
        return f"{people} no more clients fit: with {percent(0.05)} more, {others} are served worse."
    more = f"about {counted(round(found.growth * clients), 'more client')}"
    if found.growth >= found.tried:
        return f"{people} {more} or more fit (twice as many were tried)."
    low = 0.0 if found.low != found.low else found.low
    return (
        f"{people} {more} like today's fit ({_more(found.growth, low, found.high)}) until {others} are served worse"
        " than now, or than your goal asks."
    )


def _more(growth: float, low: float, high: float) -> str:
    """Such as "10% more; 5% to 10%"."""
    told, ends = percent(growth), (percent(low), percent(high))
    return f"{told} more" if ends == (told, told) else f"{told} more; {ends[0]} to {ends[1]}"


def came(clock: str, row: dict[str, float | str]) -> str:
    """One clock of a plan that was done: what was foretold beside what came."""
    name, verdict = CLOCKS.get(clock, clock), VERDICTS[str(row["verdict"])]
    if row["why_none"]:
        return f"**{name}:** {verdict}."
    before, after = float(row["before"]), float(row["after"])
    span = f"{signed(100 * float(row['low']))} to {signed(100 * float(row['high']))}"
    change = f"came out {signed(100 * (after - before))} points ({span})"
    told = row.get("foretold")
    foretold = "" if told is None or float(told) != float(told) else f"foretold {signed(100 * float(told))}, "
    return (
        f"**{name}:** {foretold}{change}: **{verdict}**. In time: {percent(before, digits=1)} of"
        f" {counted(int(row['before_tickets']), 'ticket')} before, {percent(after, digits=1)} of"
        f" {counted(int(row['after_tickets']), 'ticket')} after."
    )


def long_times(tier: str, why: str) -> str:
    """Why a plan's times are long; why: a sentence about its hours."""
    return (
        f"{plain(tier)}'s times are long for a reason. {why} Tickets that come in outside these wait for the morning."
    )


def kept(name: str) -> str:
    """A plan was kept."""
    return f"{plain(name)} is kept."


def after_hours(closed: int, tickets: int, months: float, hours: float) -> str:
    """What came in while the company was closed, in the whole history; hours of work missing where none is told."""
    work = "" if isnan(hours) else f", {count(hours / months)} hours of hands-on work a month"
    return (
        f"**{count(closed)} of {counted(tickets, 'ticket')} ({percent(closed / tickets)}) came in while you were"
        f" closed**, in your whole history of {counted(round(months), 'month')}: about {count(closed / months)} a"
        f" month{work}."
    )


def repeated(issue_type: str, hours: float, share: float, tickets: float) -> str:
    """What takes the most hours."""
    return (
        f"**{plain(issue_type)}** takes the most: {count(hours)} hours a month, {percent(share)} of all that is told,"
        f" for {counted(round(tickets), 'ticket')} a month."
    )
