"""Simulated shares held to what was measured: what a desk's model gets wrong of today it is taken to get wrong always.

The back-test moves its weeks in the same way, so what it says of them holds for what is read from here.
"""

from dataclasses import replace

import numpy as np

from models.desk.demand import Demand
from models.desk.kernel import Flags, Floats
from models.desk.lanes import RESOLUTIONS, RESOLUTIONS_KEPT, RESPONSES, RESPONSES_KEPT
from models.desk.months import Outcome

PAIRS = ((RESPONSES, RESPONSES_KEPT), (RESOLUTIONS, RESOLUTIONS_KEPT))
# A plan with fewer judged tickets is moved as all tickets together are.
LEAST = 100


def offsets(demand: Demand, today: Outcome) -> Floats:
    """[clock, kind, premium]: the measured share in time less the simulated one of a lane that is today's."""
    counts = today.counts.sum(axis=(0, 1, 4))
    moved = np.zeros((len(PAIRS), len(demand.kinds), 2))
    for clock, (promised, kept) in enumerate(PAIRS):
        n, good = _measured(demand, clock)
        whole = _apart(good.sum(), n.sum(), counts[..., kept].sum(), counts[..., promised].sum())
        for tier in dict.fromkeys(tier for tier, _ in demand.kinds):
            own = [kind[0] == tier for kind in demand.kinds]
            for premium in (0, 1):
                told, simulated = n[own, premium].sum(), counts[own, premium, promised].sum()
                enough = min(told, simulated) >= LEAST
                part = _apart(good[own, premium].sum(), told, counts[own, premium, kept].sum(), simulated)
                moved[clock, own, premium] = part if enough else whole
    return moved


def anchored(outcome: Outcome, moved: Floats) -> Outcome:
    """The outcome with so much more, or less, of each kind's promises kept; never more than all, or less than none."""
    counts = outcome.counts.copy()
    for clock, (promised, kept) in enumerate(PAIRS):
        n = counts[..., promised]
        counts[..., kept] = np.clip(counts[..., kept] + moved[clock][..., None] * n, 0, n)
    return replace(outcome, counts=counts)


def _measured(demand: Demand, clock: int) -> tuple[Floats, Floats]:
    """[kind, premium] of judged tickets and of those in time; who still waits past the target is late."""
    at = demand.premium.astype(int), np.arange(len(demand))
    target = (demand.response_target, demand.resolution_target)[clock][at]
    ended = (demand.response, demand.resolution)[clock]
    known = np.isfinite(ended) & demand.counts
    late = demand.counts & ((demand.waiting, demand.running)[clock] > target)
    judged = np.isfinite(target) & (known | late)
    return _summed(demand, judged), _summed(demand, judged & known & (ended <= target + 1e-9))


def _summed(demand: Demand, own: Flags) -> Floats:
    place = demand.kind * 2 + demand.premium
    return np.bincount(place[own], minlength=len(demand.kinds) * 2).reshape(-1, 2).astype(float)


def _apart(good: float, n: float, kept: float, promised: float) -> float:
    return float(good / n - kept / promised) if n and promised else 0.0
