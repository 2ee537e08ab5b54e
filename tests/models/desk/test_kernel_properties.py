"""What must hold on any desk, and the compiled desk against one that is played by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.desk.hours import open_hours
from models.desk.kernel import Crew, Hours, Work
from tests.models.desk.drawing import Outcome, crew, days, run, work
from tests.models.desk.random_desks import Desk, random_desk
from tests.models.desk.slow_desk import played

WEEK = 168.0
SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=60, deadline=None)


def outcome_of(desk: Desk) -> Outcome:
    return run(desk.work, desk.crew, desk.hours, desk.there[0], desk.premium[0])


@pytest.mark.parametrize("hundred", range(4))
def test_a_hundred_random_desks_are_those_that_are_played_by_hand(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        desk = random_desk(seed)
        for ours, slow in zip(vars(outcome_of(desk)).values(), vars(played(*desk[:3], desk.there[0], desk.premium[0])).values(), strict=True):
            np.testing.assert_array_equal(ours, slow, f"desk {seed}")


def test_the_random_desks_hold_what_they_are_to_hold() -> None:
    desks = [random_desk(seed) for seed in range(400)]
    outcomes = [outcome_of(desk) for desk in desks]
    done = np.concatenate([outcome.done for outcome in outcomes])
    answered = np.concatenate([outcome.answered for outcome in outcomes])

    assert 0.2 < np.isfinite(done).mean() < 0.95
    assert (np.isfinite(answered) & np.isinf(done)).any()
    assert sum(len(desk.work.hours) > len(desk.work.arrives) for desk in desks) > 300
    assert sum(desk.crew.overtime > 0 for desk in desks) > 100


@FEW
@given(SEEDS)
def test_a_week_of_the_same_duty_later_everything_happens_a_week_later(seed: int) -> None:
    """On quarters of an hour, which no shift rounds."""
    desk = random_desk(2 * seed + 1)
    first, second = outcome_of(desk), run(*shifted(desk), desk.there[0], desk.premium[0])

    assert (second.answered == first.answered + WEEK).all()
    assert (second.done == first.done + WEEK).all()
    assert (second.busy == first.busy).all()


def shifted(desk: Desk) -> tuple[Work, Crew, Hours]:
    """Everything a week later; keys may stay, since only their order counts."""
    windows = [zip(*pair, strict=True) for pair in zip(desk.hours.opens + WEEK, desk.hours.closes + WEEK, strict=True)]
    hours = open_hours([[window for window in own if window[0] < np.inf] for own in windows])
    people = desk.crew._replace(on=desk.crew.on + WEEK, off=desk.crew.off + WEEK)
    return desk.work._replace(arrives=desk.work.arrives + WEEK), people, hours


@FEW
@given(SEEDS)
def test_without_the_last_ticket_whatever_began_before_it_came_is_the_same(seed: int) -> None:
    desk = random_desk(seed)
    if len(desk.work.arrives) == 0:
        return
    whole, less = outcome_of(desk), outcome_of(without_the_last(desk))
    before = less.answered < desk.work.arrives[-1]

    assert (whole.answered[:-1][before] == less.answered[before]).all()


def without_the_last(desk: Desk) -> Desk:
    own = desk.work
    sessions = own.first[-2]
    rest = own._replace(
        arrives=own.arrives[:-1], key_of=own.key_of[:, :-1].copy(), group_of=own.group_of[:, :-1].copy(), first=own.first[:-1],
        hours=own.hours[:sessions], gap=own.gap[:sessions], calendar=own.calendar[:-1],
    )  # fmt: skip
    return desk._replace(work=rest, premium=desk.premium[:, :-1].copy())


@FEW
@given(SEEDS)
def test_first_come_first_served_the_last_ticket_changes_nothing_for_the_others(seed: int) -> None:
    """With sessions that go by their arrival, and work that is never split over a group."""
    desk = random_desk(seed)
    if len(desk.work.arrives) == 0:
        return
    one = desk.work._replace(
        key_of=np.stack([desk.work.arrives] * 2), first=np.arange(len(desk.work.arrives) + 1), hours=desk.work.hours[: len(desk.work.arrives)],
        gap=desk.work.gap[: len(desk.work.arrives)],
    )  # fmt: skip
    alike = desk._replace(work=one, crew=desk.crew._replace(able=np.ones_like(desk.crew.able)))

    assert (outcome_of(alike).done[:-1] == outcome_of(without_the_last(alike)).done).all()


@FEW
@given(SEEDS)
def test_where_everything_is_finished_the_technicians_worked_the_sum_of_all_work(seed: int) -> None:
    desk = random_desk(seed)
    tireless = crew(*[days(400, (8, 16))] * desk.crew.on.shape[0])
    outcome = run(desk.work._replace(group_of=np.zeros_like(desk.work.group_of)), tireless, desk.hours, premium=desk.premium[0])

    assert np.isfinite(outcome.done).all()
    assert outcome.busy.sum() == pytest.approx(desk.work.hours.sum())


@FEW
@given(SEEDS)
def test_nothing_is_answered_before_it_comes_nor_done_before_it_is_worked_on(seed: int) -> None:
    desk = random_desk(seed)
    outcome = outcome_of(desk)
    needed = np.diff(np.concatenate([[0], np.cumsum(desk.work.hours)])[desk.work.first])

    assert (outcome.answered >= desk.work.arrives).all()
    assert (outcome.done >= outcome.answered + needed - 1e-9).all()


def test_the_player_by_hand_knows_the_hand_checked_desk() -> None:
    tickets = work([16.5, 16.75], [1, [0.25, 1]], gap=2.0)
    hours = open_hours([days(3, (9, 17))])
    outcome = played(tickets, hours, crew(days(9, (9, 17))), np.array([True]), np.zeros(2, np.uint8))

    assert outcome.answered.tolist() == [16.5, 33.5]
    assert outcome.done.tolist() == [33.5, 36.75]
    assert outcome.busy.tolist() == [2.25]
