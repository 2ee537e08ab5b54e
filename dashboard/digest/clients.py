"""The clients as a table to complete, and what an owner changed in it as a client list."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

# What an owner can change: the column on screen, and our field.
EDITED = {
    "Tier": "tier",
    "Distance (km)": "distance_km",
    "Drive (min)": "drive_minutes",
    "Hours": "calendar",
    "Users": "users",
    "Monthly fee": "monthly_fee",
    "Premium since": "premium_since",
}
TOLD = ("Client", "Site", "Tickets", "Last seen", "In a list")
NUMBERS = ("Distance (km)", "Drive (min)", "Users", "Monthly fee")
# A change is kept by the name of the client and site, not by its place in the table.
Name = tuple[str, str]
Draft = dict[Name, dict[str, Any]]


def client_table(known: pd.DataFrame) -> pd.DataFrame:
    """One row a client and site; whole days of Premium, and numbers as numbers even where none is known."""
    told = {
        "Client": known["client"],
        "Site": known["site"].fillna(""),
        "Tickets": known["tickets"],
        "Last seen": known["last_seen_at"],
        "In a list": known["listed"].astype(bool),
    }
    table = pd.DataFrame(told | {shown: known[field] for shown, field in EDITED.items()})
    numbers = {name: table[name].astype(float) for name in NUMBERS}
    texts = {name: table[name].astype(object) for name in ("Tier", "Hours")}
    return table.assign(**numbers, **texts, **{"Premium since": pd.to_datetime(table["Premium since"])})


def laid_over(table: pd.DataFrame, draft: Draft) -> pd.DataFrame:
    """The table with what the owner changed in it."""
    changed = table.copy()
    for place, name in enumerate(_names(table)):
        for column, value in draft.get(name, {}).items():
            kept = pd.Timestamp(value) if column == "Premium since" and value else value
            changed.loc[changed.index[place], column] = kept
    return changed


def folded(draft: Draft, table: pd.DataFrame, edited_rows: Mapping[int, Mapping[str, Any]]) -> Draft:
    """The draft with what an editor of this table reports: changes by place become changes by name."""
    names = list(_names(table))
    more = {names[place]: dict(changes) for place, changes in edited_rows.items() if place < len(names)}
    return draft | {name: draft.get(name, {}) | changes for name, changes in more.items()}


def real_changes(table: pd.DataFrame, draft: Draft) -> Draft:
    """What of the draft differs from what is known; nothing of clients that are gone."""
    known = dict(zip(_names(table), table.to_dict("records"), strict=True))
    differing = {
        name: {column: value for column, value in cells.items() if _text(value) != _text(known[name][column])}
        for name, cells in draft.items()
        if name in known
    }
    return {name: cells for name, cells in differing.items() if cells}


def as_list(table: pd.DataFrame, draft: Draft) -> bytes:
    """A client list of the changed clients, with the changed columns alone: what it does not name stays as it was.

    In these columns a changed client's other cells stand as they are known: an empty one was emptied by the owner, or
    never told.
    """
    changes = real_changes(table, draft)
    whole = laid_over(table, changes)
    changed = {column for cells in changes.values() for column in cells} | {"Tier"}  # every client list has a tier
    columns = [name for name in EDITED if name in changed]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["client", "site", *(EDITED[name] for name in columns)])
    for name, row in zip(_names(table), whole.to_dict("records"), strict=True):
        if name in changes:
            writer.writerow([*name, *(_text(row[column]) for column in columns)])
    return file.getvalue().encode()


def _names(table: pd.DataFrame) -> list[Name]:
    return list(zip(table["Client"].astype(str), table["Site"].astype(str), strict=True))


def _text(value: Any) -> str:
    """As a client list has it: a plain number, an ISO day, nothing for what is not known."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value).removesuffix("T00:00:00.000").strip()
