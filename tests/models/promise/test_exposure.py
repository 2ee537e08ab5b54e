"""Tickets as rungs: a hand-drawn table of who was watched through which step, and how long ago."""

import numpy as np

from models.promise.exposure import DAY, Clocks, distinct_rows, exposure
from tests.models.promise.drawing import HOUR


def rows(hours: list[float], stopped: list[bool], age_days: list[float], kinds: list[float], open_share: float = 0.5) -> list[tuple[float, ...]]:
    n = len(hours)
    own = Clocks(np.array(hours) * HOUR, np.array(stopped), np.array(age_days) * DAY, np.full(n, open_share))
    table = exposure(np.array(kinds)[:, None], own)
    told = np.column_stack([table.columns, table.done, table.tickets])
    return [tuple(row) for row in told.tolist()]


def test_a_ticket_takes_part_in_every_rung_that_it_was_watched_through() -> None:
    # The rungs end after 0.1, 0.25 and 0.5 hours. Columns: rung, age, kind, done there, tickets.
    assert rows([0.2, 0.3, 0.0], [True, False, True], [20, 20, 20], [7, 7, 8]) == [
        (0, 1, 7, 0, 2),
        (0, 1, 8, 1, 1),  # at once
        (1, 1, 7, 0, 1),  # open, seen beyond 0.25
        (1, 1, 7, 1, 1),
    ]


def test_an_open_ticket_is_not_watched_through_a_rung_that_it_has_not_passed() -> None:
    assert rows([0.09], [False], [20], [1]) == []
    assert rows([0.1], [False], [20], [1]) == [(0, 1, 1, 0, 1)]


def test_an_end_exactly_on_a_rung_belongs_to_it() -> None:
    assert rows([0.1], [True], [20], [1]) == [(0, 1, 1, 1, 1)]


def test_each_rung_has_the_age_of_the_day_it_was_passed_on() -> None:
    # Half the week is open: 0.1 business hours are about 0.2 by the calendar, 0.2 about 0.4. Age 0 ends at 14 days.
    assert rows([0.2], [True], [14 + 0.3 / 24], [1]) == [(0, 1, 1, 0, 1), (1, 0, 1, 1, 1)]


def test_a_rung_passed_after_the_moment_of_knowing_by_that_guess_is_as_new_as_can_be() -> None:
    assert rows([0.2], [True], [0], [1]) == [(0, 0, 1, 0, 1), (1, 0, 1, 1, 1)]


def test_distinct_rows_take_missing_for_equal() -> None:
    drawn = np.array([[1, np.nan], [2, 0], [1, np.nan], [np.nan, 0]])
    kinds, kind_of = distinct_rows(drawn)

    assert len(kinds) == 3
    np.testing.assert_array_equal(kinds[kind_of], drawn)
