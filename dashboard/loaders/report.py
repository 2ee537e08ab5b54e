"""What the weekly report is made of, and the report itself."""

from datetime import date

from dashboard.digest import staffing_answer
from dashboard.documents import weekly
from dashboard.documents.weekly import Weekly
from dashboard.loaders.books import checks
from dashboard.loaders.cache import local
from dashboard.loaders.desk import Scenario, answers, desk
from dashboard.loaders.home import Slice, day_seconds, facts, settings
from dashboard.loaders.plans import measured
from dashboard.loaders.scorecard import scorecard_numbers
from dashboard.loaders.spread import turnaround
from dashboard.loaders.week import differences, due_next, late_tickets, newest_complete_week, risk_record, week_report
from dashboard.wording import report as report_words
from models.refresh.desks import learn_desk
from models.scorecard import WEEKS, worst_segment
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.measure.checking import LOOK
from pipelines.measure.results import EVERYTHING
from pipelines.settings import home_folder
from pipelines.vocabulary import Clock


def weekly_facts(week: date, part: Slice = EVERYTHING, *, staffing: bool = False) -> Weekly:
    """Everything that the report of a week tells; staffing: also whether people are enough, if the desk was learnt."""
    known, chosen = facts(), settings()
    if known is None:
        raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
    report = week_report(week, part)
    has_targets = report.verdict.kind != "no_targets"
    is_newest = week >= newest_complete_week()
    found = checks()
    return Weekly(
        company=chosen.company.name,
        is_sample=known.is_sample,
        week=week,
        as_of=local(known.as_of),
        tickets=known.tickets,
        hours=chosen.calendars[chosen.default_calendar].title,
        day_seconds=day_seconds(),
        kept_rate=chosen.kept_rate,
        report=report,
        numbers=scorecard_numbers(week, part),
        differences=differences(week, part),
        late=late_tickets(week, part),
        due=due_next(part) if is_newest and has_targets else None,
        risk=risk_record(),
        worst=worst_segment(turnaround(Clock.RESOLUTION, _last_weeks(week, part), by_place=False), report.resolution),
        staffing=_staffing() if staffing and is_newest else (),
        checks=found[(found["severity"] == LOOK) & (found["rows"] > 0)],
        slice_told="" if part == EVERYTHING else report_words.PART_ALONE,
    )


def weekly_page(week: date, part: Slice = EVERYTHING) -> bytes:
    """The report as a page of HTML."""
    return weekly.page(weekly_facts(week, part))


def weekly_workbook(week: date, part: Slice = EVERYTHING) -> bytes:
    """The report as a workbook."""
    return weekly.workbook(weekly_facts(week, part))


def _last_weeks(week: date, part: Slice) -> Slice:
    return Slice(
        date.fromordinal(week.toordinal() - 7 * (WEEKS - 1)), date.fromordinal(week.toordinal() + 6),
        part.tiers, part.issue_kinds, part.work_modes, part.clients,
    )  # fmt: skip


def _staffing() -> tuple[str, ...]:
    """Whether to hire, from the desk as it was learnt; nothing where it was not, or does not foretell its own past."""
    try:
        if not learn_desk(home_folder(), stored_only=True).usable:
            return ()
        *_, found = answers(Scenario())
        learnt = desk()
        goals = dict(learnt.desk.goals)
        return tuple(
            filter(
                None,
                (
                    staffing_answer.verdict(found),
                    staffing_answer.kept(found, goals, staffing_answer.measured(measured())),
                ),
            )
        )
    except TurnaroundError:
        return ()
