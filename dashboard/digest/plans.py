"""Plans side by side, as an owner reads them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.desk_assumptions import supposed
from dashboard.wording.money import amount, amount_span
from models.refresh.plans import Plan
from pipelines.vocabulary import Clock

WAITS = {
    "standard": "Standard clients wait (business hours)",
    "premium": "Premium clients wait (business hours)",
}


def compared(table: pd.DataFrame, plans: Sequence[Plan], currency: str) -> pd.DataFrame:
    """Plans side by side, a column a plan."""
    also = {plan.name: supposed(plan.scenario) for plan in plans}
    columns = {str(row["plan"]): _figures(row, also.get(row["plan"], ""), currency) for row in table.to_dict("records")}
    return pd.DataFrame(columns).rename(columns=wording.shown)


def _figures(row: dict[Any, Any], also: str, currency: str) -> dict[str, str]:
    told = {
        "Technicians": wording.count(row["technicians"]),
        "Clients with Premium": wording.percent(row["uptake"]),
        "Also supposed": also or "nothing",
    }
    for clock in Clock:
        told[f"{wording.clock_name(clock)} in time"] = _share(row, str(clock))
    for who, title in (
        ("standard", "Standard clients wait (business hours)"),
        ("premium", "Premium clients wait (business hours)"),
    ):
        told[title] = _hours(row, f"{who}_hours")
    told["Technicians needed"] = _needed(row)
    told["Premium brings a month"] = amount(row["income"], currency)
    told["Hires that Premium causes cost a month"] = amount(row["cost"], currency)
    told["Left a month"] = _money(row, currency)
    told["Done since"] = str(row["done_on"]) if row["done_on"] else wording.DASH
    return told


def _share(row: dict[Any, Any], name: str) -> str:
    if pd.isna(row.get(name, np.nan)):
        return wording.DASH
    ends = f"{wording.percent(row[f'{name}_low'], digits=1)} to {wording.percent(row[f'{name}_high'], digits=1)}"
    return f"{wording.percent(row[name], digits=1)} ({ends})"


def _hours(row: dict[Any, Any], name: str) -> str:
    if pd.isna(row.get(name, np.nan)):
        return wording.DASH
    return f"{row[name]:.1f} ({row[f'{name}_low']:.1f} to {row[f'{name}_high']:.1f})"


def _needed(row: dict[Any, Any]) -> str:
    if np.isnan(row["need"]):
        return "nobody left to compare with"
    if np.isinf(row["need"]):
        return "more than were tried"
    high = wording.count(row["need_high"]) if np.isfinite(row["need_high"]) else "more"
    return f"{wording.count(row['need'])} ({wording.count(row['need_low'])} to {high})"


def _money(row: dict[Any, Any], currency: str) -> str:
    if row["why_none"]:
        return str(row["why_none"])
    return f"{amount(row['margin'], currency)} ({amount_span(row['margin_low'], row['margin_high'], currency)})"
