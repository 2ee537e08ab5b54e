"""What becomes of a ticket between two pieces of work: waits, the queue, the end, and sometimes not the end."""

from collections.abc import Callable, Mapping
from functools import partial

from pipelines.sample.agenda import Agenda
from pipelines.sample.demand import MONITORING
from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours
from pipelines.sample.instants import HOUR, MINUTE
from pipelines.sample.job import Job
from pipelines.sample.plan import Step

OnReady = Callable[[Job, int], None]
CLOSES_AFTER = 27 * HOUR
CLOSED_AT_ONCE = 0.3
NEW, ASSIGNED, WORKING, SCHEDULED = "New", "Assigned", "In Progress", "Scheduled"
RESOLVED, REOPENED, CLOSED, MERGED = "Resolved", "Re-opened", ">Closed", ">Closed - Merged"


class Life:
    """Moves tickets from one state to the next; `on_ready` hears of each that somebody should pick up."""

    def __init__(self, agenda: Agenda, hours: Mapping[str, Hours], dice: Dice, on_ready: OnReady) -> None:
        """Start with empty queues."""
        self.agenda, self.hours, self.dice, self.on_ready = agenda, hours, dice, on_ready
        self.waiting: list[Job] = []
        self.visits: list[Job] = []

    def arrive(self, job: Job, at: int) -> None:
        """A new ticket."""
        job.set_status(at, NEW, job.plan.arrival.source)
        if job.plan.clears_after is not None:
            self.agenda.at(at + job.plan.clears_after, partial(self._clear, job))
        self.ready(job, at, job.plan.arrival.source)

    def ready(self, job: Job, at: int, by: str) -> None:
        """Somebody could work on it now."""
        job.begin_wait(at)
        if job.step.on_site:
            job.set_status(at, SCHEDULED, by)
            self.visits.append(job)
        else:
            self.waiting.append(job)
        self.on_ready(job, at)

    def put_back(self, job: Job, at: int) -> None:
        """Unfinished work goes back to the queue without a word."""
        job.begin_wait(at)
        (self.visits if job.step.on_site else self.waiting).append(job)

    def step_done(self, job: Job, at: int, by: str) -> None:
        """A piece of work is finished: wait, go on, or resolve."""
        pause = job.step.pause
        more = job.advance()
        if pause is not None:
            job.set_status(at, pause.status, by)
            calendar = self.hours[job.plan.arrival.client.calendar]
            self.agenda.at(calendar.after(at, pause.seconds), partial(self._resume, job, pause.hears_from))
        elif more:
            self.ready(job, at, by)
        else:
            self._resolve(job, at, by)

    def merge(self, job: Job, at: int, by: str) -> None:
        """It says what another ticket says already."""
        job.set_status(at, MERGED, by)
        job.merged, job.closed_at = True, at

    def _resume(self, job: Job, hears_from: str, at: int) -> None:
        if not job.step.on_site:
            job.set_status(at, ASSIGNED, hears_from)
        self.ready(job, at, hears_from)

    def _resolve(self, job: Job, at: int, by: str) -> None:
        job.resolutions.append(at)
        if job.plan.ends_unrecorded:
            job.set_status(at, CLOSED, by)
            job.closed_at = at
            return
        job.set_status(at, RESOLVED, by)
        if job.plan.again is not None and not job.reopened_at:
            calendar = self.hours[job.plan.arrival.client.calendar]
            self.agenda.at(calendar.after(at, job.plan.again_after), partial(self._reopen, job, job.plan.again))
        elif self.dice.chance(CLOSED_AT_ONCE):
            self.agenda.at(at + self.dice.whole(1, 15) * MINUTE, partial(self._close, job, by))
        else:
            self.agenda.at(self.hours["standard"].after(at, CLOSES_AFTER), partial(self._close, job, "Workflow"))

    def _reopen(self, job: Job, again: Step, at: int) -> None:
        job.reopened_at.append(at)
        job.set_status(at, REOPENED, "Email Connector")
        job.steps.append(again)
        job.number, job.left = len(job.steps) - 1, again.seconds
        self.ready(job, at, "Email Connector")

    def _close(self, job: Job, by: str, at: int) -> None:
        job.set_status(at, CLOSED, by)
        job.closed_at = at

    def _clear(self, job: Job, at: int) -> None:
        """The alarm went off by itself before anybody looked."""
        if job.responded_at is None and job in self.waiting:
            self.waiting.remove(job)
            job.end_wait(at)
            job.resolutions.append(at)
            self._close(job, MONITORING, at)
