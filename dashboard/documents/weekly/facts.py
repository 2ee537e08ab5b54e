"""What a weekly report is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from models.promise.scores import RiskRecord
from models.review import WeekVerdict
from models.scorecard import Number, Worst


@dataclass(frozen=True)
class Weekly:
    """One week, measured; instants in the company's time zone.

    report: resolution, response, backlog, verdict, chart and response_chart of the week and those before it. due: None
    beside an older week. staffing: sentences in Markdown, none where the desk is not learnt or not usable. failed: the
    steps of the Monday that went wrong before the report.
    """

    company: str
    is_sample: bool
    week: date
    as_of: datetime
    tickets: int
    hours: str
    day_seconds: int
    kept_rate: float
    report: Any
    numbers: Sequence[Number]
    differences: pd.DataFrame
    late: pd.DataFrame
    due: pd.DataFrame | None
    risk: RiskRecord | None
    worst: Worst | None
    staffing: Sequence[str]
    checks: pd.DataFrame
    slice_told: str = ""
    failed: Sequence[str] = ()

    @property
    def verdict(self) -> WeekVerdict:
        """News or noise."""
        verdict: WeekVerdict = self.report.verdict
        return verdict

    @property
    def has_targets(self) -> bool:
        """Whether anything can be late."""
        return self.verdict.kind != "no_targets"
