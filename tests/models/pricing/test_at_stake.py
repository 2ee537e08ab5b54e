"""What missed promises give back."""

from math import nan

import pandas as pd
import pytest

from models.pricing.at_stake import credits_at_risk
from models.pricing.fees import fees
from models.pricing.reasons import NO_FEE, NO_RECORD
from tests.models.pricing.firm import NO_NUMBER, cells, firm, told

MISSED = pd.DataFrame({"tier": ["Gold", "Platinum"], "share": [0.2, 0.1], "low": [0.1, 0.05], "high": [0.4, 0.3]})


def at_stake(clients: pd.DataFrame, **percent: float) -> pd.DataFrame:
    prices = told(per_user={"Gold": 90}, credits=percent)
    return credits_at_risk(fees(clients, prices), prices, MISSED).set_index("tier")


def test_a_credit_is_expected_as_often_as_months_are_missed() -> None:
    found = at_stake(firm(), Gold=10, Platinum=25)

    # Gold pays 2,000 and 900, Platinum 4,000.
    assert found["worst_month"].tolist() == [290, 1000]
    assert found["expected_month"].tolist() == pytest.approx([58, 100])
    assert cells(found, "Gold", "expected_low", "expected_high") == pytest.approx([29, 116])


def test_only_tiers_with_a_credit_are_at_stake() -> None:
    assert at_stake(firm(), Platinum=25).index.tolist() == ["Platinum"]
    assert at_stake(firm()).empty


def test_clients_without_a_fee_are_counted_beside_the_sum() -> None:
    found = at_stake(firm().assign(users=[20, nan, 5, 8]), Gold=10)

    assert cells(found, "Gold", "n", "without", "worst_month", "why_none") == [2, 1, 200, ""]


def test_a_tier_whose_fees_nobody_told_says_so() -> None:
    found = at_stake(firm().assign(monthly_fee=None, users=None), Gold=10)

    assert cells(found, "Gold", "worst_month", "expected_month", "why_none") == [NO_NUMBER, NO_NUMBER, NO_FEE]


def test_a_tier_without_a_record_has_a_worst_case_and_no_expectation() -> None:
    found = at_stake(firm().assign(monthly_fee=1000), Silver=10)

    assert cells(found, "Silver", "worst_month", "expected_month", "why_none") == [100, NO_NUMBER, NO_RECORD]


def test_a_tier_that_nobody_has_costs_nothing() -> None:
    found = at_stake(firm().iloc[:2], Platinum=10)

    assert cells(found, "Platinum", "n", "worst_month", "expected_month", "why_none") == [0, 0, 0, ""]
