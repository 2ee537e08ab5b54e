"""The middle and the ends of what draws say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.pricing.spread import spread

DRAWS = st.lists(st.one_of(st.just(np.nan), st.integers(0, 9).map(float)), min_size=1, max_size=40).map(np.array)


def test_nine_in_ten_draws_lie_between() -> None:
    found = spread(np.arange(1.0, 101)[:, None])

    assert [*found.low, *found.middle, *found.high] == [5, 50, 95]


def test_a_draw_without_a_number_is_worse_than_any_other() -> None:
    found = spread(np.array([[1.0], [2.0], [np.inf], [np.nan]]))

    assert [*found.low, *found.middle] == [1, 2]
    assert np.isnan(found.high)


def test_a_figures_opposite_has_its_ends_changed_round() -> None:
    opposite = spread(np.array([[0.0], [3.0], [4.0]])).negative()

    assert [*opposite.low, *opposite.middle, *opposite.high] == [-4, -3, 0]
    assert not np.signbit(opposite.high)


@given(draws=DRAWS)
def test_each_figure_is_a_draw_or_missing_and_they_rise(draws: np.ndarray) -> None:
    found = spread(draws[:, None])
    told = [float(value[0]) for value in (found.low, found.middle, found.high) if not np.isnan(value[0])]

    assert set(told) <= set(draws.tolist())
    assert told == sorted(told)
