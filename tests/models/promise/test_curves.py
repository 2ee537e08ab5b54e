"""Curves on the ladder: time and share are each other's inverse, and what never comes is infinite."""

import numpy as np
import pytest

from models.promise.curves import LADDER, Curves, knot_seconds
from tests.models.promise.drawing import HOUR

SHARES = (0.05, 0.3, 0.5, 0.8, 0.9, 0.94)


def curve(hours: float, most: float = 1.0) -> Curves:
    """Exponential, of which only `most` is ever done."""
    return Curves(np.concatenate([[0.0], most * (1 - np.exp(-LADDER / (hours * HOUR)))])[None])


@pytest.mark.parametrize("share", SHARES)
def test_the_share_done_by_the_time_of_a_share_is_that_share(share: float) -> None:
    slow = curve(30)

    assert slow.done_by(slow.time_of(share))[0] == pytest.approx(share, abs=1e-9)


def test_at_the_rungs_a_curve_is_what_was_learnt_and_time_is_the_rung() -> None:
    slow = curve(30)

    told = [slow.done_by(seconds)[0] for seconds in LADDER]
    assert told == pytest.approx(slow.done[0, 1:].tolist(), abs=1e-12)
    assert [slow.time_of(share)[0] for share in slow.done[0, 1:15]] == pytest.approx(LADDER[:14].tolist(), rel=1e-9)


def test_between_rungs_a_curve_is_straight_in_the_logarithm() -> None:
    steps = Curves(np.where(knot_seconds() >= 2 * HOUR, 1.0, 0.0)[None])  # all is done between 1.5 and 2 hours
    middle = np.sqrt(1.6 * 2.1) - 0.1  # of log(1.5 + 0.1) and log(2 + 0.1)

    assert steps.time_of(0.5)[0] / HOUR == pytest.approx(middle)
    assert steps.done_by(1.5 * HOUR)[0] == 0
    assert steps.done_by(2 * HOUR)[0] == pytest.approx(1)


def test_a_share_that_is_never_done_has_no_time() -> None:
    assert np.isinf(curve(4, most=0.85).time_of(0.9)[0])
    assert np.isfinite(curve(4, most=0.85).time_of(0.84)[0])


def test_no_ticket_is_done_before_it_came_and_none_counts_twice_beyond_the_ladder() -> None:
    assert curve(4).done_by(1e12)[0] == pytest.approx(1)
    assert curve(4, most=0.6).done_by(1e12)[0] == pytest.approx(0.6)
    assert curve(4).time_of(0.0)[0] == 0


def test_the_share_late_is_of_those_still_open() -> None:
    # 1 - e^-t/10: later than 20 hours, of those open after 10, are e^-2 / e^-1; all of them are rungs.
    tens = curve(10)
    late = (1 - tens.done_by(20 * HOUR)[0]) / (1 - tens.done_by(10 * HOUR)[0])

    assert tens.late_given(20 * HOUR, 10 * HOUR)[0] == pytest.approx(late)
    assert late == pytest.approx(np.exp(-1), abs=1e-9)
    assert tens.late_given(30 * HOUR, 20 * HOUR)[0] == pytest.approx(np.exp(-1), abs=1e-9)


def test_a_ticket_that_outlived_everything_known_is_late_for_certain() -> None:
    done = Curves(np.where(knot_seconds() >= HOUR, 1.0, 0.0)[None])

    assert done.late_given(3 * HOUR, 2 * HOUR)[0] == 1.0
