"""A schedule that somebody can sign: proposals that agree, or nearly, become one line; what that costs is told.

Issue types form groups, the same ones for every plan and place; a line is a plan, Premium, place and priority (or any
of them) and the groups that share one time there. Which of the four are told apart, and which groups are merged, is
chosen so that the times stay closest to each segment's own. No better plan, nearer place or remote work gets a longer
time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.promise.curves import Curves
from models.promise.known import Floats
from models.promise.segment import POSITIONS, SEGMENT, SHARES

MOST_LINES = 40
PARTS = (("tier",), ("premium",), ("work_mode", "distance_band"), ("priority",))
LINE = ("tier", "premium", "work_mode", "distance_band", "priority")
NOWHERE = -1
Steps = NDArray[np.int64]


@dataclass(frozen=True)
class Schedule:
    """`lines`: one row a line: LINE (None where not told apart), issue_types, proposed_seconds, n, kept_share.

    The last line is for what was never seen. `segments`: SEGMENT, n, own_seconds, proposed_seconds, `line` (its row in
    lines). apart: the names of LINE that are told apart. extra_late: how many tickets in a hundred are late because of
    merging; hours_given: how many business hours later than its own a ticket's promise is, on average.
    """

    lines: pd.DataFrame
    segments: pd.DataFrame
    apart: tuple[str, ...]
    extra_late: float
    hours_given: float


@dataclass(frozen=True)
class _Cells:
    """Segments with a proposal: their keys, tickets, share kept at each step, and the step that is proposed."""

    keys: pd.DataFrame
    tickets: Floats
    kept: Floats
    own: Steps
    rates: Floats

    def step_of(self, rows: NDArray[np.int64]) -> int:
        """The step at which these segments together keep their promise; their own where they agree."""
        own = self.own[rows]
        if (own == own[0]).all():
            return int(own[0])
        weight = self.tickets[rows] / self.tickets[rows].sum()
        enough = weight @ self.kept[rows] >= weight @ self.rates[rows]
        return int(np.argmax(enough)) if enough.any() else int(own.max())

    def loss(self, steps: Steps) -> float:
        """How far steps are from what each segment proposes, in steps times tickets."""
        return float(self.tickets @ np.abs(self.own - steps))


@dataclass(frozen=True)
class _Plan:
    """One way to write the schedule: the context and group of each segment, and the step of each of their pairs."""

    apart: tuple[str, ...]
    context: Steps
    contexts: list[tuple[Any, ...]]
    group: Steps
    table: Steps

    @property
    def steps(self) -> Steps:
        """The step of each segment."""
        return np.asarray(self.table[self.context, self.group])

    @property
    def lines(self) -> list[tuple[int, int]]:
        """Context and step of each line."""
        return [(at, int(step)) for at, row in enumerate(self.table) for step in np.unique(row[row != NOWHERE])]


def schedule(proposed: pd.DataFrame, curves: pd.DataFrame, ladder: Sequence[int], most: int = MOST_LINES) -> Schedule:
    """At most `most` lines for the proposals of one clock; curves: the rows of SegmentCurves of the same clock.

    Raises ValueError where nothing is proposed.
    """
    possible = proposed[proposed["proposed_seconds"].notna()].reset_index(drop=True)
    if possible.empty:
        raise ValueError("nothing is proposed, so there is nothing to put into a schedule")
    cells = _cells(possible, curves, ladder)
    varying = [part for part in PARTS if any(len(cells.keys[name].dropna().unique()) > 1 for name in part)]
    choices = [chosen for size in range(len(varying) + 1) for chosen in combinations(varying, size)]
    plans = [_fitted(cells, tuple(name for part in chosen for name in part), most - 1) for chosen in choices]
    best = min((plan for plan in plans if plan), key=lambda plan: (cells.loss(plan.steps), len(plan.lines)))
    return _told(cells, best, ladder)


def _cells(possible: pd.DataFrame, curves: pd.DataFrame, ladder: Sequence[int]) -> _Cells:
    known = dict(zip(_keys(curves, SEGMENT), curves[[*SHARES]].to_numpy(float), strict=True))
    done = np.array([known[key] for key in _keys(possible, SEGMENT)]).reshape(-1, len(SHARES))
    kept = np.column_stack([Curves(done).done_by(float(step)) for step in ladder])
    own = np.searchsorted(np.asarray(ladder), possible["proposed_seconds"].to_numpy(float))
    keys = _plain(possible[[*SEGMENT, *POSITIONS]])
    return _Cells(keys, possible["n"].to_numpy(float), kept, own, possible["kept_rate"].to_numpy(float))


def _fitted(cells: _Cells, apart: tuple[str, ...], most: int) -> _Plan | None:
    """The plan that tells these parts apart, its groups merged until it fits; None where even one group does not."""
    names = _keys(cells.keys, apart)
    first = dict(zip(names[::-1], cells.keys.to_dict("records")[::-1], strict=True))
    contexts = sorted(first, key=lambda name: _place(first[name], apart))
    if len(contexts) > most:
        return None
    context = np.array([contexts.index(name) for name in names])
    better = np.array([[_as_good(first[other], first[own], apart) for other in contexts] for own in contexts])
    plan = _plan(cells, apart, context, contexts, _first_groups(cells), better)
    while len(plan.lines) > most:
        merged = [
            _plan(cells, apart, context, contexts, np.where(plan.group > at, plan.group - 1, plan.group), better)
            for at in range(int(plan.group.max()))
        ]
        plan = min(merged, key=lambda one: cells.loss(one.steps))
    return plan


def _first_groups(cells: _Cells) -> Steps:
    """Issue types by the step at which all their segments together keep their promise, the shortest first."""
    step: dict[Any, int] = {}
    for issue, rows in cells.keys.groupby("issue_type", sort=False).indices.items():
        step[issue] = cells.step_of(np.asarray(rows))
    of_row = np.array([step[issue] for issue in cells.keys["issue_type"]])
    return np.asarray(np.unique(of_row, return_inverse=True)[1])


def _plan(
    cells: _Cells,
    apart: tuple[str, ...],
    context: Steps,
    contexts: list[tuple[Any, ...]],
    group: Steps,
    better: NDArray[np.bool_],
) -> _Plan:
    table = np.full((len(contexts), int(group.max()) + 1), NOWHERE)
    for at, of in {(int(c), int(g)) for c, g in zip(context, group, strict=True)}:
        table[at, of] = cells.step_of(np.flatnonzero((context == at) & (group == of)))
    # A context is promised no sooner than any that is at least as good in everything.
    lifted = np.array(
        [np.where(row == NOWHERE, NOWHERE, table[better[at]].max(axis=0)) for at, row in enumerate(table)]
    )
    return _Plan(apart, context, contexts, group, lifted)


def _as_good(other: dict[Any, Any], own: dict[Any, Any], apart: tuple[str, ...]) -> bool:
    """Whether another context is at least as good in plan, Premium and place, and of the same priority."""
    same = {name: other[name] == own[name] for name in apart}
    tier = same.get("tier", True) or _number(other["tier_position"]) >= _number(own["tier_position"])
    premium = same.get("premium", True) or bool(other["premium"])
    place = "work_mode" not in apart or (same["work_mode"] and same["distance_band"]) or _far(other) <= _far(own)
    return same.get("priority", True) and tier and premium and place


def _place(key: dict[Any, Any], apart: tuple[str, ...]) -> tuple[Any, ...]:
    """Where a context stands in the schedule: by plan, Premium, distance, priority."""
    told = {
        "tier": (np.nan_to_num(_number(key["tier_position"]), nan=99.0), str(key["tier"])),
        "premium": bool(key["premium"]),
        "work_mode": np.nan_to_num(_far(key), nan=99.0),
        "distance_band": str(key["distance_band"]),
        "priority": str(key["priority"]),
    }
    return tuple(told[name] for name in apart)


def _far(key: dict[Any, Any]) -> float:
    if key["work_mode"] is None:
        return float("nan")
    return 0.0 if key["work_mode"] == "remote" else 1 + max(_number(key["distance_position"]), 0.0)


def _number(position: Any) -> float:
    return float("nan") if position is None else float(position)


def _told(cells: _Cells, plan: _Plan, ladder: Sequence[int]) -> Schedule:
    steps, seconds = plan.steps, np.asarray(ladder, float)
    number = np.zeros(len(steps), int)
    rows = []
    for at, (context, step) in enumerate(plan.lines):
        members = np.flatnonzero((plan.context == context) & (steps == step))
        number[members] = at
        rows.append(_row(cells, members, dict(zip(plan.apart, plan.contexts[context], strict=True)), step, seconds))
    everything = np.arange(len(steps))
    rest = _row(cells, everything, {}, cells.step_of(everything), seconds) | {"issue_types": [], "n": 0}
    share = cells.tickets / cells.tickets.sum()
    at_own, at_line = (cells.kept[everything, column] for column in (cells.own, steps))
    late = 100 * float(share @ np.maximum(at_own - at_line, 0))
    given = float(share @ np.maximum(seconds[steps] - seconds[cells.own], 0)) / 3600
    segments = cells.keys[[*SEGMENT]].assign(
        n=cells.tickets.astype(int), own_seconds=seconds[cells.own], proposed_seconds=seconds[steps], line=number
    )
    return Schedule(pd.DataFrame([*rows, rest]), segments, plan.apart, late, given)


def _row(cells: _Cells, members: NDArray[np.int64], told: dict[str, Any], step: int, seconds: Floats) -> dict[str, Any]:
    weight = cells.tickets[members] / cells.tickets[members].sum()
    return {
        **dict.fromkeys(LINE),
        **told,
        "issue_types": sorted(set(cells.keys["issue_type"].iloc[members])),
        "proposed_seconds": float(seconds[step]),
        "n": int(cells.tickets[members].sum()),
        "kept_share": float(weight @ cells.kept[members, step]),
    }


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype(object).where(frame.notna(), None)


def _keys(frame: pd.DataFrame, names: Sequence[str]) -> list[tuple[Any, ...]]:
    if not names:
        return [()] * len(frame)
    return list(_plain(frame[[*names]]).itertuples(index=False, name=None))
