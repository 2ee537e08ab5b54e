"""Scenarios: what they change of a desk whose truth is known, and which of them cannot be."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.desk.ahead import AS_NOW, START, Future, open_today, weeks_ahead
from models.desk.calibration import calibrate
from models.desk.decisions import most_growth
from models.desk.demand import LeftOut
from models.desk.desk import desk
from models.desk.months import Lane, simulate_months, simulate_tickets
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.refresh.desks import LearntDesk
from models.refresh.hiring import answered, asked, hiring, next_hire, simulated, uptake_of
from models.refresh.scenario import Scenario, in_scenario, technicians_of
from models.refresh.what_keeps import failing, more_clients, premium_targets, tickets_of
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.settings import read_settings
from tests.models.desk.lived import CLIENTS, TECHNICIANS, WEEKS, lived

PRICES = read_settings(Path("nowhere")).prices
GOALS = {"first_response": 0.9, "resolution": 0.9}


@pytest.fixture(scope="module")
def learnt() -> LearntDesk:
    demand, weeks = lived()
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    clients = pd.DataFrame({
        "client": demand.clients, "tier": ["Gold"] * 5 + ["Silver"] * 5, "users": 10.0, "monthly_fee": np.nan,
        "premium": False, "tickets_month": np.arange(CLIENTS) + 1.0, "hands_on_hours_month": 1.0,
    })  # fmt: skip
    labels = pd.DataFrame({"tier": "Gold", "issue_type": "Email"}, index=range(len(demand)))
    return LearntDesk(desk(demand, weeks, Staff(), fit, GOALS), None, "", LeftOut({}, 0), clients, labels, np.zeros((2, 1)))


def kept(learnt: LearntDesk, scenario: Scenario) -> float:
    """The share of responses in time with today's technicians."""
    found = hiring(learnt, [TECHNICIANS], [], PRICES, scenario)
    shares = found.shares[(found.shares["clock"] == "first_response") & (found.shares["uptake"] == found.uptake)]
    return float(shares.loc[shares["technicians"] == TECHNICIANS, "kept"].item())


def test_a_scenario_that_says_nothing_is_today(learnt: LearntDesk) -> None:
    own, future = in_scenario(learnt.desk, Scenario())

    assert own.demand is learnt.desk.demand
    assert future == AS_NOW
    assert technicians_of(Scenario(), learnt.desk) == TECHNICIANS
    assert uptake_of(Scenario(), learnt) == 0


def test_somebody_away_and_more_clients_make_responses_later(learnt: LearntDesk) -> None:
    today = kept(learnt, Scenario())

    assert kept(learnt, Scenario(away=1)) < today - 0.02
    assert kept(learnt, Scenario(growth=0.3)) < today - 0.02
    assert kept(learnt, Scenario(growth=-0.3)) > today


def test_one_of_five_away_is_four(learnt: LearntDesk) -> None:
    shares = hiring(learnt, [5], [0.0], PRICES, Scenario(technicians=5, away=1)).shares
    four = hiring(learnt, [4], [0.0], PRICES, Scenario()).shares

    assert shares.loc[shares["technicians"] == 5, "kept"].tolist() == four.loc[four["technicians"] == 4, "kept"].tolist()


def test_a_longer_premium_target_is_kept_more_often(learnt: LearntDesk) -> None:
    short, long = (
        hiring(learnt, [4], [0.5], PRICES, Scenario(uptake=0.5, response_hours=hours)).waits for hours in (0.1, 8.0)
    )
    own = [frame.query("who == 'premium' and uptake == 0.5")["in_time"].item() for frame in (short, long)]

    assert own[0] < own[1] - 0.1


def test_exactly_the_named_clients_buy(learnt: LearntDesk) -> None:
    found = hiring(learnt, [4], [0.3], PRICES, Scenario(clients=("Client 2", "Client 7")))

    assert len(found.sold) == 1
    assert np.flatnonzero(found.sold[0].bought[:, 1]).tolist() == [2, 7]
    assert found.sold[0].uptakes.tolist() == [0.0, 0.2]


def test_only_clients_of_the_named_plans_buy(learnt: LearntDesk) -> None:
    found = hiring(learnt, [4], [1.0], PRICES, Scenario(tiers=("Silver",), who=Who.BUSIEST))

    assert np.flatnonzero(found.sold[0].bought[:, -1]).tolist() == [5, 6, 7, 8, 9]


def test_evening_cover_begins_when_the_company_closes(learnt: LearntDesk) -> None:
    _, future = in_scenario(learnt.desk, Scenario(cover_people=1, cover_until=20.0))

    assert future.staff is not None
    assert future.staff.cover == tuple((day, 17.0, 20.0) for day in range(5))


