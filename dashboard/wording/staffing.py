"""Sentences of the page about staffing: who is needed, what is kept, what Premium costs the others."""

from math import isfinite, isinf, isnan

from dashboard.wording.names import clock_name
from dashboard.wording.numbers import DASH, count, counted, percent, signed
from dashboard.wording.safe import plain, shown
from dashboard.wording.times import brief

HOUR = 3600
ALL_HOURS = 167.5
NOBODY = "nobody left to compare"
BRACKETS = (
    "As well as today: no plan loses more than a point of first replies or resolutions in time, or all reach your goal."
    " In brackets: where nine in ten simulations lie; without brackets they all agree."
)
NEVER = "never = the desk never catches up with its work"
BUSY = "Busy: of hours on duty, lunch and absence taken out. Vendors call 70% to 80% usual: their figure, not a measured one."
NO_ONE_MORE = "One more than these was not tried: choose fewer technicians to see what the next hire changes."
NO_CLIENTS = (
    "No ticket of your history names its client, so nobody can buy Premium here. An export with the client of each"
    " ticket adds the question what happens when some of them buy."
)
FUTURES = (
    "Both meet the same 20 futures of three months. Between: nine in ten of these futures. Grey: the change could as"
    " well be none."
)
WAITS_HELP = (
    "Mean business hours until the first reply, in the client's own business hours. Bands: 90 % intervals. Nothing is"
    " drawn where a group has fewer than 30 tickets in three months, or where the desk never catches up."
)
NEED_HELP = "So many serve clients without Premium as well as today. Band: where nine in ten simulations lie."
BY_PLAN = "What every plan gets with today's technicians and no further Premium"
WAITS_AXES = "Across: share of clients with Premium. Up: mean business hours to the first reply."
STAIRS_AXES = "Across: share of clients with Premium. Up: technicians."
STAIRS = "So many serve clients without Premium as well as today."
OWED_HELP = (
    "For every promise: technicians with whom nine months in ten keep what was promised to every plan. Owed already:"
    " those beyond today's, before anybody buys Premium."
)
MEASURES = {
    "all": "Chance that a month keeps every promise",
    "possible": "…every promise that can be kept",
    "first_response": "First replies in time",
    "resolution": "Resolutions in time",
}


def people(number: float, most: int) -> str:
    """8 -> "8"; more than were tried -> "more than 12"; nobody to compare with -> a dash."""
    if isnan(number):
        return DASH
    return count(number) if isfinite(number) else f"more than {most}"


def between(low: float, high: float, most: int) -> str:
    """8, 9 -> "8 to 9"; the same twice -> that one alone."""
    first, last = people(low, most), people(high, most)
    return first if first == last else f"{first} to {last}"


def needed(number: float, low: float, high: float, most: int) -> str:
    """8, 8, 9 -> "8 (8 to 9)"; brackets only where simulations differ."""
    told, span = people(number, most), between(low, high, most)
    return told if span == told else f"{told} ({span})"


def added(number: float, low: float, high: float) -> str:
    """1, 0, 2 -> "1 (0 to 2)"; not known -> a dash."""
    if not isfinite(number):
        return DASH
    first, last = (count(end) if isfinite(end) else "not known" for end in (low, high))
    return count(number) if first == last == count(number) else f"{count(number)} ({first} to {last})"


def with_whom(technicians: int, uptake: float) -> str:
    """Such as "With 7 technicians and 30% of clients on Premium"."""
    told = f"With {counted(technicians, 'technician')} and"
    return f"{told} {percent(uptake)} of clients on Premium" if uptake > 0 else f"{told} no Premium"


def verdict(technicians: int, uptake: float, need: tuple[float, float, float], most: int) -> str:
    """Whether a hire is needed, and why; `need`: technicians with low and high."""
    number, _, high = need
    start, others = with_whom(technicians, uptake), "clients without Premium" if uptake > 0 else "clients"
    if isnan(number):
        return f"**{start} nobody is left without it: there is no one to compare with today.**"
    if isinf(number):
        return (
            f"**{start}, {others} are served worse than today, and so they are with any number up to {count(most)}.**"
        )
    if number > technicians:
        more = counted(int(number) - technicians, "technician")
        told = f"**{start}, {others} are served worse than today: hire {more}.**"
        return f"{told} It takes {needed(*need, most)} to serve them as well as today."
    told = f"**{start}, {others} are served as well as today: no further hire is needed for that.**"
    return told if high <= technicians else f"{told} It may take up to {people(high, most)}."


def reach(technicians: int, until: float, beyond: float | None, need: tuple[float, float, float], most: int) -> str:
    """Up to which uptake so many are enough, and what the next one needs; beyond None: enough wherever tried."""
    are = f"{counted(technicians, 'technician')} {'is' if technicians == 1 else 'are'} enough"
    if beyond is None:
        return f"{are} up to the largest share of clients that was tried, {percent(until)}."
    buys = f"while up to {percent(until)} of clients buy" if until > 0 else "only while nobody buys"
    return f"{are} {buys}; from {percent(beyond)} on you need {needed(*need, most)}."


def kept(replies: tuple[float, float, float, float] | None, solved: tuple[float, float, float, float] | None) -> str:
    """The share of promises kept of both clocks, each as share, low, high, goal."""
    told = [
        f"{percent(own[0], beside=own[3])} of {name} ({percent(own[1])} to {percent(own[2])}; goal {percent(own[3])})"
        for own, name in ((replies, "first replies"), (solved, "resolutions"))
        if own is not None
    ]
    return f"In time then: {' and '.join(told)}." if told else ""


