"""The owner's choices: what ships in data/settings.toml, with the home's settings.toml laid over it."""

import os
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipelines import access_settings, mail_settings, places, prices, scorecard
from pipelines.access_settings import Access
from pipelines.business_hours import MOST_WINDOWS_A_DAY, WEEKDAYS, Calendar, DailyWindow, calendar
from pipelines.company import Company, currency
from pipelines.company import company as company_of
from pipelines.contract import Contract, contract
from pipelines.errors import SettingsInvalid
from pipelines.mail_settings import Email
from pipelines.matrix import Matrix, matrix
from pipelines.places import DistanceBand, Office, Road
from pipelines.prices import Prices
from pipelines.scorecard import Aim
from pipelines.tier_plans import Plan, plans
from pipelines.vocabulary import Clock

__all__ = [
    "MOST_WINDOWS_A_DAY",
    "ROOT",
    "SHIPPED",
    "WEEKDAYS",
    "Calendar",
    "DailyWindow",
    "Email",
    "Settings",
    "Staffing",
    "home_folder",
    "known_zone",
    "laid_over_shipped",
    "own_toml",
    "read_access",
    "read_settings",
    "toml_of",
]

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "data"
# Names such as localtime or right/UTC are known to some systems and not to the database.
ZONE = re.compile(r"UTC|(?!right/|posix/)[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+")
MOST_MONTHS = 1200
MOST_TECHNICIANS, MOST_LUNCH, MIN_GOAL = 200, 180, 0.5


@dataclass(frozen=True)
class Staffing:
    """Who works and what a month must keep; technicians 0: as many as the history shows.

    skills: how many of them can do the work of a mode, an issue kind or an issue type that not everybody can do.
    """

    technicians: int
    lunch_minutes: float
    response_goal: float
    resolution_goal: float
    skills: Mapping[str, int]


@dataclass(frozen=True)
class Settings:
    """Everything the owner may choose, checked."""

    company: Company
    timezone: str
    currency: str
    default_calendar: str
    calendars: Mapping[str, Calendar]
    tiers: tuple[str, ...]
    offices: tuple[Office, ...]
    road: Road
    distance_bands: tuple[DistanceBand, ...]
    clocks_that_pause: tuple[Clock, ...]
    kept_rate: float
    kept_rate_of_tier: Mapping[str, float]
    keep_months: int
    prices: Prices
    staffing: Staffing
    plans: Mapping[str, Plan]
    matrix: Matrix
    contract: Contract
    scorecard: Mapping[str, Aim]
    email: Email
    access: Access

    @property
    def kept_rates(self) -> dict[str | None, float]:
        """The share of tickets that keeps a promise, per tier that has one of its own; None: every other tier."""
        rates: dict[str | None, float] = {None: self.kept_rate}
        rates.update(self.kept_rate_of_tier)
        return rates


def home_folder(given: Path | None = None) -> Path:
    """The folder of everything that is the owner's: given, else TURNAROUND_HOME, else data/local."""
    return Path(given or os.environ.get("TURNAROUND_HOME") or SHIPPED / "local").resolve()


def read_settings(home: Path) -> Settings:
    """Shipped defaults with the home's settings.toml laid over them; raises SettingsInvalid with a plain sentence."""
    return _understood(_own(home))


def read_access(home: Path) -> Access:
    """Who may reach the dashboard, whatever else the settings say; raises SettingsInvalid where that cannot be read."""
    return _access_of(_own(home))


@lru_cache(maxsize=8)
def _access_of(content: bytes) -> Access:
    """Asked by each part of a page, on each run."""
    return access_settings.access(toml_of(content).get("access", {}))


def own_toml(home: Path) -> dict[str, Any]:
    """The home's settings.toml as it is written, {} where there is none; raises SettingsInvalid."""
    return toml_of(_own(home))


def _own(home: Path) -> bytes:
    own = home / "settings.toml"
    try:
        return own.read_bytes() if own.exists() else b""
    except OSError as error:
        raise SettingsInvalid(f"settings.toml in your home cannot be read ({error.strerror}).") from None


@lru_cache(maxsize=8)
def _understood(content: bytes) -> Settings:
    """A page asks for its settings a hundred times: the same bytes are understood once."""
    return laid_over_shipped(toml_of(content))


def toml_of(content: bytes, what: str = "settings.toml in your home") -> dict[str, Any]:
    """What a file of settings says, with or without a byte order mark; raises SettingsInvalid."""
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"{what} cannot be read: {error}. Mend that line.") from None
    except RecursionError:
        raise SettingsInvalid(f"{what} cannot be read: it has too many brackets inside each other.") from None


def laid_over_shipped(written: dict[str, Any]) -> Settings:
    """What an owner's settings come to; raises SettingsInvalid with a plain sentence."""
    below = toml_of((SHIPPED / "settings.toml").read_bytes())
    for part, value in written.items():
        if part in below and not isinstance(value, dict):
            raise SettingsInvalid(f"{part} must be a part of its own that begins with [{part}].")
    try:
        return _checked(_laid_over(below, written))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        # Each part says what it needs; this stands for what none of them foresaw, without the words of Python.
        raise SettingsInvalid(
            "settings.toml in your home has a value of another kind than belongs there, such as a text where a number"
            " is meant; compare it with the defaults in data/settings.toml."
        ) from None


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    both = dict(below)
    for key, value in above.items():
        under = below.get(key)
        nested = isinstance(value, dict) and isinstance(under, dict) and key != "calendars"
        both[key] = _laid_over(under, value) if nested and isinstance(under, dict) else value
    if "calendars" in above:
        both["calendars"] = below["calendars"] | above["calendars"]
    return both


