"""What a ticket will need, drawn before anybody has touched it."""

from dataclasses import dataclass

from pipelines.sample.recipe import Client, IssueType, Site


@dataclass(frozen=True)
class Arrival:
    """A ticket comes in."""

    at: int
    client: Client
    site: Site
    issue: IssueType
    source: str
    subject: str = ""
    priority: int = 0
    burst: int = 0


@dataclass(frozen=True)
class Pause:
    """A wait for somebody outside the firm, in business seconds."""

    status: str
    seconds: int
    hears_from: str


@dataclass(frozen=True)
class Step:
    """A piece of hands-on work, perhaps at the site, perhaps with a wait behind it."""

    on_site: bool
    seconds: int
    pause: Pause | None = None


@dataclass(frozen=True)
class Plan:
    """A ticket as it came in, and what it is going to take."""

    ticket: int
    arrival: Arrival
    sub_type: str
    subject: str
    priority: int
    level: int
    premium: bool
    steps: tuple[Step, ...]
    again: Step | None
    again_after: int
    duplicate_of: int | None
    clears_after: int | None
    ends_unrecorded: bool

    @property
    def on_site(self) -> bool:
        """Whether somebody has to drive."""
        return any(step.on_site for step in self.steps)
