"""Which promises fail first, and what Premium can promise, as rows."""

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


def keepable(table: pd.DataFrame, day_seconds: int) -> pd.DataFrame:
    """What Premium can promise, a row a plan and clock; all plans together first."""
    return pd.DataFrame(
        {
            "Plan": ["All plans" if pd.isna(tier) else wording.shown(tier) for tier in table["tier"]],
            "Clock": table["clock"].map(wording.clock_name),
            "Tickets in three months": table["tickets"].round().astype(int),
            "Half are done in": [_spent(hours, day_seconds) for hours in _column(table, "typical_hours")],
            "The goal's share in": [_spent(hours, day_seconds) for hours in _column(table, "goal_hours")],
            "Can promise": [_promise(row, day_seconds) for row in table.to_dict("records")],
            "Kept then": [_kept_then(row) for row in table.to_dict("records")],
        }
    )


def _column(table: pd.DataFrame, name: str) -> list[float]:
    return [float(value) for value in table[name]] if name in table else [np.nan] * len(table)


def _spent(hours: float, day_seconds: int) -> str:
    return wording.DASH if np.isnan(hours) or np.isinf(hours) else wording.spent(hours * 3600, day_seconds)


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
