"""What clients and plans leave, on a desk of four clients whose figures can be worked out by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from models.desk.calibration import Fit
from models.desk.demand import Demand, LeftOut
from models.desk.desk import Desk, desk
from models.desk.handling import Handling
from models.desk.timeline import Staff
from models.refresh.client_money import ClientMoney, client_money
from models.refresh.desks import MONTH_DAYS, LearntDesk
from models.refresh.duty import duty_of
from models.refresh.scenario import Scenario
from models.uptake import Who
from pipelines.prices import Prices, Surcharge, SurchargeKind
from tests.models.desk.lived import CLIENTS, TECHNICIANS, lived

PRICES = Prices(
    per_user={"Gold": 100}, premium=Surcharge(SurchargeKind.PERCENT, 10), technician_month=5000, tools_month=0, hire_once=0, ramp_months=0,
    credits={"Gold": 20},
)  # fmt: skip


@pytest.fixture(scope="module")
def learnt() -> LearntDesk:
    """Ten clients with 10, 20 ... 100 users and as many tickets a month; the first has Premium."""
    demand, weeks = lived()
    handlings = tuple(Handling(busy, 0.0, np.inf, False, 0.0, 0.0, 0.0) for busy in (0.5, 0.8, 0.9))
    own = desk(demand, weeks, Staff(), Fit(handlings, (1.0,) * 3, 1.0, TECHNICIANS), {})
    number = np.arange(1, CLIENTS + 1)
    clients = pd.DataFrame({
        "client": demand.clients, "tier": "Gold", "users": 10.0 * number, "monthly_fee": np.nan, "premium_since": None,
        "tickets_month": 10.0 * number, "hands_on_hours_month": 10.0 * number,
    })  # fmt: skip
    first = replace(own, demand=_with_premium(own))
    return LearntDesk(first, None, "", LeftOut({}, 0), clients, pd.DataFrame(), np.zeros((2, 1)))


def _with_premium(own: Desk) -> Demand:
    return replace(own.demand, premium=own.demand.client == 0)


def told(learnt: LearntDesk, scenario: Scenario, prices: Prices = PRICES) -> ClientMoney:
    return client_money(learnt, prices, scenario)


def test_a_technicians_month_leaves_out_lunch_and_what_nobody_works(learnt: LearntDesk) -> None:
    duty = duty_of(learnt.desk)

    assert duty.hours == pytest.approx(5 * (9 - 0.75) * MONTH_DAYS / 7)
    assert duty.busy_share == 0.8
    assert duty.productive == pytest.approx(0.8 * duty.hours)


def test_clients_stand_in_the_order_in_which_they_buy(learnt: LearntDesk) -> None:
    found = told(learnt, Scenario(uptake=0.3, who=Who.BUSIEST)).clients

    assert found["client"].tolist()[:4] == ["Client 0", "Client 9", "Client 8", "Client 7"]
    assert found["buys"].tolist()[:4] == [1, 1, 1, 0]
    assert found["premium"].tolist()[:2] == [True, False]


def test_a_surcharge_is_a_share_of_users_times_price(learnt: LearntDesk) -> None:
    found = told(learnt, Scenario(uptake=0.3, who=Who.SMALLEST)).clients.set_index("client")

    assert (found["fee_month"]["Client 4"], found["surcharge_month"]["Client 4"]) == (5000, 500)
    assert found["ticket_share"]["Client 4"] == pytest.approx(50 / 550)


def test_so_many_clients_pay_for_one_technician(learnt: LearntDesk) -> None:
    """1000, 900, 800 ... 300 of the busiest nine who have no Premium yet; 5000 a month is reached by 8 of them."""
    found = told(learnt, Scenario(uptake=0.3, who=Who.BUSIEST))

    assert found.enough.clients == 8
    assert found.enough.client_share == pytest.approx(8 / 9)
    assert found.new == 9
    assert found.hire is not None
    assert found.hire.first_year == 5000


def test_named_clients_buy_beside_the_one_who_has_it(learnt: LearntDesk) -> None:
    found = told(learnt, Scenario(clients=("Client 5", "Client 6"))).clients

    assert found.loc[found["buys"] == 1, "client"].tolist() == ["Client 5", "Client 6", "Client 0"]


def test_the_busiest_bring_more_tickets_than_the_smallest(learnt: LearntDesk) -> None:
    """Half of the clients: the first and 100 + 90 + 80 + 70 of 550 tickets, or 10 + 20 + 30 + 40 + 50."""
    ways = told(learnt, Scenario(uptake=0.3)).bought_from
    half = ways[ways["uptake"] == 0.5].set_index("who")["ticket_share"]

    assert half["busiest"] == pytest.approx(350 / 550)
    assert half["smallest"] == pytest.approx(150 / 550)
    assert half["smallest"] < half["random"] < half["busiest"]


def test_plans_leave_their_fees_less_hands_on_hours(learnt: LearntDesk) -> None:
    found = told(learnt, Scenario())
    gold = found.tiers.iloc[0].to_dict()

    assert gold["fee_month"] == 55_000
    assert gold["cost_month"] == pytest.approx(550 * 5000 / found.duty.productive)


def test_credits_know_the_worst_month_and_expect_nothing_without_a_record(learnt: LearntDesk) -> None:
    row = told(learnt, Scenario()).credits.iloc[0]

    assert (row["n"], row["worst_month"], row["why_none"]) == (10, 11_000, "no record of missed months")
    assert np.isnan(row["expected_month"])


def test_without_a_technicians_cost_there_is_the_reason(learnt: LearntDesk) -> None:
    found = told(learnt, Scenario(), replace(PRICES, technician_month=None))

    assert found.hire is None
    assert found.enough.why_none == "no loaded cost"
    assert set(found.profit["why_none"]) == {"no loaded cost"}
