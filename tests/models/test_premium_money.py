"""Whether it pays: new money beside new cost, on a desk whose clients and fees are drawn."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.desk.backtest import back_test
from models.desk.calibration import calibrate
from models.desk.demand import LeftOut
from models.desk.desk import desk
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.pricing.reasons import NO_COST, NOBODY
from models.refresh.desks import OVERWORKED, LearntDesk
from models.refresh.hiring import hiring, uptake_today
from models.refresh.plan_results import side_by_side
from models.refresh.plans import Plan
from models.refresh.premium_money import Money, cover_month, money
from models.refresh.scenario import Scenario
from models.refresh.what_keeps import gain
from pipelines.prices import Prices, Surcharge, SurchargeKind
from pipelines.settings import read_settings
from tests.models.desk.lived import TECHNICIANS, WEEKS, lived
from tests.models.test_plans import FORETOLD, MONDAY

GOALS = {"first_response": 0.9, "resolution": 0.9}
PERCENT = Surcharge(SurchargeKind.PERCENT, 10.0)
PRICES = replace(read_settings(Path("nowhere")).prices, technician_month=5000.0, premium=PERCENT, ramp_months=0.0)


@pytest.fixture(scope="module")
def learnt() -> LearntDesk:
    """Ten clients of 1,000 a month each; the first two have Premium."""
    demand, weeks = lived()
    demand = replace(demand, premium=demand.client < 2)
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    clients = pd.DataFrame({
        "client": demand.clients, "tier": ["Gold"] * 5 + ["Silver"] * 5, "users": np.nan, "monthly_fee": 1000.0,
        "premium_since": None, "tickets_month": 10.0, "hands_on_hours_month": 10.0,
    })  # fmt: skip
    labels = pd.DataFrame({"tier": "Gold", "issue_type": "Email"}, index=range(len(demand)))
    return LearntDesk(desk(demand, weeks, Staff(), fit, GOALS), None, "", LeftOut({}, 0), clients, labels, np.zeros((2, 1)))


def asked(learnt: LearntDesk, scenario: Scenario, prices: Prices = PRICES) -> Money:
    return money(learnt, hiring(learnt, range(3, 9), [0.0, 0.1, 0.2, 0.5], prices, scenario), prices, prices.premium.amount)


def at(frame: pd.DataFrame, uptake: float) -> pd.Series:
    return frame[np.isclose(frame["uptake"], uptake)].iloc[0]


def test_only_clients_who_have_no_premium_today_bring_money(learnt: LearntDesk) -> None:
    told = asked(learnt, Scenario(uptake=0.5)).margins

    assert at(told, 0.5)["income"] == 300.0
    assert at(told, 0.5)["buyers"] == 3
    assert at(told, 0.2)["why_none"] == NOBODY
    assert at(told, 0.1)["why_none"] == NOBODY


def test_who_has_premium_and_pays_nothing_for_it_yet_counts_as_new(learnt: LearntDesk) -> None:
    told = asked(learnt, Scenario(uptake=0.5), replace(PRICES, premium_paid_today=False)).margins

    assert at(told, 0.5)["income"] == 500.0
    assert at(told, 0.2)["income"] == 200.0


def test_what_is_left_is_what_is_shown_less_what_is_shown(learnt: LearntDesk) -> None:
    row = at(asked(learnt, Scenario(uptake=0.5)).margins, 0.5)

    assert row["margin"] == pytest.approx(min(max(row["income"] - row["cost"], row["margin_low"]), row["margin_high"]))


def test_evening_cover_costs_its_hours(learnt: LearntDesk) -> None:
    """One person from 17 to 20 on five days, at 5,000 for 8.25 of 9 hours on five days."""
    covered = Scenario(cover_people=1, cover_until=20.0, uptake=0.5)

    assert cover_month(learnt, Scenario(), PRICES) == 0
    assert cover_month(learnt, covered, PRICES) == pytest.approx(5000 * 15 / 41.25, rel=0.01)
    plain, more = (at(asked(learnt, one).margins, 0.5)["cost"] for one in (Scenario(uptake=0.5), covered))
    assert more >= cover_month(learnt, covered, PRICES) - 1e-6
    assert plain % 5000 == 0


def test_naming_plans_takes_premium_from_nobody(learnt: LearntDesk) -> None:
    for tiers in ((), ("Gold",), ("Silver",)):
        found = hiring(learnt, [4], [], PRICES, Scenario(tiers=tiers))
        bought = found.sold[0].bought[:, np.isclose(found.sold[0].uptakes, found.uptake)][:, 0]
        assert np.flatnonzero(bought).tolist() == [0, 1]
        assert found.uptake == uptake_today(Scenario(tiers=tiers), learnt)


def test_plans_cost_the_technicians_that_they_add(learnt: LearntDesk) -> None:
    plans = [Plan(f"{count}", Scenario(technicians=count, uptake=0.5), PERCENT, MONDAY, FORETOLD) for count in (4, 5, 7)]
    told = side_by_side(learnt, plans, PRICES)

    assert told["cost"].tolist() == [0.0, 5000.0, 15000.0]
    assert told["income"].tolist() == [300.0] * 3
    assert told["margin"].tolist() == [300.0, -4700.0, -14700.0]


def test_a_plan_that_can_no_longer_be_worked_out_says_so_and_leaves_the_others(learnt: LearntDesk) -> None:
    gone = Plan("Gone", Scenario(clients=("Left Ltd",)), PERCENT, MONDAY, FORETOLD)
    good = Plan("Good", Scenario(), PERCENT, MONDAY, FORETOLD)
    told = side_by_side(learnt, [gone, good], replace(PRICES, technician_month=None)).set_index("plan")

    assert "Left Ltd" in told["why_none"].to_dict()["Gone"]
    assert told["uptake"].to_dict()["Good"] == 0.2
    more = side_by_side(learnt, [replace(good, scenario=Scenario(technicians=6))], replace(PRICES, technician_month=None))
    assert more["why_none"].tolist() == [NO_COST] or more["why_none"].tolist() == [NOBODY]


def test_the_same_clients_are_compared_before_and_after_they_buy(learnt: LearntDesk) -> None:
    told = gain(learnt, Scenario(uptake=0.6), PRICES).set_index("who").to_dict("index")

    assert set(told) == {"new", "others", "premium"}
    assert told["new"]["after"] < told["new"]["before"]
    assert told["others"]["after"] > told["others"]["before"]
    assert told["new"]["low"] <= told["new"]["change"] <= told["new"]["high"]
    assert sum(one["tickets"] for one in told.values()) == pytest.approx(130 * 13, rel=0.05)
    assert set(gain(learnt, Scenario(), PRICES)["who"]) == {"others", "premium"}


def test_more_hands_on_time_than_so_few_can_work_is_no_help(learnt: LearntDesk) -> None:
    assert replace(learnt, desk=replace(learnt.desk, load=1.2)).why_unusable == "untested"
    tested = replace(learnt, tested=back_test(*lived(3, hours=0.7), TECHNICIANS, Staff()))
    assert tested.why_unusable == ""
    assert replace(tested, desk=replace(learnt.desk, load=1.2)).why_unusable == OVERWORKED

