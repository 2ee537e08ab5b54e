"""The clock as a compiled loop: the same look-up per instant in the same day table, the same four answers a ticket.

Its arrays are in memory already; reading them from the database is measured beside it.
"""

import numba
import numpy as np
import pandas as pd
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Matrix = NDArray[np.int32]
Flags = NDArray[np.bool_]

PIECES = 9


@numba.njit(cache=False)
def open_until(hours: Matrix, row: int, second: int) -> int:
    """Open seconds of the calendar so far; `hours` has opened_before, then opens, closes and base of each piece."""
    if second < hours[row, 1]:
        return int(hours[row, 0])
    for piece in range(1, PIECES):
        column = 3 * piece + 1
        if second < hours[row, column]:
            return int(hours[row, column - 1] + min(second, hours[row, column - 2]))
    return int(hours[row, 3 * PIECES] + min(second, hours[row, 3 * PIECES - 1]))


@numba.njit(cache=False)
def business_seconds(  # noqa: PLR0917 - a compiled function takes its arrays one by one
    hours: Matrix, first_day: int, days: int, calendar: Matrix, started: Integers, read: Integers, answer: Integers,
    paused: Integers, lasted: Integers, outside: Flags,
) -> None:  # fmt: skip
    """Fill the four answers of the product from its instants (microseconds of the epoch); -1 for null."""
    calendars = len(hours) // days
    for i in range(len(started)):
        start, end = started[i] // 1000000, read[i] // 1000000
        start_day, end_day = start // 86400, end // 86400
        low, high = min(start_day, end_day) - first_day, max(start_day, end_day) - first_day
        outside[i] = calendar[i] < 1 or calendar[i] > calendars or low < 0 or high >= days
        answer[i], paused[i], lasted[i] = -1, -1, end - start if end >= start else -1
        if not outside[i] and end >= start:
            base = (calendar[i] - 1) * days - first_day
            begun = open_until(hours, base + start_day, start - 86400 * start_day)
            answer[i], paused[i] = open_until(hours, base + end_day, end - 86400 * end_day) - begun, 0


class CompiledLoop:
    """The loop with its arrays; `run` stores the seconds in `answer`."""

    def __init__(self, day_table: pd.DataFrame, clocks: pd.DataFrame) -> None:
        self.hours = np.ascontiguousarray(day_table.iloc[:, 2:], dtype=np.int32)
        self.first_day = int(day_table["epoch_day"].min())
        self.days = int(day_table["epoch_day"].max()) - self.first_day + 1
        self.take(clocks)

    def take(self, clocks: pd.DataFrame) -> None:
        """The clocks to measure, as arrays."""
        self.calendar = clocks["calendar_id"].to_numpy(np.int32)
        self.started, self.read = (clocks[name].to_numpy("M8[us]").view(np.int64) for name in ("started_at", "read_at"))

    def run(self) -> None:
        """Measure all clocks into new arrays, as a new table would."""
        self.answer, self.paused, self.lasted = (np.empty(len(self.calendar), np.int64) for _ in range(3))
        self.outside = np.empty(len(self.calendar), np.bool_)
        business_seconds(
            self.hours, self.first_day, self.days, self.calendar, self.started, self.read, self.answer,
            self.paused, self.lasted, self.outside,
        )  # fmt: skip
