"""The compiled desk against exact values: each within four standard errors of its replications."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest

from models.desk.closed_forms import erlang_c, mean_waits
from models.desk.kernel import Floats, Ints
from tests.models.desk.drawing import always, crew, days, poisson, run, whole_tickets, work

CLASS = 1e9
REPLICATIONS, TICKETS = 40, 60_000
WARM = TICKETS // 10  # they still feel the empty desk of the beginning
Dice = np.random.Generator
Services = Callable[[Dice, int], Floats]


class Waits(NamedTuple):
    """Of one replication, the first tickets left out."""

    waits: Floats
    classes: Ints

    def of(self, number: int) -> Floats:
        return np.asarray(self.waits[self.classes == number], np.float64)


def exponential(mean: float = 1.0) -> Services:
    return lambda dice, n: dice.exponential(mean, n)


def spread(scv: float) -> Services:
    """Lognormal with mean 1 and a squared coefficient of variation of scv; all alike for none."""
    sigma = float(np.sqrt(np.log(1 + scv)))
    return lambda dice, n: dice.lognormal(-(sigma**2) / 2, sigma, n)


def desk(dice: Dice, rates: Sequence[float], technicians: int, services: Services, n: int = TICKETS) -> Waits:
    arrives, classes = poisson(dice, rates, n)
    outcome = run(whole_tickets(arrives, services(dice, n), arrives + CLASS * classes), always(technicians))
    return Waits((outcome.answered - arrives)[n // 10 :], classes[n // 10 :])


def agrees(told: Sequence[Any], exact: Any) -> None:
    """The mean over replications is the exact value, within four standard errors; all of them, side by side."""
    values = np.asarray(told, float)
    error = values.std(axis=0, ddof=1) / np.sqrt(len(values))
    away = np.abs(values.mean(axis=0) - np.asarray(exact)) / error
    assert (away <= 4).all(), f"{away} standard errors from {exact}: {values.mean(axis=0)} +- {error}"


def replicated(seed: int, one: Callable[[Dice], Any], replications: int = REPLICATIONS) -> list[Any]:
    return [one(np.random.default_rng([seed, number])) for number in range(replications)]


def test_ten_erlangs_on_fourteen_technicians_wait_as_erlang_says() -> None:
    def one(dice: Dice) -> list[float]:
        waits = desk(dice, [10 / 180], 14, exponential(180.0)).waits
        return [(waits > 0).mean(), (waits <= 20).mean(), waits.mean()]

    agrees(replicated(1, one), [0.174131934, 0.888350019, 7.835937])


@pytest.mark.parametrize(("technicians", "waiting"), [(3, 0.7022), (4, 0.3199), (5, 0.1304), (6, 0.0474)])
def test_two_and_a_half_erlangs_wait_as_erlang_says(technicians: int, waiting: float) -> None:
    assert erlang_c(technicians, 2.5) == pytest.approx(waiting, abs=5e-5)

    agrees(replicated(2, lambda dice: (desk(dice, [2.5], technicians, exponential()).waits > 0).mean()), erlang_c(technicians, 2.5))


@pytest.mark.parametrize(
    ("rates", "handle", "technicians", "printed"),
    [
        ((2, 2, 1), 1, 6, (0.1469, 0.4406, 1.7625)),
        ((1.5, 2.5, 1), 1, 6, (0.1306, 0.3917, 1.7625)),
        ((0.2, 0.6, 1.2), 1 / 3, 1, (5 / 21, 25 / 77, 10 / 11)),
        ((0.2, 0.6, 1.2), 1 / 3, 2, (0.028736, 0.033156, 0.048077)),
    ],
)
def test_each_class_waits_as_cobham_says(rates: Sequence[float], handle: float, technicians: int, printed: Sequence[float]) -> None:
    exact = mean_waits(rates, handle, technicians)
    assert exact == pytest.approx(printed, abs=5.1e-5)

    def one(dice: Dice) -> list[float]:
        waits = desk(dice, rates, technicians, exponential(handle))
        return [waits.of(number).mean() for number in range(3)]

    agrees(replicated(3, one), exact)


@pytest.mark.parametrize(("scv", "exact"), [(0, (4 / 7, 20 / 7)), (2, (12 / 7, 60 / 7)), (4, (20 / 7, 100 / 7))])
def test_one_technician_with_any_spread_of_handle_times_waits_as_cobham_says(scv: float, exact: Sequence[float]) -> None:
    def one(dice: Dice) -> list[float]:
        waits = desk(dice, (0.3, 0.5), 1, spread(scv), 2 * TICKETS)
        return [waits.of(number).mean() for number in range(2)]

    agrees(replicated(4, one), exact)


def test_each_class_is_late_as_often_as_it_must() -> None:
    def one(dice: Dice) -> list[list[float]]:
        waits = desk(dice, (1.5, 3.5), 6, exponential())
        return [[(waits.of(number) > limit).mean() for limit in (0.25, 0.5, 1)] for number in range(2)]

    agrees(replicated(5, one), [[0.19074, 0.06192, 0.00653], [0.47142, 0.38851, 0.26970]])


@pytest.mark.torture
@pytest.mark.parametrize("later_by", [0.0, 1.0, CLASS])
def test_work_that_returns_at_once_waits_as_a_network_of_queues_says(later_by: float) -> None:
    """The mean wait of a visit is that of Erlang C at the visits' rate, in whatever order returns go."""

    def one(dice: Dice) -> float:
        n = TICKETS // 4
        arrives, visits = np.cumsum(dice.exponential(1 / 1.2, n)), dice.geometric(0.5, n)
        parts = np.split(dice.exponential(1.0, int(visits.sum())), np.cumsum(visits)[:-1])
        outcome = run(work(arrives, parts, later_by=later_by), always(3))
        waited = outcome.done - arrives - np.array([own.sum() for own in parts])
        return float(waited[n // 10 :].sum() / visits[n // 10 :].sum())

    agrees(replicated(6, one), 1.0787)


@pytest.mark.torture
def test_whoever_goes_first_the_mean_wait_over_all_tickets_stays() -> None:
    """Kleinrock's conservation law, where nobody is idle while a ticket waits and services are alike."""

    def one(dice: Dice) -> list[float]:
        arrives, lot, hours = np.cumsum(dice.exponential(0.2, TICKETS)), dice.random(TICKETS), dice.exponential(1.0, TICKETS)
        means = []
        for uptake in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1):
            outcome = run(whole_tickets(arrives, hours, arrives + CLASS * (lot >= uptake)), always(6))
            means.append((outcome.answered - arrives)[WARM:].mean())
        return means

    waits = np.mean(replicated(7, one), axis=0)

    assert waits / waits[0] == pytest.approx(1, abs=0.02)


def test_with_services_of_one_length_the_sum_of_waits_is_the_very_same() -> None:
    dice = np.random.default_rng(8)
    arrives, lot, hours = np.cumsum(dice.exponential(0.2, 5000)), dice.random(5000), np.full(5000, 1.1)
    sums = [run(whole_tickets(arrives, hours, arrives + CLASS * (lot >= uptake)), always(6)).answered.sum() for uptake in (0, 0.3, 0.8, 1)]

    assert sums == pytest.approx([sums[0]] * 4, rel=1e-12)


class Scenario(NamedTuple):
    """Clients whose tickets go first, and technicians there."""

    uptake: float
    technicians: int


WEEKS, WEEKLY, CLIENTS = 10, 300, 40


def office(dice: Dice, scenarios: Sequence[Scenario]) -> list[list[float]]:
    """Mean waits of clients who are premium in every scenario, and in none, on the same weeks; lunch, sessions, gaps."""
    n = WEEKS * WEEKLY
    arrives = np.sort(dice.integers(0, 5 * WEEKS, n) * 24 + dice.triangular(7, 10, 18, n))
    rank = (dice.permutation(CLIENTS) / CLIENTS)[dice.integers(0, CLIENTS, n)]
    parts = np.split(dice.exponential(0.45, 2 * n), np.arange(2, 2 * n, 2))
    tickets = work(arrives, parts, key_of=[arrives + CLASS, arrives], gap=1.5)
    duty = [days(5 * WEEKS + 60, (8, 12 + who % 2), (13 + who % 2, 17)) for who in range(max(own.technicians for own in scenarios))]
    groups = rank < min(own.uptake for own in scenarios), rank >= max(own.uptake for own in scenarios)
    outcomes = [run(tickets, crew(*duty[: own.technicians]), premium=rank < own.uptake) for own in scenarios]
    return [[float((outcome.answered - arrives)[group].mean()) for group in groups] for outcome in outcomes]


def worst(waits: list[list[list[float]]]) -> Floats:
    """The change from each scenario to the next, in standard errors of its replications."""
    steps = np.diff(np.array(waits), axis=1)
    return np.asarray(steps.mean(axis=0) / (steps.std(axis=0, ddof=1) / np.sqrt(len(waits)) + 1e-12), np.float64)


def test_one_more_technician_never_makes_anybody_wait_longer() -> None:
    waits = replicated(9, lambda dice: office(dice, [Scenario(0.3, technicians) for technicians in range(6, 13)]), 20)

    assert (worst(waits) < 4).all(), worst(waits)


def test_more_premium_never_helps_clients_who_are_standard_in_both() -> None:
    waits = replicated(10, lambda dice: office(dice, [Scenario(uptake, 9) for uptake in (0.05, 0.2, 0.35, 0.5, 0.65)]), 20)

    assert (worst(waits)[:, 1] > -4).all(), worst(waits)
    assert np.mean(waits, axis=0)[-1, 1] > np.mean(waits, axis=0)[0, 1]
