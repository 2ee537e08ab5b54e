from math import inf, nan

import pytest

from dashboard.wording import staffing as words
from dashboard.wording import staffing_parts as parts


@pytest.mark.parametrize(
    ("need", "told"),
    [
        ((8, 8, 8), "8"),
        ((8, 8, 9), "8 (8 to 9)"),
        ((8, 8, inf), "8 (8 to more than 12)"),
        ((inf, inf, inf), "more than 12"),
        ((nan, nan, nan), "–"),
    ],
)
def test_how_many_are_needed(need: tuple[float, float, float], told: str) -> None:
    assert words.needed(*need, 12) == told


@pytest.mark.parametrize(
    ("number", "told"), [((1, 1, 1), "1"), ((1, 0, 2), "1 (0 to 2)"), ((nan, nan, nan), "–"), ((inf, nan, nan), "–")]
)
def test_how_many_premium_adds(number: tuple[float, float, float], told: str) -> None:
    assert words.added(*number) == told


def test_more_than_were_tried_is_not_a_number_of_hires() -> None:
    told = words.verdict(7, 0.3, (inf, inf, inf), 12)

    assert told == (
        "**No number up to 12 is enough: with 7 technicians and 30% of clients on Premium, clients without Premium are"
        " served worse than today.**"
    )


def test_what_may_take_more_says_so() -> None:
    assert words.verdict(8, 0.3, (8, 8, 9), 12).endswith("It may take up to 9.")
    assert words.verdict(8, 0.3, (8, 8, 8), 12).endswith("are served as well as today.**")


def test_several_hires_are_counted() -> None:
    assert words.verdict(6, 0.3, (8, 8, 8), 12).startswith("**Hire 2 technicians: with 6")
    assert "with 1 technician and no Premium, clients are" in words.verdict(1, 0.0, (1, 1, 1), 6)


def test_one_person_is_enough_in_the_singular() -> None:
    assert words.reach(1, 0.2, 0.3, (2, 2, 2), 6) == "From 30% of clients on you need 2."
    assert words.until(1, 0.2) == "Up to 20% of clients, 1 is enough."
    assert words.until(6, 0.2) == "Up to 20% of clients, 6 are enough."


def test_a_promise_missed_by_less_than_a_point_is_just_missed() -> None:
    told = words.hopeless("Gold's first reply", (0.949, 0.945, 0.953), 0.95, 1079, 12)

    assert told.startswith("**Gold's first reply is just missed:** 12 simulated technicians keep it for 94.9%")
    assert not words.just_missed(0.93, 0.95)
    assert words.missed([], None, ["Gold's first reply"]).startswith("**Gold's first reply is just missed with any headcount.**")
    assert words.missed(["Gold", "Platinum"], None, ["Silver's resolution"]) == (
        "**Gold and Platinum promises are missed with any headcount**: more people do not mend it, another promise would."
        " Silver's resolution is just missed."
    )


def test_where_no_number_keeps_every_promise_premium_is_not_blamed() -> None:
    told = words.owed((inf, inf, inf), 7, None, 12, "Gold's resolution")

    assert told.startswith("Even without Premium, no number up to 12 keeps every promise other than Gold's resolution")
    assert "Premium is not the cause" in told


def test_a_stranger_s_plan_is_never_markup() -> None:
    assert words.whose("![x](http://a)", "resolution").startswith("\\!\\[x\\]")
    assert words.whose("", "first_response") == "the first reply"
    assert words.plan("", premium=False) == "All"
    assert words.plan("Gold", premium=True) == "Gold, Premium"


@pytest.mark.parametrize(
    ("hours", "told"), [((168, 168), "runs all 168 hours"), ((64, 168), "runs 64 to 168 hours"), ((64, 64), "runs 64 hours")]
)
def test_hours_of_a_calendar(hours: tuple[float, float], told: str) -> None:
    assert told in words.its_hours(0.94, hours, 45, on_call=False)
    assert "on call" in words.its_hours(0.94, hours, 45, on_call=True)


def test_waits_that_overlap_are_grey() -> None:
    assert parts.waits(7, 0.3, "45 min", "46 min", differs=False).startswith(":gray[With 7 technicians")
    assert parts.waits(7, 0.3, "45 min", "2.0 h", differs=True).startswith("**With 7 technicians")


def test_names_are_listed() -> None:
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed(["a"]) == "a"
    assert words.listed([]) == ""
