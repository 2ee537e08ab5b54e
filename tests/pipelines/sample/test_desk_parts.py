"""The parts of the made-up desk, each on a case that can be checked by hand."""

from datetime import date
from itertools import pairwise

import pytest

from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours
from pipelines.sample.instants import HOUR, MINUTE, local_instant, local_text, utc_text
from pipelines.sample.recipe import read_recipe
from pipelines.sample.roster import Duty
from pipelines.sample.world import World, staff

TWO_DAYS = Hours([(0, 9 * HOUR), (24 * HOUR, 33 * HOUR)])


def test_business_time_skips_the_night() -> None:
    assert TWO_DAYS.between(8 * HOUR, 25 * HOUR) == 2 * HOUR
    assert TWO_DAYS.after(8 * HOUR, 2 * HOUR) == 25 * HOUR
    assert not TWO_DAYS.is_open(9 * HOUR)


def test_work_goes_on_after_lunch_and_stops_in_the_evening() -> None:
    duty = Duty([0, 5 * HOUR], [4 * HOUR, 9 * HOUR], [9 * HOUR, 9 * HOUR], frozenset())
    assert duty.work_from(3 * HOUR, 2 * HOUR) == (6 * HOUR, 2 * HOUR)
    end, done = duty.work_from(8 * HOUR, 3 * HOUR)
    assert end < 10 * HOUR
    assert done < 3 * HOUR
    assert duty.worked(3 * HOUR, 6 * HOUR) == 2 * HOUR


def test_summer_noon_is_eleven_in_utc() -> None:
    noon = local_instant(date(2026, 7, 1), 720)
    assert utc_text(noon) == "2026-07-01 11:00:00"
    assert local_text(noon) == "01/07/2026 12:00"


def test_dice_of_one_seed_and_purpose_agree_and_others_do_not() -> None:
    assert Dice(1, "demand").share() == Dice(1, "demand").share()
    assert Dice(1, "demand").share() != Dice(1, "desk").share()


def test_a_stretch_is_as_often_short_as_long() -> None:
    dice = Dice(3, "stretch")
    longer = sum(dice.stretch(0.8) > 1 for _ in range(4000))
    assert longer == pytest.approx(2000, abs=130)


def test_counts_have_their_mean() -> None:
    dice = Dice(4, "count")
    assert sum(dice.count(0.7) for _ in range(5000)) == pytest.approx(3500, abs=240)


def test_where_hands_are_fewer_a_junior_is_missing_and_every_level_is_still_there() -> None:
    crew = staff(read_recipe(), 5)
    assert {person.level for person in crew} == {1, 2, 3}
    assert len(staff(read_recipe(), 9)) == 9


def test_nobody_is_in_two_places_at_once(world: World) -> None:
    spells = [spell for job in world.jobs for spell in job.spells if spell.hands_on > MINUTE]
    for name in world.roster:
        mine = sorted((spell.start, spell.end) for spell in spells if spell.technician == name)
        assert all(end <= start for (_, end), (start, _) in pairwise(mine))
