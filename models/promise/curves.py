"""Shares of tickets done by a time: a curve a row on a ladder of business seconds, straight between in log time."""

from dataclasses import dataclass

import numpy as np

from models.promise.known import Floats

HOUR = 3600.0
# Business hours. Fine where offices promise minutes, coarse where nobody can tell days apart.
LADDER = np.array(
    [.1, .25, .5, 1, 1.5, 2, 3, 4, 5.5, 7, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 450, 700, 1100, 2500]
) * HOUR  # fmt: skip
# Below this the clock counts as stopped at once; it keeps the logarithm of zero away.
AT_ONCE = 0.1 * HOUR
ROUNDING = 1e-12


def log_time(seconds: Floats) -> Floats:
    """Seconds on the scale of the curves."""
    return np.asarray(np.log(seconds + AT_ONCE))


# A clock of zero seconds lies inside the first step.
KNOTS = np.concatenate([[np.log(AT_ONCE) - 2.0], log_time(LADDER)])


def knot_seconds() -> Floats:
    """The business seconds at which a curve is held, none first."""
    return np.concatenate([[-1.0], LADDER])


@dataclass(frozen=True)
class Curves:
    """`done[i, k]` is the share of row i done by rung k, the first column being none; never falls along a row."""

    done: Floats

    def done_by(self, seconds: Floats | float) -> Floats:
        """The share of each row done by its own number of seconds."""
        at = log_time(np.broadcast_to(np.asarray(seconds, float), len(self.done)))
        step = np.clip(np.searchsorted(KNOTS, at), 1, len(KNOTS) - 1)
        part = np.clip((at - KNOTS[step - 1]) / (KNOTS[step] - KNOTS[step - 1]), 0, 1)
        rows = np.arange(len(self.done))
        return np.asarray(self.done[rows, step - 1] + part * (self.done[rows, step] - self.done[rows, step - 1]))

    def late_given(self, target: Floats | float, elapsed: Floats | float) -> Floats:
        """The share of each row that is later than a target, of those still open after `elapsed`."""
        still_open = 1 - self.done_by(elapsed)
        late = 1 - self.done_by(target)
        return np.clip(np.divide(late, still_open, out=np.ones(len(late)), where=still_open > 0), 0, 1)

    def time_of(self, share: float) -> Floats:
        """The seconds by which each row has done a share; infinite where it never does on this ladder."""
        step = (self.done < share - ROUNDING).sum(axis=1)
        inside = np.clip(step, 1, self.done.shape[1] - 1)
        rows = np.arange(len(self.done))
        below, rise = self.done[rows, inside - 1], self.done[rows, inside] - self.done[rows, inside - 1]
        part = np.clip((share - below) / np.where(rise > 0, rise, 1), 0, 1)
        at = KNOTS[inside - 1] + part * (KNOTS[inside] - KNOTS[inside - 1])
        return np.where(step < self.done.shape[1], np.maximum(np.exp(at) - AT_ONCE, 0), np.inf)
