"""The same clients before and after: who is answered sooner, and who waits for it."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.wording import premium_gain as words

HOUR = 3600
MINUTES = 60
Row = dict[Any, Any]


def sentence(told: pd.DataFrame) -> str:
    """Whether buyers are answered sooner, and what that does to the others; nothing where there are no buyers."""
    rows = {str(row["who"]): row for row in told[told["tickets"] > 0].to_dict("records")}
    new, others = rows.get("new"), rows.get("others")
    if new is None:
        return ""
    if _few(new):
        return words.TOO_FEW
    first = words.buyers(_how(new), _by(new["change"]), _time(new["before"]), _time(new["after"]))
    if others is None or _few(others):
        return f"{first}."
    return f"{first}, {words.others(_how(others), _by(others['change']))}."


def table(told: pd.DataFrame) -> pd.DataFrame:
    """One row a group, as read on a page."""
    rows = told[told["tickets"] > 0]
    return pd.DataFrame({
        "Group": rows["who"].map(words.GROUPS),
        "First reply": [wording.TOO_FEW if _few(row) else _change(row) for row in rows.to_dict("records")],
        "Today": _shown(rows, "before"),
        "Then": _shown(rows, "after"),
        "In time": [
            wording.DASH if _few(row) else words.turned(row["in_time_before"], row["in_time_after"])
            for row in rows.to_dict("records")
        ],
        "Tickets": rows["tickets"].round().astype(int),
    }).reset_index(drop=True)  # fmt: skip


def to_take(told: pd.DataFrame) -> pd.DataFrame:
    """The same in numbers with units, for a file."""
    rows = told[told["tickets"] > 0]
    return pd.DataFrame({
        "Group": rows["who"].map(words.GROUPS),
        "Tickets in three months": rows["tickets"].round(),
        "First reply today (business minutes)": (MINUTES * rows["before"]).where(_many(rows)).round(1),
        "First reply then (business minutes)": (MINUTES * rows["after"]).where(_many(rows)).round(1),
        "Change (business minutes)": (MINUTES * rows["change"]).where(_many(rows)).round(1),
        "Change, low": (MINUTES * rows["low"]).where(_many(rows)).round(1),
        "Change, high": (MINUTES * rows["high"]).where(_many(rows)).round(1),
        "In time today (%)": (100 * rows["in_time_before"]).where(_many(rows)).round(1),
        "In time then (%)": (100 * rows["in_time_after"]).where(_many(rows)).round(1),
    }).reset_index(drop=True)  # fmt: skip


def _change(row: Row) -> str:
    low, high = float(row["low"]), float(row["high"])
    if _how(row) == words.SAME:
        return words.no_change(round(MINUTES * low), round(MINUTES * high))
    near, far = sorted((abs(low), abs(high)))
    return words.change(_how(row), _by(row["change"]), _time(near), _time(far))


def _how(row: Row) -> str:
    """Sooner or later only where nine in ten futures say so."""
    return words.SOONER if row["high"] < 0 else words.LATER if row["low"] > 0 else words.SAME


def _few(row: Row) -> bool:
    return bool(row["tickets"] < wording.FEWEST or np.isnan(row["before"]) or np.isnan(row["after"]))


def _many(rows: pd.DataFrame) -> pd.Series:
    return rows["tickets"] >= wording.FEWEST


def _shown(rows: pd.DataFrame, name: str) -> list[str]:
    return [wording.TOO_FEW if _few(row) else _time(row[name]) for row in rows.to_dict("records")]


def _by(hours: float) -> str:
    return _time(abs(hours))


def _time(hours: float) -> str:
    return wording.elapsed(HOUR * hours)
