"""Small desks whose answer can be checked by hand."""

from typing import Any

import numpy as np
import pytest

from models.desk.hours import later, open_hours, open_until
from models.desk.kernel import Promises, tally_lane
from tests.models.desk.drawing import ALWAYS, Outcome, always, crew, days, run, work

NEVER = np.inf
NINE_TO_FIVE = days(10, (9, 17))


def told(outcome: Outcome) -> dict[str, list[float]]:
    return {"answered": outcome.answered.tolist(), "done": outcome.done.tolist()}


def test_a_ticket_before_opening_waits_for_opening() -> None:
    assert told(run(work([7], [0.5]), crew(NINE_TO_FIVE))) == {"answered": [9], "done": [9.5]}


def test_work_left_at_closing_goes_on_next_morning() -> None:
    assert told(run(work([16.5, 16.75], [1, 0.25]), crew(NINE_TO_FIVE))) == {"answered": [16.5, 33.5], "done": [33.5, 33.75]}


def test_long_work_is_paused_as_often_as_it_must() -> None:
    outcome = run(work([9], [20]), crew(NINE_TO_FIVE))

    assert told(outcome) == {"answered": [9], "done": [9 + 2 * 24 + 4]}
    assert outcome.busy.tolist() == [20]


def test_half_an_hour_left_is_finished_in_overtime_and_a_minute_more_is_not() -> None:
    outcome = run(work([16, 40], [1.5, 1.5 + 1 / 64]), crew(NINE_TO_FIVE, overtime=0.5))

    assert told(outcome) == {"answered": [16, 40], "done": [17.5, 57.5 + 1 / 64]}


def test_a_technician_at_lunch_takes_nothing_and_goes_on_with_what_was_begun() -> None:
    lunch = crew(days(2, (9, 12), (13, 17)))

    assert told(run(work([11.5, 12.25], [1, 0.5]), lunch)) == {"answered": [11.5, 13.5], "done": [13.5, 14]}


def test_a_ticket_at_the_very_instant_of_closing_waits_for_the_next_duty() -> None:
    assert told(run(work([17], [1]), crew(NINE_TO_FIVE))) == {"answered": [33], "done": [34]}


def test_a_technician_who_lacks_the_skill_leaves_the_ticket_to_one_who_has_it() -> None:
    able = [[True, False], [True, True]]
    outcome = run(work([0, 0, 0], [5, 1, 1], group_of=[[1, 0, 1], [1, 0, 1]]), crew([(0, 99)], [(0, 99)], able=able))

    assert told(outcome) == {"answered": [0, 5, 0], "done": [5, 6, 1]}
    assert outcome.busy.tolist() == [6, 1]


def test_what_nobody_can_do_is_never_done() -> None:
    outcome = run(work([0, 1], [1, 1], group_of=[[1, 0], [1, 0]]), crew([(0, 99)], able=[[True], [False]]))

    assert told(outcome) == {"answered": [NEVER, 1], "done": [NEVER, 2]}


def test_the_smallest_key_goes_first_and_of_equal_keys_the_earlier_ticket() -> None:
    outcome = run(work([0, 1, 2, 3, 4], [10, 1, 1, 1, 1], key_of=[9, 5, 3, 5, 1]), always(1))

    assert outcome.answered.tolist() == [0, 12, 11, 13, 10]


def test_a_premium_ticket_goes_by_its_premium_key_and_group() -> None:
    tickets = work([0, 1, 2], [10, 1, 1], key_of=[[0, 1, 2], [-9, -8, -7]], group_of=[[0, 0, 0], [1, 1, 1]])
    one = crew([(0, 99)], able=[[True], [True]])

    assert run(tickets, one).answered.tolist() == [0, 10, 11]
    assert run(tickets, one, premium=[0, 0, 1]).answered.tolist() == [0, 11, 10]


def test_the_first_of_the_crew_on_duty_takes_the_ticket_and_who_is_away_does_not() -> None:
    assert run(work([0], [1]), always(3)).busy.tolist() == [1, 0, 0]
    assert run(work([0], [1]), always(3), there=[False, True, True]).busy.tolist() == [0, 1, 0]


def test_with_nobody_there_nothing_is_ever_answered() -> None:
    assert told(run(work([0], [1]), always(2), there=False)) == {"answered": [NEVER], "done": [NEVER]}


def test_when_nobody_is_on_duty_again_begun_work_never_ends_and_the_rest_never_begins() -> None:
    outcome = run(work([15, 16, 16.5], [1, [2, 1], 1]), crew([(9, 17)]))

    assert told(outcome) == {"answered": [15, 16, NEVER], "done": [16, NEVER, NEVER]}


def test_no_tickets_are_no_work() -> None:
    assert run(work([], []), always(2)).busy.tolist() == [0, 0]


