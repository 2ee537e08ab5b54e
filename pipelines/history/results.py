"""What the Data page asks of a history: loads, what became of their records, checks and the rows they point at."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.intake.preset import Preset

SQL = Path(__file__).parent


def loads(history: Connection) -> pd.DataFrame:
    """One row a load, newest first; those that were taken back have `undone_at`."""
    return history.frame(SQL / "loads.sql")


def load_named(history: Connection, load_id: int) -> tuple[str, datetime | None, datetime | None]:
    """The file of a load, the moment of its export, and when it was taken back; raises where there is none."""
    found = history.rows(SQL / "load_named.sql", load_id=load_id)
    if not found:
        raise TurnaroundError(f"There is no load with the number {load_id}; python -m pipelines loads lists them.")
    name, as_of, undone_at = found[0]
    return name, as_of, undone_at


def ledger(history: Connection, presets: Mapping[str, Preset]) -> list[dict[str, Any]]:
    """The loads as other programs read them: file, hash, outcomes, reasons, fields, notes, times."""
    frame = loads(history)
    plain = frame.astype(object).where(frame.notna(), None)
    entries = [dict(zip(plain.columns, row, strict=True)) for row in plain.itertuples(index=False, name=None)]
    return [_entry(history, entry, presets) for entry in entries]


def _entry(history: Connection, entry: dict[str, Any], presets: Mapping[str, Preset]) -> dict[str, Any]:
    counts = outcomes(history, int(entry["load_id"]))
    kept = counts[counts["outcome"].notna()].groupby("outcome", sort=False)["records"].sum()
    reasons = counts[counts["reason"].notna()].groupby("reason", sort=False)["records"].sum()
    preset = presets.get(entry["preset"])
    header = [] if entry["header"] is None else list(entry["header"])
    return {
        "load": int(entry["load_id"]),
        "file": entry["file_name"],
        "sha256": entry["file_sha256"],
        "source": entry["preset"],
        "records": int(entry["records"]),
        "outcomes": {name: int(number) for name, number in kept.items()},
        "reasons": {name: int(number) for name, number in reasons.items()},
        "fields": list(preset.found_in(header)) if preset else [],
        "notes": [] if entry["notes"] is None else list(entry["notes"]),
        "timezone": entry["timezone"],
        "is_sample": bool(entry["is_sample"]),
        **{name: _iso(entry[name]) for name in ("loaded_at", "as_of", "undone_at")},
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat() + "Z"


def outcomes(history: Connection, load_id: int) -> pd.DataFrame:
    """Records by outcome and reason of one load; emptied cells have no outcome."""
    frame = history.frame(SQL / "outcomes.sql")
    return frame[frame["load_id"] == load_id].drop(columns="load_id").reset_index(drop=True)


def standing_outcomes(history: Connection) -> pd.DataFrame:
    """Records by load, outcome and reason, of the loads that stand."""
    return history.frame(SQL / "standing_outcomes.sql")


def problems(history: Connection, load_id: int | None = None) -> pd.DataFrame:
    """Records that were not accepted and cells that were emptied, of one load or of all."""
    return history.frame(SQL / "problems.sql", load_id=load_id)
