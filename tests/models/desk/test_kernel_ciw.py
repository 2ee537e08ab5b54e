"""The compiled desk and Ciw start and end the same tickets at the same instants."""

from collections.abc import Sequence

import ciw
import numpy as np
import pytest

from models.desk.kernel import Floats, Ints
from tests.models.desk.ciw_desk import ciw_desk
from tests.models.desk.drawing import Outcome, always, crew, days, poisson, run, whole_tickets

CLASS = 1e9  # more than any arrival
WEEKS = 30


def drawn(seed: int, rates: Sequence[float], n: int) -> tuple[Floats, Floats, Ints]:
    dice = np.random.default_rng(seed)
    arrives, classes = poisson(dice, rates, n)
    return arrives, dice.exponential(1.0, n), classes


def same(outcome: Outcome, peer: tuple[Floats, Floats]) -> tuple[int, int]:
    """How many tickets start and end at the same instants."""
    alike = zip((outcome.answered, outcome.done), peer, strict=True)
    started, ended = (int((np.abs(ours - theirs) <= 1e-9).sum()) for ours, theirs in alike)
    return started, ended


@pytest.mark.parametrize("rates", [(5.0,), (1.5, 3.5)])
def test_three_thousand_tickets_on_six_technicians_are_those_of_ciw(rates: Sequence[float]) -> None:
    arrives, hours, classes = drawn(1, rates, 3000)
    ours = run(whole_tickets(arrives, hours, arrives + CLASS * classes), always(6))

    assert same(ours, ciw_desk(arrives, hours, classes, 6)) == (3000, 3000)


@pytest.mark.parametrize("rates", [(1.0,), (0.3, 0.7)])
def test_with_office_hours_and_work_resumed_in_the_morning_1500_tickets_are_those_of_ciw(rates: Sequence[float]) -> None:
    """Ciw resumes what was interrupted before anything else, as a technician does who takes up the work of yesterday."""
    arrives, hours, classes = drawn(2, rates, 1500)
    staff = ciw.Schedule(numbers_of_servers=[0, 4, 0], shift_end_dates=[9.0, 17.0, 24.0], preemption="resume")
    ours = run(whole_tickets(arrives, hours, arrives + CLASS * classes), crew(*[days(7 * WEEKS, (9, 17))] * 4))

    assert same(ours, ciw_desk(arrives, hours, classes, staff, until=24.0 * 7 * WEEKS)) == (1500, 1500)
