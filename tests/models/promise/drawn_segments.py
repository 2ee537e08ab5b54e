"""Segments whose work ends after an exponential time, as rows of SegmentCurves."""

from typing import Any

import numpy as np
import pandas as pd

from models.promise.curves import knot_seconds
from models.promise.ladder import rungs
from models.promise.segment import SHARES

LADDER = rungs(9 * 3600)


def segment(
    issue_type: str, tier: str | None, position: int | None, band: str | None, far: int, *, n: int, hours: float
) -> dict[str, Any]:
    """A segment of n tickets whose mean is `hours`; without a band it is remote."""
    done = 1 - np.exp(-np.maximum(knot_seconds(), 0) / (hours * 3600))
    return {
        "issue_kind": "software", "issue_type": issue_type, "tier": tier, "tier_position": position, "premium": False,
        "work_mode": "on_site" if band else "remote", "distance_band": band, "distance_position": far - 1 if band else None,
        "priority": None, "n": n, "still_open": 0, "support": n + 30, "typical_seconds": None, "nine_in_ten_seconds": None,
        "seen": True, "basis": "the model", **dict(zip(SHARES, done, strict=True)),
    }  # fmt: skip


def curves_of(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """As `SegmentCurves.rows`."""
    return pd.DataFrame(rows)
