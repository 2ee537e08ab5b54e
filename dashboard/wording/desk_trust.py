"""Whether the simulated desk foretold its own past, in plain words."""

from dashboard.wording.numbers import counted, percent

HELP = (
    "Learnt on the first half of your history, the simulated desk foretells every week of the second. Only where at"
    " least three in four weeks come out as foretold do its figures stand on a page."
)
LEGEND = (
    "Share of first answers in time, week by week. Grey: where nine in ten weeks were foretold to lie. Triangles lie"
    " outside."
)
MEND = (
    "What would mend it: hands-on minutes of tickets, the time of each first answer, who worked on which ticket, and a"
    " longer history."
)
STILL = "No figure about hires or Premium's income is shown. What follows rests on your prices and hours alone."


def not_tested(why: str) -> str:
    """The history is too short to try."""
    return f"**The desk could not be tried on its own past:** {why}."


def not_covered(covered: float, weeks: int, needed: float) -> str:
    """Too few weeks came out as foretold."""
    return (
        f"**Only {percent(covered)} of {counted(weeks, 'week')} came out as foretold; at least {percent(needed)} is"
        " needed.** Whoever decided by it would decide by chance."
    )


def too_wide(width: float, weeks: int, most: float) -> str:
    """What it foretells is so wide that it says nothing."""
    return (
        f"**What it foretells of a week spans {width * 100:.0f} points on average, over {counted(weeks, 'week')}; more"
        f" than {most * 100:.0f} says too little.**"
    )


def unlike(measured: float, simulated: float) -> str:
    """Its waits are those of another desk."""
    return (
        f"**The simulated desk waits unlike yours: half of the answers of the later weeks came within"
        f" {measured:.1f} business hours, and {simulated:.1f} were foretold.** It is another desk than yours."
    )


def week(number: int, measured: float, low: float, high: float, n: int) -> str:
    """One week, for a hover."""
    told = f"{percent(measured)} of {counted(n, 'answer')} in time"
    return f"Week {number + 1}: {told}; foretold {percent(low)} to {percent(high)}"
