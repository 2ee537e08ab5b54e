"""What the page about a week asks."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time, local, worked_out
from dashboard.loaders.home import Slice, facts, last_day, settings
from models import review
from models.promise.scores import RiskRecord
from models.refresh import read_backtest, read_promises
from models.review import WeekVerdict
from pipelines.measure import results
from pipelines.settings import home_folder
from pipelines.vocabulary import Clock

TICKET = ["source", "ticket_id"]
WEEKS_SHOWN = 26
WEEKS_BEFORE = 26


@dataclass(frozen=True)
class WeekReport:
    """One week and the weeks before it, oldest first; both clocks."""

    week: date
    resolution: pd.DataFrame
    response: pd.DataFrame
    backlog: pd.DataFrame
    verdict: WeekVerdict
    chart: pd.DataFrame
    response_chart: pd.DataFrame


def weeks() -> list[date]:
    """The Mondays of the history, newest first."""
    found = facts()
    if found is None:
        return []
    newest, oldest = _monday(last_day()), _monday(local(found.first_opened_at).date())
    return [newest - timedelta(weeks=back) for back in range((newest - oldest).days // 7 + 1)]


def newest_complete_week() -> date:
    """The newest week whose last working day the export has seen, or the newest of all."""
    chosen, all_weeks = settings(), weeks()
    last = max((window.weekday for window in chosen.calendars[chosen.default_calendar].windows), default=7)
    newest = last_day()
    seen = [week for week in all_weeks if week + timedelta(days=last - 1) <= newest]
    return (seen or all_weeks)[0]


def _charted(weekly: pd.DataFrame) -> pd.DataFrame:
    """The weeks of the control chart, without those before the history begins."""
    chart = review.control_chart(weekly).tail(WEEKS_SHOWN)
    known = pd.to_datetime(chart["week"]).dt.date >= min(weeks(), default=date.min)
    return chart[known] if known.any() else chart


def weeks_before(week: date) -> int:
    """How many weeks of the history lie before one."""
    return sum(one < week for one in weeks())


def week_report(week: date, part: Slice) -> WeekReport:
    """Everything that the page about a week says first."""
    report: WeekReport = worked_out(_reported, week, part)
    return report


def _reported(week: date, part: Slice) -> WeekReport:
    goal = round(1 - settings().kept_rate, 6)
    first = week - timedelta(weeks=WEEKS_SHOWN + WEEKS_BEFORE - 1)
    around = replace(part, first_day=first, last_day=week + timedelta(days=6))
    resolution, response = (ask(results.weekly, clock, around) for clock in (Clock.RESOLUTION, Clock.FIRST_RESPONSE))
    chart, response_chart = (_charted(frame) for frame in (resolution, response))
    return WeekReport(
        week=week,
        resolution=resolution,
        response=response,
        backlog=ask(results.backlog, replace(around, first_day=week - timedelta(weeks=1))),
        verdict=review.verdict(resolution, week, goal),
        chart=chart.reset_index(drop=True),
        response_chart=response_chart.reset_index(drop=True),
    )


def differences(week: date, part: Slice) -> pd.DataFrame:
    """More or fewer late tickets than usual, by issue type."""
    return review.differences(ask(results.week_by_issue, Clock.RESOLUTION, week, WEEKS_BEFORE, part))


def late_tickets(week: date, part: Slice) -> pd.DataFrame:
    """The tickets over their target in a week, in local time."""
    own = replace(part, first_day=week, last_day=week + timedelta(days=6))
    return in_local_time(ask(results.late_tickets, Clock.RESOLUTION, own))


def due_next(part: Slice) -> pd.DataFrame:
    """Open tickets inside their target, the likeliest to be late first; risk is missing where it was not worked out."""
    due: pd.DataFrame = worked_out(_due, part)
    return due


def _due(part: Slice) -> pd.DataFrame:
    due = in_local_time(ask(results.due_next, Clock.RESOLUTION, part))
    made = read_promises(home_folder())
    learnt = None if made is None or made.stale else made.clocks.get(Clock.RESOLUTION)
    if learnt is None or learnt.at_risk.empty:
        return due.assign(risk=None, driver=None)
    risks = learnt.at_risk[[*TICKET, "risk", "driver"]]
    # Pandas sorts what is missing last; among equals the order of the time that is left stays.
    return due.merge(risks, on=TICKET, how="left").sort_values(
        "risk", ascending=False, kind="stable", ignore_index=True
    )


def risk_record() -> RiskRecord | None:
    """How such probabilities fared in the back-test; None where it was not run."""
    tested = read_backtest(home_folder())
    own = tested.clocks.get(Clock.RESOLUTION) if tested else None
    return own.risk if own else None


def timeline(source: str, ticket_id: str) -> pd.DataFrame:
    """The status changes of one ticket, in local time."""
    return in_local_time(ask(results.timeline, source, ticket_id))


def clock_parts(clock: Clock, source: str, ticket_id: str) -> pd.DataFrame:
    """What the clock of one ticket did, stretch by stretch, in local time; no row where its end is unknown."""
    pauses = clock in settings().clocks_that_pause
    return in_local_time(ask(results.clock_parts, clock, source, ticket_id, pauses=pauses))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
