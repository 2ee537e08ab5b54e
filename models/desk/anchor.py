"""Simulated shares held to what was measured, by plan and clock, clients with Premium and without together.

A share is moved most where it is half, and not at all where all or nothing is kept: an idle desk keeps everything and
one that never catches up nothing, whatever the model gets wrong of today. Who buys Premium brings no move of their own.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from models.desk.demand import Demand
from models.desk.kernel import Flags, Floats
from models.desk.lanes import RESOLUTIONS, RESOLUTIONS_KEPT, RESPONSES, RESPONSES_KEPT
from models.desk.months import Outcome
from pipelines.vocabulary import Clock

PAIRS = ((RESPONSES, RESPONSES_KEPT), (RESOLUTIONS, RESOLUTIONS_KEPT))
# A plan with fewer judged tickets is moved as all tickets together are.
LEAST = 100


def moves(demand: Demand, today: Outcome) -> Floats:
    """[clock, kind]: the bend c of each plan, so that shares of a lane that is today's, moved, are the measured ones.

    A simulated share s becomes s + c s (1 - s); c lies in -1 to 1, so that a larger share stays the larger one.
    """
    bends = np.zeros((len(PAIRS), len(demand.kinds)))
    every = np.ones(len(demand.kinds), bool)
    for clock in range(len(PAIRS)):
        n, good = _measured(demand, clock)
        whole = _bend(today, every, clock, n.sum(), good.sum())
        for own in _plans(demand.kinds):
            enough = n[own].sum() >= LEAST
            bends[clock, own] = _bend(today, own, clock, n[own].sum(), good[own].sum()) if enough else whole
    return bends


def anchored(outcome: Outcome, bends: Floats) -> Outcome:
    """The outcome with so many more, or fewer, of each plan's promises kept in every month."""
    counts = outcome.counts.copy()
    for clock, (promised, kept) in enumerate(PAIRS):
        told = counts[..., kept]
        for own in _plans(outcome.kinds):
            n, good = outcome.counts[..., promised][:, :, own], outcome.counts[..., kept][:, :, own]
            # Each cell has a part in its plan's move by how much of it could be kept or missed.
            room = _over(good * (n - good), n)
            share = _over(_room(good, n), room.sum(axis=(2, 3)))[:, :, None, None]
            told[:, :, own] = np.clip(good + bends[clock, own][:, None, None] * room * share, 0, n)
    return replace(outcome, counts=counts)


def measured(demand: Demand) -> pd.DataFrame:
    """One row a clock: judged tickets of the whole history and the share in time, by the targets of the demand."""
    rows = []
    for number, clock in enumerate((Clock.FIRST_RESPONSE, Clock.RESOLUTION)):
        n, good = (own.sum() for own in _measured(demand, number))
        rows.append((str(clock), int(n), good / n if n else np.nan))
    return pd.DataFrame(rows, columns=["clock", "judged", "kept"])


def _bend(today: Outcome, own: Flags, clock: int, n: float, good: float) -> float:
    promised, kept = PAIRS[clock]
    cells = today.counts[:, :, own]
    total, in_time = cells[..., promised].sum(), cells[..., kept].sum()
    room = _room(cells[..., kept], cells[..., promised]).sum()
    return float(np.clip((good / n - in_time / total) * total / room, -1, 1)) if n and total and room else 0.0


def _room(good: Floats, n: Floats) -> Floats:
    """[run, lane, month] of cells [run, lane, kind, premium, month]: n s (1 - s) of a plan's month."""
    all_good, all_n = good.sum(axis=(2, 3)), n.sum(axis=(2, 3))
    return _over(all_good * (all_n - all_good), all_n)


def _over(value: Floats, n: Floats) -> Floats:
    return np.divide(value, n, out=np.zeros_like(value), where=n > 0)


def _plans(kinds: tuple[tuple[str, str], ...]) -> list[Flags]:
    tiers = [tier for tier, _ in kinds]
    return [np.array([tier == own for tier in tiers]) for own in dict.fromkeys(tiers)]


def _measured(demand: Demand, clock: int) -> tuple[Floats, Floats]:
    """By kind: judged tickets and those in time; who still waits, or is still worked on, past the target is late."""
    target = demand.held_to((demand.response_target, demand.resolution_target)[clock])
    ended = (demand.response, demand.resolution)[clock]
    known = np.isfinite(ended) & demand.counts
    late = demand.counts & ((demand.waiting, demand.running)[clock] > target)
    judged = np.isfinite(target) & (known | late)
    return _summed(demand, judged), _summed(demand, judged & known & (ended <= target + 1e-9))


def _summed(demand: Demand, own: Flags) -> Floats:
    return np.bincount(demand.kind[own], minlength=len(demand.kinds)).astype(float)
