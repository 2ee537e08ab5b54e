"""Simulated shares held to the measured ones."""

from dataclasses import replace

import numpy as np
import pytest

from models.desk.anchor import anchored, measured, moves
from models.desk.calibration import calibrate
from models.desk.desk import Desk, desk
from models.desk.lanes import COUNTS, RESPONSES, RESPONSES_KEPT
from models.desk.months import Lane, Outcome, simulate_months
from models.desk.timeline import Staff
from models.desk.trace import trace
from tests.models.desk.lived import CLIENTS, TECHNICIANS, WEEKS, lived


@pytest.fixture(scope="module")
def learnt() -> Desk:
    demand, weeks = lived()
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    return desk(demand, weeks, Staff(), fit, {})


@pytest.fixture(scope="module")
def today(learnt: Desk) -> Outcome:
    return simulate_months(learnt, [Lane(TECHNICIANS, np.zeros((1, CLIENTS), bool), 0.0)])


def shares(outcome: Outcome) -> list[float]:
    """Of responses and of resolutions in time."""
    counts = outcome.counts.sum(axis=(0, 1, 2, 3, 4))
    return [counts[1] / counts[0], counts[5] / counts[4]]


def drawn(kept: list[list[float]], n: float = 100.0) -> Outcome:
    """One run and lane, two kinds of one plan: responses kept [premium, kind] of n each."""
    counts = np.zeros((1, 1, 2, 2, 1, COUNTS))
    counts[..., 0, RESPONSES] = n
    counts[0, 0, :, :, 0, RESPONSES_KEPT] = np.array(kept).T
    return Outcome((Lane(1, np.zeros((1, 1), bool), 0.0),), (("Gold", "P1"), ("Gold", "P2")), counts, np.zeros((1, 1)))


def kept_in(outcome: Outcome) -> np.ndarray:
    return np.asarray(outcome.counts[0, 0, :, :, 0, RESPONSES_KEPT].T)


def test_today_is_what_was_measured(learnt: Desk, today: Outcome) -> None:
    own = anchored(today, moves(learnt.demand, today))
    told = [(learnt.demand.response <= 1).mean(), (learnt.demand.resolution <= 9).mean()]

    assert shares(own) == pytest.approx(told, abs=0.002)
    assert measured(learnt.demand)["kept"].tolist() == pytest.approx(told)


def test_who_still_waits_past_the_target_is_late(learnt: Desk) -> None:
    demand = learnt.demand
    forgotten = np.arange(len(demand)) < 400
    waits = replace(demand, response=np.where(forgotten, np.nan, demand.response), waiting=np.where(forgotten, 99.0, np.nan))
    ends = replace(demand, resolution=np.where(forgotten, np.nan, demand.resolution), running=np.where(forgotten, 99.0, np.nan))

    usual = measured(demand)["kept"].tolist()
    assert measured(waits)["kept"].tolist()[0] < usual[0] - 0.05
    assert measured(ends)["kept"].tolist()[1] < usual[1] - 0.05
    assert measured(waits)["judged"].tolist()[0] == len(demand)


@pytest.mark.parametrize("bend", [-1.0, -0.3, 0.3, 1.0])
def test_all_stays_all_and_nothing_stays_nothing(bend: float) -> None:
    for kept in ([[100.0, 100.0]] * 2, [[0.0, 0.0]] * 2):
        assert np.array_equal(kept_in(anchored(drawn(kept), np.full((2, 2), bend))), kept)


def test_a_share_is_moved_by_its_room_and_a_larger_one_stays_larger() -> None:
    half = anchored(drawn([[50.0, 50.0]] * 2), np.full((2, 2), 0.4))
    assert kept_in(half).tolist() == [[60.0, 60.0]] * 2

    rising = [kept_in(anchored(drawn([[own, own]] * 2), np.full((2, 2), -1.0)))[0, 0] for own in range(0, 101, 5)]
    assert rising == sorted(rising)


def test_who_has_premium_brings_no_move_of_their_own() -> None:
    """Kept tickets that change sides leave the plan's share where it was."""
    first, second = (anchored(drawn(kept), np.full((2, 2), 0.5)) for kept in ([[80.0, 80.0], [60.0, 60.0]], [[60.0, 60.0], [80.0, 80.0]]))

    assert kept_in(first).sum() == pytest.approx(kept_in(second).sum())


def test_a_plan_of_few_tickets_is_moved_as_all_are(learnt: Desk, today: Outcome) -> None:
    few = np.arange(len(learnt.demand)) < 40
    demand = replace(learnt.demand, kinds=(("Gold", ""), ("Few", "")), kind=few.astype(np.int64))
    two = replace(today, kinds=demand.kinds, counts=np.concatenate([today.counts, today.counts[:, :, :1] * 0.01], axis=2))
    bends = moves(demand, two)

    assert bends[:, 1] == pytest.approx(moves(learnt.demand, today)[:, 0], abs=0.02)
