"""What there is: the history as a whole, and the owner's choices."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dashboard.loaders.cache import ask, forget, local, stamp
from pipelines.access_settings import Access
from pipelines.history.generations import version_of
from pipelines.history.schema_version import NEWER, Age, age_of
from pipelines.measure import results
from pipelines.measure.clock.calendars import business_day_seconds
from pipelines.measure.results import Facts, Slice
from pipelines.settings import Settings, home_folder, read_access, read_settings

EIGHT_HOURS = 8 * 3600

__all__ = [
    "Facts",
    "Slice",
    "access",
    "choices",
    "day_seconds",
    "day_seconds_of_each",
    "facts",
    "forget",
    "is_older",
    "last_day",
    "newer_refusal",
    "settings",
    "stamp",
    "today",
]


def access() -> Access:
    """Who may reach the dashboard, read each time; raises SettingsInvalid where that cannot be read."""
    return read_access(home_folder())


def settings() -> Settings:
    """The owner's choices; raises SettingsInvalid with a sentence."""
    return read_settings(home_folder())


def day_seconds() -> int:
    """Open seconds of a usual working day of the company's calendar."""
    return day_seconds_of_each()[settings().default_calendar] or EIGHT_HOURS


def day_seconds_of_each() -> dict[str, int]:
    """Open seconds of a usual working day of each calendar."""
    return {name: business_day_seconds(calendar.windows) for name, calendar in settings().calendars.items()}


def is_older() -> bool:
    """Whether an older Turnaround wrote the history, so that it has to be brought up to date first."""
    return _age() is Age.OLDER


def newer_refusal() -> str:
    """Why a history that a newer Turnaround wrote is not read; empty for any other."""
    return NEWER if _age() is Age.NEWER else ""


def _age() -> Age:
    version = version_of(home_folder())
    return Age.CURRENT if version is None else age_of(version)


def facts() -> Facts | None:
    """What there is; None where no ticket was ever loaded."""
    found: Facts | None = ask(results.facts) if stamp() else None
    return found if found is not None and found.tickets else None


def choices() -> dict[str, list[str]]:
    """What each filter can choose from, tiers in the owner's order."""
    found: dict[str, list[str]] = ask(results.choices)
    order = {tier: place for place, tier in enumerate(settings().tiers)}
    return found | {"tiers": sorted(found["tiers"], key=lambda tier: (order.get(tier, len(order)), tier))}


def last_day() -> date:
    """The day of the newest export, in the company's time zone."""
    found = facts()
    return local(found.as_of).date() if found else date(1970, 1, 1)


def today() -> date:
    """The day that it is, in the company's time zone."""
    return datetime.now(ZoneInfo(settings().timezone)).date()
