"""What documents are made of: who writes, to whom, and the saved version that they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pandas as pd

from pipelines.company import Company
from pipelines.contract import Contract
from pipelines.prices import Surcharge
from pipelines.tier_plans import Plan
from pipelines.vocabulary import Clock

LETTER_PAPER = ("USD", "CAD", "MXN")
UNSAID = Contract(exclusions=(), definitions={}, notice_days=30, law="")


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
    """Who writes, the data's date, the owner's currency, and the day of a letter (None: the data's date)."""

    company: Company
    as_of: date
    logo: bytes | None = None
    currency: str = ""
    written_on: date | None = None

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


class State(StrEnum):
    """How a version stands at the data's date."""

    STARTS = "starts"
    IN_FORCE = "in_force"
    PAST = "past"


@dataclass(frozen=True)
class Fared:
    """How the last 52 weeks would have kept a version: by clock, tickets in time and tickets judged.

    premium: of Premium clients alone. since: the first day of a history that is younger. rates: the shares to keep,
    by plan; None: every other.
    """

    clocks: Mapping[str, tuple[int, int]]
    premium: Mapping[str, tuple[int, int]]
    since: date | None
    rates: Mapping[str | None, float]


@dataclass(frozen=True)
class Matter:
    """A saved version with everything that its documents say.

    lines: as pipelines.targets.versions has them. tiers, bands: in the owner's order. kinds: issue type -> software,
    hardware or other. issue_types: those that the history knows. rates: share to keep, by tier; None: every other.
    since: the day on which the version before it started, where one is in force until this one starts.
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
    contract: Contract = UNSAID
    plans: Mapping[str, Plan] = field(default_factory=dict)
    since: date | None = None
