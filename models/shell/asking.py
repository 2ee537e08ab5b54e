"""What the commands about the desk and about prices are asked, and what each answer says of what it rests on."""

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

import typer

from models.desk.backtest import NOT_COVERED, NOT_DONE, TOO_WIDE, UNLIKE
from models.refresh.desks import OVERWORKED, LearntDesk
from models.refresh.hiring import Hiring, hiring
from models.refresh.scenario import Scenario
from models.refresh.scenario_words import read_words
from models.refresh.tables import plain
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.prices import Prices
from pipelines.settings import MOST_TECHNICIANS

Range = Annotated[
    str, typer.Option("--technicians", help="How many to try, such as 6-12; else two fewer to five more.")
]
Uptakes = Annotated[str, typer.Option("--uptake", help="Percent of clients with Premium, such as 0,10,30.")]
Buying = Annotated[Who, typer.Option("--who", help="Which clients buy first.")]
Now = Annotated[int | None, typer.Option("--now", help="Technicians there are today; else settings, else the history.")]
Version = Annotated[str | None, typer.Option("--version", help="The version of targets to keep, by its first day.")]
WhatIf = Annotated[
    list[str] | None, typer.Option("--if", help="What else is other, such as growth=10 or away=1; often.")
]
MOST_APART = 40
WHY = {
    NOT_COVERED: "too few weeks came out as foretold",
    TOO_WIDE: "its bands are too wide",
    UNLIKE: "its waits are on average off by more than twice",
    NOT_DONE: "too few weeks of resolutions came out as foretold",
}


class Tried(NamedTuple):
    """What is to be tried: technicians (None: around today's), shares of clients with Premium, and all else."""

    technicians: range | None
    uptakes: list[float]
    scenario: Scenario

    def on(self, learnt: LearntDesk, prices: Prices) -> Hiring | None:
        """The answers; None where the desk did not foretell its own past."""
        now = learnt.desk.technicians
        counts = self.technicians or range(max(now - 2, 1), now + 6)
        return hiring(learnt, counts, self.uptakes, prices, self.scenario) if learnt.usable else None


def wish(technicians: str, uptake: str, who: Who, what_if: list[str] | None) -> Tried:
    """What the options of a command ask for; raises TurnaroundError for one that cannot be read."""
    return Tried(_counts(technicians), _shares(uptake), read_words(what_if or [], Scenario(who=who)))


def _counts(text: str) -> range | None:
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", text.strip())
    first, last = (int(part) for part in (match.group(1), match.group(2) or match.group(1))) if match else (0, 0)
    if not 1 <= first <= last <= MOST_TECHNICIANS or last - first > MOST_APART:
        raise TurnaroundError(
            f"{text!r} is not a range of technicians such as 6-12,"
            f" from 1 to {MOST_TECHNICIANS} and {MOST_APART} at most apart."
        )
    return range(first, last + 1)


def _shares(text: str) -> list[float]:
    try:
        shares = [float(part) / 100 for part in text.split(",")]
    except ValueError:
        shares = [-1.0]
    if not all(0 <= share <= 1 for share in shares):
        raise TurnaroundError(f"{text!r} are not shares of clients in percent, such as 0,10,30.")
    return shares


def as_json_text(learnt: LearntDesk, answer: dict[str, Any]) -> str:
    """The answer with the assumptions that it rests on."""
    return json.dumps(plain(_about(learnt) | answer), indent=1)


def trust(learnt: LearntDesk) -> Iterator[str]:
    """What was learnt from, and whether it foretold its own past."""
    fit, own = learnt.desk.fit, learnt.desk
    told = f"hands-on time is told for {fit.effort_told:.0%}"
    yield f"{fit.technicians} technicians today, {len(own.demand):,} tickets in {len(own.weeks)} whole weeks; {told}."
    yield _tried(learnt)


def _tried(learnt: LearntDesk) -> str:
    tested, why = learnt.tested, learnt.why_unusable
    if tested is None:
        return f"Not usable for decisions: {learnt.why_untested}."
    if why == OVERWORKED:
        return (
            f"Not usable for decisions: the hands-on time that is told is {learnt.desk.load:.1f} times what"
            f" {learnt.desk.technicians} technicians can work. Say how many there are: staffing.technicians."
        )
    told = (
        f"{tested.covered:.0%} of {len(tested.weeks)} later weeks lay inside their 90 % band,"
        f" {tested.width * 100:.0f} points wide"
    )
    if not why:
        done = tested.resolution
        also = (
            ""
            if done is None
            else f"; resolutions: {done.covered:.0%} of {len(done.weeks)}, {done.width * 100:.0f} wide"
        )
        return f"Tried on its own past, first responses: {told}{also}."
    return f"Not usable for decisions: {WHY[why]} ({told}). Hands-on minutes and who worked when would mend it."


def _about(learnt: LearntDesk) -> dict[str, Any]:
    """The assumptions that every figure rests on."""
    own, tested = learnt.desk, learnt.tested
    assumed = {
        "technicians_today": own.technicians, "lunch_hours": own.staff.lunch_hours, "on_call": own.staff.on_call,
        "goals": dict(own.goals), "weeks": len(own.weeks), "tickets": len(own.demand),
        "effort_told": learnt.effort_told, "left_out": dict(learnt.left_out.reasons),
        "busy_share": [one.busy_share for one in own.fit.handlings],
        "capacity_an_hour": list(own.fit.capacity),
    }  # fmt: skip
    if tested is None:
        return {"assumptions": assumed, "back_test": {"why_not": learnt.why_untested}}
    told = {"weeks": len(tested.weeks), "covered": tested.covered, "band_width": tested.width}
    return {"assumptions": assumed, "back_test": told | {"why_not": tested.why_not}}
