"""What only the generator knows: kept away from the sample, to judge promises and staffing by."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipelines.sample.instants import HOUR, utc_text
from pipelines.sample.job import Job
from pipelines.sample.roster import Duty
from pipelines.sample.world import World

TRUTH_COLUMNS = (
    "ticket_id", "opened_at", "first_response_at", "first_resolved_at", "resolved_at", "closed_at", "merged",
    "premium", "level_needed", "technician", "hands_on_seconds", "travel_seconds", "queue_seconds", "outside_seconds",
    "burst", "cleared_itself",
)  # fmt: skip
DAMAGE_COLUMNS = ("line", "ticket_id", "what", "field", "was")


def truth_rows(world: World) -> list[list[str]]:
    """One row a ticket, in UTC to the second; queue and outside are seconds of the desk's own hours."""
    return [_truth_row(world, job) for job in world.jobs]


def _truth_row(world: World, job: Job) -> list[str]:
    plan, solved = job.plan, job.resolutions
    cleared = bool(solved) and job.responded_at is None
    return [
        str(plan.ticket), utc_text(plan.arrival.at), utc_text(job.responded_at),
        utc_text(solved[0] if solved else None),
        utc_text(solved[-1] if len(solved) > len(job.reopened_at) else None), utc_text(job.closed_at),
        _yes(job.merged), _yes(plan.premium), str(plan.level), job.owner,
        str(sum(spell.hands_on for spell in job.spells)), str(sum(spell.travel for spell in job.spells)),
        str(_desk_seconds(world, job.ready_spans)), str(_desk_seconds(world, job.outside_spans(world.as_of))),
        str(plan.arrival.burst or ""), _yes(cleared),
    ]  # fmt: skip


def _desk_seconds(world: World, spans: Iterable[tuple[int, int]]) -> int:
    return sum(world.hours["standard"].between(start, end) for start, end in spans)


def _yes(fact: object) -> str:
    return "yes" if fact else "no"


def capacity(world: World) -> dict[str, Any]:
    """Who was there for how long, and what it went on."""
    return {
        "seed": world.seed,
        "as_of": utc_text(world.as_of),
        "drift": {"what": "notice before a visit", "factor_at_end": world.recipe.drift},
        "absence": _absence(world),
        "technicians": [_person(world, name, duty) for name, duty in world.roster.items()],
    }


def _absence(world: World) -> dict[str, Any]:
    away = world.recipe.absence
    return {"technicians": list(away.technicians), "first": away.first.isoformat(), "last": away.last.isoformat()}


def _person(world: World, name: str, duty: Duty) -> dict[str, Any]:
    spells = [spell for job in world.jobs for spell in job.spells if spell.technician == name]
    pairs = zip(duty.opens, duty.closes, strict=True)
    on_duty = sum(max(0, min(closes, world.as_of) - opens) for opens, closes in pairs)
    return {
        "technician": name,
        "support_level": next(person.level for person in world.crew if person.name == name),
        "duty_hours": round(on_duty / HOUR, 1),
        "hands_on_hours": round(sum(spell.hands_on for spell in spells) / HOUR, 1),
        "travel_hours": round(sum(spell.travel for spell in spells) / HOUR, 1),
        "away": sorted(day.isoformat() for day in duty.leave if day <= world.recipe.as_of.date()),
    }


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Readable, and the same bytes each time."""
    path.write_bytes((json.dumps(content, indent=1) + "\n").encode("utf-8"))
