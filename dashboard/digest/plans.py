"""Plans side by side, as an owner reads them."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.desk_assumptions import supposed
from dashboard.wording import plans as words
from dashboard.wording.money import amount, amount_span, surcharge
from dashboard.wording.premium import REASONS
from dashboard.wording.times import HOUR
from models.refresh.plans import Plan
from pipelines.vocabulary import Clock

WAITS = {
    "standard": "Others wait for the first reply (business time)",
    "premium": "Premium clients wait for the first reply (business time)",
}


def compared(table: pd.DataFrame, plans: Sequence[Plan], currency: str) -> pd.DataFrame:
    """Plans side by side, a column a plan."""
    known = {plan.name: plan for plan in plans}
    columns = {str(row["plan"]): _figures(row, known[row["plan"]], currency) for row in table.to_dict("records")}
    whole = pd.DataFrame(columns).rename(columns=wording.shown)
    return whole.drop(index=words.NOTE) if (whole.loc[words.NOTE] == "").all() else whole


def _figures(row: dict[Any, Any], plan: Plan, currency: str) -> dict[str, str]:
    lost = all(pd.isna(row.get(name, np.nan)) for name in ("need", *map(str, Clock)))
    charged = plan.surcharge
    told = {
        words.NOTE: f"Cannot be worked out: {row['why_none']}" if lost and row["why_none"] else "",
        "Technicians": wording.count(row["technicians"]),
        "Clients with Premium": wording.percent(row["uptake"]),
        "Surcharge": surcharge(charged.amount, charged.kind, currency) if charged.amount else "none",
        "Also supposed": supposed(plan.scenario) or "nothing",
    }
    for clock in Clock:
        told[f"{wording.clock_name(clock)} in time"] = _share(row, str(clock))
    for who, title in WAITS.items():
        told[title] = _hours(row, f"{who}_hours")
    told["Technicians needed"] = wording.DASH if lost else _needed(row)
    told[f"{words.NEW} brings a month"] = amount(row.get("income"), currency)
    told[f"{words.ITS_HIRES} cost a month (first year)"] = amount(row.get("cost"), currency)
    told["Left a month"] = wording.DASH if lost else _money(row, currency)
    told["Done since"] = str(row["done_on"]) if row["done_on"] else wording.DASH
    return told


def _share(row: dict[Any, Any], name: str) -> str:
    return _spanned(row, name, lambda share: wording.percent(share, digits=1))


def _hours(row: dict[Any, Any], name: str) -> str:
    return _spanned(row, name, lambda hours: wording.brief(hours * HOUR))


def _spanned(row: dict[Any, Any], name: str, say: Callable[[float], str]) -> str:
    """A figure with its interval; the figure alone where both ends say the same."""
    if pd.isna(row.get(name, np.nan)):
        return wording.DASH
    told, low, high = (say(float(row[f"{name}{end}"])) for end in ("", "_low", "_high"))
    return told if low == told == high else f"{told} ({low} to {high})"


def _needed(row: dict[Any, Any]) -> str:
    if np.isnan(row["need"]):
        return "no client without Premium left to compare with"
    if np.isinf(row["need"]):
        return "more than were tried"
    told, low = wording.count(row["need"]), wording.count(row["need_low"])
    high = wording.count(row["need_high"]) if np.isfinite(row["need_high"]) else "more"
    return told if low == told == high else f"{told} ({low} to {high})"


def _money(row: dict[Any, Any], currency: str) -> str:
    if row["why_none"]:
        return REASONS.get(row["why_none"], str(row["why_none"]))
    told, span = amount(row["margin"], currency), amount_span(row["margin_low"], row["margin_high"], currency)
    return told if span == told else f"{told} ({span})"


def review(rows: pd.DataFrame) -> list[str]:
    """What came of a plan that was done, a sentence a clock; that it was kept in hindsight first."""
    told = [
        words.came(str(row["clock"]), {str(name): own for name, own in row.items()}) for row in rows.to_dict("records")
    ]
    late = "hindsight" in rows and bool(rows["hindsight"].any())
    return [words.HINDSIGHT, *told] if late else told
