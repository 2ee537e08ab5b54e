"""Rules that are tables: plans, priorities, distance bands, offices; as grids to edit, and back."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipelines.settings import Settings

PLAN = ("Order", "Plan", "Price a user", "Hours covered", "Included", "Promise level (%)")
BAND = ("Band", "Below (km)")
OFFICE = ("Office", "Latitude", "Longitude")
TERM = ("Word", "What it means")
SKILL = ("Work", "Technicians who can do it")
IMPACT = "Impact"
MATRIX_WORDS = ("high", "medium", "low")


def plans(own: Settings) -> pd.DataFrame:
    """One row a plan, from the slowest promise to the fastest; what is not told is empty."""
    names = [*own.tiers, *(name for name in {**own.plans, **own.prices.per_user} if name not in own.tiers)]
    rows = []
    for place, name in enumerate(names, start=1):
        plan, rate = own.plans.get(name), own.kept_rate_of_tier.get(name)
        price = own.prices.per_user.get(name)
        hours, included = (plan.coverage, list(plan.included)) if plan else ("", [])
        rows.append((place, name, price, hours, included, None if rate is None else round(100 * rate, 2)))
    table = pd.DataFrame(rows, columns=list(PLAN))
    return table.astype({"Price a user": float, "Promise level (%)": float, "Order": float})


def from_plans(table: pd.DataFrame) -> dict[str, Any]:
    """The four settings that plans come to; rows without a name are left out, rows without an order stand last."""
    named = table[table["Plan"].map(_text) != ""].sort_values("Order", kind="stable", na_position="last")
    order = [_text(name) for name in named["Plan"]]
    told = dict(zip(order, named.itertuples(index=False, name=None), strict=True))
    plans = {name: _plan(row[3], row[4]) for name, row in told.items()}
    return {
        "tiers.order": list(told),
        "prices.per_user": {name: _plain(row[2]) for name, row in told.items() if _plain(row[2])},
        "tiers.plans": {name: plan for name, plan in plans.items() if plan},
        "promise.tiers": {name: round(float(row[5]) / 100, 6) for name, row in told.items() if pd.notna(row[5])},
    }


def _plan(hours: Any, included: Any) -> dict[str, Any]:
    lines = [_text(line) for line in included if _text(line)] if isinstance(included, list | tuple) else []
    return {**({"hours": _text(hours)} if _text(hours) else {}), **({"included": lines} if lines else {})}


def matrix(own: Settings) -> pd.DataFrame:
    """One row an impact, one column an urgency, each cell a priority or empty."""
    told = {(impact.lower(), urgency.lower()): priority for impact, urgency, priority in own.matrix}
    impacts = list(dict.fromkeys([*MATRIX_WORDS, *(impact for impact, _ in told)]))
    urgencies = list(dict.fromkeys([*MATRIX_WORDS, *(urgency for _, urgency in told)]))
    rows = [[impact.capitalize(), *(told.get((impact, urgency)) for urgency in urgencies)] for impact in impacts]
    return pd.DataFrame(rows, columns=[IMPACT, *(f"{urgency.capitalize()} urgency" for urgency in urgencies)])


def from_matrix(table: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Priorities by impact and urgency, cells that are told alone."""
    urgencies = [str(name).removesuffix(" urgency").lower() for name in table.columns[1:]]
    rows = {
        str(row[0]).lower(): {word: _text(cell) for word, cell in zip(urgencies, row[1:], strict=True) if _text(cell)}
        for row in table.itertuples(index=False, name=None)
    }
    return {impact: row for impact, row in rows.items() if row}


def bands(own: Settings) -> pd.DataFrame:
    """One row a distance band, nearest first; the last has no end."""
    table = pd.DataFrame([(band.name, band.below_km) for band in own.distance_bands], columns=list(BAND))
    return table.astype({"Below (km)": float})


def from_bands(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Bands as settings write them."""
    rows = [(_text(name), _plain(below)) for name, below in table.itertuples(index=False, name=None)]
    return [{"name": name, **({"below_km": below} if below is not None else {})} for name, below in rows if name]


def offices(own: Settings) -> pd.DataFrame:
    """One row an office."""
    rows = [(office.name, office.latitude, office.longitude) for office in own.offices]
    return pd.DataFrame(rows, columns=list(OFFICE)).astype({"Office": str, "Latitude": float, "Longitude": float})


def from_offices(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Offices as settings write them; an empty row is none."""
    rows = [
        (_text(name), _plain(north), _plain(east)) for name, north, east in table.itertuples(index=False, name=None)
    ]
    return [
        {key: value for key, value in zip(("name", "latitude", "longitude"), row, strict=True) if value is not None}
        for row in rows
        if any(row)
    ]


def pairs(told: Mapping[str, Any], columns: tuple[str, str]) -> pd.DataFrame:
    """A table of two columns, to be added to."""
    table = pd.DataFrame(list(told.items()), columns=list(columns))
    return table.astype({columns[0]: str} if len(table) else dict.fromkeys(columns, object))


def from_pairs(table: pd.DataFrame) -> dict[str, Any]:
    """Its rows with a name and a value."""
    rows = [(_text(name), value) for name, value in table.itertuples(index=False, name=None)]
    return {name: _plain(value) for name, value in rows if name and _text(value)}


def _text(cell: Any) -> str:
    return "" if cell is None or (isinstance(cell, float) and pd.isna(cell)) else str(cell).strip()


def _plain(cell: Any) -> Any:
    """A number as settings write it, whole where it is whole; None where there is none."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or pd.isna(cell):
        return None
    number = float(cell)
    return int(number) if number.is_integer() else number
