"""What plans come to, side by side; and what came once one was done."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from models.desk.decisions import ENDS
from models.pricing.hire import hire_cost
from models.pricing.reasons import NO_COST
from models.refresh.desks import LearntDesk
from models.refresh.hiring import Hiring, enough, hiring
from models.refresh.plans import Plan
from models.refresh.premium_money import cover_month, money
from models.refresh.scenario import Scenario, technicians_of
from models.refresh.scenario_words import as_words
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.history.generations import open_history
from pipelines.measure.results import EVERYTHING, facts, weekly
from pipelines.prices import Prices
from pipelines.vocabulary import Clock

WEEKS = 13
FEWEST_WEEKS = 4
TIMES = 2000
TOO_EARLY, TOO_FEW = "too early", "too few"
BETTER, WORSE, AS_FORETOLD, CANNOT_TELL = "better", "worse", "as foretold", "cannot tell"


def side_by_side(learnt: LearntDesk, plans: Sequence[Plan], prices: Prices) -> pd.DataFrame:
    """One row a plan: what is kept by clock, who waits how long, who is needed, what it brings and costs a month.

    Cost is of the plan's technicians beyond today's, in their first year, and of its evening cover; income of clients
    who do not pay for Premium today. Figures with _low and _high; why_none says why one is missing.
    """
    return pd.DataFrame([_row(learnt, plan, prices) for plan in plans])


def _row(learnt: LearntDesk, plan: Plan, prices: Prices) -> dict[str, Any]:
    about = {"plan": plan.name, "what_if": " ".join(as_words(plan.scenario)), "technicians": np.nan, "uptake": np.nan,
             "saved_on": plan.saved_on, "done_on": plan.done_on}  # fmt: skip
    try:
        return about | _figures(learnt, plan, replace(prices, premium=plan.surcharge))
    except TurnaroundError as error:
        return about | {"why_none": str(error)}


def _figures(learnt: LearntDesk, plan: Plan, prices: Prices) -> dict[str, Any]:
    scenario, now = plan.scenario, learnt.desk.technicians
    count = technicians_of(scenario, learnt.desk)
    counts = range(min(count, max(now - 2, 1)), max(count, now + 5) + 1)
    found = hiring(learnt, counts, [], prices, scenario)
    uptake = found.uptake
    needed = dict(zip(("need", "need_low", "need_high"), enough(found.as_today, uptake), strict=True))
    paid = money(learnt, found, prices, plan.surcharge.amount).margins
    own = paid[np.isclose(paid["uptake"], uptake)].iloc[0]
    told = {f"{part}{end}": own[f"{part}{end}"] for part in ("hires", "income") for end in ("", "_low", "_high")}
    cost = _cost(learnt, scenario, prices, count - now)
    left = {f"margin{end}": own[f"income{end}"] - cost for end in ("", "_low", "_high")}
    why = own["why_none"] if np.isnan(own["income"]) else NO_COST if np.isnan(cost) else ""
    about = {"technicians": count, "uptake": uptake}
    return about | _kept(found, count, uptake) | needed | told | {"cost": cost} | left | {"why_none": why}


def _cost(learnt: LearntDesk, scenario: Scenario, prices: Prices, more: int) -> float:
    """A month of the first year: of so many more technicians than today, and of evening cover."""
    cost = hire_cost(prices)
    if cost is None:
        return np.nan if more > 0 or scenario.cover_people else 0.0
    return max(more, 0) * cost.first_year + cover_month(learnt, scenario, prices)


def _kept(found: Hiring, count: int, uptake: float) -> dict[str, float]:
    told: dict[str, float] = {}
    for row in _at(found.shares, count, uptake).to_dict("records"):
        told |= {f"{row['clock']}{end}": row[name] for end, name in (("", "kept"), ("_low", "low"), ("_high", "high"))}
    for row in _at(found.waits, count, uptake).to_dict("records"):
        told |= {
            f"{row['who']}_hours{end}": row[f"{name}"]
            for end, name in (("", "hours"), ("_low", "low"), ("_high", "high"))
        }
    return told


def _at(frame: pd.DataFrame, count: int, uptake: float) -> pd.DataFrame:
    return frame[(frame["technicians"] == count) & np.isclose(frame["uptake"], uptake)]


def look_back(home: Path, plan: Plan) -> pd.DataFrame:
    """What came of a plan that was done: before_and_after, with a verdict beside what was foretold.

    Raises TurnaroundError where it was not done, NoHistory where there is nothing to look at.
    """
    if plan.done_on is None:
        raise TurnaroundError(f"{plan.name} is not done yet: note the day since when it is.")
    with open_history(home) as history:
        known = facts(history)
        weeks = {clock: weekly(history, clock, EVERYTHING) for clock in Clock}
    if known is None:
        raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
    came = before_and_after(weeks, plan.done_on, known.as_of.date())
    said = plan.foretold.rename(columns={"change": "foretold", "low": "foretold_low", "high": "foretold_high"})
    both = came.merge(said[["clock", "foretold", "foretold_low", "foretold_high"]], on="clock", how="left")
    verdicts = [_verdict(row) for row in both.to_dict("records")]
    return both.assign(verdict=verdicts, hindsight=plan.saved_on > plan.done_on)


def before_and_after(weekly: dict[Clock, pd.DataFrame], done_on: date, as_of: date, seed: int = 0) -> pd.DataFrame:
    """One row a clock: the share in time in up to WEEKS whole weeks before a day and after it, and the change.

    weekly: week, met and late of each clock (pipelines.measure.results.weekly). The interval is of weeks drawn anew, 90
    in 100: a change inside it is luck. why_none where weeks or tickets are too few.
    """
    monday = done_on - timedelta(days=done_on.weekday())
    # The week of the day itself is neither before nor after, unless it begins with it.
    first = monday if done_on == monday else monday + timedelta(weeks=1)
    rows = [_change(clock, frame, monday, first, as_of, seed) for clock, frame in weekly.items()]
    return pd.DataFrame(rows)


def _change(clock: Clock, weekly: pd.DataFrame, until: date, since: date, as_of: date, seed: int) -> dict[str, Any]:
    weeks, span = pd.to_datetime(weekly["week"]), pd.Timedelta(weeks=WEEKS)
    start, end = pd.Timestamp(since), pd.Timestamp(until)
    whole = weeks + pd.Timedelta(days=7) <= pd.Timestamp(as_of)
    before = weekly[(weeks < end) & (weeks >= end - span)]
    after = weekly[(weeks >= start) & (weeks < start + span) & whole]
    parts = [own[own["met"] + own["late"] > 0] for own in (before, after)]
    told: dict[str, Any] = {"clock": str(clock)}
    for name, own in zip(("before", "after"), parts, strict=True):
        told |= {f"{name}_weeks": len(own), f"{name}_tickets": int((own["met"] + own["late"]).sum())}
    if min(len(own) for own in parts) < FEWEST_WEEKS:
        return told | {"why_none": TOO_EARLY if len(parts[1]) < FEWEST_WEEKS else TOO_FEW}
    shares = [own["met"].sum() / (own["met"] + own["late"]).sum() for own in parts]
    dice = np.random.default_rng(seed)
    drawn = [_drawn(own, dice) for own in parts]
    low, high = np.quantile(drawn[1] - drawn[0], ENDS)
    return told | {"before": shares[0], "after": shares[1], "change": shares[1] - shares[0], "low": low, "high": high,
                   "beyond_luck": bool(low > 0 or high < 0), "why_none": ""}  # fmt: skip


def _drawn(weeks: pd.DataFrame, dice: np.random.Generator) -> np.ndarray:
    """Shares in time of the weeks drawn anew with replacement."""
    picks = dice.integers(len(weeks), size=(TIMES, len(weeks)))
    met, late = (weeks[name].to_numpy(float)[picks].sum(axis=1) for name in ("met", "late"))
    return np.asarray(met / (met + late))


def _verdict(row: dict[Hashable, Any]) -> str:
    """What came beside what was foretold: BETTER, WORSE, AS_FORETOLD or CANNOT_TELL, or why nothing can be said."""
    if row["why_none"] or pd.isna(row["foretold_low"]):
        return str(row["why_none"] or TOO_FEW)
    if row["low"] > row["foretold_high"]:
        return BETTER
    if row["high"] < row["foretold_low"]:
        return WORSE
    return AS_FORETOLD if row["beyond_luck"] else CANNOT_TELL
