"""What clients leave after the work that they make."""

from math import nan
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pricing.fees import fees
from models.pricing.profit import client_profit, tier_profit
from models.pricing.reasons import NO_COST, NO_FEE, NO_HANDS_ON, NO_HOURS, missing
from tests.models.pricing.firm import NO_NUMBER, cells, firm, told

MONEY: dict[str, Any] = {"per_user": {"Gold": 90}, "technician_month": 5800, "tools_month": 200}
CELL = st.one_of(st.none(), st.integers(0, 5000).map(float))
ROW = st.tuples(st.sampled_from(["Gold", "Silver", None]), CELL, CELL)


def profit(clients: pd.DataFrame, hours: float = 120, **written: Any) -> pd.DataFrame:
    prices = told(**written)
    return client_profit(clients, fees(clients, prices), prices, hours)


def test_a_client_leaves_its_fee_without_the_hours_it_takes() -> None:
    found = profit(firm(), **MONEY)

    # 6,000 over 120 hours is 50 an hour.
    assert found["cost_month"].tolist() == [1500, 0, 500, NO_NUMBER]
    assert found["profit_month"].tolist() == [500, 900, NO_NUMBER, NO_NUMBER]
    assert found["margin_share"].tolist() == [0.25, 1, NO_NUMBER, NO_NUMBER]
    assert missing(found) == {NO_FEE: 1, NO_HANDS_ON: 1}


def test_a_client_that_takes_more_than_it_pays_leaves_a_loss() -> None:
    found = profit(firm().assign(hands_on_hours_month=60), **MONEY)

    assert found["profit_month"].tolist()[0] == -1000
    assert found["margin_share"].tolist()[0] == -0.5


def test_without_a_loaded_cost_or_productive_hours_no_profit_is_told() -> None:
    assert missing(profit(firm(), per_user={"Gold": 90})) == {NO_COST: 4}
    assert missing(profit(firm(), hours=0, **MONEY)) == {NO_HOURS: 4}
    assert profit(firm(), per_user={"Gold": 90})["profit_month"].isna().all()


def test_tiers_add_up_those_with_figures_and_count_the_others() -> None:
    clients = firm().assign(monthly_fee=[2000, nan, nan, 4000], hands_on_hours_month=[30, nan, 10, nan])
    found = tier_profit(profit(clients, **MONEY)).set_index("tier")

    assert cells(found, "Gold", "n", "with_figures", "without", "fee_month", "cost_month", "profit_month", "margin_share") == [2, 1, 1, 2000, 1500, 500, 0.25]
    assert cells(found, "Silver", "n", "with_figures", "without", "fee_month", "profit_month") == [1, 0, 1, NO_NUMBER, NO_NUMBER]


def test_clients_without_a_plan_are_a_line_of_their_own() -> None:
    found = tier_profit(profit(firm().assign(tier=np.array(["Gold", "Gold", None, None], object)), **MONEY))

    assert found["n"].tolist() == [2, 2]
    assert found["tier"].isna().tolist() == [False, True]


def test_no_clients_have_no_tiers() -> None:
    assert tier_profit(profit(firm().iloc[:0], **MONEY)).empty


@pytest.mark.torture
@given(rows=st.lists(ROW, min_size=1, max_size=12))
def test_the_tiers_together_are_the_clients_together(rows: list[tuple[str | None, float | None, float | None]]) -> None:
    clients = pd.DataFrame(rows, columns=["tier", "monthly_fee", "hands_on_hours_month"]).assign(client="Ash")
    found = profit(clients, technician_month=6000)
    tiers = tier_profit(found)
    figures = found[found["profit_month"].notna()]

    assert tiers["n"].sum() == len(clients)
    assert tiers["with_figures"].sum() == len(figures) == len(clients) - sum(missing(found).values())
    for name in ("fee_month", "cost_month", "profit_month"):
        assert tiers[name].sum() == pytest.approx(figures[name].sum())
