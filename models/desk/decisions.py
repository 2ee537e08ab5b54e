"""What simulated months mean: the chance to keep every promise, who is needed, what Premium costs others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.desk.kernel import Flags, Floats, Ints
from models.desk.lanes import (
    RESOLUTIONS,
    RESOLUTIONS_KEPT,
    RESPONSES,
    RESPONSES_KEPT,
    TICKETS,
    WAITED,
)
from models.desk.months import FULL, Outcome
from pipelines.vocabulary import Clock

Promise = tuple[str, str]

LEVEL = 0.9
TIMES = 400
GOOD_MONTHS = 0.9
CLOCKS = {Clock.FIRST_RESPONSE: (RESPONSES, RESPONSES_KEPT), Clock.RESOLUTION: (RESOLUTIONS, RESOLUTIONS_KEPT)}
ENDS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
# A month of fewer tickets under one promise says nothing of it.
LEAST_PROMISED = 5
MORE_THAN_TRIED = np.inf
# A difference of a point is none that anybody would hire for.
POINT = 0.01


@dataclass(frozen=True)
class Need:
    """Per uptake: the technicians with whom nine in ten months keep every promise, and those that Premium adds.

    need, caused: of all runs; draws: caused by drawn sets of runs (draw, uptake), from which every interval comes.
    Infinite: more than were tried.
    """

    uptakes: Floats
    need: Floats
    need_draws: Floats
    most: int

    @property
    def caused(self) -> Floats:
        """Technicians that Premium adds to those that are needed without."""
        return _less(self.need, self.need[:1])

    @property
    def caused_draws(self) -> Floats:
        """The same for each drawn set of runs."""
        return _less(self.need_draws, self.need_draws[:, :1])

    def added(self, since: float) -> Floats:
        """Technicians that each uptake needs more than uptake `since` does."""
        at = self._place(since)
        return _less(self.need, self.need[at : at + 1])

    def added_draws(self, since: float) -> Floats:
        """The same for each drawn set of runs."""
        at = self._place(since)
        return _less(self.need_draws, self.need_draws[:, at : at + 1])

    def _place(self, uptake: float) -> int:
        return int(np.argmin(np.abs(self.uptakes - uptake)))


@dataclass(frozen=True)
class MostGrowth:
    """The most growth that fits, with its 90 % interval, not a number where none does; tried: the most of all."""

    growth: float
    low: float
    high: float
    tried: float


def hopeless(outcome: Outcome, goals: Mapping[str, float]) -> tuple[Promise, ...]:
    """The promises that even the most technicians of a grid, without Premium, keep less often than the goal asks."""
    most = max(lane.technicians for lane in outcome.lanes)
    fewest = min(lane.uptake for lane in outcome.lanes)
    best = next(at for at, lane in enumerate(outcome.lanes) if (lane.technicians, lane.uptake) == (most, fewest))
    found = []
    for tier in dict.fromkeys(tier for tier, _ in outcome.kinds):
        own = outcome.counts[:, best, [kind[0] == tier for kind in outcome.kinds]].sum(axis=(0, 1, 2, 3))
        for clock, (promised, in_time) in CLOCKS.items():
            if own[promised] and own[in_time] < goals[clock] * own[promised]:
                found.append((tier, str(clock)))
    return tuple(found)


def months_kept(outcome: Outcome, goals: Mapping[str, float], without: Collection[Promise] = ()) -> Flags:
    """[run, lane, month]: whether every plan, with and without Premium, kept its promise of every clock."""
    kept = np.ones((*outcome.counts.shape[:2], outcome.counts.shape[4]), bool)
    for tier in dict.fromkeys(tier for tier, _ in outcome.kinds):
        own = outcome.counts[:, :, [kind[0] == tier for kind in outcome.kinds]].sum(axis=2)
        for clock, (promised, in_time) in CLOCKS.items():
            enough = own[..., promised] >= LEAST_PROMISED
            good = own[..., in_time] >= goals[clock] * own[..., promised] - 1e-9
            kept &= (good | ~enough | ((tier, str(clock)) in without)).all(axis=2)
    return kept


def chances(
    outcome: Outcome, goals: Mapping[str, float], seed: int = 0, without: Collection[Promise] = ()
) -> pd.DataFrame:
    """One row a lane: technicians, uptake, busy_share, chance that a month keeps every promise, low and high, never.

    The interval is of drawn sets of runs (a cluster bootstrap); never: the desk does not catch up with its work.
    """
    by_run = months_kept(outcome, goals, without).mean(axis=2)
    drawn = by_run[_sets(len(by_run), seed)].mean(axis=1)
    low, high = np.quantile(drawn, ENDS, axis=0)
    busy = outcome.busy.mean(axis=0)
    return pd.DataFrame(
        {
            "technicians": [lane.technicians for lane in outcome.lanes],
            "uptake": [lane.uptake for lane in outcome.lanes],
            "chance": by_run.mean(axis=0), "low": low, "high": high, "busy_share": busy, "never": busy >= FULL,
        }
    )  # fmt: skip


def need(
    outcome: Outcome, goals: Mapping[str, float], seed: int = 0, at_least: float = GOOD_MONTHS,
    without: Collection[Promise] = (),
) -> Need:  # fmt: skip
    """How many technicians each uptake of a grid needs; a smaller number that was luck does not count."""
    by_run = months_kept(outcome, goals, without).mean(axis=2)
    drawn = by_run[_sets(len(by_run), seed)].mean(axis=1)
    return _need(outcome, by_run.mean(axis=0) >= at_least, drawn >= at_least)


def need_as_today(outcome: Outcome, today: int, goals: Mapping[str, float], seed: int = 0) -> Need:
    """How many technicians serve standard clients of every plan as well as lane `today` does, or as the goal asks.

    A point is no difference; not a number where no standard client is left. Lane `today` is no part of the grid. What
    Premium clients get is no part of it, either: their targets are their own.
    """
    good, drawn = as_good_as(outcome, today, goals, seed)
    found = _need(outcome, good, drawn, skipped=today)
    left = {
        lane.uptake: n for lane, n in zip(outcome.lanes, outcome.counts[..., 0, :, TICKETS].sum((0, 2, 3)), strict=True)
    }
    nobody = np.array([left[uptake] == 0 for uptake in found.uptakes])
    found.need[nobody], found.need_draws[:, nobody] = np.nan, np.nan
    return found


def as_good_as(outcome: Outcome, today: int, goals: Mapping[str, float], seed: int = 0) -> tuple[Flags, Flags]:
    """[lane] and [set of runs, lane]: whether standard clients are served as in lane `today`, or as the goal asks."""
    sets = _sets(len(outcome.counts), seed)
    good = np.ones(len(outcome.lanes), bool)
    drawn = np.ones((len(sets), len(outcome.lanes)), bool)
    for tier in dict.fromkeys(tier for tier, _ in outcome.kinds):
        own = outcome.counts[:, :, [kind[0] == tier for kind in outcome.kinds], 0].sum(axis=(2, 3))
        for clock, (promised, in_time) in CLOCKS.items():
            n, kept = own[..., promised], own[..., in_time]
            good &= _as_good(n.sum(axis=0)[None], kept.sum(axis=0)[None], today, goals[clock])[0]
            drawn &= _as_good(n[sets].sum(axis=1), kept[sets].sum(axis=1), today, goals[clock])
    return good, drawn


def most_growth(outcome: Outcome, today: int, growths: Sequence[float], goals: Mapping[str, float]) -> MostGrowth:
    """How much a desk can grow until standard clients are worse off than in lane `today`; a lane a growth, rising."""
    good, drawn = as_good_as(outcome, today, goals)
    steps = np.concatenate([[np.nan], np.asarray(growths, float)])
    lasting = np.logical_and.accumulate(np.delete(np.vstack([good[None], drawn]), today, axis=1), axis=1)
    reached = steps[lasting.sum(axis=1)]
    low, high = np.quantile(np.nan_to_num(reached[1:], nan=-1.0), ENDS, method="nearest")
    ends = [np.nan if end < 0 else float(end) for end in (low, high)]
    return MostGrowth(float(reached[0]), ends[0], ends[1], growths[-1])


def _as_good(n: Floats, kept: Floats, today: int, goal: float) -> Flags:
    """[set, lane] of sums [set, lane]: whether a group is kept as well as today's, a point aside."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share = kept / n
    floor = np.minimum(np.nan_to_num(share[:, [today]], nan=0.0), goal) - POINT
    return np.asarray((share >= floor) | (n < LEAST_PROMISED))


