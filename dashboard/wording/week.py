"""The verdict on a week in plain words."""

from dataclasses import dataclass

from dashboard.wording.numbers import FEWEST, count, counted, percent

FEWEST_WEEKS = 8


@dataclass(frozen=True)
class Badge:
    """The verdict in two words, with a sign of its own beside the colour."""

    text: str
    icon: str
    colour: str


BADGES = {
    "normal": Badge("Normal week", ":material/check_circle:", "gray"),
    "unusually_high": Badge("Unusually high", ":material/arrow_upward:", "orange"),
    "unusually_low": Badge("Unusually low", ":material/arrow_downward:", "green"),
    "too_few": Badge("Too few to say", ":material/hourglass_empty:", "gray"),
    "too_young": Badge("Too early to say", ":material/hourglass_empty:", "gray"),
    "no_targets": Badge("No targets yet", ":material/flag:", "gray"),
}


def late_sentence(stopped: int, late: int, share: float | None, goal: float) -> str:
    """The first sentence: how many were late."""
    if not stopped:
        return "**No ticket with a target was resolved in this week.**"
    told = "" if share is None else f" ({percent(share, beside=goal)})"
    verb = "was" if late == 1 else "were"
    return f"**{count(late)} of {counted(stopped, 'resolved ticket')} {verb} late{told}.**"


def usual_sentence(kind: str, share: float | None, usual: float | None, low: float | None, high: float | None) -> str:
    """Whether that is news."""
    if kind == "too_few":
        return "So few tickets say little about a week: one more or less would change the share."
    if share is None or usual is None or low is None or high is None:
        return f"What is usual can be told after {FEWEST_WEEKS} earlier weeks with tickets."
    span = f"The usual range is {percent(low)} to {percent(high)}"
    if kind == "unusually_high":
        return f"{span}: {_why('above', outside=share > high)}."
    if kind == "unusually_low":
        return f"{span}: {_why('below', outside=share < low)}."
    return f"{span}, so nothing is out of the ordinary."


def _why(side: str, *, outside: bool) -> str:
    return (
        "this is more than luck"
        if outside
        else f"this week is inside it, but eight weeks or more in a row lie {side} the average"
    )


def goal_sentence(usual: float | None, goal: float) -> str:
    """What the average means for the goal."""
    if usual is None:
        return ""
    average = f"On average {percent(usual, beside=goal)} are late"
    if usual > goal:
        return f"{average}, so most weeks will miss the {percent(goal)} goal until targets or staffing change."
    return f"{average}, inside the goal of {percent(goal)}."


def open_sentence(open_and_over: int) -> str:
    """What is late already and still open."""
    if not open_and_over:
        return ""
    verb = "is" if open_and_over == 1 else "are"
    return f"Another {counted(open_and_over, 'ticket')} {verb} still open and already past the target."


def unknown_ends(number: int) -> str:
    """Tickets opened in the week that are neither resolved nor open; without them the flow would not add up."""
    if not number:
        return ""
    verb = "was" if number == 1 else "were"
    return f"{count(number)} of those opened {verb} closed without a known end."


def pace_sentence(stopped: int, half: str, nine: str) -> str:
    """Without targets: how long tickets took."""
    if not stopped:
        return "**No ticket was resolved in this week.**"
    if stopped < FEWEST:
        verb = "was" if stopped == 1 else "were"
        return f"**{counted(stopped, 'ticket')} {verb} resolved in this week: too few to say how long tickets take.**"
    tickets = f"the {counted(stopped, 'ticket')} resolved in this week"
    return f"**Half of {tickets} took up to {half}, nine in ten up to {nine}.**"


NO_TARGETS = (
    "Whether that is late cannot be said yet: the history holds no targets. Load your target list on the page Data"
    " (clock, tier, issue type, amount, unit), or take what the page Targets proposes; each ticket is then judged by"
    " it."
)
