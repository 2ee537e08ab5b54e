"""A schedule that somebody can sign: proposals that agree, or nearly, become one line; what that costs is told.

A line is a plan, Premium, place and priority (or any of them), and the issue types that share one time there. Which of
the four are told apart, and which times are merged, is chosen so that the times stay closest to each segment's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.promise.curves import Curves
from models.promise.known import Floats
from models.promise.segment import SEGMENT, SHARES

MOST_LINES = 40
PARTS = (("tier",), ("premium",), ("work_mode", "distance_band"), ("priority",))
LINE = ("tier", "premium", "work_mode", "distance_band", "priority")


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
    own: NDArray[np.int64]
    rates: Floats

    def step_of(self, rows: list[int]) -> int:
        """The step at which these segments together keep their promise; their own where they agree."""
        own = self.own[rows]
        if (own == own[0]).all():
            return int(own[0])
        weight = self.tickets[rows] / self.tickets[rows].sum()
        enough = weight @ self.kept[rows] >= weight @ self.rates[rows]
        return int(np.argmax(enough)) if enough.any() else self.kept.shape[1]

    def loss(self, rows: list[int], step: int) -> float:
        """How far a step is from what these tickets' own segments propose, in steps times tickets."""
        return float(self.tickets[rows] @ np.abs(self.own[rows] - step))


@dataclass(frozen=True)
class _Line:
    context: tuple[Any, ...]
    rows: list[int]
    step: int


def schedule(proposed: pd.DataFrame, curves: pd.DataFrame, ladder: Sequence[int], most: int = MOST_LINES) -> Schedule:
    """At most `most` lines for the proposals of one clock; curves: the rows of SegmentCurves of the same clock.

    Raises ValueError where nothing is proposed.
    """
    cells = _cells(proposed, curves, ladder)
    if not len(cells.tickets):
        raise ValueError("nothing is proposed, so there is nothing to put into a schedule")
    varying = [part for part in PARTS if any(len(cells.keys[name].dropna().unique()) > 1 for name in part)]
    choices = [chosen for size in range(len(varying) + 1) for chosen in combinations(varying, size)]
    best: list[_Line] | None = None
    best_apart: tuple[str, ...] = ()
    for chosen in choices:
        apart = tuple(name for part in chosen for name in part)
        lines = _lines(cells, apart, most - 1)
        if lines and (best is None or _total(cells, lines) < _total(cells, best)):
            best, best_apart = lines, apart
    return _told(cells, best or [], best_apart, ladder)


def _cells(proposed: pd.DataFrame, curves: pd.DataFrame, ladder: Sequence[int]) -> _Cells:
    possible = proposed[proposed["proposed_seconds"].notna()].reset_index(drop=True)
    keys = _plain(possible[[*SEGMENT]])
    known = dict(zip(_keys(curves), curves[[*SHARES]].to_numpy(float), strict=True))
    done = np.array([known[key] for key in _keys(possible)]).reshape(-1, len(SHARES))
    kept = np.column_stack([Curves(done).done_by(float(step)) for step in ladder])
    own = np.searchsorted(np.asarray(ladder), possible["proposed_seconds"].to_numpy(float))
    return _Cells(keys, possible["n"].to_numpy(float), kept, own, possible["kept_rate"].to_numpy(float))


def _lines(cells: _Cells, apart: tuple[str, ...], most: int) -> list[_Line]:
    """The lines where these parts are told apart; none where there are too many."""
    of_type: dict[tuple[Any, ...], list[int]] = {}
    for row, key in enumerate(_keys(cells.keys, (*apart, "issue_type"))):
        of_type.setdefault(key, []).append(row)
    contexts: dict[tuple[Any, ...], dict[int, list[int]]] = {}
    for (*context, _), rows in of_type.items():
        contexts.setdefault(tuple(context), {}).setdefault(cells.step_of(rows), []).extend(rows)
    if len(contexts) > most:
        return []
    lines = [_Line(context, rows, step) for context, steps in contexts.items() for step, rows in sorted(steps.items())]
    while len(lines) > most:
        lines = _merge_nearest(cells, lines)
    return lines


def _merge_nearest(cells: _Cells, lines: list[_Line]) -> list[_Line]:
    """The two neighbouring lines of one context whose merging loses least become one."""
    best, place = float("inf"), 0
    for at, (first, second) in enumerate(pairwise(lines)):
        if first.context == second.context:
            rows = first.rows + second.rows
            added = cells.loss(rows, cells.step_of(rows)) - sum(
                cells.loss(one.rows, one.step) for one in (first, second)
            )
            best, place = (added, at) if added < best else (best, place)
    rows = lines[place].rows + lines[place + 1].rows
    return [*lines[:place], _Line(lines[place].context, rows, cells.step_of(rows)), *lines[place + 2 :]]


def _total(cells: _Cells, lines: list[_Line]) -> tuple[float, int]:
    return sum(cells.loss(line.rows, line.step) for line in lines), len(lines)


def _told(cells: _Cells, lines: list[_Line], apart: tuple[str, ...], ladder: Sequence[int]) -> Schedule:
    ends = [*ladder, ladder[-1]]
    everything = list(range(len(cells.tickets)))
    rest = _Line((None,) * len(apart), everything, cells.step_of(everything))
    rows = [_row(cells, line, apart, ends) for line in lines] + [
        _row(cells, rest, apart, ends) | {"issue_types": [], "n": 0}
    ]
    number, step = np.zeros(len(everything), int), np.zeros(len(everything), int)
    for at, line in enumerate(lines):
        number[line.rows], step[line.rows] = at, min(line.step, len(ladder) - 1)
    steps = np.asarray(ladder, float)
    segments = cells.keys.assign(
        n=cells.tickets.astype(int), own_seconds=steps[cells.own], proposed_seconds=steps[step], line=number
    )
    share = cells.tickets / cells.tickets.sum()
    at_own, at_line = (cells.kept[everything, column] for column in (cells.own, step))
    late = 100 * float(share @ np.maximum(at_own - at_line, 0))
    given = float(share @ np.maximum(steps[step] - steps[cells.own], 0)) / 3600
    return Schedule(pd.DataFrame(rows), segments, apart, late, given)


def _row(cells: _Cells, line: _Line, apart: tuple[str, ...], ends: Sequence[int]) -> dict[str, Any]:
    step = min(line.step, cells.kept.shape[1] - 1)
    weight = cells.tickets[line.rows] / cells.tickets[line.rows].sum()
    return {
        **dict.fromkeys(LINE),
        **dict(zip(apart, line.context, strict=True)),
        "issue_types": sorted(set(cells.keys.loc[line.rows, "issue_type"])),
        "proposed_seconds": float(ends[step]),
        "n": int(cells.tickets[line.rows].sum()),
        "kept_share": float(weight @ cells.kept[line.rows, step]),
    }


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype(object).where(frame.notna(), None)


def _keys(frame: pd.DataFrame, names: Sequence[str] = SEGMENT) -> list[tuple[Any, ...]]:
    return list(_plain(frame[[*names]]).itertuples(index=False, name=None))
