"""The table of all segments: what happens, and what is promised."""

import pandas as pd

from dashboard import wording
from dashboard.digest.spread import target_hours
from dashboard.digest.worst import MOST, ordered


def table(segments: pd.DataFrame, order: str = MOST, *, has_targets: bool) -> pd.DataFrame:
    """One line a segment in an order of digest.worst; columns that a history leaves empty are folded away."""
    rows = ordered(segments, order).reset_index(drop=True)
    few = rows["n"] < wording.FEWEST
    judged = rows["met"] + rows["breached"]
    late = (100 * rows["breached"] / judged.where(judged >= wording.FEWEST)).astype(float)
    told = pd.DataFrame(
        {
            "Issue": rows["issue_type"].map(wording.shown),
            "Tier": rows["tier"],
            "Where": [
                None if pd.isna(mode) and pd.isna(band) else wording.place_name(mode, band)
                for mode, band in zip(rows["work_mode"], rows["distance_band"], strict=True)
            ],
            "Tickets": rows["n"],
            "Typical (h)": _hours(rows["p50_seconds"], few),
            "9 in 10 (h)": _hours(rows["p90_seconds"], few),
        }
    )
    if has_targets:
        told["Target (h)"] = [target_hours(row) for _, row in rows.iterrows()]
        told["Late"] = late
    rest = pd.DataFrame(
        {
            "8 in 10 (h)": _hours(rows["p80_seconds"], few),
            "95 in 100 (h)": _hours(rows["p95_seconds"], few),
            "Still open": rows["still_open"],
            "Late tickets": rows["breached"].where(judged > 0) if has_targets else None,
        }
    )
    return _without_empty(pd.concat([told, rest], axis=1))


def _hours(seconds: pd.Series, few: pd.Series) -> pd.Series:
    return (seconds.astype("Float64").astype(float) / 3600).where(~few)


def _without_empty(told: pd.DataFrame) -> pd.DataFrame:
    kept = told.dropna(axis="columns", how="all") if len(told) else told
    return kept.map(lambda cell: wording.shown(cell) if isinstance(cell, str) else cell)
