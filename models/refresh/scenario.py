"""What an owner thinks of doing: who works, who buys Premium Response and on which terms, how the firm grows."""

from dataclasses import dataclass, replace

import numpy as np

from models.desk.ahead import Future
from models.desk.desk import Desk
from models.desk.handling import Rule
from models.desk.kernel import Floats
from models.desk.timeline import Staff
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.settings import MOST_TECHNICIANS

MOST_GROWTH = 3.0
MOST_HOURS = 2000.0
MIDNIGHT = 24.0


@dataclass(frozen=True)
class Scenario:
    """One what-if; whatever is not said stays as it is today.

    technicians: employed; away: so many of them are not there. uptake: share of clients with Premium, of those in
    `tiers` and who has it today where tiers are named; clients: these buy, whatever uptake and who say; who has Premium
    today keeps it. response_hours, resolution_hours: what Premium promises, in business hours. growth: 0.1 for a tenth
    more clients. cover_people work on working days from closing time to cover_until (hour of the day), beside the
    others, for Premium and the most urgent alone. from_today: begin with the tickets that are open.
    """

    technicians: int | None = None
    away: int = 0
    uptake: float | None = None
    who: Who = Who.RANDOM
    clients: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    response_hours: float | None = None
    resolution_hours: float | None = None
    rule: Rule = Rule.PREMIUM_FIRST
    growth: float = 0.0
    on_call: bool | None = None
    cover_people: int = 0
    cover_until: float = 20.0
    from_today: bool = False


def check(scenario: Scenario, desk: Desk) -> None:
    """Raise TurnaroundError with a sentence where the scenario cannot be."""
    count, uptake = technicians_of(scenario, desk), scenario.uptake or 0.0
    known = {name for name in desk.demand.clients if name}
    for wrong, why in (
        (not 0 <= uptake <= 1, "An uptake is a share of clients, between 0 and 100 %."),
        (not 1 <= count <= MOST_TECHNICIANS, f"A desk has 1 to {MOST_TECHNICIANS} technicians."),
        (not 0 <= scenario.away < count, f"Of {count} technicians at least one must be there."),
        (not -1 < scenario.growth <= MOST_GROWTH, f"Growth lies between -100 and {MOST_GROWTH:.0%}."),
        (not 0 <= scenario.cover_people <= count, "Evening cover is done by some of the technicians."),
        (not 0 < scenario.cover_until <= MIDNIGHT, "Evening cover ends at an hour of the day, 24 at most."),
        (set(scenario.clients) - known, f"No ticket is of a client called {_first(set(scenario.clients) - known)!r}."),
        *((hours is not None and not 0 < hours <= MOST_HOURS, "A Premium target is a number of business hours above 0.")
          for hours in (scenario.response_hours, scenario.resolution_hours)),
    ):  # fmt: skip
        if wrong:
            raise TurnaroundError(why)


def technicians_of(scenario: Scenario, desk: Desk) -> int:
    """How many are employed: today's where the scenario does not say."""
    return desk.technicians if scenario.technicians is None else scenario.technicians


def in_scenario(desk: Desk, scenario: Scenario) -> tuple[Desk, Future]:
    """The desk with Premium's own targets, and how its weeks differ from those of the history."""
    demand = desk.demand
    if (hours := (scenario.response_hours, scenario.resolution_hours)) != (None, None):
        targets = (demand.response_target, demand.resolution_target)
        response, resolution = (_premium(own, said) for own, said in zip(targets, hours, strict=True))
        demand = replace(demand, response_target=response, resolution_target=resolution)
    future = Future(scenario.growth, scenario.rule, _staff(desk, scenario), scenario.away, scenario.from_today)
    return replace(desk, demand=demand), future


def _premium(targets: Floats, hours: float | None) -> Floats:
    """[premium, ticket]: with the hours that Premium promises, where they are said."""
    return targets if hours is None else np.stack([targets[0], np.full_like(targets[1], hours)])


def _staff(desk: Desk, scenario: Scenario) -> Staff | None:
    own = desk.staff
    if scenario.on_call is not None:
        own = replace(own, on_call=scenario.on_call)
    if scenario.cover_people:
        own = replace(own, cover_people=scenario.cover_people, cover=_evenings(desk, scenario.cover_until))
    return own if own != desk.staff else None


def _evenings(desk: Desk, until: float) -> tuple[tuple[int, float, float], ...]:
    """Weekday, closing time and `until`, for each day on which the company is open until an earlier hour."""
    closes: dict[int, float] = {}
    for start, end in desk.weeks.ordinary.windows[0]:
        day = int(start // 24)
        closes[day] = max(closes.get(day, 0.0), float(end) - day * 24)
    return tuple((day, end, until) for day, end in closes.items() if end < until)


def _first(names: set[str]) -> str:
    return min(names, default="")
