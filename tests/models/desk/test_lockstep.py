"""All lanes together are the lanes of the compiled desk one by one."""

import numpy as np
import pytest

from models.desk.kernel import tally_lane
from models.desk.lockstep import run_lanes_together, tally_together
from models.desk.queues import Away, Waiting
from tests.models.desk.drawing import run
from tests.models.desk.random_desks import random_desk, random_promises

LANES = 5


@pytest.mark.torture
@pytest.mark.parametrize("hundred", range(4))
def test_five_lanes_of_a_hundred_random_desks_are_the_lanes_one_by_one(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        desk = random_desk(seed, LANES)
        together = run_lanes_together(*desk)
        alone = [run(desk.work, desk.crew, desk.hours, *lane) for lane in zip(desk.there, desk.premium, strict=True)]
        for ours, kernel in zip(together, ([own.answered for own in alone], [own.done for own in alone], [own.busy for own in alone]), strict=True):
            np.testing.assert_array_equal(ours, np.array(kernel), f"desk {seed}")


@pytest.mark.parametrize("seed", range(40))
def test_lanes_are_counted_together_as_one_by_one(seed: int) -> None:
    desk = random_desk(seed, LANES)
    promises = random_promises(desk, seed)
    answered, done, _ = run_lanes_together(*desk)
    together, alone = np.ones((2, LANES, 4, 2, 3, 6))
    tally_together(desk.work, desk.hours, promises, desk.premium, answered, done, together)
    for lane in range(LANES):
        tally_lane(desk.work, desk.hours, promises, desk.premium[lane], answered[lane], done[lane], alone[lane])

    np.testing.assert_allclose(together, alone, rtol=1e-12)


def test_the_first_of_very_many_waits_in_the_tree() -> None:
    waiting, rows = Waiting(2, 300_000), np.array([0, 1])
    told = np.array([[299_999, 70_000], [5, 64], [4096, 63]])
    for ranks in told:
        waiting.add(rows, ranks)

    assert [waiting.take(rows).tolist() for _ in told] == [[5, 63], [4096, 64], [299_999, 70_000]]
    assert waiting.first.tolist() == [waiting.none] * 2
    assert not any(words.any() for words in waiting.levels)


def test_of_two_that_come_back_at_once_the_lower_ticket_is_taken() -> None:
    away, lane = Away(1), np.array([0])
    for ticket, at in ((7, 3.0), (9, 2.0), (4, 2.0)):
        away.add(lane, np.array([ticket]), np.array([at]))

    assert [int(away.take(lane)[0]) for _ in range(3)] == [4, 9, 7]
    assert away.following.tolist() == [np.inf]


def test_more_are_away_than_there_was_room_for() -> None:
    away, lanes = Away(2), np.array([0, 1])
    for ticket in range(30):
        away.add(lanes, np.array([ticket, ticket]), np.array([30.0 - ticket, ticket]))

    assert [away.take(lanes).tolist() for _ in range(30)] == [[29 - number, number] for number in range(30)]
