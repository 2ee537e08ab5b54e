"""A re-score: how a period would have stood under other targets ("had Gold been in force"), beside how it stood."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.measure.measured import as_of_history, judge
from pipelines.measure.results import Slice
from pipelines.targets.lines import checked_lines, lay_out
from pipelines.targets.versions import needs_version
from pipelines.vocabulary import Clock

SQL = Path(__file__).parent
MEASURE = SQL.parent / "measure"
ANSWERS = MEASURE / "answers"
# Lines that are not saved have no start of their own; any moment does.
DRAFTED = datetime(2000, 1, 1)  # noqa: DTZ001 - the history's instants are naive UTC


class By(StrEnum):
    """What divides a re-score."""

    WHOLE = "whole"
    SEGMENT = "segment"
    CLIENT = "client"
    TIER = "tier"
    ISSUE_TYPE = "issue_type"
    LINE = "line"


DIVIDES = {
    By.WHOLE: (),
    By.SEGMENT: ("by_issue", "by_tier", "by_place"),
    By.CLIENT: ("by_client",),
    By.TIER: ("by_tier",),
    By.ISSUE_TYPE: ("by_issue",),
    By.LINE: ("by_issue", "by_tier", "by_premium", "by_place", "by_priority"),
}
PARTS = ("by_client", "by_issue", "by_tier", "by_premium", "by_place", "by_priority")


def rescored(
    history: Connection,
    part: Slice,
    clock: Clock,
    *,
    version: str | None = None,
    lines: pd.DataFrame | None = None,
    as_tier: str | None = None,
    as_premium: bool | None = None,
    by: By = By.SEGMENT,
) -> pd.DataFrame:
    """Judge the clocks of a slice again: by a version as on its first day, or by lines that are not saved.

    With neither, by the targets in force then. `as_tier` and `as_premium` take every ticket for one of such a plan.
    """
    if version is not None and lines is not None:
        raise TurnaroundError("Name a version of targets, or give lines that are not saved, not both.")
    tier = None if as_tier is None else _known_tier(history, as_tier)
    at = judging_lines(history, version, lines)
    values = {"clock": str(clock), "at": at, "as_tier": tier, "as_premium": as_premium, **part.values()}
    history.run(ANSWERS / "slice_clock.sql")
    history.run(SQL / "rescored_span.sql", **values)
    judge(history)
    return history.frame(ANSWERS / "rescored.sql", **{name: name in DIVIDES[by] for name in PARTS})


def judging_lines(history: Connection, version: str | None, lines: pd.DataFrame | None) -> datetime | None:
    """Lay out the lines that judge; the moment of which they are, None where each ticket has its own."""
    if lines is not None:
        lay_out(history, checked_lines(lines))
        history.run(SQL / "drafted_line.sql", at=DRAFTED)
        return DRAFTED
    at: datetime | None = None
    if version is not None:
        needs_version(history, version)
        at = history.value(ANSWERS / "version_start.sql", version=version)
    history.run(MEASURE / "judging_line.sql", at=at)
    return at


def general_lines(history: Connection, version: str | None, lines: pd.DataFrame | None) -> datetime | None:
    """Lay out lines of one moment, that of the latest export where no others are named; returns it."""
    at = judging_lines(history, version, lines)
    if at is None:
        at = as_of_history(history)
        history.run(MEASURE / "judging_line.sql", at=at)
    return at


def _known_tier(history: Connection, tier: str) -> str:
    found = history.rows(ANSWERS / "known_tier.sql", tier=tier)
    if not found:
        raise TurnaroundError(f"No plan is called {tier!r}; there {_are(history)}.")
    return str(found[0][0])


def _are(history: Connection) -> str:
    known: Sequence[str] = [name for (name,) in history.rows(ANSWERS / "known_tiers.sql")]
    return f"are {', '.join(known)}" if known else "is none yet"
