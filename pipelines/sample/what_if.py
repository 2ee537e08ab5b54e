"""The true answer to "what if": the same demand met by other hands, or by more clients who go first."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import quantiles

from pipelines.sample.files import write_csv
from pipelines.sample.instants import HOUR, MINUTE
from pipelines.sample.job import Job
from pipelines.sample.ticket_rows import end_known
from pipelines.sample.world import World, make_world

COLUMNS = (
    "seed", "technicians", "uptake", "premium", "tickets", "response_p50_minutes", "response_p90_minutes",
    "answered_within_60", "resolution_p50_hours", "resolution_p90_hours", "open_at_end",
)  # fmt: skip
TECHNICIANS = (6, 7, 8)
UPTAKES = (0.0, 0.2, 0.4)


def write_what_if(
    folder: Path, seed: int, technicians: Iterable[int] = TECHNICIANS, uptakes: Sequence[float] = UPTAKES
) -> None:
    """One row a crew, uptake and kind of ticket; a minute or so for the whole grid."""
    folder.mkdir(parents=True, exist_ok=True)
    grid = [(hands, uptake) for hands in technicians for uptake in uptakes]
    rows = [row for hands, uptake in grid for row in what_if_rows(seed, hands, uptake)]
    write_csv(folder / "what_if.csv", COLUMNS, rows)


def what_if_rows(seed: int, technicians: int, uptake: float) -> list[list[str]]:
    """How premium tickets and the others fared."""
    world = make_world(seed, technicians, uptake)
    return [
        [str(seed), str(technicians), f"{uptake:g}", "yes" if premium else "no", *_figures(world, chosen)]
        for premium in (True, False)
        if (chosen := [job for job in world.jobs if job.plan.premium is premium and not job.merged])
    ]


def _figures(world: World, jobs: Sequence[Job]) -> list[str]:
    responses = [_open_seconds(world, job, job.responded_at) / MINUTE for job in jobs if job.responded_at is not None]
    ends = [(job, end) for job in jobs if (end := end_known(job)) is not None]
    resolutions = [(_open_seconds(world, job, end) - _outside(world, job)) / HOUR for job, end in ends]
    within = sum(minutes <= MINUTE for minutes in responses) / len(responses)
    still_open = sum(job.closed_at is None and not job.resolutions for job in jobs)
    return [str(len(jobs)), *_p50_p90(responses), f"{within:.4f}", *_p50_p90(resolutions), str(still_open)]


def _p50_p90(values: Sequence[float]) -> tuple[str, str]:
    tenths = quantiles(values, n=10)
    return f"{tenths[4]:.2f}", f"{tenths[8]:.2f}"


def _open_seconds(world: World, job: Job, end: int) -> int:
    return world.hours[job.plan.arrival.client.calendar].between(job.plan.arrival.at, end)


def _outside(world: World, job: Job) -> int:
    hours = world.hours[job.plan.arrival.client.calendar]
    return sum(hours.between(start, end) for start, end in job.outside_spans(world.as_of))
