"""Which promises fail first, and what Premium can promise, as rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from models.desk.by_group import BEYOND


def failing(table: pd.DataFrame, goals: dict[str, float]) -> pd.DataFrame:
    """The kinds of ticket that keep fewer promises than the goal asks, the least kept first; all of them."""
    told = table[table["kept"].notna()]
    short = told[told["kept"] < told["clock"].map(goals)]
    sure = short["high"] < short["clock"].map(goals)
    return pd.DataFrame(
        {
            "Plan": short["tier"].map(_named),
            "Issue type": short["issue_type"].map(_named),
            "Kept": 100 * short["kept"],
            "Goal": 100 * short["clock"].map(goals).astype(float),
            "Clock": short["clock"].map(wording.clock_name),
            "Premium": np.where(short["premium"], "yes", "no"),
            "From": 100 * short["low"],
            "To": 100 * short["high"],
            "Tickets in three months": short["tickets"].round().astype(int),
            "Beyond luck": np.where(sure, "yes", "no"),
        }
    ).reset_index(drop=True)


def nobody(table: pd.DataFrame) -> bool:
    """Whether no ticket comes with Premium."""
    return table.empty or not table["tickets"].any()


def keepable(table: pd.DataFrame, day_seconds: int, order: Sequence[str], goals: Mapping[str, float]) -> pd.DataFrame:
    """What Premium can promise, a row a plan and clock, in the owner's order of plans; all in one where there are none.

    goals: the share that is to be kept, by clock.
    """
    rows = by_plan(table, order)
    named = rows["tier"].notna().any()
    return pd.DataFrame(
        {
            **({"Plan": rows["tier"].map(_named)} if named else {}),
            "Promise": rows["clock"].map(wording.clock_name),
            "You can promise": [_promise(row, day_seconds) for row in rows.to_dict("records")],
            "Kept then": [_kept_then(row) for row in rows.to_dict("records")],
            "Half are done within": [_spent(hours, day_seconds) for hours in _column(rows, "typical_hours")],
            "As many as your goal asks": [_goal_within(row, day_seconds, goals) for row in rows.to_dict("records")],
            "Tickets in three months": rows["tickets"].round().astype(int),
        }
    ).reset_index(drop=True)


def by_plan(table: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """The rows of plans one after the other, the first reply first; that of all plans only where there is no other."""
    own = table[table["tier"].notna()] if table["tier"].notna().any() else table
    place = {tier: at for at, tier in enumerate(order)}
    keys = own["tier"].map(place).fillna(len(place)), own["tier"].fillna(""), own["clock"]
    return own.assign(_at=keys[0], _tier=keys[1]).sort_values(["_at", "_tier", "clock"]).reset_index(drop=True)


def longer(table: pd.DataFrame, order: Sequence[str]) -> list[str]:
    """The plans whose promise is longer than another plan's, in the owner's order; the only one where there is one."""
    rows = by_plan(table, order)
    told = rows[rows["tier"].notna() & (rows["why_none"] == "")]
    if len(told["tier"].drop_duplicates()) > 1:
        told = told[told["proposed_seconds"] > told.groupby("clock")["proposed_seconds"].transform("min")]
    return list(told["tier"].drop_duplicates())


def _goal_within(row: dict[Any, Any], day_seconds: int, goals: Mapping[str, float]) -> str:
    told = _spent(float(row.get("goal_hours", np.nan)), day_seconds)
    return told if told == wording.DASH else f"{wording.percent(goals[row['clock']])} within {told}"


def _column(table: pd.DataFrame, name: str) -> list[float]:
    return [float(value) for value in table[name]] if name in table else [np.nan] * len(table)


def _spent(hours: float, day_seconds: int) -> str:
    return wording.DASH if np.isnan(hours) or np.isinf(hours) else wording.business(hours * 3600, day_seconds)


def _promise(row: dict[Any, Any], day_seconds: int) -> str:
    if row["why_none"]:
        return "no step is long enough" if row["why_none"] == BEYOND else wording.TOO_FEW
    return wording.business(row["proposed_seconds"], day_seconds)


def _kept_then(row: dict[Any, Any]) -> str:
    if row["why_none"]:
        return wording.DASH
    ends = f"{wording.percent(row['low'], digits=1)} to {wording.percent(row['high'], digits=1)}"
    return f"{wording.percent(row['kept'], digits=1)} ({ends})"


def _named(text: object) -> str:
    return wording.shown(text) if isinstance(text, str) else "Not told"
