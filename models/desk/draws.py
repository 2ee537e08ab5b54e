"""What tickets turn out to need, drawn from those that the history knows: effort, wait and pauses of one together."""

from dataclasses import dataclass

import numpy as np

from models.desk.demand import Demand
from models.desk.handling import Draw, Handling
from models.desk.hours import open_until
from models.desk.kernel import Floats, Hours, Ints

LEAST_ALIKE = 30
# Of lognormal efforts where a history tells none; their squared coefficient of variation.
ASSUMED_SPREAD = 1.5
TOLD = 0.2


@dataclass(frozen=True)
class Sources:
    """Known tickets: hours of effort before scaling, arranged, paused; quiet waits per urgency; who is like whom."""

    effort: Floats
    arranged: Floats
    paused: Floats
    quiet: tuple[Floats, ...]
    alike: dict[tuple[int, bool], Ints]

    def own(self, demand: Demand, handling: Handling, scale: float, dice: np.random.Generator) -> Draw:
        """What the known tickets themselves needed; only when they were noticed is drawn."""
        return Draw(
            self.effort * scale, self._noticed(demand, handling, dice), self.arranged * handling.arranged, self.paused
        )

    def draw(self, demand: Demand, handling: Handling, scale: float, dice: np.random.Generator) -> Draw:
        """What other tickets may need: each as much as a known one of the same urgency and place."""
        rows = np.zeros(len(demand), np.int64)
        everything = np.arange(len(self.effort))
        for urgency in np.unique(demand.urgency):
            for on_site in (False, True):
                own = np.flatnonzero((demand.urgency == urgency) & (demand.on_site == on_site))
                rows[own] = dice.choice(self.alike.get((int(urgency), on_site), everything), len(own))
        return Draw(
            self.effort[rows] * scale, self._noticed(demand, handling, dice), self.arranged[rows] * handling.arranged,
            self.paused[rows],
        )  # fmt: skip

    def _noticed(self, demand: Demand, handling: Handling, dice: np.random.Generator) -> Floats:
        drawn = np.zeros(len(demand))
        for urgency in np.unique(demand.urgency):
            own = np.flatnonzero(demand.urgency == urgency)
            drawn[own] = dice.choice(self.quiet[min(int(urgency), len(self.quiet) - 1)], len(own))
        return drawn * handling.notice


def sources(demand: Demand, hours: Hours, dice: np.random.Generator) -> Sources:
    """What a stretch of history tells of its tickets."""
    effort = _efforts(demand, dice)
    alike = {}
    for urgency in np.unique(demand.urgency):
        for on_site in (False, True):
            rows = np.flatnonzero((demand.urgency == urgency) & (demand.on_site == on_site))
            if len(rows) >= LEAST_ALIKE:
                alike[int(urgency), on_site] = rows
    arranged = np.maximum(np.nan_to_num(demand.resolution - demand.response - effort), 0)
    return Sources(effort, arranged, demand.paused, tuple(_quiet_waits(demand, hours)), alike)


def _efforts(demand: Demand, dice: np.random.Generator) -> Floats:
    """Hours of each ticket: its own, else that of another one; where hardly any is told, lognormal around one hour."""
    known = np.isfinite(demand.effort)
    if known.mean() < TOLD:
        sigma = np.sqrt(np.log(1 + ASSUMED_SPREAD))
        return dice.lognormal(-sigma * sigma / 2, sigma, len(demand))
    drawn = demand.effort.copy()
    drawn[~known] = dice.choice(demand.effort[known], int((~known).sum()))
    return drawn


def _quiet_waits(demand: Demand, hours: Hours) -> list[Floats]:
    """Per urgency, the waits (business hours) of tickets that came in while no other one waited."""
    own = np.zeros(len(demand), np.int64)
    came = open_until(hours, own, demand.opened)
    left = came + np.nan_to_num(np.where(np.isnan(demand.response), demand.waiting, demand.response))
    before = np.maximum.accumulate(np.concatenate([[-np.inf], left[:-1]]))
    quiet = demand.answered & (before <= came) & (demand.calendar == 0)
    usual = demand.response[quiet] if quiet.sum() >= LEAST_ALIKE else np.zeros(1)
    found = [demand.response[quiet & (demand.urgency == step)] for step in range(demand.urgency.max(initial=0) + 1)]
    return [waits if len(waits) >= LEAST_ALIKE else usual for waits in found]
