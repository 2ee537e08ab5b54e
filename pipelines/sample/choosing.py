"""Which ticket a technician picks up next: urgency, who pays for going first, and a good deal of taste."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours
from pipelines.sample.instants import HOUR
from pipelines.sample.job import Job
from pipelines.sample.recipe import Technician

BY_PRIORITY = {1: 1000.0, 2: 110.0, 3: 38.0, 4: 0.0}
BY_TIER = {"Silver": 0.0, "Gold": 7.0, "Platinum": 16.0}
PREMIUM_FIRST = 160.0
AN_HOUR = 8.0
MINE, UNANSWERED = 30.0, 34.0
FAVOURITE_WORK, FAVOURITE_CLIENT, DISLIKED = 22.0, 18.0, -26.0
FITS, TOO_LONG = 12.0, -16.0
MOOD = 24.0


@dataclass(frozen=True)
class Eyes:
    """How one technician looks at the queue at a moment."""

    technician: Technician
    now: int
    room: int
    desk_hours: Hours
    dice: Dice

    def best(self, waiting: Sequence[Job]) -> Job | None:
        """The ticket that is taken, if there is one that this technician can take."""
        able = [job for job in waiting if not job.level_known or job.plan.level <= self.technician.level]
        return max(able, key=self._worth, default=None)

    def _worth(self, job: Job) -> float:
        plan = job.plan
        since = plan.arrival.at if job.waiting_since is None else job.waiting_since
        return (
            BY_PRIORITY[plan.priority]
            + BY_TIER[plan.arrival.client.tier]
            + PREMIUM_FIRST * plan.premium
            + AN_HOUR * self.desk_hours.between(since, self.now) / HOUR
            + (UNANSWERED if job.responded_at is None else 0.0)
            + self._taste(job)
            + MOOD * self.dice.share()
        )

    def _taste(self, job: Job) -> float:
        who, issue = self.technician, job.plan.arrival.issue.name
        return (
            MINE * (job.owner == who.name)
            + FAVOURITE_WORK * (issue in who.fond_of)
            + DISLIKED * (issue in who.avoids)
            + FAVOURITE_CLIENT * (job.plan.arrival.client.code in who.clients)
            + (FITS if job.left <= self.room else TOO_LONG)
            + 9.0 * (who.level - 1) * (job.level_known and job.plan.level > 1)
        )
