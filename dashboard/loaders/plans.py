"""One scenario looked into, plans that are kept, and where the hours go."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.loaders.cache import ask, stamp
from dashboard.loaders.desk import desk, settled
from dashboard.loaders.home import Slice, settings
from dashboard.loaders.targets import months
from models.desk import anchor
from models.desk.decisions import MostGrowth
from models.refresh import contract_ladder, what_keeps
from models.refresh.plan_results import look_back, side_by_side
from models.refresh.plans import Plan, read_plans
from models.refresh.scenario import Scenario
from models.refresh.target_check import TargetCheck, check_targets
from pipelines.measure import staffing
from pipelines.measure.results import EVERYTHING
from pipelines.settings import home_folder

__all__ = ["MostGrowth", "Plan", "TargetCheck"]


def failing(scenario: Scenario) -> pd.DataFrame:
    """Promises by plan and issue type as the scenario keeps them, the least kept first."""
    found: pd.DataFrame = _once("failing", scenario, lambda: what_keeps.failing(desk(), _tickets(scenario)))
    return found


def premium_targets(scenario: Scenario) -> pd.DataFrame:
    """What priority can keep for clients with Premium."""
    found: pd.DataFrame = _once(
        "premium", scenario,
        lambda: what_keeps.premium_targets(desk(), _tickets(scenario), contract_ladder(settings())),
    )  # fmt: skip
    return found


def gain(scenario: Scenario) -> pd.DataFrame:
    """What the scenario's Premium changes for the same clients."""
    found: pd.DataFrame = _once("gain", scenario, lambda: what_keeps.gain(desk(), scenario, settings().prices))
    return found


def measured() -> pd.DataFrame:
    """The whole history judged by today's targets: clock, judged, kept."""
    return anchor.measured(desk().desk.demand)


def more_clients(scenario: Scenario) -> MostGrowth:
    """How many more clients like today's fit."""
    found: MostGrowth = _once("clients", scenario, lambda: what_keeps.more_clients(desk(), scenario, settings().prices))
    return found


def target_check(version: str | None, lines: pd.DataFrame | None) -> TargetCheck:
    """A version of targets, a draft, or with neither those in force, held against the desk."""
    asked = (version, None if lines is None else lines.to_json())
    found: TargetCheck = _once(
        "targets", asked,
        lambda: check_targets(home_folder(), desk(), settings().prices, version=version, lines=lines),
    )  # fmt: skip
    return found


def plans() -> tuple[Plan, ...]:
    """The plans that are kept, oldest first."""
    return read_plans(home_folder())


def plans_compared() -> pd.DataFrame:
    """What every plan keeps, needs, brings and costs."""
    kept = plans()
    found: pd.DataFrame = _once("plans", repr(kept), lambda: side_by_side(desk(), kept, settings().prices))
    return found


def plan_review(plan: Plan) -> pd.DataFrame:
    """Before and after of a plan that was done."""
    return look_back(home_folder(), plan)


def time_spent(part: Slice = EVERYTHING) -> pd.DataFrame:
    """Where the time of a ticket goes."""
    found: pd.DataFrame = ask(staffing.time_spent, part)
    return found


def repeat_work(part: Slice = EVERYTHING) -> pd.DataFrame:
    """What comes back, and what it takes."""
    span = None if part == EVERYTHING else months(part)
    found: pd.DataFrame = ask(staffing.repeat_work, part, settings().timezone, span)
    return found


def after_hours() -> pd.DataFrame:
    """What came in while the company was closed."""
    found: pd.DataFrame = ask(staffing.after_hours)
    return found


def _tickets(scenario: Scenario) -> Any:
    return _once("tickets", scenario, lambda: what_keeps.tickets_of(desk(), scenario, settings().prices))


def _once(what: str, asked: object, answer: Callable[[], Any]) -> Any:
    return _answered(f"{what} {asked!r} {home_folder()} {stamp()} {settled()} {settings().prices!r}", answer)


@st.cache_resource(max_entries=60, ttl="12h", show_spinner=False)
def _answered(key: str, _answer: Callable[[], Any]) -> Any:
    del key  # all that the answer depends on
    return _answer()
