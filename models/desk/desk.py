"""A desk that was learnt, ready for questions: its tickets, its weeks, and how it works."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.desk.calibration import Fit
from models.desk.demand import Demand
from models.desk.draws import Sources, sources
from models.desk.handling import Handling
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.desk.weeks import Weeks


@dataclass(frozen=True)
class Desk:
    """What every question is asked of. goals: clock -> share of a month's tickets that must keep their time.

    load: hours of effort an hour of duty, before scaling.
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

    def scale(self, handling: Handling) -> float:
        """What an hour of known effort keeps a technician busy for."""
        return handling.busy_share / self.load


def desk(demand: Demand, weeks: Weeks, staff: Staff, fit: Fit, goals: Mapping[str, float], seed: int = 0) -> Desk:
    """A desk from what was learnt of its whole history."""
    history = trace(demand, weeks, np.arange(len(weeks)), fit.technicians, staff)
    known = sources(history.demand, history.hours, np.random.default_rng(seed))
    return Desk(demand, weeks, staff, fit, known, float(known.effort.sum() / history.duty), goals)
