"""Whether the simulated desk can be trusted, in plain words."""

from dashboard.wording.numbers import count, counted
from dashboard.wording.safe import plain
from dashboard.wording.times import HOUR, brief

UNUSABLE = {
    "not covered": "Learnt from the first half of your history, the desk did not foretell the second half well enough:"
    " fewer than three in four of its weeks came out inside the band that was foretold for them.",
    "too wide": "Learnt from the first half of your history, what the desk foretells of the second half is too vague:"
    " its bands are wider than 50 points.",
    "unlike": "Learnt from the first half of your history, the desk lets people wait quite unlike yours in the second:"
    " its waits are on average off by more than twice.",
}
MEND = (
    "What would mend it: hands-on minutes of each ticket, the time of each first reply, who worked on which day, and a"
    " longer history, in this order. Until then this page shows no figure about hiring."
)
NO_TARGET = (
    "**No target is in force for any ticket, so there is no promise that technicians could keep.** Save a version of"
    " targets first: the page Targets proposes them from your own history."
)
LEFT_OUT = "Left out when waiting was learnt"
NOT_MODELLED = "Not modelled: work that is interrupted, visits of one area made together."
HELP = (
    "Learnt from the first half of your history, the desk foretold every week of the second half, from what came in"
    " alone. Band: where the share was to lie in nine of ten weeks. Triangles: weeks outside it."
)
ASSUMED = "Every figure of this page rests on these. A what-if above changes none of them."
ANSWERED = "Business hours until the first reply in those later weeks, measured and simulated."


def tried(inside: int, weeks: int, width: float) -> str:
    """What came of foretelling the second half of the history."""
    return (
        f"**{count(inside)} of {counted(weeks, 'later week')} lay inside the band that was foretold, which is"
        f" {width * 100:.0f} points wide on average.**"
    )


def judged_by(within_hours: float | None) -> str:
    """What counts as in time."""
    if within_hours is None:
        return "In time: answered within the target in force."
    return (
        f"No target is in force for most tickets, so a reply within {brief(within_hours * HOUR)} of business time"
        " counts as in time here."
    )


def not_tried(why: str) -> str:
    """There was no check at all."""
    return f"The desk could not be tried on its own past: {plain(why)}."


def off(measured: float, simulated: float) -> str:
    """The typical simulated wait is far from the measured one; both in business hours."""
    return (
        f"**Mind:** half of the first replies took {brief(measured * HOUR)} or more of business time, the simulated"
        f" ones {brief(simulated * HOUR)}. Read waiting times of this desk with care."
    )


def left_out(reasons: list[tuple[str, int]], tickets: int) -> str:
    """How many tickets tell nothing of waiting, and why."""
    told = ", ".join(f"{plain(why)} ({count(n)})" for why, n in reasons if n)
    return f"{LEFT_OUT}, of {counted(tickets, 'ticket')}: {told}." if told else ""