def _need(outcome: Outcome, good: Flags, drawn: Flags, skipped: int | None = None) -> Need:
    lanes = [(at, lane) for at, lane in enumerate(outcome.lanes) if at != skipped]
    uptakes = list(dict.fromkeys(lane.uptake for _, lane in lanes))
    counts = sorted({lane.technicians for _, lane in lanes})
    place = {(lane.technicians, lane.uptake): at for at, lane in lanes}
    order = np.array([[place[count, uptake] for count in counts] for uptake in uptakes])
    return Need(np.array(uptakes), _enough(good[order], counts), _enough(drawn[:, order], counts), counts[-1])


def kept_by_plan(outcome: Outcome, lane: int) -> pd.DataFrame:
    """One row a plan, Premium and clock of a lane: promised (a run), kept share, low, high; the worst first."""
    rows = []
    for tier in dict.fromkeys(tier for tier, _ in outcome.kinds):
        own = outcome.counts[:, lane, [kind[0] == tier for kind in outcome.kinds]].sum(axis=(1, 3))
        for premium in (False, True):
            for clock, (promised, in_time) in CLOCKS.items():
                n, kept = own[:, int(premium), promised], own[:, int(premium), in_time]
                if n.any():
                    rows.append((tier, premium, str(clock), n.mean(), *_ratio(kept, n)))
    columns = ["tier", "premium", "clock", "promised", "kept", "low", "high"]
    return pd.DataFrame(rows, columns=columns).sort_values("kept", kind="stable").reset_index(drop=True)


