"""A stretch of history as it happened, simulated again."""

from dataclasses import dataclass, replace

import numpy as np

from models.desk.demand import Demand
from models.desk.handling import Draw, Handling, Rule, work_of
from models.desk.hours import open_until
from models.desk.kernel import Crew, Floats, Hours, Ints
from models.desk.lanes import run_lanes
from models.desk.timeline import Staff, duty_hours, placed, timeline
from models.desk.weeks import Weeks


@dataclass(frozen=True)
class Trace:
    """A stretch of history as it happened: its tickets, hours and crew."""

    demand: Demand
    hours: Hours
    crew: Crew
    weeks: int
    technicians: int

    @property
    def duty(self) -> float:
        """Hours of duty until the last ticket came in."""
        return duty_hours(self.crew, self.technicians, float(self.demand.opened[-1]))


def trace(demand: Demand, weeks: Weeks, picks: Ints, technicians: int, staff: Staff) -> Trace:
    """Picked weeks one after the other, their tickets opened on that timeline."""
    tickets, opened = placed(demand, weeks, picks)
    hours, crew = timeline(weeks, picks, technicians, staff)
    order = np.argsort(opened, kind="stable")
    return Trace(replace(demand.of(tickets[order]), opened=opened[order]), hours, crew, len(picks), technicians)


def simulate(history: Trace, handling: Handling, draw: Draw) -> tuple[Floats, Floats]:
    """Business hours until answer and end (pauses out) of each ticket of a trace; infinite for never."""
    demand = history.demand
    work, order = work_of(demand, draw, handling, history.hours, Rule.PREMIUM_FIRST)
    everybody = np.ones((1, len(history.crew.on)), bool)
    answered, done, _ = run_lanes(
        work, history.hours, history.crew, everybody, demand.premium[order][None].astype(np.uint8)
    )
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    opened = open_until(history.hours, demand.calendar, demand.opened)
    until = [open_until(history.hours, demand.calendar, instants[0][back]) - opened for instants in (answered, done)]
    return until[0], until[1] - draw.paused
