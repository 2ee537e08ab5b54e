"""Sentences about hiring: who is needed, what is kept, what is owed already, what nobody keeps."""

from collections.abc import Sequence
from math import isfinite, isinf, isnan

from dashboard.wording.names import clock_name
from dashboard.wording.numbers import DASH, count, counted, percent
from dashboard.wording.safe import plain, shown

ALL_HOURS = 167.5
NOBODY = "nobody left to compare"
POINT = 0.01
CLOCKS = {"first_response": "first replies", "resolution": "resolutions"}
MORE = "More about this"
PREMIUM = "What it costs and brings"
BRACKETS = (
    "As well as today: no plan loses more than a point of first replies or resolutions in time, or all reach your goal."
    " In brackets: where nine in ten simulations lie; without brackets they all agree."
)
BUSY = (
    "The cards are simulated. Busy: of hours on duty, lunch and absence taken out. Vendors call 70% to 80%"
    " usual; that is their figure, not a measured one."
)


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


def with_whom(technicians: int, uptake: float | None) -> str:
    """Such as "with 7 technicians and 30% of clients on Premium"; None where nobody could buy."""
    told = f"with {counted(technicians, 'technician')}"
    if uptake is None:
        return told
    return f"{told} and {percent(uptake)} of clients on Premium" if uptake > 0 else f"{told} and no Premium"


def verdict(technicians: int, uptake: float | None, need: tuple[float, float, float], most: int) -> str:
    """Whether a hire is needed, and why; `need`: technicians with low and high."""
    number, _, high = need
    start, others = with_whom(technicians, uptake), _others(uptake)
    if isnan(number):
        return f"**{_upper(start)} nobody is left without it: there is no one to compare with today.**"
    if isinf(number):
        return f"**No number up to {count(most)} is enough: {start}, {others} are served worse than today.**"
    if number > technicians:
        more = counted(int(number) - technicians, "technician")
        return f"**Hire {more}: {start}, {others} are served worse than today.** You need {needed(*need, most)}."
    told = f"**No hire is needed: {start}, {others} are served as well as today.**"
    return told if high <= technicians else f"{told} It may take up to {people(high, most)}."


def never(technicians: int, uptake: float | None, need: tuple[float, float, float], most: int) -> str:
    """The desk never catches up; what it takes to serve the others as today, where that is known."""
    told = f"**{_upper(with_whom(technicians, uptake))} the desk never catches up with its work.**"
    if not isfinite(need[0]):
        return told
    return f"{told} It takes {needed(*need, most)} to serve {_others(uptake)} as well as today."


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _others(uptake: float | None) -> str:
    return "clients without Premium" if uptake else "clients"


def reach(technicians: int, until: float, beyond: float | None, need: tuple[float, float, float], most: int) -> str:
    """Up to which uptake so many are enough, and what the next one needs; beyond None: enough wherever tried."""
    if beyond is None:
        are = f"{counted(technicians, 'technician')} {'is' if technicians == 1 else 'are'} enough"
        return f"{are} up to the largest share of clients that was tried, {percent(until)}."
    more = f"From {percent(beyond)} of clients on you need {needed(*need, most)}"
    return f"{more}." if until > 0 else f"{more}; {count(technicians)} are enough only while nobody buys."


def until(technicians: int, share: float) -> str:
    """Where a hire is needed: up to which uptake it is not."""
    if share > 0:
        return f"Up to {percent(share)} of clients, {count(technicians)} {'is' if technicians == 1 else 'are'} enough."
    return f"Only while nobody buys, {count(technicians)} {'is' if technicians == 1 else 'are'} enough."


def kept(told: list[tuple[str, float, float, float | None]]) -> str:
    """What is in time when simulated: clock, share, goal, and the measured share (None: not measured)."""
    parts = [
        f"{percent(share, beside=goal)} of {CLOCKS.get(clock, clock)} (goal {percent(goal)}{_measured(measured, goal)})"
        for clock, share, goal, measured in told
    ]
    return f"In time then, simulated: {' and '.join(parts)}." if parts else ""


