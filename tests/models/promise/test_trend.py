"""Whether an order makes a difference: the published value, noise that stays noise, and the sign."""

import numpy as np
import pytest

from models.promise.known import Floats
from models.promise.trend import CLEARLY, trend

# Freireich et al. 1963: weeks in remission, + still running; the log-rank test gives 16.79 (SAS/STAT and R,
# survdiff).
TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"


def freireich() -> tuple[Floats, Floats, np.ndarray]:
    weeks = [*TREATED.split(), *PLACEBO.split()]
    return (
        np.repeat([0.0, 1.0], 21), np.array([float(week.rstrip("+")) for week in weeks]),
        np.array([not week.endswith("+") for week in weeks]),
    )


def test_the_published_value_is_reproduced() -> None:
    value, weeks, ended = freireich()

    assert trend(value, weeks, ended, np.zeros(42, np.int64)) ** 2 == pytest.approx(16.79, abs=0.01)


def test_the_sign_says_which_end_of_the_order_is_sooner() -> None:
    value, weeks, ended = freireich()
    whole = np.zeros(42, np.int64)

    assert trend(value, weeks, ended, whole) > CLEARLY  # those with placebo, the higher value, end sooner
    assert trend(-value, weeks, ended, whole) == pytest.approx(-trend(value, weeks, ended, whole))


def test_four_tickets_by_hand() -> None:
    # Ends at 1, 2, 3 of x = 1, 0, 1, and x = 0 still open at 4. Means of those at risk: 1/2, 1/3, 1/2.
    score = (1 - 1 / 2) + (0 - 1 / 3) + (1 - 1 / 2)
    variance = 1 / 4 + 2 / 9 + 1 / 4
    found = trend(np.array([1.0, 0, 1, 0]), np.array([1.0, 2, 3, 4]), np.array([True, True, True, False]), np.zeros(4, np.int64))

    assert found == pytest.approx(score / np.sqrt(variance))


def test_strata_are_judged_each_for_itself() -> None:
    """All of the higher value lie in the faster stratum: between strata that would look like a difference."""
    rng = np.random.default_rng(1)
    strata = np.repeat([0, 1], 400)
    value = np.where(strata == 1, rng.random(800) < 0.9, rng.random(800) < 0.1).astype(float)
    seconds = rng.exponential(np.where(strata == 1, 1.0, 5.0))

    assert abs(trend(value, seconds, np.ones(800, bool), strata)) < 3
    assert trend(value, seconds, np.ones(800, bool), np.zeros(800, np.int64)) > 8


@pytest.mark.torture
def test_no_effect_stays_within_noise_over_two_hundred_draws() -> None:
    rng = np.random.default_rng(2)
    found = []
    for _ in range(200):
        strata = rng.integers(0, 5, 400)
        seconds, watched = rng.exponential(1.0 + strata), rng.exponential(8.0, 400)
        stopped = seconds <= watched
        found.append(trend(rng.integers(0, 3, 400).astype(float), np.minimum(seconds, watched), stopped, strata))

    assert abs(np.mean(found)) < 4 / np.sqrt(200)
    assert np.std(found) == pytest.approx(1, abs=4 / np.sqrt(400))
    assert sum(value > CLEARLY for value in found) <= 8  # one in a hundred: nine or more of 200 once in five thousand


def test_a_real_difference_is_clear() -> None:
    rng = np.random.default_rng(3)
    tier = rng.integers(0, 3, 600).astype(float)

    assert trend(tier, rng.exponential(1.5**-tier), np.ones(600, bool), np.zeros(600, np.int64)) > 2 * CLEARLY


def test_nothing_to_tell_is_no_difference() -> None:
    ones, whole = np.ones(5), np.zeros(5, np.int64)

    assert trend(np.full(5, np.nan), ones, np.ones(5, bool), whole) == 0
    assert trend(ones, np.arange(5.0), np.ones(5, bool), whole) == 0
    assert trend(np.arange(5.0), ones, np.zeros(5, bool), whole) == 0


def test_tickets_without_the_attribute_have_no_part() -> None:
    value, weeks, ended = freireich()
    more = np.concatenate([value, [np.nan, np.nan]]), np.concatenate([weeks, [1.0, 99.0]]), np.concatenate([ended, [True, False]])

    assert trend(*more, np.zeros(44, np.int64)) == pytest.approx(trend(value, weeks, ended, np.zeros(42, np.int64)))
