"""What a promise is explained by: the same job with one thing changed, such as the slowest plan or remote work."""

from typing import Any

import pandas as pd

Change = dict[str, Any]


def comparisons(segments: pd.DataFrame) -> dict[str, Change]:
    """One change for each attribute that varies: the slowest tier, no Premium, remote, the usual priority and type."""
    found: dict[str, Change] = {}
    positions = segments["tier_position"].astype(float)
    if positions.notna().any():
        slowest = segments[positions == positions.min()].iloc[0]
        found["tier"] = {name: slowest[name] for name in ("tier", "tier_position")}
    if _varies(segments["premium"]):
        found["premium"] = {"premium": False}
    if _varies(segments["work_mode"]):
        found["place"] = {"work_mode": "remote", "distance_band": None, "distance_position": None}
    if _varies(segments["priority"]):
        found["priority"] = {"priority": _commonest(segments, "priority")}
    if _varies(segments["issue_type"]):
        usual = segments[segments["issue_type"] == _commonest(segments, "issue_type")].iloc[0]
        found["issue_type"] = {name: usual[name] for name in ("issue_type", "issue_kind")}
    return found


def _varies(values: pd.Series) -> bool:
    return len(values.dropna().unique()) > 1


def _commonest(segments: pd.DataFrame, name: str) -> Any:
    return segments.groupby(name)["n"].sum().idxmax()
