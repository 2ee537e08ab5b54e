"""The table of all segments: what happens, what is promised, and what could be."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.digest.spread import target_hours

KEY = ["issue_type", "tier", "work_mode", "distance_band"]
OWN = "this segment"
NONE_YET = "no promise possible yet"


def table(segments: pd.DataFrame, promised: pd.DataFrame | None, clock: str, *, has_targets: bool) -> pd.DataFrame:
    """One line a segment, those with most tickets first; columns that a history leaves empty are folded away."""
    rows = segments.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)
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
    return _without_empty(pd.concat([told, _proposals(rows, promised, clock, has_targets=has_targets), rest], axis=1))


def _hours(seconds: pd.Series, few: pd.Series) -> pd.Series:
    return (seconds.astype("Float64").astype(float) / 3600).where(~few)


def _proposals(rows: pd.DataFrame, promised: pd.DataFrame | None, clock: str, *, has_targets: bool) -> pd.DataFrame:
    if promised is None or promised.empty:
        return pd.DataFrame(index=rows.index)
    own = promised[promised["clock"] == clock]
    keys = [tuple(_known(value) for value in key) for key in own[KEY].itertuples(index=False)]
    found = dict(zip(keys, own.to_dict("records"), strict=True))
    lines = [_proposal(row, found.get(tuple(_known(row[name]) for name in KEY))) for _, row in rows.iterrows()]
    columns = ["Proposed (h)", "Change", "Would keep", "Learnt from"]
    return pd.DataFrame(lines, columns=columns, index=rows.index).drop(columns=[] if has_targets else ["Change"])


def _proposal(row: pd.Series, promise: dict[Hashable, Any] | None) -> tuple[str, str, str, str]:
    seconds = None if promise is None else _number(promise["proposed_seconds"])
    if promise is None or seconds is None:
        return NONE_YET, "", "", ""
    basis = str(promise["basis"])
    if basis == OWN and (_number(promise["n"]) or 0) < wording.FEWEST:
        return wording.TOO_FEW, "", "", ""
    low, high = (wording.percent(_number(promise[name])) for name in ("kept_low", "kept_high"))
    kept = f"{wording.percent(_number(promise['kept_share']))} ({low} to {high})"
    return wording.trimmed(seconds / 3600), _change(row, seconds), kept, "its own tickets" if basis == OWN else basis


def _change(row: pd.Series, proposed: float) -> str:
    if pd.isna(row["shortest_target_seconds"]):
        return "new"
    if proposed < row["shortest_target_seconds"]:
        return "tighter"
    if proposed > row["longest_target_seconds"]:
        return "looser"
    return "as today" if row["shortest_target_seconds"] == row["longest_target_seconds"] else "in range"


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(str(value))  # type: ignore[call-overload]


def _known(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]


def _without_empty(told: pd.DataFrame) -> pd.DataFrame:
    kept = told.dropna(axis="columns", how="all") if len(told) else told
    return kept.map(lambda cell: wording.shown(cell) if isinstance(cell, str) else cell)
