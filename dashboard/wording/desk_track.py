"""Whether the simulated desk can be trusted, in plain words."""

from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.safe import plain
from dashboard.wording.times import HOUR, brief

UNUSABLE = {
    "too wide": "We tested it on your own past, and what it says of a coming week is too vague to be of use: its"
    " bands are wider than 50 points.",
    "unlike": "We tested it on your own past, and its waits were off by more than twice on average.",
    "overworked": "More hands-on time is told than so many technicians can work: say below how many there are.",
}
NO_TECHNICIANS = (
    "**No ticket of your history names its technician, so nobody can tell how many you have.** Say it here, and the"
    " page answers:"
)
DO_NOT = "**Do not use it for hiring.**"
# Bands that are wider say little by holding what came.
WIDE, HALF, MOSTLY = 0.3, 0.05, 0.75
TRIANGLES = "Dots: weeks inside the band. Triangles: weeks outside it, up for better and down for worse than foretold."
MEND = (
    "What would mend it: hands-on minutes of each ticket, the time of each first reply, who worked on which day, and a"
    " longer history, in this order. Until then this page shows no figure about hiring."
)
NO_TARGET = (
    "**No target is in force for any ticket, so there is no promise that technicians could keep.** Save a version of"
    " targets first: the page Targets proposes them from your own history."
)
ONLY_REPLIES = "Only first replies were checked so, not resolutions."
REST = "What it rests on, and waits measured and simulated"
LEFT_OUT = "Left out when waiting was learnt"
NOT_MODELLED = "Not modelled: work that is interrupted, visits of one area made together."
HELP = (
    "Learnt from the first half of your history, the desk foretold every week of the second half, from what came in"
    " alone. Band: where the share was to lie in nine of ten weeks. Triangles: weeks outside it."
)
ASSUMED = "Every figure of this page rests on these. A what-if above changes none of them."
ANSWERED = "Business hours until the first reply in those later weeks, measured and simulated."


def tried(what: str, inside: int, weeks: int, off: float, width: float) -> str:
    """What came of foretelling the second half of the history; off: what half of the weeks were off by more than."""
    told = (
        f"**A week's share of {what} in time was typically off by {off * 100:.0f} points, and"
        f" {count(inside)} of {counted(weeks, 'week')} lay inside their band.**"
    )
    if width <= WIDE:
        return f"{told} The bands are {width * 100:.0f} points wide on average."
    little = ", so lying inside them proves little" if inside > MOSTLY * weeks else ""
    return f"{told} The bands are wide ({width * 100:.0f} points on average){little}."


def also_tried(inside: int, weeks: int, off: float) -> str:
    """The same of resolutions, in short."""
    return (
        f"Resolutions: typically off by {off * 100:.0f} points, and {count(inside)} of {counted(weeks, 'week')} inside."
    )


def wrong(outside: int, weeks: int, what: str) -> str:
    """Too many weeks lay outside their bands."""
    share = outside / weeks
    often = "half the time" if abs(share - 0.5) < HALF else f"{percent(share)} of the time"
    told = f"We tested it on your own past, and{f' of {what}' if what else ''} it was wrong"
    return f"{told} {often} ({count(outside)} of {counted(weeks, 'week')})."


def judged_by(within_hours: float | None) -> str:
    """What counts as in time; nothing where it is the target."""
    if within_hours is None:
        return ""
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
