"""What documents are made of: who writes, to whom, and the saved version that they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from pipelines.company import Company
from pipelines.prices import Surcharge
from pipelines.vocabulary import Clock

LETTER_PAPER = ("USD", "CAD", "MXN")
EXCLUSIONS = (
    "planned projects, moves and installations, which have dates of their own",
    "faults that a supplier alone can put right, such as an outage of the internet or of a cloud service",
    "equipment and software that no supplier supports any more, or that this agreement does not cover",
    "changes that somebody else made without telling us",
    "time in which we cannot reach you, or cannot get to your site or your systems",
    "events that neither of us can prevent",
)


@dataclass(frozen=True)
class Terms:
    """What holds whatever the times are: what they do not cover, and how many days either side gives notice."""

    exclusions: tuple[str, ...] = EXCLUSIONS
    notice_days: int = 30


@dataclass(frozen=True)
class Hours:
    """Business hours: as the owner titles them, whose holidays are closed, and the open seconds of a usual day."""

    title: str
    holidays: str
    day_seconds: int


@dataclass(frozen=True)
class Client:
    """Whom a document is for, as far as the history and the client list tell."""

    name: str
    tier: str | None = None
    bands: tuple[str, ...] = ()
    premium: bool = False


@dataclass(frozen=True)
class Sender:
    """Who writes, the data's date, and the owner's currency."""

    company: Company
    as_of: date
    logo: bytes | None = None
    currency: str = ""

    @property
    def is_letter_paper(self) -> bool:
        """Whether the firm prints on Letter; everybody else does on A4."""
        return self.currency.upper() in LETTER_PAPER


@dataclass(frozen=True)
class Own:
    """How a client's tickets of the last year went, for one clock; seconds of business time, None: never reached.

    judged, kept: tickets that the version of the document would judge, and those that keep its times.
    """

    clock: Clock
    tickets: int
    half_seconds: float | None
    judged: int
    kept: int


@dataclass(frozen=True)
class Matter:
    """A saved version with everything that its documents say.

    lines: as pipelines.targets.versions has them. tiers, bands: in the owner's order. kinds: issue type -> software,
    hardware or other. issue_types: those that the history knows. rates: share to keep, by tier; None: every other.
    """

    sender: Sender
    version: str
    starts_on: date
    lines: pd.DataFrame
    tiers: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    issue_types: tuple[str, ...] = ()
    hours: tuple[Hours, ...] = ()
    pausing: tuple[Clock, ...] = (Clock.RESOLUTION,)
    rates: Mapping[str | None, float] = field(default_factory=dict)
    surcharge: Surcharge | None = None
    client: Client | None = None
    own: tuple[Own, ...] = ()
    terms: Terms = field(default_factory=Terms)
