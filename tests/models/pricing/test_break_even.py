"""The surcharge, and the clients, that pay for hires."""

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pricing.break_even import break_even, surcharge_for_a_hire
from models.pricing.enough_clients import EnoughClients, clients_for_a_hire
from models.pricing.fees import fees
from models.pricing.margins import margins
from models.pricing.offer import offer
from models.pricing.reasons import NEVER, NO_COST, NO_PRICES, NOBODY, TOO_MANY
from models.pricing.surcharges import bases, surcharges
from models.uptake import Who, buyers, orders
from pipelines.prices import Surcharge, SurchargeKind
from tests.models.pricing.firm import GOLD, NO_NUMBER, UNTOLD, UPTAKES, cells, firm, offered

DRAWS = st.lists(st.lists(st.integers(0, 5), min_size=len(UPTAKES), max_size=len(UPTAKES)), min_size=1, max_size=8)


def test_the_break_even_is_a_staircase_of_hires() -> None:
    found = break_even(offered([0, 0, 1, 2], GOLD), 1200)

    # Buyers pay 20, 60 and 69 for each percent.
    assert found["amount"].tolist() == [NO_NUMBER, 0, 20, pytest.approx(2400 / 69)]
    assert found["hires"].tolist() == [0, 0, 1, 2]
    assert found["why_none"].tolist() == [NOBODY, "", "", ""]


def test_a_surcharge_may_be_counted_by_user_or_by_client() -> None:
    by_user = break_even(offered([0, 0, 1, 1], kind=SurchargeKind.PER_USER), 860)
    by_client = break_even(offered([0, 0, 1, 1], kind=SurchargeKind.PER_CLIENT), 860)

    assert by_user["amount"].tolist()[2:] == [pytest.approx(860 / 28), 20]
    assert by_client["amount"].tolist()[2:] == [430, 215]


def test_draws_of_hires_give_the_break_even_its_interval() -> None:
    found = break_even(offered([[0, 0, 0, 1], [0, 0, 1, 2], [0, 0, 2, 3]], GOLD), 600)

    assert cells(found, 2, "amount_low", "amount", "amount_high") == [0, 10, 20]


def test_without_a_base_there_is_no_break_even() -> None:
    clients = firm().assign(monthly_fee=None)
    found = break_even(offered([0, 0, 0, 1], UNTOLD, clients=clients), 1000)

    assert found["why_none"].tolist() == [NOBODY, NO_PRICES, NO_PRICES, NO_PRICES]
    assert found[["amount", "amount_low", "amount_high"]].isna().to_numpy().all()


def test_without_a_loaded_cost_there_is_no_break_even() -> None:
    found = break_even(offered([0, 0, 1, 1], GOLD), None)

    assert found["why_none"].tolist() == [NOBODY, NO_COST, NO_COST, NO_COST]
    assert found["amount"].isna().all()


def test_hires_beyond_what_was_tried_have_no_break_even() -> None:
    assert break_even(offered([0, 0, 1, np.inf], GOLD), 1000)["why_none"].tolist() == [NOBODY, "", "", TOO_MANY]


def test_in_orders_where_nobody_pays_only_a_cost_of_nothing_is_covered() -> None:
    clients, tickets = firm(), firm()["tickets_month"].to_numpy(float)
    paid = bases(clients, fees(clients, GOLD), SurchargeKind.PERCENT)
    # Ash pays 20 for each percent; what Cedar would pay is not known.
    sold = [buyers(np.array(order), [0.25], tickets) for order in ([0, 1, 2, 3], [2, 0, 1, 3])]

    assert cells(break_even(offer(paid, sold, np.array([[1.0], [0.0]])), 1000), 0, "amount", "amount_high") == [0, 50]
    assert cells(break_even(offer(paid, sold, np.array([[0.0], [1.0]])), 1000), 0, "amount", "amount_high") == [0, NO_NUMBER]


def test_no_clients_have_no_break_even() -> None:
    assert set(break_even(offered([0, 0, 0, 0], clients=firm().iloc[:0]), 1000)["why_none"]) == {NOBODY}


