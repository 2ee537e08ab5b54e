"""How long work takes, and what can be promised."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pandas as pd

from dashboard.loaders.cache import ask, local, worked_out
from dashboard.loaders.home import Slice, facts, last_day
from models import refresh, review
from models.refresh import Promises
from pipelines.measure import results
from pipelines.settings import home_folder
from pipelines.vocabulary import Clock

__all__ = ["Promises", "by_week", "curve", "interval", "period", "promises", "turnaround"]


def period(weeks_back: int | None, part: Slice) -> Slice:
    """A slice cut to the last weeks before the newest export; None keeps all."""
    first = last_day() - timedelta(weeks=weeks_back) + timedelta(days=1) if weeks_back else Slice().first_day
    return replace(part, first_day=first)


def turnaround(
    clock: Clock, part: Slice, *, by_issue: bool = True, by_tier: bool = True, by_place: bool = True
) -> pd.DataFrame:
    """How long the tickets of a slice take, per segment."""
    frame: pd.DataFrame = ask(results.turnaround, clock, part, by_issue=by_issue, by_tier=by_tier, by_place=by_place)
    return frame


def curve(clock: Clock, issue_type: str | None, part: Slice) -> pd.DataFrame:
    """Share done by business second, per tier."""
    frame: pd.DataFrame = ask(results.curve, clock, issue_type, part)
    return frame


def interval(hits: float, tickets: float) -> tuple[float, float]:
    """The 95 % interval of a share."""
    return review.wilson(hits, tickets)


def by_week(clock: Clock, part: Slice) -> pd.DataFrame:
    """Met and late of each week of a slice (weekly.sql), from the first week of the history on."""
    found = facts()
    first = local(found.first_opened_at).date() if found else part.first_day
    own = replace(part, first_day=max(part.first_day, first), last_day=min(part.last_day, last_day()))
    frame: pd.DataFrame = ask(results.weekly, clock, own)
    return frame


def promises() -> Promises | None:
    """What can be promised, as it was last worked out."""
    found: Promises | None = worked_out(_promises, home_folder(), _stored(home_folder()))
    return found


def _promises(home: Path, stored: tuple[tuple[str, int], ...]) -> Promises | None:
    del stored  # part of the key: a fit may end beside an older history than today's
    return refresh.read_promises(home)


def _stored(home: Path) -> tuple[tuple[str, int], ...]:
    files = sorted((home / "generations").glob("*/promises-*"))
    return tuple((str(file), file.stat().st_mtime_ns) for file in files)
