"""Sentences of the page about turnaround times."""

from collections.abc import Callable

from dashboard.wording.numbers import count, counted, percent

Interval = Callable[[float, float], tuple[float, float]]

DONE = {"first_response": "had their first reply", "resolution": "were resolved"}
DIFFERS = 0.05
NOBODY_APART = "No issue type stands out beyond luck."


def answer(
    clock: str, tickets: int, since: str, half: str, nine: str, late: tuple[float, float, float] | None, goal: float
) -> str:
    """How long does work really take? `late` is a share with its interval: a difference inside it is none."""
    told = (
        f"**Half of the {counted(tickets, 'ticket')} {since} {DONE[clock]} within {half}, nine in ten within {nine}.**"
    )
    if late is None:
        return told
    share, low, high = late
    side = "more than" if low > goal else "less than" if high < goal else "about"
    return f"{told} {percent(share, beside=goal)} missed their target, {side} the {percent(goal)} that you accept."


def running(still_open: int, naive: float | None, with_open: float | None, said: tuple[str, str]) -> str:
    """Where open tickets change the answer."""
    if not still_open or naive is None or with_open is None or abs(with_open - naive) <= DIFFERS * with_open:
        return ""
    verb = "ticket is" if still_open == 1 else "tickets are"
    return f"{count(still_open)} {verb} still open: left out, nine in ten would seem to need {said[0]}, not {said[1]}."


def worst(name: str, late: int, judged: int, low: float, high: float) -> str:
    """The segment that is late beyond luck; its name is Markdown already."""
    share = f"{percent(late / judged)}, {percent(low)} to {percent(high)}"
    return f"**Worst: {name}: {count(late)} of {count(judged)} late** ({share})."


def slowest(name: str, tickets: int, nine: str | None) -> str:
    """The segment that takes longest; nine: none where nine in ten are not done yet. Its name is Markdown already."""
    of = f"({counted(tickets, 'ticket')})"
    if nine is None:
        return f"**Slowest: {name}: nine in ten are not done yet**, so how long they take cannot be said {of}."
    return f"**Slowest: {name}: nine in ten take up to {nine}** {of}."


def least_kept(tier: str, share: str, nine: str, *, fits: bool) -> str:
    """What the curve says about the tier whose promise fits least."""
    if fits:
        return (
            f"**The promise fits every tier.** The least kept: {tier}, where {share} make it; nine in ten need {nine}."
        )
    return f"**{tier}: {share} make it; nine in ten would need {nine}.**"


def left_out(number: int) -> str:
    """Issue types that the picture has no room for."""
    return (
        f"{counted(number, 'issue type')} with fewer tickets {'is' if number == 1 else 'are'} in the table below."
        if number
        else ""
    )


def shown_of(shown: int, of: int) -> str:
    """How much of a table is on screen."""
    return f"{count(shown)} of {counted(of, 'segment')}"
