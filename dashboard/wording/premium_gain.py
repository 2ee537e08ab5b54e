"""Who is answered sooner and who waits: sentences and cells about the same clients before and after."""

from dashboard.wording.numbers import percent, signed

HELP = (
    "The same clients' tickets with today's Premium and with the share that you chose, served by the same technicians:"
    " business time until the first reply, on average. Ranges hold nine in ten simulated futures of three months."
)
GROUPS = {"new": "Would buy it", "others": "Without it", "premium": "Have it today"}
NOT_YET = "Follows with the full answer."
NOTHING = "Nobody new buys, so nobody is answered sooner or later because of it."
TOO_FEW = "The new buyers bring too few tickets to say whether they would be answered sooner."
PRIORITY = (
    "Work that has begun is not interrupted, so going first cannot keep a promise of a few minutes; and who goes first"
    " makes others wait. In time is judged by the promise that holds: for buyers that becomes Premium's, maybe shorter."
)
SOONER, LATER, SAME = "sooner", "later", "same"


def buyers(how: str, by: str, before: str, after: str) -> str:
    """Whether buyers gain."""
    if how == SAME:
        return (
            f"**Buyers would not be answered sooner** (first reply {before} today, {after} then: no more than chance)"
        )
    if how == LATER:
        return f"**Buyers would not be answered sooner but {by} later ({before} → {after})**"
    return f"**Buyers would be answered {by} sooner ({before} → {after} to the first reply)**"


def others(how: str, by: str) -> str:
    """What clients without Premium pay for it in waiting."""
    return "the others about as soon as before" if how == SAME else f"the others {by} {how}"


def change(how: str, by: str, near: str, far: str) -> str:
    """A cell: "12 min sooner (8 min to 15 min)"."""
    return f"{by} {how} ({near if near == far else f'{near} to {far}'})"


def no_change(low: int, high: int) -> str:
    """A cell where there is none beyond chance; the ends in minutes, more is later."""
    return f"no clear change ({signed(low, 0)} to {signed(high, 0)} min)"


def turned(before: float, after: float) -> str:
    """A cell of two shares: "88% → 76%"."""
    return f"{percent(before)} → {percent(after)}"
