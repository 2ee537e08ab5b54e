"""Sentences of the parts of the page about staffing: grid, waits, the next hire, the stairs."""

from collections.abc import Mapping
from math import isfinite

from dashboard.wording.numbers import DASH, count, counted, percent, signed
from dashboard.wording.times import brief

HOUR = 3600
NEVER = "never = the desk never catches up with its work"
CATCHES_UP = "never catches up"
NO_ONE_MORE = "One more than these was not tried: choose fewer technicians to see what the next hire changes."
NO_CLIENTS = (
    "No ticket of your history names its client, so nobody can buy Premium here. An export with the client of each"
    " ticket adds the question what happens when some of them buy."
)
FUTURES = (
    "Both meet the same 20 futures of three months. Between: nine in ten of these futures. Grey: the change could as"
    " well be none."
)
WAITS_HELP = (
    "Mean business hours until the first reply, in the client's own business hours. Bands: 90% intervals. Nothing is"
    " drawn where a group has fewer than 30 tickets in three months, or where the desk never catches up."
)
NEED_HELP = "So many serve clients without Premium as well as today. Band: where nine in ten simulations lie."
BY_PLAN = "What every plan gets: simulated today"
WAITS_AXES = (
    "Across: share of clients with Premium. Up: mean business hours to the first reply, in the hours of each ticket's"
    " own client: a clock that runs at night counts the night, too."
)
STAIRS_AXES = "Across: share of clients with Premium. Up: technicians."
STAIRS = "So many serve clients without Premium as well as today."
OWED_HELP = (
    "For every promise: technicians with whom nine months in ten keep what was promised to every plan. Owed already:"
    " those beyond today's, before anybody buys Premium."
)
TITLES = {
    "grid": ("Technicians and Premium", "Technicians"),
    "owed": ("Hires owed, and hires that Premium causes", "Hires owed"),
}
MEASURES = {
    "all": "Chance that a month keeps every promise",
    "possible": "…every promise that can be kept",
    "first_response": "First replies in time",
    "resolution": "Resolutions in time",
}


def title(part: str, *, named: bool) -> str:
    """The heading of a part: without Premium where nobody could buy it."""
    both, alone = TITLES[part]
    return both if named else alone


def hours_of(hours: float) -> str:
    """Business hours as "45 min" or "1.2 h"."""
    return brief(hours * HOUR)


def spread(hours: float, low: float, high: float) -> str:
    """Such as "45 min (43 min to 46 min)"."""
    return f"{hours_of(hours)} ({hours_of(low)} to {hours_of(high)})"


def waits(technicians: int, uptake: float, before: str, after: str, *, differs: bool) -> str:
    """What clients without Premium lose, from no Premium to an uptake."""
    told = (
        f"With {counted(technicians, 'technician')}, clients without Premium wait {before} of business time for the"
        f" first reply while nobody has Premium, and {after} when {percent(uptake)} of clients have it."
    )
    return f"**{told}**" if differs else f":gray[{told} The intervals overlap: no difference can be told.]"


def premium_waits(standard: str, premium: str) -> str:
    """What Premium clients get for it."""
    return f"Premium clients wait {premium} then, the others {standard}."


def uncertain(text: str, *, certain: bool) -> str:
    """Grey where it may be luck."""
    return text if certain else f":gray[{text}]"


def change(points: float, low: float, high: float) -> str:
    """Such as "+2.6 to +6.4 pts"."""
    return f"{signed(low * 100)} to {signed(high * 100)} pts" if isfinite(points) else DASH


def one_more(technicians: int, uptake: float | None) -> str:
    """Above the table of what the next hire changes."""
    told = f"From {count(technicians)} to {counted(technicians + 1, 'technician')}"
    if uptake is None:
        return f"{told}."
    return f"{told}, {f'at {percent(uptake)} of clients on Premium' if uptake > 0 else 'without Premium'}."


def in_every_row(told: Mapping[str, str]) -> str:
    """What is the same at every share of clients with Premium."""
    said = "; ".join(f"{name[:1].lower()}{name[1:]}: {value}" for name, value in told.items())
    return f"At every share of clients, {said}." if told else ""


def rule(technicians: float, hours: float, weekly: float) -> str:
    """The field's rule of thumb beside ours, and why it differs."""
    return (
        f"The field's rule of thumb says {technicians:.1f} technicians: {hours:.2f} hours a ticket ×"
        f" {count(weekly)} tickets a week ÷ 40 hours ÷ 75% busy. It knows no promises, peaks, leave or queues, so it"
        " cannot tell whether a promise is kept."
    )


def grid_goal(name: str, goal: float) -> str:
    """Under the grid: what its colours mean."""
    of = "of months" if name in {"all", "possible"} else "in time"
    aim = f"Teal: surely {percent(goal)} {of} or more. Orange: surely less."
    return f"{aim} Grey: cannot be told. Outlined: what you chose."


def set_aside(names: str) -> str:
    """Which promises a chance leaves out."""
    return f"Set aside, as no number of technicians keeps them: {names}."


def same_everywhere(share: float) -> str:
    """Instead of a wall of equal cells."""
    return f"It is {percent(share)} in every cell: neither hiring nor Premium changes it."
