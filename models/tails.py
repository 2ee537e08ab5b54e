"""How far luck alone reaches: exact tails and intervals of counts, and Holm's correction; no library needed."""

from collections.abc import Sequence
from math import inf, log, sqrt
from statistics import NormalDist

import numpy as np

from models.shares import Floats


def binomial_tail(hits: int, tickets: int, share: float) -> float:
    """Two-sided: twice the smaller chance of so many hits or fewer, and of so many or more; at most 1."""
    if not 0 < share < 1:
        return 1.0 if hits == share * tickets else 0.0
    if tickets == 0:
        return 1.0
    counts = np.arange(tickets + 1)
    logs = _log_choose(tickets) + counts * log(share) + (tickets - counts) * log(1 - share)
    return _both_sides(np.exp(logs), hits)


def poisson_tail(count: int, expected: float) -> float:
    """Two-sided: twice the smaller chance of so many or fewer, and of so many or more; at most 1."""
    if expected <= 0:
        return 1.0 if count == 0 else 0.0
    most = int(max(count, expected + 40 * sqrt(expected) + 40)) + 1
    counts = np.arange(most + 1)
    logs = counts * log(expected) - expected - _log_factorials(most)
    return _both_sides(np.exp(logs), count)


def rate_interval(count: float, exposure: float, scatter: float = 1.0, level: float = 0.95) -> tuple[float, float]:
    """The interval of a rate (Byar's form of Garwood's for counts); scatter: how much wider counts vary than chance."""
    if exposure <= 0:
        return 0.0, inf
    z = NormalDist().inv_cdf((1 + level) / 2) * sqrt(max(scatter, 1.0))
    low = count * max(0.0, 1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count > 0 else 0.0
    above = count + 1
    high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return low / exposure, high / exposure


def holm(chances: Sequence[float], level: float) -> list[bool]:
    """Which hold at the level after looking at all of them (Holm, 1979)."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    holds = [False] * len(chances)
    for place, at in enumerate(order):
        if chances[at] > level / (len(chances) - place):
            break
        holds[at] = True
    return holds


def _both_sides(chance: Floats, at: int) -> float:
    return min(1.0, 2 * min(float(chance[: at + 1].sum()), float(chance[at:].sum())))


def _log_factorials(most: int) -> Floats:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, most + 1)))])


def _log_choose(tickets: int) -> Floats:
    logs = _log_factorials(tickets)
    return np.asarray(logs[tickets] - logs - logs[::-1], np.float64)