def test_the_surcharge_for_one_technician_falls_with_the_uptake() -> None:
    found = surcharge_for_a_hire(offered([0, 0, 3, 5], GOLD), 1200)

    assert found["amount"].tolist() == [NO_NUMBER, 60, 20, pytest.approx(1200 / 69)]


def clients_needed(month: float | None, who: Who = Who.BUSIEST, times: int = 1) -> EnoughClients:
    clients, tickets = firm(), firm()["tickets_month"].to_numpy(float)
    paid = surcharges(clients, fees(clients, GOLD), Surcharge(SurchargeKind.PERCENT, 15))
    order = orders(who, tickets, pays=paid["surcharge_month"].to_numpy(float), times=times)
    return clients_for_a_hire(paid, order, tickets, month)


@pytest.mark.parametrize(("month", "clients", "work"), [(300, 1, 0.4), (301, 2, 0.7), (900, 2, 0.7), (1035, 4, 1.0)])
def test_so_many_of_the_busiest_pay_for_a_technician(month: float, clients: int, work: float) -> None:
    assert astuple(clients_needed(month)) == (clients, clients, clients, clients / 4, pytest.approx(work), "")


def test_the_best_fit_pays_for_a_technician_with_less_work() -> None:
    # Dogwood pays 20 a ticket, Birch 13.50, Ash 7.50.
    assert astuple(clients_needed(735, Who.BEST_FIT)) == (2, 2, 2, 0.5, pytest.approx(0.4), "")


def test_in_no_order_of_its_own_the_number_has_an_interval() -> None:
    found = clients_needed(600, Who.RANDOM, times=400)

    assert (found.low, found.high) == (1, 4)
    assert found.low < found.clients < found.high


@pytest.mark.parametrize(("month", "reason"), [(1036, NEVER), (None, NO_COST)])
def test_a_technician_whom_nobody_can_pay_for_says_why(month: float | None, reason: str) -> None:
    found = clients_needed(month)

    assert (found.why_none, found.clients, found.client_share, found.ticket_share) == (reason, NO_NUMBER, NO_NUMBER, NO_NUMBER)


def test_without_prices_nobody_pays_for_a_technician() -> None:
    clients = firm().assign(monthly_fee=None)
    paid = surcharges(clients, fees(clients, UNTOLD), Surcharge(SurchargeKind.PERCENT, 15))

    assert clients_for_a_hire(paid, np.array([[0, 1, 2, 3]]), np.ones(4), 1000).why_none == NO_PRICES
    assert clients_for_a_hire(paid.iloc[:0], np.empty((1, 0), np.int64), np.empty(0), 1000).why_none == NO_PRICES


def test_work_that_nobody_knows_has_no_share() -> None:
    clients = firm()
    paid = surcharges(clients, fees(clients, UNTOLD), Surcharge(SurchargeKind.PERCENT, 15))
    found = clients_for_a_hire(paid, np.array([[0, 1, 2, 3]]), np.full(4, np.nan), 300)

    assert (found.clients, found.ticket_share) == (1, NO_NUMBER)


@given(hires=DRAWS, month=st.floats(1, 9000), more=st.floats(0, 9000))
def test_a_dearer_technician_never_lowers_the_break_even(hires: list[list[int]], month: float, more: float) -> None:
    sold = offered(hires, GOLD)
    cheap, dear = (break_even(sold, cost)[["amount_low", "amount", "amount_high"]].iloc[1:] for cost in (month, month + more))

    assert (dear >= cheap).to_numpy().all()


@given(hires=DRAWS, month=st.floats(1, 9000), uptake=st.integers(1, 3))
def test_at_the_break_even_the_margin_is_nothing_and_below_it_a_loss(hires: list[list[int]], month: float, uptake: int) -> None:
    sold = offered(hires, GOLD)
    amount = break_even(sold, month)["amount"][uptake]

    at, below = (margins(sold, [amount * part], month).iloc[uptake] for part in (1, 0.99))
    assert at["margin"] == pytest.approx(0, abs=1e-6) or amount == 0
    assert at["pays_share"] >= 0.5
    assert below["margin"] < 0 or amount == 0