@pytest.mark.parametrize(
    ("scenario", "why"),
    [
        (Scenario(uptake=1.2), "between 0 and 100"),
        (Scenario(technicians=2, away=2), "at least one must be there"),
        (Scenario(growth=9.0), "Growth lies between"),
        (Scenario(cover_people=9), "some of the technicians"),
        (Scenario(cover_until=25.0), "an hour of the day"),
        (Scenario(clients=("Nobody Ltd",)), "called 'Nobody Ltd'"),
        (Scenario(response_hours=0.0), "above 0"),
    ],
)
def test_what_cannot_be_is_refused_in_words(learnt: LearntDesk, scenario: Scenario, why: str) -> None:
    with pytest.raises(TurnaroundError, match=why):
        hiring(learnt, [4], [0.0], PRICES, scenario)


def test_a_first_answer_and_the_rest_are_the_whole_one(learnt: LearntDesk) -> None:
    question = asked(learnt, [4, 5], [0.0, 0.5], PRICES, Scenario(growth=0.1))
    parts = simulated(question, runs=2) + simulated(question, runs=2, first_run=2)
    whole = simulated(question, runs=4)

    assert np.array_equal(parts.counts, whole.counts)
    pd.testing.assert_frame_equal(answered(question, parts).shares, answered(question, whole).shares)


def test_one_more_is_told_where_the_grid_has_both(learnt: LearntDesk) -> None:
    found = hiring(learnt, [4, 5], [0.0], PRICES, Scenario())

    change = next_hire(found, 4, 0.0)
    assert change is not None
    assert (change["after"] >= change["before"] - 0.005).all()
    assert next_hire(found, 5, 0.0) is None


def test_the_tickets_behind_a_lane_are_those_that_it_counts(learnt: LearntDesk) -> None:
    lane = Lane(4, np.array([[client < 3 for client in range(CLIENTS)]]), 0.3)
    told = simulate_tickets(learnt.desk, lane, runs=3)
    counts = simulate_months(learnt.desk, [lane], runs=3).counts.sum(axis=(1, 2, 4))

    for paid in (0, 1):
        own = told.premium == bool(paid)
        in_time = np.bincount(told.run, own & (told.response <= told.response_target + 1e-9))
        assert np.bincount(told.run, own).tolist() == counts[:, paid, 2].tolist()
        assert in_time.tolist() == counts[:, paid, 1].tolist()


def test_months_begin_with_the_open_tickets_and_not_with_forgotten_ones(learnt: LearntDesk) -> None:
    demand = learnt.desk.demand
    newest, oldest = np.arange(len(demand) - 50, len(demand)), np.arange(50)
    still_open = np.isin(np.arange(len(demand)), np.concatenate([newest, oldest]))
    waiting = replace(learnt.desk, demand=replace(demand, still_open=still_open))

    assert open_today(waiting.demand).tolist() == newest.tolist()
    ahead = weeks_ahead(waiting, 4, Future(from_today=True), 0)
    assert (ahead.came.opened < START).sum() == 50
    assert sorted(ahead.rows[ahead.came.opened < START]) == newest.tolist()


def test_a_desk_that_begins_with_a_pile_of_open_tickets_is_later_at_first(learnt: LearntDesk) -> None:
    demand = learnt.desk.demand
    piled = np.arange(len(demand)) >= len(demand) - 400
    waiting = replace(learnt.desk, demand=replace(demand, still_open=piled, response=np.where(piled, np.nan, demand.response)))
    lane = Lane(4, np.zeros((1, CLIENTS), bool), 0.0)
    usual, after = (
        simulate_months(waiting, [lane], Future(from_today=start), runs=8).counts[..., 3].sum(axis=(0, 1, 2, 3))
        for start in (False, True)
    )

    assert after[0] > usual[0] * 1.1


@pytest.mark.torture
def test_more_clients_fit_with_more_technicians(learnt: LearntDesk) -> None:
    four, six = (more_clients(learnt, Scenario(technicians=count), PRICES) for count in (4, 6))

    assert np.nan_to_num(four.growth) < 0.2 <= six.growth
    assert six.low <= six.growth <= six.high


def test_growth_stops_at_the_first_step_that_does_not_fit(learnt: LearntDesk) -> None:
    lane = Lane(4, np.zeros((1, CLIENTS), bool), 0.0)
    outcome = simulate_months(learnt.desk, [lane], runs=4)
    for growth in (0.0, 3.0):
        outcome = outcome.beside(simulate_months(learnt.desk, [lane], Future(growth=growth), runs=4))
    found = most_growth(outcome, 0, (0.0, 3.0), GOALS)

    assert (found.growth, found.low, found.high, found.tried) == (0.0, 0.0, 0.0, 3.0)


def test_what_premium_could_promise_and_what_fails_first(learnt: LearntDesk) -> None:
    told = tickets_of(learnt, Scenario(uptake=0.3), PRICES)
    targets = premium_targets(learnt, told, [900, 1800, 3600, 7200, 14400, 32400])
    first = failing(learnt, told)

    response = targets[(targets["clock"] == "first_response") & targets["tier"].isna()].iloc[0]
    assert response["low"] >= 0.9
    assert response["goal_hours"] <= response["proposed_seconds"] / 3600
    assert first["kept"].is_monotonic_increasing
