"""Plans: scenarios that an owner has named and kept, what each foretold, and what came once it was done."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from filelock import FileLock

from models.desk.decisions import one_more
from models.refresh.desks import LearntDesk
from models.refresh.hiring import asked, simulated
from models.refresh.scenario import Scenario
from models.refresh.scenario_words import as_words, read_words
from models.refresh.tables import as_table, from_table
from pipelines.errors import TurnaroundError
from pipelines.history.files import written_whole
from pipelines.plan_file import FILE
from pipelines.prices import Prices, Surcharge, SurchargeKind

LONGEST_NAME = 60
MOST_PLANS = 50


@dataclass(frozen=True)
class Plan:
    """A named scenario with its surcharge; foretold: a row a clock of what it changes of today (decisions.one_more)."""

    name: str
    scenario: Scenario
    surcharge: Surcharge
    saved_on: date
    foretold: pd.DataFrame
    done_on: date | None = None


def read_plans(home: Path) -> tuple[Plan, ...]:
    """The plans of a home, oldest first; raises TurnaroundError where its file cannot be read."""
    file = home / FILE
    if not file.exists():
        return ()
    try:
        return tuple(_read(one) for one in json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, TurnaroundError) as error:
        raise TurnaroundError(f"{FILE} in your home cannot be read ({type(error).__name__}): delete it.") from None


def save_plan(home: Path, plan: Plan) -> None:
    """Keep a plan; raises TurnaroundError where one of that name is kept already."""
    name = plan.name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise TurnaroundError(f"A plan's name is a few words on one line, at most {LONGEST_NAME} characters.")
    if any(one.name == name for one in read_plans(home)):
        raise TurnaroundError(f"A plan called {name!r} is kept already: forget it first, or choose another name.")
    _rewritten(home, lambda plans: [*plans, replace(plan, name=name)])


def forget_plan(home: Path, name: str) -> None:
    """Take a plan out; raises TurnaroundError where none has that name."""
    plan_named(read_plans(home), name)
    _rewritten(home, lambda plans: [one for one in plans if one.name != name])


def mark_done(home: Path, name: str, day: date | None) -> None:
    """Note since when a plan is what the firm does; None takes that back."""
    plan_named(read_plans(home), name)
    _rewritten(home, lambda plans: [replace(one, done_on=day) if one.name == name else one for one in plans])


def plan_named(plans: Sequence[Plan], name: str) -> Plan:
    """The plan of that name; raises TurnaroundError with the names that there are."""
    for plan in plans:
        if plan.name == name:
            return plan
    known = f"; there are {', '.join(plan.name for plan in plans)}" if plans else "; none is kept yet"
    raise TurnaroundError(f"No plan is called {name!r}{known}.")


def made(learnt: LearntDesk, name: str, scenario: Scenario, surcharge: Surcharge, prices: Prices, day: date) -> Plan:
    """A plan with what it would change of today, by the desk as it is learnt now."""
    question = asked(learnt, [learnt.desk.technicians], [], prices, scenario)
    changed = one_more(simulated(question), len(question.lanes), question.place, same_weeks=False)
    return Plan(name, scenario, surcharge, day, changed)


def _rewritten(home: Path, change: Callable[[tuple[Plan, ...]], list[Plan]]) -> None:
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "writer.lock"):
        plans = change(read_plans(home))
        if len(plans) > MOST_PLANS:
            raise TurnaroundError(f"{MOST_PLANS} plans are kept already: forget one first.")
        written_whole(home / FILE, json.dumps([_written(one) for one in plans], indent=1).encode())


def _written(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name, "what_if": as_words(plan.scenario), "surcharge": plan.surcharge.amount,
        "surcharge_kind": str(plan.surcharge.kind), "saved_on": plan.saved_on.isoformat(),
        "done_on": plan.done_on.isoformat() if plan.done_on else None, "foretold": as_table(plan.foretold),
    }  # fmt: skip


def _read(stored: dict[str, Any]) -> Plan:
    done = stored["done_on"]
    return Plan(
        stored["name"], read_words(stored["what_if"]),
        Surcharge(SurchargeKind(stored["surcharge_kind"]), float(stored["surcharge"])),
        date.fromisoformat(stored["saved_on"]), from_table(stored["foretold"]),
        date.fromisoformat(done) if done else None,
    )  # fmt: skip
