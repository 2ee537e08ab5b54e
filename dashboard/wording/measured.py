"""How the figures come about, in plain words."""

from dashboard.wording.loads import compared
from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.times import elapsed

OURS = (
    "**Our numbers count the business hours of each client, with waiting taken out, and never drop an open ticket;"
    " ticket tools differ in all three.**"
)
NOTHING_BESIDE = "Your export holds no minutes of its tool's own, so there is nothing to lay ours beside."
DOES = {
    "runs": "Open, and nobody waits: counts",
    "waits": "The ticket waits: stands",
    "closed": "Outside hours: stands",
}


def few(tickets: int) -> str:
    """Too few tickets have both numbers."""
    told = counted(tickets, "clock has", "clocks have")
    return f"Only {told} minutes of the tool's own: too few to say how often they agree."


def agree(agreeing: int, n: int) -> str:
    """How often both numbers are the same."""
    return (
        f"Of {count(n)} clocks for which your tool tells minutes of its own, {percent(agreeing / n, digits=1)} agree"
        " with ours; for the others the reason is one of the decisions below."
    )


def wall_and_clock(calendar: float, business: float, *, still_open: bool) -> str:
    """What passed, and what counts of it."""
    until = "have passed so far" if still_open else "passed"
    return f"**{elapsed(calendar)} {until} on the wall; {elapsed(business)} of them count.**"


def judged(target: float, *, over: bool, still_open: bool) -> str:
    """The verdict on one clock."""
    told = ("late already" if still_open else "late") if over else ("not late so far" if still_open else "in time")
    return f"Its target was {elapsed(target)}: {told}."


def tool_says(seconds: float, counts: str | None) -> str:
    """The tool's own number."""
    return f"Your tool says {elapsed(seconds)} ({compared('minutes', counts)})."
