"""python -m models plan: what-ifs that are kept by name, compared, and looked back on."""

import json
from datetime import date
from typing import Annotated

import pandas as pd
import typer

from models.refresh.desks import LearntDesk, learn_desk
from models.refresh.plan_results import look_back, side_by_side
from models.refresh.plans import Plan, forget_plan, made, mark_done, plan_named, read_plans, save_plan
from models.refresh.scenario_words import as_words, read_words
from models.refresh.tables import plain
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge
from pipelines.settings import home_folder, read_settings
from pipelines.shell import AsJson, Home, Spoken
from pipelines.shell.words import needed_day, sub_shell

plan = sub_shell("What-ifs that you keep by name.")
Name = Annotated[str, typer.Argument(help="What you call it.")]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--if", help="Such as technicians=8, uptake=30, growth=10, away=1, cover=1, rule=earliest_due; often."
    ),
]
UNTESTED = "The desk did not foretell its own past, so no plan can be made of it: python -m models desk says why."


@plan.callback()
def list_plans(context: typer.Context, *, home: Home = None, as_json: AsJson = False) -> None:
    """The plans that are kept."""
    if context.invoked_subcommand is None:
        with Spoken():
            plans = read_plans(home_folder(home))
            told = [_about(one) for one in plans]
            typer.echo(json.dumps(told) if as_json else _table(pd.DataFrame(told), "No plan is kept yet."))


@plan.command()
def save(
    name: Name,
    *,
    what_if: WhatIf = None,
    surcharge: Annotated[float | None, typer.Option(help="Of your prices.premium.kind; else that amount.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Keep a what-if by name, with what it would change of today."""
    with Spoken():
        place = home_folder(home)
        prices = read_settings(place).prices
        asked = Surcharge(prices.premium.kind, prices.premium.amount if surcharge is None else surcharge)
        kept = made(_usable(learn_desk(place)), name, read_words(what_if or []), asked, prices, date.today())  # noqa: DTZ011 - the owner's day
        save_plan(place, kept)
        typer.echo(json.dumps(_about(kept)) if as_json else f"{kept.name} is kept.\n{_table(kept.foretold, '')}")


@plan.command()
def compare(*, home: Home = None, as_json: AsJson = False) -> None:
    """Every plan with what it keeps, needs, brings and costs a month."""
    with Spoken():
        place = home_folder(home)
        plans = read_plans(place)
        found = (
            side_by_side(_usable(learn_desk(place)), plans, read_settings(place).prices) if plans else pd.DataFrame()
        )
        rows = plain(json.loads(found.astype(object).to_json(orient="records", date_format="iso", default_handler=str)))
        typer.echo(
            json.dumps(rows)
            if as_json
            else _table(found.set_index("plan").T if len(found) else found, "No plan is kept yet.")
        )


@plan.command()
def done(
    name: Name,
    day: Annotated[str, typer.Argument(help="Since when, such as 2026-03-31.")],
    *,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Note since when a plan is what you do; then its before and after are told."""
    with Spoken():
        mark_done(home_folder(home), name, needed_day(day))
        typer.echo(json.dumps({"plan": name, "done_on": day}) if as_json else f"{name} is done since {day}.")


@plan.command()
def review(name: Name, *, home: Home = None, as_json: AsJson = False) -> None:
    """Before and after of a plan that was done: did it do what was foretold?"""
    with Spoken():
        place = home_folder(home)
        told = look_back(place, plan_named(read_plans(place), name))
        typer.echo(told.to_json(orient="records") if as_json else _table(told, ""))


@plan.command()
def forget(name: Name, *, home: Home = None, as_json: AsJson = False) -> None:
    """Take a plan out."""
    with Spoken():
        forget_plan(home_folder(home), name)
        typer.echo(json.dumps({"forgotten": name}) if as_json else f"{name} is forgotten.")


def _usable(learnt: LearntDesk) -> LearntDesk:
    if not learnt.usable:
        raise TurnaroundError(UNTESTED)
    return learnt


def _about(own: Plan) -> dict[str, object]:
    done_on = own.done_on.isoformat() if own.done_on else None
    return {"plan": own.name, "what_if": " ".join(as_words(own.scenario)), "surcharge": own.surcharge.amount,
            "kind": str(own.surcharge.kind), "saved_on": own.saved_on.isoformat(), "done_on": done_on}  # fmt: skip


def _table(frame: pd.DataFrame, nothing: str) -> str:
    return frame.to_string() if len(frame) else nothing
