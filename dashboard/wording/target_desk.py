"""The words of targets that are held against the desk."""

from collections.abc import Sequence

from dashboard.wording.numbers import counted, percent
from models.desk.decisions import GOOD_MONTHS

HELP = (
    "The simulated desk works three months of your own history twenty times with these targets, today's clients,"
    " Premium and technicians. What is learnt of the desk does not depend on targets."
)
FAILS = "These kinds of ticket keep their promises less often than your goals ask, the least kept first:"


def kept(clock: str, share: float, low: float, high: float, goal: float) -> str:
    """One clock: "83.9% of first replies in time (83.0% to 84.8%; goal 95%)"."""
    ends = f"{percent(low, digits=1)} to {percent(high, digits=1)}"
    return f"{percent(share, beside=goal)} of {clock} promises ({ends}; goal {percent(goal)})"


def today(technicians: int, told: Sequence[str]) -> str:
    """What today's technicians keep."""
    kept_so = " and ".join(told) or "nothing, for nothing is promised"
    return f"**With {counted(technicians, 'technician')} you keep {kept_so}.**"


def needed(need: tuple[float, float, float], most: int, *, every: bool) -> str:
    """How many technicians keep every promise, or every promise that can be kept, in nine months of ten."""
    what = "every promise" if every else "every promise that hires can keep"
    count, low, high = need
    if not count <= most:
        return f"More than {counted(most, 'technician')} would be needed to keep {what} in nine months of ten."
    last = f"{high:.0f}" if high <= most else f"over {most}"
    return f"{counted(int(count), 'technician')} ({low:.0f} to {last}) keep {what} in {percent(GOOD_MONTHS)} of months."


def hopeless(promises: Sequence[str], most: int) -> str:
    """Promises for which hires are no cure."""
    named = ", ".join(promises)
    return f"No hire keeps {named}: even {counted(most, 'technician')} do not. Give it a longer time, or other hours."
