"""Tickets as the rungs of the ladder at which they could have been done: what the hazard is learnt from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.promise.curves import LADDER
from models.promise.known import Floats

DAY = 86400.0
# How long ago a rung was passed, in days: the past is told apart from now, and everything is promised for now.
AGE_EDGES = np.array([14.0, 28, 56, 112, 224, 448]) * DAY
Rows = NDArray[np.bool_] | NDArray[np.int64]


@dataclass(frozen=True)
class Clocks:
    """One row a ticket: business seconds until it was done or seen still open, and how long ago it came in.

    age: calendar seconds from opening to the moment of knowing; open_share: which part of a week its calendar is open.
    """

    seconds: Floats
    stopped: NDArray[np.bool_]
    age: Floats
    open_share: Floats

    def __len__(self) -> int:
        return len(self.seconds)

    def __getitem__(self, rows: Rows) -> "Clocks":
        return Clocks(self.seconds[rows], self.stopped[rows], self.age[rows], self.open_share[rows])


@dataclass(frozen=True)
class Exposure:
    """Grouped: distinct (rung, age, attributes), whether tickets were done there, and how many they are."""

    columns: Floats
    done: NDArray[np.int8]
    tickets: Floats


def exposure(attributes: Floats, clocks: Clocks) -> Exposure:
    """Every rung that a ticket reached and was watched through, with the age that this exposure has by now."""
    kinds, kind_of = distinct_rows(attributes)
    parts, below = [], -1.0
    for rung, above in enumerate(LADDER):
        rows = np.flatnonzero((clocks.seconds > below) & (clocks.stopped | (clocks.seconds >= above)))
        passed = np.minimum(clocks.seconds[rows], above) / clocks.open_share[rows]
        age = np.digitize(np.maximum(clocks.age[rows] - passed, 0), AGE_EDGES)
        done = clocks.stopped[rows] & (clocks.seconds[rows] <= above)
        parts.append(np.column_stack([np.full(len(rows), rung), age, kind_of[rows], done]))
        below = above
    rows_at, tickets = np.unique(np.concatenate(parts), axis=0, return_counts=True)
    columns = np.column_stack([rows_at[:, :2].astype(float), kinds[rows_at[:, 2]]])
    return Exposure(columns, rows_at[:, 3].astype(np.int8), tickets.astype(float))


def distinct_rows(rows: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """The distinct rows, and which of them each row is; missing equals missing."""
    code = np.zeros(len(rows), np.int64)
    for column in rows.T:
        values, numbers = np.unique(column, return_inverse=True)
        code = np.unique(code * (len(values) + 1) + numbers, return_inverse=True)[1]
    _, first, of_row = np.unique(code, return_index=True, return_inverse=True)
    return rows[first], of_row
