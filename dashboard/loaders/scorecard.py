"""What the scorecard and the weekly report ask."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import streamlit as st

from dashboard.loaders.cache import ask, stamp, worked_out
from dashboard.loaders.home import Slice, settings
from dashboard.loaders.plans import plans
from dashboard.loaders.week import WEEKS_BEFORE, WEEKS_SHOWN, week_report
from models import scorecard
from models.refresh.decisions import Decision
from models.refresh.decisions import decisions as decided
from models.scorecard import Number
from pipelines.measure import results
from pipelines.settings import home_folder

__all__ = ["Decision", "Number", "decisions", "scorecard_numbers"]


def scorecard_numbers(week: date, part: Slice) -> list[Number]:
    """The numbers of the scorecard, their last thirteen weeks up to a week."""
    numbers: list[Number] = worked_out(_numbers, week, part)
    return numbers


def _numbers(week: date, part: Slice) -> list[Number]:
    report = week_report(week, part)
    first = week - timedelta(weeks=WEEKS_SHOWN + WEEKS_BEFORE - 1)
    around = replace(part, first_day=first, last_day=week + timedelta(days=6))
    weekly = scorecard.Weekly(
        report.resolution,
        report.response,
        ask(results.backlog, around),
        ask(results.premium_weekly, around),
        ask(results.technicians_weekly, around),
    )
    return scorecard.numbers(weekly, settings().scorecard)


def decisions() -> list[Decision]:
    """Each decision with what changed after it, the newest first; plans are a file of the home, read each time."""
    return _decided(str(home_folder()), stamp(), repr(plans()))


@st.cache_data(max_entries=8, ttl="12h", show_spinner=False)
def _decided(home: str, stamped: str, kept: str) -> list[Decision]:
    del stamped, kept  # part of the key: other data or plans, another answer
    return decided(Path(home))
