"""What a technician of the history is there for in a month."""

from typing import NamedTuple

import numpy as np

from models.desk.desk import Desk
from models.desk.timeline import duty_hours, timeline
from models.refresh.desks import MONTH_DAYS

HOURS_A_WEEK = 168
DAYS_A_WEEK = 7


class Duty(NamedTuple):
    """A technician's month: hours on duty, leave and lunch out, the share of them at work, and their product."""

    hours: float
    busy_share: float

    @property
    def productive(self) -> float:
        """Hours of work on tickets a month."""
        return self.hours * self.busy_share


def duty_of(desk: Desk) -> Duty:
    """What a technician of the history is there for in a month, and the middle of the learnt shares at work."""
    weeks, count = desk.weeks, desk.technicians
    _, crew = timeline(weeks, np.arange(len(weeks)), count, desk.staff)
    there = duty_hours(crew, count, float(len(weeks) * HOURS_A_WEEK)) / count / len(weeks)
    return Duty(there * MONTH_DAYS / DAYS_A_WEEK, float(np.median([one.busy_share for one in desk.fit.handlings])))
