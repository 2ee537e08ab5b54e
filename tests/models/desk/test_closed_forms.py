"""The closed forms give the published and exact values."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from models.desk import closed_forms
from models.desk.closed_forms import erlang_b, erlang_c, late_shares, mean_wait, mean_waits, service_level

EXACT = 1e-9


def test_ten_erlangs_on_fourteen_technicians_are_the_published_ones() -> None:
    assert erlang_c(14, 10) == pytest.approx(0.174131934, abs=EXACT)
    assert service_level(14, 10, handle=180, target=20) == pytest.approx(0.888350019, abs=EXACT)
    assert mean_wait(14, 10, handle=180) == pytest.approx(7.835937, abs=5e-7)


@pytest.mark.parametrize(("technicians", "waiting"), [(3, 0.7022), (4, 0.3199), (5, 0.1304), (6, 0.0474)])
def test_two_and_a_half_erlangs_wait_as_published(technicians: int, waiting: float) -> None:
    assert erlang_c(technicians, 2.5) == pytest.approx(waiting, abs=5e-5)


@pytest.mark.parametrize(("technicians", "load"), [(1, 0.4), (4, 2.5), (14, 10), (60, 50)])
def test_the_recursion_is_erlangs_own_sum(technicians: int, load: float) -> None:
    terms = [load**busy / math.factorial(busy) for busy in range(technicians + 1)]
    queue = terms[-1] * technicians / (technicians - load)

    assert erlang_b(technicians, load) == pytest.approx(terms[-1] / sum(terms), abs=EXACT)
    assert erlang_c(technicians, load) == pytest.approx(queue / (sum(terms[:-1]) + queue), abs=EXACT)


@pytest.mark.parametrize(
    ("rates", "technicians", "waits"),
    [((2, 2, 1), 6, (0.1469, 0.4406, 1.7625)), ((1.5, 2.5, 1), 6, (0.1306, 0.3917, 1.7625))],
)
def test_cobhams_waits_are_the_published_ones(rates: Sequence[float], technicians: int, waits: Sequence[float]) -> None:
    assert mean_waits(rates, 1, technicians) == pytest.approx(waits, abs=5.1e-5)


def test_cobhams_waits_at_one_and_two_technicians_are_the_fractions() -> None:
    rates = (0.2, 0.6, 1.2)

    assert mean_waits(rates, 1 / 3, 1) == pytest.approx([5 / 21, 25 / 77, 10 / 11], abs=EXACT)
    assert mean_waits(rates, 1 / 3, 2) == pytest.approx([0.028736, 0.033156, 0.048077], abs=5e-7)


@pytest.mark.parametrize(("scv", "waits"), [(0, (4 / 7, 20 / 7)), (2, (12 / 7, 60 / 7)), (4, (20 / 7, 100 / 7))])
def test_one_technician_with_any_spread_of_handle_times_is_exact(scv: float, waits: Sequence[float]) -> None:
    assert mean_waits((0.3, 0.5), 1, 1, scv) == pytest.approx(waits, abs=EXACT)


def test_late_shares_are_the_published_ones() -> None:
    published = [[0.19074, 0.06192, 0.00653], [0.47142, 0.38851, 0.26970]]

    assert late_shares((1.5, 3.5), 1, 6, (0.25, 0.5, 1)) == pytest.approx(np.array(published), abs=5e-6)


def test_late_shares_add_up_to_cobhams_waits() -> None:
    waits = np.linspace(0, 60, 6001)
    late = late_shares((1.5, 2.5, 1), 1, 6, waits.tolist())

    assert np.trapezoid(late, waits, axis=1) == pytest.approx(mean_waits((1.5, 2.5, 1), 1, 6), abs=1e-4)


def test_the_class_that_goes_first_is_late_as_if_only_its_own_kind_were_ahead() -> None:
    late = late_shares((1.5, 3.5), 1, 6, (0.0, 0.5))[0]

    assert late == pytest.approx(erlang_c(6, 5) * np.exp([0, -4.5 * 0.5]), abs=EXACT)


def test_a_single_class_is_late_by_erlang_c() -> None:
    assert 1 - late_shares([10 / 180], 180, 14, [20])[0, 0] == pytest.approx(service_level(14, 10, 180, 20), abs=EXACT)


def test_too_much_work_waits_for_ever_but_not_the_class_before_it() -> None:
    waits, late = mean_waits((0.5, 0.7), 1, 1), late_shares((0.5, 0.7), 1, 1, [1.0])

    assert waits == pytest.approx([2, math.inf])
    assert late[:, 0] == pytest.approx([math.exp(-0.5), 1])
    assert (erlang_c(1, 1.2), service_level(1, 1.2, 1, 9), mean_wait(1, 1.2, 1)) == (1, 0, math.inf)


def test_the_smallest_number_of_technicians_is_the_one_before_which_too_few_are_answered() -> None:
    needed = closed_forms.technicians_for(10, handle=180, target=20, share=0.8)

    assert needed == 14
    assert service_level(needed - 1, 10, 180, 20) < 0.8 <= service_level(needed, 10, 180, 20)


def test_nobody_answers_every_ticket_in_time() -> None:
    with pytest.raises(ValueError, match="share of 1 "):
        closed_forms.technicians_for(10, handle=180, target=20, share=1.0)


def test_a_hundred_tickets_of_an_hour_are_three_and_a_third_technicians_by_the_rule() -> None:
    assert closed_forms.rule_of_thumb(1.0, 100) == pytest.approx(10 / 3, abs=EXACT)
