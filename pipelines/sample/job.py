"""A ticket in the hands of the desk: what was written on it and what was spent on it."""

from dataclasses import dataclass, field

from pipelines.sample.plan import Plan, Step
from pipelines.sample.recipe import Technician


@dataclass(frozen=True)
class Change:
    """A status was set."""

    at: int
    status: str
    by: str


@dataclass(frozen=True)
class Spell:
    """A technician spent time on a ticket."""

    technician: str
    start: int
    end: int
    hands_on: int
    travel: int = 0


@dataclass(frozen=True, eq=False)
class Sitting:
    """What keeps a technician busy; no job means a trip or a look through the queue."""

    technician: Technician
    start: int
    job: "Job | None" = None
    wanted: int = 0
    done: int = 0
    called_out: bool = False


@dataclass
class Job:
    """A plan being carried out."""

    plan: Plan
    steps: list[Step]
    left: int
    number: int = 0
    level_known: bool = False
    owner: str = ""
    waiting_since: int | None = None
    ready_spans: list[tuple[int, int]] = field(default_factory=list)
    responded_at: int | None = None
    resolutions: list[int] = field(default_factory=list)
    reopened_at: list[int] = field(default_factory=list)
    closed_at: int | None = None
    merged: bool = False
    changes: list[Change] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)

    @property
    def step(self) -> Step:
        """The piece of work that comes next."""
        return self.steps[self.number]

    @property
    def status(self) -> str:
        """The status set last."""
        return self.changes[-1].status

    def outside_spans(self, as_of: int) -> list[tuple[int, int]]:
        """Each wait for somebody outside the firm: its start and its end."""
        ends = [*(change.at for change in self.changes[1:]), as_of]
        pairs = zip(self.changes, ends, strict=True)
        return [(change.at, end) for change, end in pairs if change.status.startswith("Waiting")]

    def set_status(self, at: int, status: str, by: str) -> None:
        """Write a status, unless it stands there already."""
        if not self.changes or self.status != status:
            self.changes.append(Change(at, status, by))

    def respond(self, at: int) -> None:
        """Somebody has answered; only the first time counts."""
        if self.responded_at is None:
            self.responded_at = at

    def begin_wait(self, at: int) -> None:
        """Ready to be worked on, nobody there yet."""
        self.waiting_since = at

    def end_wait(self, at: int) -> None:
        """Somebody takes it."""
        if self.waiting_since is not None:
            self.ready_spans.append((self.waiting_since, at))
            self.waiting_since = None

    def advance(self) -> bool:
        """Go to the next step; False where none is left."""
        self.number += 1
        if self.number >= len(self.steps):
            return False
        self.left = self.step.seconds
        return True


def new_job(plan: Plan) -> Job:
    """A job on which nothing has been done."""
    return Job(plan, list(plan.steps), plan.steps[0].seconds)