def test_the_time_until_the_next_session_runs_in_the_business_hours_of_the_tickets_calendar() -> None:
    """Of two hours away from 16:00 on, one passes by 17:00 and one from 10:00 on the next day, or from 8:00."""
    hours = open_hours([days(9, (10, 17)), days(9, (8, 17))])
    outcome = run(work([15, 15], [[1, 1], [1, 1]], gap=2.0, calendar=[0, 1]), crew([(0, 99)], [(0, 99)]), hours)

    assert told(outcome) == {"answered": [15, 15], "done": [24 + 11 + 1, 24 + 9 + 1]}


def test_a_gap_of_none_comes_back_at_once_even_after_hours() -> None:
    outcome = run(work([18], [[1, 1]]), always(1), open_hours([NINE_TO_FIVE]))

    assert told(outcome) == {"answered": [18], "done": [20]}


@pytest.mark.parametrize(("later_by", "done"), [(0, [2, 4, 5]), (0.6, [4, 3, 5]), (9, [5, 3, 4])])
def test_a_session_that_comes_back_goes_by_its_arrival_or_so_much_later(later_by: float, done: list[float]) -> None:
    assert run(work([0, 0.5, 0.75], [[1, 1], 2, 1], later_by=later_by), always(1)).done.tolist() == done


def test_one_technician_works_on_while_a_ticket_is_away() -> None:
    outcome = run(work([0, 1], [[1, 1], 1], gap=3.0), always(1))

    assert told(outcome) == {"answered": [0, 1], "done": [5, 2]}


def test_business_hours_are_counted_and_walked_along() -> None:
    hours = open_hours([days(3, (9, 12), (13, 17)), days(2, (8, 10))])
    at = np.array([0, 9.5, 12.5, 16, 40, 9, NEVER])
    calendar = np.array([0, 0, 0, 0, 0, 1, 1])

    assert open_until(hours, calendar, at).tolist() == [0, 0.5, 3, 6, 13, 1, NEVER]
    assert later(hours, np.array([0, 0, 1]), np.array([11.0, 18.0, 9.0]), np.array([2.0, 1.0, np.nan])).tolist()[:2] == [14, 34]


def tallied(month: list[int], answered: list[float], done: list[float], premium: list[int]) -> Any:
    """Tickets due within 1 and 4 hours of their arrival at noon, with premium within half an hour and no resolution."""
    n = len(month)
    promises = Promises(
        month=np.array(month), row=np.arange(n) % 2, opened=open_until(ALWAYS, np.zeros(n, np.int64), np.full(n, 12.0)),
        response_due=np.array([[13.0] * n, [12.5] * n]), resolution_due=np.array([[16.0] * n, [np.nan] * n]),
    )  # fmt: skip
    counts = np.zeros((2, 2, 2, 6))
    tickets = work([12.0] * n, [1.0] * n)
    tally_lane(tickets, ALWAYS, promises, np.array(premium, np.uint8), np.array(answered), np.array(done), counts)
    return counts


def test_a_lane_is_counted_by_row_premium_and_month() -> None:
    counts = tallied([0, 1, 0], answered=[13, 12.75, 14], done=[16, 17, 15], premium=[0, 0, 0])

    assert counts[0, 0, 0].tolist() == [2, 1, 2, 3, 2, 2]
    assert counts[1, 0, 1].tolist() == [1, 1, 1, 0.75, 1, 0]
    assert counts.sum(axis=3)[:, 1].tolist() == [[0, 0], [0, 0]]


def test_what_is_not_promised_is_no_promise_kept_nor_broken() -> None:
    assert tallied([1], answered=[12.5], done=[99], premium=[1])[0, 1, 1].tolist() == [1, 1, 1, 0.5, 0, 0]


def test_a_ticket_of_no_month_is_not_counted() -> None:
    assert not tallied([-1], answered=[12.5], done=[13], premium=[0]).any()


def test_what_never_ends_is_promised_and_not_kept() -> None:
    assert tallied([0], answered=[NEVER], done=[NEVER], premium=[0])[0, 0, 0].tolist() == [1, 0, 1, NEVER, 1, 0]


@pytest.mark.parametrize("at", [0.0, 8.999, 9.0, 16.999, 17.0, 30.0, 240.0])
def test_the_compiled_count_of_business_hours_is_that_of_the_arrays(at: float) -> None:
    hours = open_hours([NINE_TO_FIVE])
    calendar = np.zeros(1, np.int64)
    promises = Promises(calendar, calendar, np.zeros(1), np.full((2, 1), np.nan), np.full((2, 1), np.nan))
    counts = np.zeros((1, 2, 1, 6))
    tally_lane(work([0], [1]), hours, promises, np.zeros(1, np.uint8), np.array([at]), np.array([at]), counts)

    assert counts[0, 0, 0, 3] == open_until(hours, calendar, np.array([at]))[0]
