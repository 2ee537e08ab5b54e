"""The visible baseline: what each segment's own recent tickets, helped by their relatives, say can be promised.

Kaplan-Meier over the tickets opened in the last 56 days. The share done of a small segment is drawn towards that of its
parent, as if the parent were thirty tickets more, or as many as it has beyond the segment's own. Where the work is done
comes first (all -> work mode -> distance -> issue kind -> issue type -> tier): a visit is more like another visit than
like the same trouble mended from afar.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.promise.known import Floats
from models.shares import DoneCurve, done_curve

DAY = 86400
WINDOWS = (56, 112, 224, 448)
ENOUGH_CLOCKS = 200
PARENT_WEIGHT = 30
SEGMENT = ["work_mode", "distance_band", "issue_kind", "issue_type", "tier"]
LEVELS = (
    ("all tickets", 0),
    ("work mode", 1),
    ("distance", 2),
    ("issue kind", 3),
    ("issue type", 4),
    ("this segment", 5),
)
Key = tuple[str | None, ...]


@dataclass(frozen=True)
class Estimate:
    """What a group's tickets say, drawn towards what their relatives say."""

    curve: DoneCurve
    basis: str
    parent: "Estimate | None"

    def kept_at(self, seconds: Floats) -> Floats:
        """The share of tickets done by each time."""
        own, n = self.curve.done_by_each(seconds), self.curve.tickets
        if self.parent is None:
            return own
        borrowed = min(PARENT_WEIGHT, self.parent.curve.tickets - n)
        if borrowed <= 0:  # the parent has the same tickets and no others
            return self.parent.kept_at(seconds)
        return np.asarray((n * own + borrowed * self.parent.kept_at(seconds)) / (n + borrowed))


class BaselinePromise:
    """Fit on clocks, then ask for the share of each segment's tickets that is done by each of some times."""

    def __init__(self) -> None:
        self._estimates: dict[Key, Estimate] = {}

    def fit(self, clocks: pd.DataFrame) -> "BaselinePromise":
        """Learn from clocks[SEGMENT, business_seconds, still_open, age_seconds], a row a ticket, open ones too."""
        recent = _recent(clocks)
        keys = _keys(recent)
        seconds = recent["business_seconds"].to_numpy(float)
        stopped = ~recent["still_open"].to_numpy(bool)
        for name, depth in LEVELS:
            groups: dict[Key, list[int]] = {}
            for row, key in enumerate(keys):
                groups.setdefault(key[:depth], []).append(row)
            for key, rows in groups.items():
                self._estimates[key] = self._estimate(done_curve(seconds[rows], stopped[rows]), name, key)
        return self

    def shares(self, segments: pd.DataFrame, seconds: Floats) -> tuple[Floats, list[str]]:
        """One row a segment, one column a time; and the group each row rests on. Raises RuntimeError before `fit`."""
        if not self._estimates:
            raise RuntimeError("fit comes before shares")
        found = [self._nearest(key) for key in _keys(segments)]
        return np.array([estimate.kept_at(seconds) for estimate in found]), [estimate.basis for estimate in found]

    def _nearest(self, key: Key) -> Estimate:
        return next(self._estimates[key[:depth]] for _, depth in reversed(LEVELS) if key[:depth] in self._estimates)

    def _estimate(self, curve: DoneCurve, name: str, key: Key) -> Estimate:
        shorter = [depth for _, depth in LEVELS if depth < len(key)]
        parent = self._estimates[key[: shorter[-1]]] if shorter else None
        few = parent is not None and curve.tickets < PARENT_WEIGHT
        return Estimate(curve, parent.basis if parent and few else name, parent)


def _recent(clocks: pd.DataFrame) -> pd.DataFrame:
    """The tickets opened in the shortest window that holds enough ends, else all of them."""
    age_days = clocks["age_seconds"].to_numpy(float) / DAY
    stopped = ~clocks["still_open"].to_numpy(bool)
    for days in WINDOWS:
        if (stopped & (age_days <= days)).sum() >= ENOUGH_CLOCKS:
            return clocks[age_days <= days]
    return clocks


def _keys(frame: pd.DataFrame) -> list[Key]:
    values = frame[SEGMENT].astype(object).where(frame[SEGMENT].notna(), None)
    return list(values.itertuples(index=False, name=None))
