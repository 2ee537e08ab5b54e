"""A desk that was learnt, ready for questions: its tickets, its weeks, and how it works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from models.desk.calibration import Fit
from models.desk.demand import Demand
from models.desk.draws import Sources, sources
from models.desk.handling import Handling
from models.desk.kernel import Floats
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.desk.weeks import Weeks


@dataclass(frozen=True)
class Desk:
    """What every question is asked of. goals: clock -> share of a month's tickets that must keep their time.

    load: hours of effort an hour of duty, before scaling. open_now: rows of the demand that are not finished yet.
    """

    demand: Demand
    weeks: Weeks
    staff: Staff
    fit: Fit
    known: Sources
    load: float
    goals: Mapping[str, float]

    @property
    def technicians(self) -> int:
        """How many there are, as the owner says or the history shows."""
        return self.fit.technicians

    @property
    def tiers(self) -> tuple[str, ...]:
        """The plans in the owner's order; "" where a ticket has none."""
        return tuple(dict.fromkeys(tier for tier, _ in self.demand.kinds))

    @property
    def buys_today(self) -> Floats:
        """Per client, whether its newest ticket came with Premium."""
        bought = np.zeros(len(self.demand.clients), bool)
        bought[self.demand.client] = self.demand.premium
        return bought

    def scale(self, handling: Handling) -> float:
        """What an hour of known effort keeps a technician busy for."""
        return handling.busy_share / self.load

    def promising(self, response: Floats, resolution: Floats) -> Self:
        """The same desk with other targets: hours [premium, ticket], not a number where nothing is promised."""
        return replace(self, demand=replace(self.demand, response_target=response, resolution_target=resolution))


def desk(demand: Demand, weeks: Weeks, staff: Staff, fit: Fit, goals: Mapping[str, float], seed: int = 0) -> Desk:
    """A desk from what was learnt of its whole history."""
    history = trace(demand, weeks, np.arange(len(weeks)), fit.technicians, staff)
    known = sources(history.demand, history.hours, np.random.default_rng(seed))
    return Desk(demand, weeks, staff, fit, known, float(known.effort.sum() / history.duty), goals)
