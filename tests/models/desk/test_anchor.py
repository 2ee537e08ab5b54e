"""Simulated shares held to the measured ones."""

from dataclasses import replace

import numpy as np
import pytest

from models.desk.anchor import anchored, offsets
from models.desk.calibration import calibrate
from models.desk.desk import Desk, desk
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
    """Of responses and of resolutions in time, clients without Premium."""
    counts = outcome.counts[..., 0, :, :].sum(axis=(0, 1, 2, 3))
    return [counts[1] / counts[0], counts[5] / counts[4]]


def test_today_is_what_was_measured(learnt: Desk, today: Outcome) -> None:
    own = anchored(today, offsets(learnt.demand, today))
    measured = [(learnt.demand.response <= 1).mean(), (learnt.demand.resolution <= 9).mean()]

    assert shares(own) == pytest.approx(measured, abs=0.005)


def test_who_still_waits_past_the_target_is_late(learnt: Desk, today: Outcome) -> None:
    demand = learnt.demand
    forgotten = np.arange(len(demand)) < 400
    none = np.where(forgotten, np.nan, demand.response)
    waits = replace(demand, response=none, waiting=np.where(forgotten, 99.0, np.nan))
    ends = replace(demand, resolution=np.where(forgotten, np.nan, demand.resolution), running=np.where(forgotten, 99.0, np.nan))

    assert offsets(waits, today)[0, 0, 0] < offsets(demand, today)[0, 0, 0] - 0.05
    assert offsets(ends, today)[1, 0, 0] < offsets(demand, today)[1, 0, 0] - 0.05


def test_nobody_keeps_more_than_all_or_less_than_none(today: Outcome) -> None:
    for moved, share in ((2.0, 1.0), (-2.0, 0.0)):
        assert shares(anchored(today, np.full((2, 1, 2), moved))) == [share, share]


def test_a_plan_of_few_tickets_is_moved_as_all_are(learnt: Desk, today: Outcome) -> None:
    assert offsets(learnt.demand, today)[:, 0, 1].tolist() == pytest.approx(offsets(learnt.demand, today)[:, 0, 0].tolist())
    assert (anchored(today, np.zeros((2, 1, 2))).counts == today.counts).all()
