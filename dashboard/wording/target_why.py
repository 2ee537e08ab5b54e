"""Why a target is proposed: sentences that an owner can read to a client."""

from datetime import date

from dashboard.wording.numbers import FEWEST, count, counted, percent
from dashboard.wording.targets import span

SAME = 0.05
USUAL = "This is the kind of ticket that all others are compared with."


def jobs(kept: float, time: str) -> str:
    """What can be said to a client."""
    return f"Of 100 jobs like this, counting those still open, {kept * 100:.0f} would be done within {time}."


def factor(times: float, this: str, other: str) -> str:
    """How much longer or shorter one kind of job takes than the same job with one thing changed."""
    if abs(times - 1) <= SAME:
        return f"{this} takes as long as {other}."
    if times > 1:
        return f"{this} takes {times:.1f} times as long as {other}."
    return f"{this} takes {percent(times)} of the time of {other}."


def between(span: str) -> str:
    """How sure a proposal is."""
    return f"So many tickets tell no more than that: with other luck the proposal could have been {span}."


def late_of_line(held: str, late: int, judged: int, ends: tuple[float, float], since: date | None = None) -> str:
    """Today's target of a line, how its tickets fared under it, and between what that lies but for luck."""
    known = f"{percent(late / judged)}; but for luck {percent(ends[0])} to {percent(ends[1])}"
    share = f" ({known})" if judged >= FEWEST else ", too few for a share"
    tickets = counted(judged, "such ticket")
    return f"Today you promise {held}: of {tickets} {span(since)}, {count(late)} are late{share}."


def with_yours(time: str, kept: float) -> str:
    """What the owner's own target would come to."""
    return f"With yours, {time}, it would be {kept * 100:.0f} of 100."


def own_promise(time: str, share: str) -> str:
    """The exact time before it is rounded up to a step of the contract."""
    return f"On its own, {share} of this kind of ticket would be done within {time}."


def leans(tickets: int) -> str:
    """Too few tickets of its own."""
    are = "is" if tickets == 1 else "are"
    return f"There {are} only {counted(tickets, 'such ticket')}, so this leans on work that is like it."
