"""Whether Premium Response pays for the hires that it causes."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pricing.fees import fees
from models.pricing.margins import margins
from models.pricing.offer import offer
from models.pricing.reasons import NO_COST, NO_PRICES, TOO_MANY
from models.pricing.surcharges import bases
from models.uptake import Who, buyers, orders
from pipelines.prices import SurchargeKind
from tests.models.pricing.firm import GOLD, NO_NUMBER, UNTOLD, UPTAKES, cells, firm, offered

HIRES = [0, 0, 1, 2]


def test_the_margin_is_income_without_the_hires_that_were_caused() -> None:
    found = margins(offered(HIRES, GOLD), [15], 1000)

    assert found["income"].tolist() == [0, 300, 900, 1035]
    assert found["cost"].tolist() == [0, 0, 1000, 2000]
    assert found["margin"].tolist() == [0, 300, -100, -965]
    assert found["why_none"].tolist() == ["", "", "", ""]


def test_buyers_without_a_figure_pay_nothing_and_are_counted() -> None:
    found = margins(offered(HIRES, GOLD), [15], 1000)

    assert found["buyers"].tolist() == [0, 1, 2, 4]
    assert found["buyers_without"].tolist() == [0, 0, 0, 1]
    assert found["ticket_share"].tolist() == pytest.approx([0, 0.4, 0.7, 1])


def test_draws_of_hires_give_every_figure_its_interval() -> None:
    found = margins(offered([[0, 0, 0, 1], [0, 0, 1, 2], [0, 1, 1, 4]], GOLD), [15], 1000)

    assert cells(found, 3, "hires_low", "hires", "hires_high") == [1, 2, 4]
    assert cells(found, 3, "cost_low", "cost", "cost_high") == [1000, 2000, 4000]
    assert cells(found, 3, "margin_low", "margin", "margin_high") == [1035 - 4000, 1035 - 2000, 35]
    assert cells(found, 3, "income_low", "income_high") == [1035, 1035]


def test_the_share_of_draws_in_which_it_pays_is_told() -> None:
    sold = offered([[0, 0, 0, 1], [0, 0, 1, 2], [0, 1, 1, 4], [0, 0, 0, np.inf]])

    assert margins(sold, [15], 1000)["pays_share"].tolist() == [1, 0.75, 0.5, 0.25]
    assert margins(sold, [15], None)["pays_share"].isna().all()


def test_hires_of_another_shape_are_refused() -> None:
    for shape in ((1, 2), (0, 4)):
        with pytest.raises(ValueError, match="one row a draw and one column an uptake"):
            offered(np.zeros(shape))


def test_the_grid_has_each_surcharge_at_each_uptake() -> None:
    found = margins(offered(HIRES, GOLD), [0, 10, 20], 1000)
    grid = found.pivot_table(index="amount", columns="uptake", values="margin")

    assert grid.to_numpy().tolist() == [[0, 0, -1000, -2000], [0, 200, -400, -1310], [0, 400, 200, -620]]


def test_orders_and_draws_are_paired_in_turn() -> None:
    clients, tickets = firm(), firm()["tickets_month"].to_numpy(float)
    paid = bases(clients, fees(clients, GOLD), SurchargeKind.PERCENT)
    sold = [buyers(orders(who, tickets)[0], [0.25], tickets) for who in (Who.BUSIEST, Who.SMALLEST)]
    both = offer(paid, sold, np.array([[1.0], [0.0], [3.0], [0.0]]))

    # The busiest pays 20 a percent and causes 1 or 3 hires, the smallest 9 and none.
    assert both.base[:, 0].tolist() == [20, 9, 20, 9]
    assert both.ticket_share.tolist() == pytest.approx([0.25])
    assert offer(paid, sold, np.array([[2.0]])).hires[:, 0].tolist() == [2, 2]


def test_without_prices_cost_is_told_and_no_margin() -> None:
    clients = firm().assign(monthly_fee=None)
    found = margins(offered(HIRES, UNTOLD, clients=clients), [15], 1000)

    assert found["why_none"].tolist() == ["", NO_PRICES, NO_PRICES, NO_PRICES]
    assert found["cost"].tolist() == [0, 0, 1000, 2000]
    assert found["income"].tolist() == [0, NO_NUMBER, NO_NUMBER, NO_NUMBER]
    assert found["margin"].tolist() == [0, NO_NUMBER, NO_NUMBER, NO_NUMBER]


def test_without_a_loaded_cost_income_is_told_and_no_margin() -> None:
    found = margins(offered(HIRES, GOLD), [15], None)

    assert set(found["why_none"]) == {NO_COST}
    assert found["income"].tolist() == [0, 300, 900, 1035]
    assert found[["cost", "cost_high", "margin", "margin_low"]].isna().to_numpy().all()


def test_hires_beyond_what_was_tried_have_no_margin() -> None:
    found = margins(offered([[0, 0, np.inf, np.nan], [0, 0, 2, np.inf]], GOLD), [15], 1000)

    assert found["why_none"].tolist() == ["", "", "", TOO_MANY]
    # One draw in two can be told: its figure stands, the worse end does not.
    assert cells(found, 2, "hires", "hires_high", "margin", "margin_low") == [2, NO_NUMBER, -1100, NO_NUMBER]


def test_fewer_technicians_with_premium_are_noise_and_earn_nothing() -> None:
    assert margins(offered([0, -1, 0, 0], GOLD), [15], 1000)["cost"].tolist() == [0, 0, 0, 0]


def test_no_clients_buy_nothing() -> None:
    found = margins(offered([0, 0, 0, 0], clients=firm().iloc[:0]), [15], 1000)

    assert (found["buyers"].tolist(), found["margin"].tolist()) == ([0] * 4, [0] * 4)


@given(
    hires=st.lists(st.integers(0, 5), min_size=len(UPTAKES), max_size=len(UPTAKES)),
    more=st.integers(1, 3), amount=st.floats(0, 50), month=st.floats(1, 9000),
)
def test_margins_fall_with_every_hire(hires: list[int], more: int, amount: float, month: float) -> None:
    few, many = (margins(offered(np.array(hires) + extra), [amount], month) for extra in (0, more))
    ends: Any = ["margin_low", "margin", "margin_high"]

    assert (many[ends] < few[ends]).to_numpy().all()
