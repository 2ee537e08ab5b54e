"""The firm as written in data/sample/recipe.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

RECIPE = Path(__file__).resolve().parents[2] / "data" / "sample" / "recipe.toml"
Part = TypeVar("Part")


@dataclass(frozen=True)
class IssueType:
    """A kind of work: how often, how long, where, by whom, and what it waits for, what people write."""

    name: str
    kind: str
    board: str
    weight: float
    minutes: float
    spread: float
    on_site: float
    levels: tuple[float, ...]
    waits: tuple[float, ...]
    priorities: tuple[float, ...]
    round_the_clock: float
    subjects: Mapping[str, Sequence[str]]
    dated: float = 0.0


@dataclass(frozen=True)
class Site:
    """A place of a client and the way there."""

    name: str
    km: float
    area: str


@dataclass(frozen=True)
class Client:
    """Who sends tickets, on what plan."""

    name: str
    code: str
    tier: str
    calendar: str
    users: int
    sites: tuple[Site, ...]
    premium_since: date | None = None


@dataclass(frozen=True)
class Technician:
    """Who works, and the habits that nobody wrote down."""

    name: str
    level: int
    speed: float
    on_site: bool
    keen: float
    tidy: float
    fond_of: tuple[str, ...]
    avoids: tuple[str, ...]
    clients: tuple[str, ...]


@dataclass(frozen=True)
class Wait:
    """What a ticket can wait for outside the firm."""

    status: str
    hours: float
    spread: float
    hears_from: str


@dataclass(frozen=True)
class Demand:
    """How many tickets come, and what befalls them."""

    tickets_a_user_day: float
    weekdays: tuple[float, ...]
    months: tuple[float, ...]
    holiday_factor: float
    week_spread: float
    reopened: float
    chance_duplicate: float
    burst_duplicate: float
    clears_itself: float
    closed_without_end: float


@dataclass(frozen=True)
class Visits:
    """When a trip is worth it and how long the road takes."""

    notice_hours: tuple[float, ...]
    patience_hours: tuple[float, ...]
    worth_a_trip: int
    most_stops: int
    minutes_to_start: float
    minutes_a_km: float
    minutes_a_km_far: float
    far_km: float
    last_start: int


@dataclass(frozen=True)
class Absence:
    """The month in which technicians were missing."""

    technicians: tuple[str, ...]
    first: date
    last: date


@dataclass(frozen=True)
class Recipe:
    """Everything that the made-up firm is made of."""

    firm: str
    first_day: date
    as_of: datetime
    first_ticket: int
    drift: float
    demand: Demand
    absence: Absence
    visits: Visits
    waits: Mapping[str, Wait]
    calendars: Mapping[str, Mapping[str, Any]]
    technicians: tuple[Technician, ...]
    candidates: tuple[Technician, ...]
    issue_types: Mapping[str, IssueType]
    clients: tuple[Client, ...]
    words: Mapping[str, tuple[str, ...]]
    bursts: Mapping[str, Any]
    subject_habits: Mapping[str, float]
    fees: Mapping[str, float]
    targets: tuple[Mapping[str, Any], ...]


def read_recipe(path: Path = RECIPE) -> Recipe:
    """The recipe that ships."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    period, away = raw["period"], raw["absence"]
    return Recipe(
        firm=period["firm"],
        first_day=period["first_day"],
        as_of=period["as_of"],
        first_ticket=period["first_ticket"],
        drift=raw["drift"]["factor_at_end"],
        demand=_part(Demand, raw["demand"]),
        absence=Absence(tuple(away["technicians"]), away["from"], away["until"]),
        visits=_part(Visits, raw["visits"]),
        waits={name: _part(Wait, wait) for name, wait in raw["pauses"].items()},
        calendars=raw["calendars"],
        technicians=tuple(_part(Technician, one) for one in raw["technician"]),
        candidates=tuple(_part(Technician, one) for one in raw["candidate"]),
        issue_types={one["name"]: _part(IssueType, one) for one in raw["issue_type"]},
        clients=tuple(_client(one) for one in raw["client"]),
        words={slot: tuple(words) for slot, words in raw["words"].items()},
        bursts=raw["bursts"],
        subject_habits=raw["late_in_the_subject"],
        fees=raw["fees"],
        targets=tuple(raw["targets"]),
    )


def default_seed(path: Path = RECIPE) -> int:
    """The seed of the sample that ships."""
    return int(tomllib.loads(path.read_text(encoding="utf-8"))["period"]["seed"])


def _client(raw: dict[str, Any]) -> Client:
    return _part(Client, raw | {"sites": [_part(Site, site) for site in raw["sites"]]})


def _part(kind: type[Part], raw: Mapping[str, Any]) -> Part:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in raw.items() if name in known})
