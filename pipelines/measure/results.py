"""Answers for pages and shell: each reads the measured table of an open history and returns a frame."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.connection import Connection
from pipelines.vocabulary import Clock

SQL = Path(__file__).parent / "answers"
CURVE_POINTS = 250


@dataclass(frozen=True)
class Slice:
    """Which part of the history is asked about; empty choices mean all. Days are of the company's time zone."""

    first_day: date = date(1900, 1, 1)
    last_day: date = date(9999, 1, 1)
    tiers: tuple[str, ...] = ()
    issue_kinds: tuple[str, ...] = ()
    work_modes: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        """As statements name them."""
        choices = {name: list(getattr(self, name)) for name in ("tiers", "issue_kinds", "work_modes", "clients")}
        return {"first_day": self.first_day, "last_day": self.last_day, **choices}


EVERYTHING = Slice()


@dataclass(frozen=True)
class Facts:
    """What a history holds, and until when it was seen (UTC)."""

    tickets: int
    excluded: int
    as_of: datetime
    first_opened_at: datetime
    last_opened_at: datetime
    has_tier: bool
    has_client: bool
    has_work_mode: bool
    has_distance: bool
    has_priority: bool
    has_targets: bool
    is_sample: bool


def facts(history: Connection) -> Facts | None:
    """What there is; None where the history holds no ticket."""
    row = history.rows(SQL / "history_facts.sql")[0]
    return Facts(*row) if row[0] or row[1] else None


def turnaround(
    history: Connection,
    clock: Clock,
    part: Slice = EVERYTHING,
    *,
    by_issue: bool = True,
    by_tier: bool = True,
    by_place: bool = True,
    by_client: bool = False,
) -> pd.DataFrame:
    """Quantiles of business seconds per segment, with the counts and states that stand beside them."""
    divides = {"by_client": by_client, "by_issue": by_issue, "by_tier": by_tier, "by_place": by_place}
    frame = _sliced(history, "turnaround", part, clock=str(clock), **divides)
    return frame if by_client else frame.drop(columns="client")


def weekly(history: Connection, clock: Clock, part: Slice) -> pd.DataFrame:
    """Met, late and opened per week of the slice, oldest first; weeks without tickets are there with zeros."""
    return _sliced(history, "weekly", part, clock=str(clock))


def premium_weekly(history: Connection, part: Slice) -> pd.DataFrame:
    """Met and late resolutions of tickets with Premium per week of the slice, oldest first."""
    return _sliced(history, "premium_weekly", part)


def technicians_weekly(history: Connection, part: Slice) -> pd.DataFrame:
    """Tickets resolved and technicians who resolved any, per week of the slice, oldest first."""
    return _sliced(history, "technicians_weekly", part)


def technician_starts(history: Connection) -> pd.DataFrame:
    """Each technician's first and last day and tickets, who came first first."""
    return history.frame(SQL / "technician_start.sql")


def backlog(history: Connection, part: Slice) -> pd.DataFrame:
    """Tickets open at the end of each week of the slice, oldest first."""
    return _sliced(history, "backlog", part)


def curve(history: Connection, clock: Clock, issue_type: str | None, part: Slice) -> pd.DataFrame:
    """Share done by business second, per tier."""
    return _sliced(history, "curve", part, clock=str(clock), issue_type=issue_type, points=CURVE_POINTS)


def late_tickets(history: Connection, clock: Clock, part: Slice) -> pd.DataFrame:
    """Tickets over their target, the furthest over first."""
    return _sliced(history, "late_tickets", part, clock=str(clock))


def due_next(history: Connection, clock: Clock, part: Slice = EVERYTHING) -> pd.DataFrame:
    """Open tickets inside their target, the one with least time left first."""
    return _sliced(history, "due_next", part, clock=str(clock))


def week_by_issue(history: Connection, clock: Clock, week: date, weeks_before: int, part: Slice) -> pd.DataFrame:
    """Late and stopped per issue type in one week, beside the weeks before it."""
    around = Slice(
        week - timedelta(weeks=weeks_before),
        week + timedelta(days=6),
        part.tiers,
        part.issue_kinds,
        part.work_modes,
        part.clients,
    )
    return _sliced(history, "week_by_issue", around, clock=str(clock), week=week)


def choices(history: Connection) -> dict[str, list[str]]:
    """What each filter can choose from; an empty list where the history says nothing."""
    frame = history.frame(SQL / "choices.sql")
    return {name: [str(value) for value in frame[name][0] if value is not None] for name in frame.columns}


def timeline(history: Connection, source: str, ticket_id: str) -> pd.DataFrame:
    """The status changes of one ticket, in order."""
    return history.frame(SQL / "ticket_timeline.sql", source=source, ticket_id=ticket_id)


def clock_parts(history: Connection, clock: Clock, source: str, ticket_id: str, *, pauses: bool) -> pd.DataFrame:
    """What one ticket's clock did, stretch by stretch: it runs, it waits, or the desk is closed."""
    return history.frame(SQL / "clock_parts.sql", clock=str(clock), source=source, ticket_id=ticket_id, pauses=pauses)


def in_force(history: Connection, *, by_priority: bool) -> pd.DataFrame:
    """Per clock and segment: the target that newer tickets have, and how all tickets fared under theirs."""
    return history.frame(SQL / "in_force.sql", by_priority=by_priority)


def priorities_matter(history: Connection) -> bool:
    """Whether a target in force tells priorities apart."""
    return bool(history.value(SQL / "priorities_matter.sql"))


def _sliced(history: Connection, name: str, part: Slice, **values: Any) -> pd.DataFrame:
    history.run(SQL / "slice_clock.sql")
    return history.frame(SQL / f"{name}.sql", **part.values(), **values)
