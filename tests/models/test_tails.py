"""How far luck reaches: against values of textbooks and of sums that can be done by hand."""

import pytest

from models.tails import binomial_tail, holm, poisson_tail, rate_interval


def test_a_binomial_tail_is_twice_the_smaller_side() -> None:
    assert binomial_tail(0, 3, 0.5) == pytest.approx(2 / 8)
    assert binomial_tail(5, 10, 0.5) == 1.0
    assert binomial_tail(10, 10, 0.1) == pytest.approx(2e-10)
    assert binomial_tail(0, 0, 0.1) == 1.0


def test_a_poisson_tail_is_twice_the_smaller_side() -> None:
    assert poisson_tail(0, 3.0) == pytest.approx(2 * 0.049787, rel=1e-4)
    assert poisson_tail(3, 3.0) == 1.0
    assert poisson_tail(10, 3.0) == pytest.approx(2 * 0.00110249, rel=1e-3)
    assert (poisson_tail(0, 0.0), poisson_tail(1, 0.0)) == (1.0, 0.0)


def test_large_counts_do_not_overflow() -> None:
    assert 0.5 < poisson_tail(100_000, 100_010.0) <= 1
    assert 0.5 < binomial_tail(10_005, 100_000, 0.1) <= 1


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390), (100, 81.36, 121.63)])
def test_the_interval_of_a_count_is_garwoods(count: int, low: float, high: float) -> None:
    found = rate_interval(count, 1.0)

    # Byar's form leaves out a little at the ends of very few tickets.
    assert found == pytest.approx((low, high), abs=0.03 if count else 0.15)


def test_scatter_widens_an_interval_and_an_exposure_scales_it() -> None:
    narrow, wide = rate_interval(100, 50.0), rate_interval(100, 50.0, scatter=4.0)

    assert wide[0] < narrow[0] < 2.0 < narrow[1] < wide[1]
    assert narrow[1] == pytest.approx(121.63 / 50, abs=0.01)


def test_holm_stops_at_the_first_that_luck_explains() -> None:
    assert holm([0.04, 0.001, 0.02], 0.05) == [True, True, True]
    assert holm([0.04, 0.001, 0.03], 0.05) == [False, True, False]
    assert holm([], 0.05) == []
