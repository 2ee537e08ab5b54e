"""What a segment is, and the curve that is learnt of it; reading one needs no fitting library."""

from dataclasses import dataclass

import pandas as pd

from models.promise.curves import KNOTS

SEGMENT = ("issue_kind", "issue_type", "tier", "premium", "work_mode", "distance_band", "priority")
POSITIONS = ("tier_position", "distance_position")
SHARES = tuple(f"share_{step:02d}" for step in range(len(KNOTS)))
# Clocks that must have stopped: for any promise, and for one that the model makes.
LEAST_ENDS = 30
ENOUGH_ENDS = 200


@dataclass(frozen=True)
class SegmentCurves:
    """`rows`: SEGMENT, POSITIONS, n, still_open, support, typical_seconds, nine_in_ten_seconds, seen, basis and SHARES.

    safe: recent tickets that the shares were corrected by. differences: attribute -> whether history shows one.
    ends: how many clocks have stopped.
    """

    rows: pd.DataFrame
    safe: int
    differences: dict[str, bool]
    ends: int