def in_time(outcome: Outcome) -> pd.DataFrame:
    """One row a lane and clock: promised (a run), the share of promises kept, low and high."""
    rows = []
    for at, lane in enumerate(outcome.lanes):
        own = outcome.counts[:, at].sum(axis=(1, 2, 3))
        for clock, (promised, in_time_of) in CLOCKS.items():
            n = own[:, promised]
            rows.append((lane.technicians, lane.uptake, str(clock), n.mean(), *_ratio(own[:, in_time_of], n)))
    return pd.DataFrame(rows, columns=["technicians", "uptake", "clock", "promised", "kept", "low", "high"])


def waiting(outcome: Outcome) -> pd.DataFrame:
    """One row a lane and group (standard, premium, all): mean business hours to the response, low, high, in_time."""
    rows = []
    for at, lane in enumerate(outcome.lanes):
        own = outcome.counts[:, at].sum(axis=(1, 3))
        for name, part in (("standard", own[:, 0]), ("premium", own[:, 1]), ("all", own.sum(axis=1))):
            hours, in_time = (
                _ratio(part[:, WAITED], part[:, TICKETS]),
                _ratio(part[:, RESPONSES_KEPT], part[:, RESPONSES]),
            )
            rows.append((lane.technicians, lane.uptake, name, part[:, TICKETS].mean(), *hours, in_time[0]))
    return pd.DataFrame(rows, columns=["technicians", "uptake", "who", "tickets", "hours", "low", "high", "in_time"])


def one_more(outcome: Outcome, before: int, after: int, *, same_weeks: bool = True) -> pd.DataFrame:
    """One row a clock: the share kept in lane `before` and in `after`, the change, and its low and high.

    Nine in ten futures of three months lie between these: of the same weeks worked both ways, or, where not same_weeks,
    of other weeks before and after, as somebody sees them who acts.
    """
    rows = []
    own = outcome.counts[:, [before, after]].sum(axis=(2, 3, 4))
    for clock, (promised, in_time) in CLOCKS.items():
        with np.errstate(invalid="ignore"):
            first, last = own[..., in_time].sum(axis=0) / own[..., promised].sum(axis=0)
            share = own[..., in_time] / own[..., promised]
        pairs = share[None, :, 1] - share[:, None, 0]
        change = np.diagonal(pairs) if same_weeks else pairs[~np.eye(len(share), dtype=bool)]
        rows.append((str(clock), first, last, last - first, *np.quantile(change, ENDS)))
    return pd.DataFrame(rows, columns=["clock", "before", "after", "change", "low", "high"])


def _less(need_of: Floats, base: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.where(np.isinf(base), np.nan, need_of - base)


def _enough(good: Flags, counts: list[int]) -> Floats:
    """The smallest number from which on every larger one is good enough, too."""
    lasting = np.flip(np.logical_and.accumulate(np.flip(good, axis=-1), axis=-1), axis=-1)
    return np.where(lasting.any(axis=-1), np.array(counts, float)[np.argmax(lasting, axis=-1)], MORE_THAN_TRIED)


def _sets(runs: int, seed: int) -> Ints:
    return np.random.default_rng(seed).integers(runs, size=(TIMES, runs))


def _ratio(sums: Floats, weights: Floats) -> tuple[float, float, float]:
    """A ratio of sums over futures, and where nine in ten of them lie; not a number where there is no weight.

    Each future is three months of drawn weeks, worked in one of the ways that explain the history.
    """
    own = weights > 0
    if not own.any():
        return np.nan, np.nan, np.nan
    low, high = np.quantile(sums[own] / weights[own], ENDS)
    return float(sums.sum() / weights.sum()), float(low), float(high)
