"""What clients pay today, and what Premium Response would bring on top."""

from math import nan

import pandas as pd
import pytest

from models.pricing.fees import CLIENT_LIST, NOWHERE, USERS, fees
from models.pricing.reasons import NO_FEE, NO_PRICE, NO_USERS, missing
from models.pricing.surcharges import surcharges
from pipelines.prices import Surcharge, SurchargeKind
from tests.models.pricing.firm import GOLD, NO_NUMBER, UNTOLD, drawn, firm, told


def test_the_client_list_wins_over_users_and_their_price() -> None:
    found = fees(firm(), GOLD)

    assert found["fee_month"].tolist() == [2000, 900, NO_NUMBER, 4000]
    assert found["fee_from"].tolist() == [CLIENT_LIST, USERS, NOWHERE, CLIENT_LIST]
    assert found["why_none"].tolist() == ["", "", NO_PRICE, ""]


def test_without_prices_only_the_client_list_tells_a_fee() -> None:
    found = fees(firm(), UNTOLD)

    assert found["fee_month"].tolist() == [2000, NO_NUMBER, NO_NUMBER, 4000]
    assert missing(found) == {NO_PRICE: 2}


def test_users_that_nobody_knows_make_no_fee() -> None:
    clients = firm().assign(users=None, monthly_fee=None)

    assert fees(clients, told(per_user={"Gold": 90, "Silver": 60, "Platinum": 120}))["why_none"].unique().tolist() == [NO_USERS]


def test_a_fee_of_zero_or_less_was_not_told() -> None:
    clients = drawn("""
        client | tier | users | monthly_fee
        Ash    | Gold | 10    | 0
        Birch  | Gold | 0     | -5
    """)

    assert fees(clients, GOLD)["fee_month"].tolist() == [900, NO_NUMBER]


def test_a_client_without_a_plan_has_no_price() -> None:
    clients = drawn("client | tier | users | monthly_fee\nAsh | | 10 | ")

    assert fees(clients, GOLD)["why_none"].tolist() == [NO_PRICE]


def test_a_list_without_fees_and_users_has_none() -> None:
    assert fees(firm()[["client", "tier"]], GOLD)["fee_month"].isna().all()


def test_no_clients_have_no_fees() -> None:
    assert fees(firm().iloc[:0], GOLD).empty


@pytest.mark.parametrize(
    ("kind", "amount", "expected"),
    [
        (SurchargeKind.PERCENT, 15, [300, 135, NO_NUMBER, 600]),
        (SurchargeKind.PER_USER, 8, [160, 80, 40, 64]),
        (SurchargeKind.PER_CLIENT, 100, [100, 100, 100, 100]),
    ],
)
def test_a_surcharge_is_a_part_of_the_fee_or_so_much_for_each(kind: SurchargeKind, amount: float, expected: list[float]) -> None:
    clients = firm()
    found = surcharges(clients, fees(clients, GOLD), Surcharge(kind, amount))

    assert found["surcharge_month"].tolist() == expected


def test_a_surcharge_says_which_base_it_misses() -> None:
    clients = firm().assign(users=[20, nan, 5, 8])
    paid = fees(clients, UNTOLD)

    assert surcharges(clients, paid, Surcharge(SurchargeKind.PERCENT, 15))["why_none"].tolist() == ["", NO_FEE, NO_FEE, ""]
    assert surcharges(clients, paid, Surcharge(SurchargeKind.PER_USER, 8))["why_none"].tolist() == ["", NO_USERS, "", ""]


def test_rows_keep_their_own_index() -> None:
    clients = firm().set_index(pd.Index([7, 5, 3, 1]))
    paid = fees(clients, GOLD)

    assert surcharges(clients, paid, Surcharge(SurchargeKind.PERCENT, 10))["surcharge_month"].to_dict() == {7: 200, 5: 90, 3: NO_NUMBER, 1: 400}
