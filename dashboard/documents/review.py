"""What a client report is made of: one client's last 13 weeks, as measured."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.documents.matter import Sender
from pipelines.vocabulary import Clock


@dataclass(frozen=True)
class ClockReview:
    """One clock: tickets judged by a target and those in time, with the 95 % interval of their share; times in seconds.

    late counts open tickets that are past their target; n: tickets in the times.
    """

    clock: Clock
    judged: int
    kept: int
    low: float
    high: float
    n: int
    half_seconds: float | None
    nine_seconds: float | None

    @property
    def late(self) -> int:
        """How many were not in time."""
        return self.judged - self.kept


@dataclass(frozen=True)
class Review:
    """A quarter of one client. weeks: week, met, late (of what ended in it), opened. issues: issue_type, n."""

    sender: Sender
    client: str
    first_day: date
    last_day: date
    clocks: tuple[ClockReview, ...]
    weeks: pd.DataFrame
    issues: pd.DataFrame
    open_now: int
    open_late: int
    day_seconds: int
    agreed: tuple[str, ...] = ()
