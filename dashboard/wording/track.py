"""How earlier promises would have fared, in plain words."""

from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.targets import share_of

NO_PROMISE_THEN = "**No promise was possible with what was known then.** The history is too short to look back."
NO_RISK = (
    "How likely open tickets are to be late cannot be checked: the history has no target, or all or none were late."
)
NO_TEST = (
    "**Nobody has checked yet whether such promises would have been kept.** The check goes back through your history,"
    " makes every promise with what was known on that day, and looks at what came of it."
)
TEST_TAKES = "It takes two to five minutes for a history of some years; the page waits for it."


def alarm(tickets: int, kept: float, rate: float) -> str:
    """Promises of the newest weeks were kept too seldom."""
    return (
        f"**Promises are no longer kept.** Of {counted(tickets, 'ticket')} of the newest four weeks only"
        f" {percent(kept)} kept what would have been promised for {share_of(rate)}. Your desk has become slower than"
        " its history: promise with care until this passes, and look at what was different on the page This week."
    )


def kept_then(promised: int, kept: float, rate: float, in_force: float | None) -> str:
    """What came of all promises."""
    made = f"Of {counted(promised, 'promise')} made with what was known at the time"
    told = f"**{made}, {percent(kept, beside=rate)} were kept; {percent(rate)} was the aim.**"
    if in_force is None:
        return told
    return f"{told} The targets in force were kept for {percent(in_force, digits=1)} of the same tickets."


def in_short(promised: int, kept: float | None, rate: float) -> str:
    """What the check of the past found, beside what the proposals say of themselves; nothing where it found none."""
    if not promised or kept is None:
        return ""
    made = f"such promises were kept for {percent(kept, beside=rate)} of {counted(promised, 'ticket')}"
    return f"Tried on the past, {made}; {percent(rate)} was the aim. *Were promises kept?* says when they were not."


def shown_and_kept(shown: float, realised: float, tickets: int) -> str:
    """Whether the share that stands beside a proposal can be believed."""
    told = f"**Of promises shown as {percent(shown)}, {percent(realised)} were kept**"
    return (
        f"{told} ({counted(tickets, 'ticket')}, the largest group). Dots under the line: less was kept than was shown."
    )


def risk(tickets: int, late: int, auc: float, error: float) -> str:
    """The record of the probabilities on the page This week."""
    return (
        f"**{counted(tickets, 'open ticket')} had such a number; {count(late)} were late.** Where 50% was said, about"
        f" half should be late; on average it was off by {error * 100:.0f} in a hundred. Of a late and a punctual"
        f" ticket, the late one had the higher number {auc * 100:.0f} times in a hundred."
    )


def made_on(as_of: str, every: int, *, stale: bool) -> str:
    """Of when the check is."""
    old = " Data or settings have changed since." if stale else ""
    return f"Checked on data to {as_of}, with new promises every {every} days.{old}"
