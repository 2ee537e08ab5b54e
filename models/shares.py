"""Shares and their uncertainty: done by a time, with open tickets (Kaplan and Meier, 1958); Wilson's interval."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class DoneCurve:
    """A step function: `done[i]` is the share done by `seconds[i]`; `tickets` is how many it rests on."""

    seconds: Floats
    done: Floats
    tickets: int

    def done_by(self, seconds: float) -> float:
        """The share done by a time."""
        step = int(np.searchsorted(self.seconds, seconds, side="right"))
        return float(self.done[step - 1]) if step else 0.0

    def done_by_each(self, seconds: Floats) -> Floats:
        """The share done by each time."""
        steps = np.searchsorted(self.seconds, seconds, side="right")
        return np.asarray(np.concatenate([[0.0], self.done])[steps])

    def time_of(self, share: float) -> float:
        """The first time by which a share is done; infinite where it never was."""
        step = int(np.searchsorted(self.done, share - 1e-12))
        return float(self.seconds[step]) if step < len(self.seconds) else float("inf")


def done_curve(seconds: Floats, stopped: NDArray[np.bool_]) -> DoneCurve:
    """The curve of clocks that stopped after `seconds`, or were still running then; ends come before runs at ties."""
    if len(seconds) == 0:
        return DoneCurve(np.empty(0), np.empty(0), 0)
    order = np.lexsort((~stopped, seconds))
    ordered, ends = seconds[order], stopped[order].astype(float)
    times, first = np.unique(ordered, return_index=True)
    at_risk = len(ordered) - first
    stops = np.add.reduceat(ends, first)
    done = np.asarray(1 - np.cumprod(1 - stops / at_risk), np.float64)
    return DoneCurve(times, done, len(ordered))


def wilson(hits: float, tickets: float, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927); the whole range for no tickets."""
    if tickets == 0:
        return 0.0, 1.0
    share, spread = hits / tickets, z * z / tickets
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / tickets + spread / (4 * tickets)) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