def _checked(written: dict[str, Any]) -> Settings:
    company = written["company"]
    calendars = {name: calendar(name, text) for name, text in written["calendars"].items()}
    if not isinstance(company["default_calendar"], str) or company["default_calendar"] not in calendars:
        raise SettingsInvalid(f"The default calendar {company['default_calendar']!r} is not one of the calendars.")
    return Settings(
        company=company_of(company),
        timezone=known_zone(company["timezone"]),
        currency=currency(company["currency"]),
        default_calendar=company["default_calendar"],
        calendars=calendars,
        tiers=_names(written["tiers"]["order"]),
        offices=places.offices(written.get("offices", [])),
        road=places.road(written["distance"]),
        distance_bands=places.bands(written["distance"]["bands"]),
        clocks_that_pause=_clocks(written["clock"]["pauses_stop"]),
        kept_rate=_share(written["promise"]["kept_rate"]),
        kept_rate_of_tier=_shares(written["promise"]["tiers"]),
        keep_months=_months(written["history"]["keep_months"]),
        prices=prices.prices(written["prices"]),
        staffing=_staffing(written["staffing"]),
        plans=plans(written["tiers"]["plans"]),
        matrix=matrix(written["priorities"]["matrix"]),
        contract=contract(written["contract"]),
        scorecard=scorecard.aims(written.get("scorecard", {}), _share(written["promise"]["kept_rate"])),
        email=mail_settings.email(written.get("email", {})),
        access=access_settings.access(written.get("access", {})),
    )


def _share(written: Any) -> float:
    if not isinstance(written, int | float) or isinstance(written, bool) or not 0.5 <= written <= 0.99:
        raise SettingsInvalid("promise.kept_rate must lie between 0.5 and 0.99, for example 0.9 for nine in ten.")
    return float(written)


def _shares(written: Any) -> dict[str, float]:
    if not isinstance(written, dict):
        raise SettingsInvalid("promise.tiers must give a rate for each plan, such as tiers = { Gold = 0.95 }.")
    return {str(tier): _share(rate) for tier, rate in written.items()}


def _clocks(written: Any) -> tuple[Clock, ...]:
    if not isinstance(written, list) or not all(name in tuple(Clock) for name in written):
        known = ", ".join(f'"{clock}"' for clock in Clock)
        raise SettingsInvalid(f"clock.pauses_stop must be a list of clocks, [] for none; there are {known}.")
    return tuple(Clock(name) for name in written)


def _staffing(written: Mapping[str, Any]) -> Staffing:
    technicians, lunch = written["technicians"], written["lunch_minutes"]
    if not isinstance(technicians, int) or isinstance(technicians, bool) or not 0 <= technicians <= MOST_TECHNICIANS:
        raise SettingsInvalid(
            f"staffing.technicians must be a whole number up to {MOST_TECHNICIANS}, or 0 for what the history shows."
        )
    if not isinstance(lunch, int | float) or isinstance(lunch, bool) or not 0 <= lunch <= MOST_LUNCH:
        raise SettingsInvalid(f"staffing.lunch_minutes must lie between 0 and {MOST_LUNCH}.")
    goals = _goal(written, "response_goal"), _goal(written, "resolution_goal")
    return Staffing(technicians, float(lunch), *goals, _skills(written.get("skills", {})))


def _skills(written: Any) -> dict[str, int]:
    fits = isinstance(written, dict) and all(
        isinstance(count, int) and not isinstance(count, bool) and 1 <= count <= MOST_TECHNICIANS
        for count in written.values()
    )
    if not fits:
        raise SettingsInvalid(
            "staffing.skills must say how many technicians can do a kind of work, such as skills = { on_site = 4 }."
        )
    return dict(written)


def _goal(written: Mapping[str, Any], name: str) -> float:
    goal = written[name]
    if not isinstance(goal, int | float) or isinstance(goal, bool) or not MIN_GOAL <= goal <= 1:
        raise SettingsInvalid(f"staffing.{name} must lie between {MIN_GOAL} and 1, for example 0.9 for nine in ten.")
    return float(goal)


def _months(written: Any) -> int:
    if not isinstance(written, int) or isinstance(written, bool) or not 0 <= written <= MOST_MONTHS:
        raise SettingsInvalid("history.keep_months must be a whole number of months such as 36, or 0 to keep all.")
    return written


def known_zone(name: Any) -> str:
    """The name itself where it is a time zone of the IANA list; raises SettingsInvalid otherwise."""
    if not isinstance(name, str) or not ZONE.fullmatch(name) or not _is_zone(name):
        raise SettingsInvalid(f"{name!r} is not a time zone; write one such as Europe/London.")
    return name


def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _names(written: Any) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(name, str) and name.strip() for name in written):
        raise SettingsInvalid('tiers.order must be a list such as ["Silver", "Gold"], or [] where plans have no order.')
    if not all(name.isprintable() for name in written):
        raise SettingsInvalid("A plan in tiers.order must be one line of text.")
    twice = [name for name, times in Counter(name.strip().casefold() for name in written).items() if times > 1]
    if twice:
        raise SettingsInvalid(f"tiers.order names the plan {twice[0]!r} more than once; capitals make no difference.")
    return tuple(written)
