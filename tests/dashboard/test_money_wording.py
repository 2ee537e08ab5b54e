"""Amounts as an owner reads them."""

import math

import pytest

from dashboard.wording import money
from dashboard.wording.money import amount, amount_span, bare, people, surcharge, surcharge_short, surcharge_span
from pipelines.prices import SurchargeKind

PERCENT, USER, CLIENT = SurchargeKind.PERCENT, SurchargeKind.PER_USER, SurchargeKind.PER_CLIENT


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (4443.75, "USD 4,444"), (-1847.6, "USD −1,848"), (0, "USD 0"), (-0.001, "USD 0"), (4.6, "USD 5"), (-6.1, "USD −6"), (5.0, "USD 5"),
        (12.4, "USD 12"), (1e7, "USD 10,000,000"), (None, "–"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_an_amount_has_its_currency_a_true_minus_and_no_needless_digits(value: float | None, said: str) -> None:
    assert amount(value, "USD") == said.replace("USD ", f"USD{money.SPACE}")


def test_without_a_currency_the_amount_stands_alone() -> None:
    assert amount(-411.25, "") == f"{money.SPACE}−411".strip()
    assert bare(-411.25) == "−411"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-2239.75, -411.25, "USD −2,240 to −411"), (6302.5, 6302.5, "USD 6,302"), (math.nan, -411, "USD −411 or less"),
        (100, math.nan, "USD 100 or more"), (math.nan, math.nan, "–"), (-0.2, 0.2, "USD 0"),
    ],
)  # fmt: skip
def test_an_interval_names_the_currency_once(low: float, high: float, said: str) -> None:
    assert amount_span(low, high, "USD") == said.replace("USD ", f"USD{money.SPACE}")


def test_a_surcharge_says_what_it_is_counted_in() -> None:
    assert surcharge(15, PERCENT, "USD") == "15% of the fee"
    assert surcharge(21.22, PERCENT, "USD") == "21.2% of the fee"
    assert surcharge(12, USER, "USD") == f"USD{money.SPACE}12 a user a month"
    assert surcharge(7.5, USER, "USD") == f"USD{money.SPACE}7.50 a user a month"
    assert surcharge(250, CLIENT, "USD") == f"USD{money.SPACE}250 a client a month"
    assert surcharge(None, PERCENT, "USD") == surcharge_short(math.nan, CLIENT, "USD") == "–"


def test_the_interval_of_a_surcharge_may_be_open() -> None:
    assert surcharge_span(16.05, 23.27, PERCENT, "USD") == "16.1% to 23.3%"
    assert surcharge_span(16.05, math.nan, PERCENT, "USD") == "16.1% or more"
    assert surcharge_span(math.nan, math.nan, PERCENT, "USD") == "more than was tried"
    assert surcharge_span(0, 0, PERCENT, "USD") == "0%"


def test_technicians_beyond_those_tried_are_said_to_be_more() -> None:
    assert people(7, 8, 12) == "7 to 8"
    assert people(8, 8, 12) == "8"
    assert people(11, math.inf, 12) == people(11, math.nan, 12) == "11 to over 12"
    assert people(math.inf, math.inf, 12) == "over 12"
