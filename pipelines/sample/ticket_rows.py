"""Tickets as the tool's report view writes them: wall time in some columns, UTC in others."""

from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours
from pipelines.sample.instants import HOUR, MINUTE, local_text, utc_text
from pipelines.sample.job import Job
from pipelines.sample.life import CLOSED, RESOLVED
from pipelines.sample.world import World

TICKET_COLUMNS = (
    "TicketNbr", "Board_Name", "Status_Description", "Priority", "ServiceType", "ServiceSubType", "Summary",
    "company_name", "Site_Name", "service_location", "agreement_name", "team_name", "Ticket_Owner", "date_entered",
    "Last_Update", "Date_Responded_UTC", "Date_Resolved_UTC", "date_closed", "Hours_Actual", "Travel_Hours",
    "Merged_Into", "Responded_Minutes", "Resolved_Minutes", "Minutes_Waiting",
)  # fmt: skip
PRIORITIES = {1: "P1 - Critical", 2: "P2 - High", 3: "P3 - Normal", 4: "P4 - Low"}
TEAMS = {1: "Service Desk", 2: "Escalations", 3: "Infrastructure"}
NOT_LOGGED = 0.03
QUARTERS = 0.35


def ticket_rows(world: World) -> list[list[str]]:
    """One row a ticket, in order of number."""
    dice = Dice(world.seed, "time sheets")
    levels = {person.name: person.level for person in world.crew}
    return [_row(world, job, levels.get(job.owner, 1), dice) for job in world.jobs]


def end_known(job: Job) -> int | None:
    """When it was resolved, as far as the tool was told."""
    ended = job.status in (RESOLVED, CLOSED) and not job.plan.ends_unrecorded
    return job.resolutions[-1] if ended else None


def _row(world: World, job: Job, level: int, dice: Dice) -> list[str]:
    return [*_labels(job, level), *_stamps(job), *_time_sheet(job, dice), *_vendor_minutes(world, job)]


def _labels(job: Job, level: int) -> list[str]:
    plan, client = job.plan, job.plan.arrival.client
    visited = plan.on_site and level < len(TEAMS)
    return [
        str(plan.ticket), _board(job), job.status, PRIORITIES[plan.priority], plan.arrival.issue.name,
        plan.sub_type, plan.subject, client.name, plan.arrival.site.name, "On-site" if plan.on_site else "Remote",
        client.tier, "Field" if visited else TEAMS[level], job.owner,
    ]  # fmt: skip


def _board(job: Job) -> str:
    board = job.plan.arrival.issue.board
    return "Field Service" if job.plan.on_site and board == "Service Desk" else board


def _stamps(job: Job) -> list[str]:
    return [
        local_text(job.plan.arrival.at), local_text(job.changes[-1].at), utc_text(job.responded_at),
        utc_text(end_known(job)), local_text(job.closed_at),
    ]  # fmt: skip


def _time_sheet(job: Job, dice: Dice) -> list[str]:
    """Hours as technicians write them down: some in quarters, some not at all."""
    forgotten, in_quarters = dice.chance(NOT_LOGGED), dice.chance(QUARTERS)
    hands_on = sum(spell.hands_on for spell in job.spells)
    step = HOUR // 4 if in_quarters else 3 * MINUTE
    hours = 0.0 if forgotten else -(-hands_on // step) * step / HOUR
    travel = sum(spell.travel for spell in job.spells) / HOUR
    return [f"{hours:.2f}", f"{travel:.2f}"]


def _vendor_minutes(world: World, job: Job) -> list[str]:
    """Merged into, and the tool's own service-level minutes, cut to whole minutes before it counts."""
    hours = world.hours[job.plan.arrival.client.calendar]
    waited = sum(_minutes(hours, start, end) for start, end in job.outside_spans(world.as_of))
    opened, end = job.plan.arrival.at, end_known(job)
    answered = "" if job.responded_at is None else str(_minutes(hours, opened, job.responded_at))
    resolved = "" if end is None else str(max(_minutes(hours, opened, end) - waited, 0))
    return [str(job.plan.duplicate_of) if job.merged else "", answered, resolved, str(waited)]


def _minutes(hours: Hours, start: int, end: int) -> int:
    return hours.between(start - start % MINUTE, end - end % MINUTE) // MINUTE
