"""The visible baseline: what each segment's own recent tickets, helped by their relatives, say can be promised.

Kaplan-Meier over the tickets opened in the last 56 days. The share done of a small segment is drawn towards that of its
parent, as if the parent were thirty tickets more, or as many as it has beyond the segment's own. Where the work is done
comes first (all -> work mode -> distance -> issue kind -> issue type -> tier): a visit is more like another visit than
like the same trouble mended from afar.
"""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.promise.ladder import rung_above
from models.shares import DoneCurve, done_curve, wilson

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
COLUMNS = [
    *SEGMENT, "n", "promised_seconds", "proposed_seconds", "kept_share", "kept_low", "kept_high", "basis",
]  # fmt: skip
Key = tuple[str | None, ...]


@dataclass(frozen=True)
class Estimate:
    """What a group's tickets say, drawn towards what their relatives say."""

    curve: DoneCurve
    basis: str
    parent: "Estimate | None"

    @property
    def borrowed(self) -> int:
        """How many tickets the parent lends: those that it has beyond its child's own, thirty at most."""
        return _lent(self.parent.curve.tickets - self.curve.tickets) if self.parent else 0

    def kept_at(self, seconds: float) -> float:
        """The share of tickets done by a time."""
        own, n = self.curve.done_by(seconds), self.curve.tickets
        if self.parent is None or not self.borrowed:
            return own
        return (n * own + self.borrowed * self.parent.kept_at(seconds)) / (n + self.borrowed)


class BaselinePromise:
    """Fit on clocks, then promise: a time per segment that `kept_rate` of its future tickets should keep."""

    def __init__(self, kept_rate: float = 0.9) -> None:
        self.kept_rate = kept_rate
        self.window_days: int | None = None
        self._estimates: dict[Key, Estimate] = {}

    def fit(self, clocks: pd.DataFrame) -> "BaselinePromise":
        """Learn from clocks[SEGMENT, business_seconds, still_open, age_seconds], a row a ticket, open ones too."""
        recent = self._recent(clocks)
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

    def promise(self, segments: pd.DataFrame, ladder: list[int]) -> pd.DataFrame:
        """One row a segment of segments[SEGMENT]: the promise, the step above it and the share kept there.

        proposed_seconds is missing where no promise is possible yet. Raises RuntimeError before `fit`.
        """
        if not self._estimates:
            raise RuntimeError("fit comes before promise")
        return pd.DataFrame([self._promised(key, ladder) for key in _keys(segments)], columns=COLUMNS)

    def _recent(self, clocks: pd.DataFrame) -> pd.DataFrame:
        """The tickets opened in the shortest window that holds enough ends, else all of them."""
        age_days = clocks["age_seconds"].to_numpy(float) / DAY
        stopped = ~clocks["still_open"].to_numpy(bool)
        for days in WINDOWS:
            if (stopped & (age_days <= days)).sum() >= ENOUGH_CLOCKS:
                self.window_days = days
                return clocks[age_days <= days]
        return clocks

    def _estimate(self, curve: DoneCurve, name: str, key: Key) -> Estimate:
        shorter = [depth for _, depth in LEVELS if depth < len(key)]
        parent = self._estimates[key[: shorter[-1]]] if shorter else None
        few = parent is not None and curve.tickets < PARENT_WEIGHT
        return Estimate(curve, parent.basis if parent and few else name, parent)

    def _time(self, estimate: Estimate) -> float:
        """The first time by which the share is done, one ticket on the safe side; infinite where it never is."""
        times = self._estimates[()].curve.seconds
        tickets = estimate.curve.tickets + estimate.borrowed
        wanted = min(self.kept_rate * (tickets + 1) / max(tickets, 1), 1.0) - 1e-12
        step = bisect_left(range(len(times)), wanted, key=lambda i: estimate.kept_at(float(times[i])))
        return float(times[step]) if step < len(times) else float("inf")

    def _promised(self, key: Key, ladder: list[int]) -> tuple[object, ...]:
        nearest = next(key[:depth] for _, depth in reversed(LEVELS) if key[:depth] in self._estimates)
        estimate = self._estimates[nearest]
        seen = len(nearest) == len(key)
        own = estimate.curve.tickets if seen else 0
        time = self._time(estimate)
        step = rung_above(time, ladder)
        promised = time if np.isfinite(time) else None
        if step is None:
            return (*key, own, promised, None, None, None, None, estimate.basis)
        kept = estimate.kept_at(step)
        tickets = own + estimate.borrowed if seen else _lent(estimate.curve.tickets)
        low, high = wilson(kept * tickets, tickets)
        return (*key, own, promised, step, kept, low, high, estimate.basis)


def _lent(tickets: int) -> int:
    return max(0, min(PARENT_WEIGHT, tickets))


def _keys(frame: pd.DataFrame) -> list[Key]:
    values = frame[SEGMENT].astype(object).where(frame[SEGMENT].notna(), None)
    return list(values.itertuples(index=False, name=None))
