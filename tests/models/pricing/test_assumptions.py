"""What others say stands beside an input with its source."""

from dataclasses import fields

from models.pricing.assumptions import ASSUMPTIONS, about
from pipelines.prices import Prices


def test_every_assumption_is_about_a_price_that_can_be_set() -> None:
    assert {one.setting for one in ASSUMPTIONS} <= {part.name for part in fields(Prices)}


def test_every_assumption_names_its_source_and_a_range_that_rises() -> None:
    for one in ASSUMPTIONS:
        assert one.source
        assert (one.low is None) == (one.high is None)
        assert one.low is None or one.high is None or one.low < one.high


def test_nobody_says_what_premium_costs_and_that_is_said() -> None:
    (premium,) = about("premium")

    assert premium.low is None
    assert "no public benchmark" in premium.source
