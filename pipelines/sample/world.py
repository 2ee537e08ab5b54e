"""The made-up firm's year and a half, from demand to finished tickets."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.sample.demand import draw_arrivals
from pipelines.sample.desk import Desk
from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours, calendar_hours
from pipelines.sample.instants import wall_instant
from pipelines.sample.job import Job
from pipelines.sample.planning import Planner
from pipelines.sample.recipe import Recipe, Technician, read_recipe
from pipelines.sample.roster import Duty, draw_roster


@dataclass(frozen=True)
class World:
    """Everything that happened, as only the generator knows it."""

    recipe: Recipe
    seed: int
    as_of: int
    hours: Mapping[str, Hours]
    crew: tuple[Technician, ...]
    roster: Mapping[str, Duty]
    jobs: tuple[Job, ...]


def make_world(seed: int, technicians: int | None = None, uptake: float | None = None) -> World:
    """Let the firm live; fewer or more technicians, or another share of Premium clients, meet the same demand."""
    recipe = read_recipe()
    crew = staff(recipe, technicians or len(recipe.technicians))
    hours = {
        name: calendar_hours(written, recipe.first_day, recipe.as_of.date())
        for name, written in recipe.calendars.items()
    }
    roster = draw_roster(recipe, crew, seed)
    plans = list(Planner(recipe, seed, uptake).plans(draw_arrivals(recipe, seed)))
    as_of = wall_instant(recipe.as_of)
    jobs = Desk(recipe, crew, roster, hours, Dice(seed, "desk")).run(plans, as_of)
    return World(recipe, seed, as_of, hours, crew, roster, tuple(jobs))


def staff(recipe: Recipe, size: int) -> tuple[Technician, ...]:
    """So many technicians: candidates come last, and where hands are fewer a junior is missing first."""
    people = recipe.technicians
    if size >= len(people):
        return people + recipe.candidates[: size - len(people)]
    missing = sorted(people, key=lambda person: person.level)[: len(people) - size]
    return tuple(person for person in people if person not in missing)