def caused(number: float, low: float, high: float, without: float, most: int) -> str:
    """What Premium adds to serve the others as today, apart from what is needed without it."""
    if not isfinite(number):
        return ""
    alone = f"Without Premium it takes {people(without, most)} to serve everybody as today"
    return f"{alone}; Premium adds {added(number, low, high)}." if number or high else f"{alone}; Premium adds none."


def owed(
    without: tuple[float, float, float], today: int, adds: tuple[float, float, float] | None, most: int, aside: str
) -> str:
    """Hires owed already without Premium, for nine good months in ten; `aside`: what was set aside, if anything."""
    which = f"every promise other than {aside}" if aside else "every promise"
    if not isfinite(without[0]):
        told = f"Even without Premium, no number up to {count(most)} keeps {which} in nine months of ten"
        return f"{told}: Premium is not the cause, and a hire alone is not the cure."
    more = max(int(without[0]) - today, 0)
    hires = f"**{counted(more, 'hire')} {'is' if more == 1 else 'are'} owed already**" if more else "no hire is owed"
    told = f"To keep {which} in nine months of ten takes {needed(*without, most)} without Premium: {hires}"
    return f"{told}; Premium adds {added(*adds)}." if adds and isfinite(adds[0]) else f"{told}."


def hopeless(whose: str, share: tuple[float, float, float], goal: float, promised: float, most: int) -> str:
    """A promise that no number of technicians keeps; share: kept with the most, low, high."""
    told = f"{percent(share[0], beside=goal)} ({percent(share[1])} to {percent(share[2])})"
    return (
        f"**No hire keeps {whose}:** even {count(most)} technicians keep it for {told} of"
        f" {counted(round(promised), 'ticket')} in three months; the goal is {percent(goal)}."
    )


def its_hours(share: float, hours: tuple[float, float], company: float, *, on_call: bool) -> str:
    """Why: its clocks run while nobody works; the shortest and longest of its hours and the company's, a week."""
    shortest, longest = ("all 168" if own >= ALL_HOURS else count(own) for own in hours)
    run = longest if shortest == longest else f"{shortest} to {longest}"
    but = "; outside these only somebody on call is fetched for the most urgent" if on_call else ""
    return (
        f"For {percent(share)} of its tickets the clock runs {run} hours a week, while your technicians' week has"
        f" {count(company)}{but}."
    )


def whose(tier: str, clock: str) -> str:
    """Such as "Platinum's first reply"."""
    name = clock_name(clock).lower()
    return f"{plain(tier)}'s {name}" if tier else f"the {name}" if clock else ""


def listed(names: list[str]) -> str:
    """Such as "Gold's resolution, Platinum's first reply and Platinum's resolution"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def plan(tier: str, *, premium: bool) -> str:
    """For tables: "Platinum, Premium"."""
    return ", ".join(filter(None, (shown(tier) or "All", "Premium" if premium else "")))


def hours_of(hours: float) -> str:
    """Business hours as "45 min" or "1.2 h"."""
    return brief(hours * HOUR)


def spread(hours: float, low: float, high: float) -> str:
    """Such as "45 min (43 min to 46 min)"."""
    return f"{hours_of(hours)} ({hours_of(low)} to {hours_of(high)})"


def waits(technicians: int, uptake: float, before: str, after: str, *, differs: bool) -> str:
    """What clients without Premium lose, from no Premium to an uptake."""
    told = (
        f"With {counted(technicians, 'technician')}, clients without Premium wait {before} of business time for the"
        f" first reply while nobody has Premium, and {after} when {percent(uptake)} of clients have it."
    )
    return f"**{told}**" if differs else f":gray[{told} The intervals overlap: no difference can be told.]"


def premium_waits(standard: str, premium: str) -> str:
    """What Premium clients get for it."""
    return f"Premium clients wait {premium} then, the others {standard}."


def uncertain(text: str, *, certain: bool) -> str:
    """Grey where it may be luck."""
    return text if certain else f":gray[{text}]"


def change(points: float, low: float, high: float) -> str:
    """Such as "+2.6 to +6.4 pts"."""
    return f"{signed(low * 100)} to {signed(high * 100)} pts" if isfinite(points) else DASH


def one_more(technicians: int, uptake: float) -> str:
    """Above the table of what the next hire changes."""
    at = f"at {percent(uptake)} of clients on Premium" if uptake > 0 else "without Premium"
    return f"From {count(technicians)} to {counted(technicians + 1, 'technician')}, {at}."


def rule(technicians: float, hours: float, weekly: float) -> str:
    """The field's rule of thumb beside ours, and why it differs."""
    return (
        f"The field's rule of thumb says {technicians:.1f} technicians: {hours:.2f} hours a ticket ×"
        f" {count(weekly)} tickets a week ÷ 40 hours ÷ 75% busy. It knows no promises, peaks, leave or queues, so it"
        " cannot tell whether a promise is kept."
    )


def grid_goal(name: str, goal: float) -> str:
    """Under the grid: what its colours mean."""
    of = "of months" if name in {"all", "possible"} else "in time"
    aim = f"Teal: surely {percent(goal)} {of} or more. Orange: surely less."
    return f"{aim} Grey: cannot be told. Outlined: what you chose."


def set_aside(names: str) -> str:
    """Which promises a chance leaves out."""
    return f"Set aside, as no number of technicians keeps them: {names}."


def same_everywhere(share: float) -> str:
    """Instead of a wall of equal cells."""
    return f"It is {percent(share)} in every cell: neither hiring nor Premium changes it."