def _measured(share: float | None, goal: float) -> str:
    return "" if share is None else f"; measured so far {percent(share, beside=goal)}"


def missed(tiers: list[str], hours: float | None, just: list[str]) -> str:
    """Promises that no number of technicians keeps, in one sentence; hours: of the technicians' week, where it is why.

    just: promises that miss their goal by less than a point.
    """
    close = f"{_upper(listed(just))} {'is' if len(just) == 1 else 'are'} just missed" if just else ""
    if not tiers:
        return f"**{close} with any headcount.** Leave it so, or change the promise a little." if just else ""
    named = [plain(tier) for tier in tiers if tier]
    whose = f"{listed(named)} promises" if named else "Some promises"
    told = f"**{whose} are missed with any headcount**"
    also = f" {close}." if close else ""
    if hours is None:
        return f"{told}: more people do not mend it, another promise would.{also}"
    return (
        f"{told}: their clock runs evenings or nights, your people work {count(hours)} h a week. Try evening cover"
        f" under *More what-ifs*, or change the promise.{also}"
    )


def caused(number: float, low: float, high: float, without: float, most: int) -> str:
    """What Premium adds to serve the others as today, apart from what is needed without it."""
    if not isfinite(number):
        return ""
    alone = f"Without Premium it takes {people(without, most)} to serve everybody as today"
    return (
        f"{alone}; Premium adds {added(number, low, high)}."
        if number > 0 or high > 0
        else f"{alone}; Premium adds none."
    )


def owed(
    without: tuple[float, float, float], today: int, adds: tuple[float, float, float] | None, most: int,
    aside: str, *, named: bool = True,
) -> str:  # fmt: skip
    """Hires owed already without Premium, for nine good months in ten.

    aside: what was set aside, if anything; named: whether anybody could buy Premium.
    """
    which = f"every promise other than {aside}" if aside else "every promise"
    if not isfinite(without[0]):
        told = f"no number up to {count(most)} keeps {which} in nine months of ten"
        if not named:
            return f"{told[0].upper()}{told[1:]}: a hire alone is not the cure."
        return f"Even without Premium, {told}: Premium is not the cause, and a hire alone is not the cure."
    more = max(int(without[0]) - today, 0)
    hires = f"**{counted(more, 'hire')} {'is' if more == 1 else 'are'} owed already**" if more else "no hire is owed"
    it_takes = f"takes {needed(*without, most)}{' without Premium' if named else ''}"
    told = f"To keep {which} in nine months of ten {it_takes}: {hires}"
    return f"{told}; Premium adds {added(*adds)}." if adds and isfinite(adds[0]) else f"{told}."


def hopeless(whose: str, share: tuple[float, float, float], goal: float, promised: float, most: int) -> str:
    """A promise that no number of technicians keeps; share: kept with the most, low, high."""
    told = f"{percent(share[0], beside=goal)} ({percent(share[1])} to {percent(share[2])})"
    start = f"{_upper(whose)} is just missed" if just_missed(share[0], goal) else f"No hire keeps {whose}"
    return (
        f"**{start}:** {count(most)} simulated technicians keep it for {told} of"
        f" {counted(round(promised), 'ticket')} in three months; the goal is {percent(goal)}."
    )


def just_missed(share: float, goal: float) -> bool:
    """Whether a goal is missed by less than a point."""
    return 0 < goal - share < POINT


def its_hours(share: float, hours: tuple[float, float], company: float, *, on_call: bool) -> str:
    """Why: its clocks run while nobody works; the shortest and longest of its hours and the company's, a week."""
    shortest, longest = (count(own) for own in hours)
    run = f"{shortest} to {longest}" if shortest != longest else "all 168" if hours[0] >= ALL_HOURS else longest
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


def today(missed: Sequence[tuple[str, float, float]]) -> str:
    """What is missed before anybody buys Premium; clock, share in time, goal."""
    told = [f"{CLOCKS[clock]} {percent(share, beside=goal)} (goal {percent(goal)})" for clock, share, goal in missed]
    goals = "a goal" if len(told) == 1 else "your goals"
    return f"**You miss {goals} today**, in time over the whole history: {' and '.join(told)}."
