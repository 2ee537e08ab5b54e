"""Versions of targets, agreements, re-scores and the back-test, as the page about targets asks for them."""

from datetime import date

import pandas as pd

from dashboard.loaders.cache import ask, local
from dashboard.loaders.home import Slice, facts, last_day, settings
from dashboard.loaders.spread import period
from models.refresh import BackTest, read_backtest
from pipelines.settings import home_folder
from pipelines.targets import agreements as agreed
from pipelines.targets import versions as kept
from pipelines.targets.kinds import targets_of_kinds
from pipelines.targets.rescoring import By, rescored
from pipelines.vocabulary import Clock

WEEKS_JUDGED = 52
DAYS_A_MONTH = 30.44
LEVELS = (0.8, 0.9, 0.95)

__all__ = ["LEVELS", "BackTest", "By"]


def versions() -> pd.DataFrame:
    """The versions of targets, oldest first."""
    frame: pd.DataFrame = ask(kept.versions)
    return frame


def version_today() -> str | None:
    """The version that judges a ticket opened at the latest export."""
    known = versions()
    started = known[pd.to_datetime(known["valid_from"]).dt.date <= last_day()] if len(known) else known
    return None if started.empty else str(started["version"].iloc[-1])


def version_to_come() -> date | None:
    """The day from which the newest version judges, where that is after the latest export."""
    later = [day for day in pd.to_datetime(versions()["valid_from"]).dt.date if day > last_day()]
    return max(later, default=None)


def version_lines(version: str) -> pd.DataFrame:
    """The lines of a version."""
    frame: pd.DataFrame = ask(kept.version_lines, version)
    return frame


def comparison(old: str, new: str | pd.DataFrame) -> pd.DataFrame:
    """Two versions, or a version and lines that are not saved, line by line."""
    frame: pd.DataFrame = ask(kept.compare, old, new)
    return frame


def kinds(version: str | None, lines: pd.DataFrame | None = None) -> pd.DataFrame:
    """The target of each kind of ticket by a version, or by lines that are not saved."""
    frame: pd.DataFrame = ask(targets_of_kinds, version=version, lines=lines)
    return frame


def agreements() -> pd.DataFrame:
    """The register of agreements."""
    frame: pd.DataFrame = ask(agreed.agreements)
    return frame


def register_is_measured() -> bool:
    """Whether the history was measured by the register as it is now."""
    found: bool = ask(agreed.is_measured, home_folder())
    return found


def last_year() -> Slice:
    """The weeks that targets are judged on: all tickets, whatever the side bar asks for."""
    return period(WEEKS_JUDGED, Slice())


def shorter_than_a_year() -> date | None:
    """The first day of the history, where that is later than the weeks that targets are judged on."""
    found = facts()
    first = local(found.first_opened_at).date() if found else None
    return first if first and first > last_year().first_day else None


def months(part: Slice) -> float:
    """How many months of the history a slice has."""
    found = facts()
    first = local(found.first_opened_at).date() if found else date(1970, 1, 1)
    return max(1.0, ((last_day() - max(first, part.first_day)).days + 1) / DAYS_A_MONTH)


def rescore(
    part: Slice,
    clock: Clock,
    by: By,
    *,
    version: str | None = None,
    lines: pd.DataFrame | None = None,
    as_tier: str | None = None,
) -> pd.DataFrame:
    """How a period would have stood under a version or lines that are not saved, beside how it stood."""
    frame: pd.DataFrame = ask(rescored, part, clock, version=version, lines=lines, as_tier=as_tier, by=by)
    return frame


def backtest() -> BackTest | None:
    """How earlier promises would have been kept; None where that was never worked out."""
    return read_backtest(home_folder())


def rates(level: float | None) -> dict[str | None, float]:
    """The shares to keep: one for all, or as the settings have them."""
    return settings().kept_rates if level is None else {None: level}
