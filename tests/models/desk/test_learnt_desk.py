"""What is learnt of a desk whose truth is known: one that the kernel itself has worked through."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from models.desk.ahead import Future
from models.desk.backtest import NOT_COVERED, NOT_DONE, TOO_WIDE, UNLIKE, _why_not, as_known, back_test
from models.desk.calibration import Fit, calibrate
from models.desk.decisions import chances, need, need_as_today, one_more, waiting
from models.desk.demand import Demand
from models.desk.desk import Desk, desk
from models.desk.months import Lane, grid, simulate_months
from models.desk.timeline import Staff
from models.desk.trace import trace
from tests.models.desk.lived import CLIENTS, TECHNICIANS, WEEKS, lived

GOALS = {"first_response": 0.9, "resolution": 0.9}


@pytest.fixture(scope="module")
def learnt() -> Desk:
    demand, weeks = lived()
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    return desk(demand, weeks, Staff(), fit, GOALS)


def bought(uptakes: list[float]) -> np.ndarray:
    """Nested buyers in one order, [order, client, uptake]."""
    return np.array([[[client < round(share * CLIENTS) for share in uptakes] for client in range(CLIENTS)]])


def true_capacity(demand: Demand) -> float:
    """Tickets a business hour: four technicians, 8.25 of 9 hours a day, over the effort of a ticket."""
    return TECHNICIANS * 8.25 / 9 / float(demand.effort.mean())


def test_capacity_is_found_within_a_tenth_from_openings_and_answers_alone() -> None:
    demand, weeks = lived()
    blind = replace(demand, effort=np.full(len(demand), np.nan), resolution=np.full(len(demand), np.nan))
    fit = calibrate(trace(blind, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)

    assert fit.effort_told == 0
    assert fit.capacity[0] == pytest.approx(true_capacity(demand), rel=0.1)


def test_with_hands_on_time_the_desk_is_as_busy_as_the_work_that_was_logged(learnt: Desk) -> None:
    logged = float(learnt.demand.effort.sum()) / trace(
        learnt.demand, learnt.weeks, np.arange(WEEKS), TECHNICIANS, Staff()
    ).duty

    assert all(one.busy_share >= logged - 1e-9 for one in learnt.fit.handlings)
    assert learnt.fit.handlings[0].busy_share == pytest.approx(logged, rel=0.1)


def test_a_desk_that_works_as_it_did_foretells_its_weeks() -> None:
    tested = back_test(*lived(3, hours=0.7), TECHNICIANS, Staff())

    assert tested.covered >= 0.8
    assert tested.width < 0.5
    assert tested.why_not == ""


def test_a_desk_that_changes_is_not_usable() -> None:
    demand, weeks = lived(3)
    slower = np.where(demand.week >= WEEKS // 2, demand.response * 20 + 3, demand.response)
    tested = back_test(replace(demand, response=slower), weeks, TECHNICIANS, Staff())

    assert tested.covered < 0.75
    assert tested.why_not == "not covered"


def test_resolutions_are_foretold_too_where_they_are_promised() -> None:
    demand, weeks = lived(3, hours=0.7)
    none = np.full_like(demand.resolution_target, np.nan)
    slower = np.where(demand.week >= WEEKS // 2, demand.resolution + 20, demand.resolution)
    tested, changed, unpromised = (
        back_test(one, weeks, TECHNICIANS, Staff())
        for one in (demand, replace(demand, resolution=slower), replace(demand, resolution_target=none))
    )

    assert tested.resolution is not None
    assert tested.resolution.covered >= 0.8
    assert changed.why_not == NOT_DONE
    assert unpromised.resolution is None


def test_a_desk_whose_waits_are_another_desks_is_not_usable() -> None:
    alike = pd.DataFrame({"measured": [0.1, 1.0, 5.0], "simulated": [0.15, 1.4, 4.0]})
    unlike = pd.DataFrame({"measured": [0.1, 2.3, 72.0], "simulated": [0.0, 0.0, 0.0]})

    assert _why_not(0.9, 0.3, alike) == ""
    assert _why_not(0.9, 0.3, unlike) == UNLIKE
    assert _why_not(0.9, 0.6, unlike) == TOO_WIDE
    assert _why_not(float("nan"), 0.3, alike) == NOT_COVERED


def test_too_short_a_history_is_refused_in_words() -> None:
    demand, weeks = lived()
    with pytest.raises(ValueError, match=r"at least 200 answered tickets and 8 whole weeks to learn .* there are .* in 4"):
        calibrate(trace(demand, weeks, np.arange(4), TECHNICIANS, Staff()), TECHNICIANS)


def test_more_runs_later_are_the_runs_that_would_have_been_made_at_once(learnt: Desk) -> None:
    lanes = grid([4], bought([0.0, 0.5]), [0.0, 0.5])
    at_once = simulate_months(learnt, lanes, runs=4)
    refined = simulate_months(learnt, lanes, runs=2) + simulate_months(learnt, lanes, runs=2, first_run=2)

    assert np.array_equal(at_once.counts, refined.counts)


def test_one_more_technician_never_worsens_what_is_kept_beyond_noise(learnt: Desk) -> None:
    outcome = simulate_months(learnt, grid([3, 4, 5, 6], bought([0.3]), [0.3]), runs=10)

    for before in range(3):
        assert (one_more(outcome, before, before + 1)["change"] >= -0.005).all()


def test_premium_clients_wait_less_and_the_others_pay_for_it(learnt: Desk) -> None:
    outcome = simulate_months(learnt, grid([4], bought([0.0, 0.3]), [0.0, 0.3]), runs=10)
    hours = waiting(outcome).set_index(["uptake", "who"])["hours"]

    assert hours[0.3, "premium"] < hours[0.0, "all"] < hours[0.3, "standard"]


def test_clients_with_premium_in_both_cases_aside_more_premium_never_helps_the_standard(learnt: Desk) -> None:
    outcome = simulate_months(learnt, grid([4], bought([0.0, 0.3, 0.6]), [0.0, 0.3, 0.6]), runs=10)
    hours = waiting(outcome).query("who == 'standard'")["hours"].tolist()

    assert hours == sorted(hours)


def test_the_chance_grows_with_technicians_and_need_is_where_it_is_enough(learnt: Desk) -> None:
    outcome = simulate_months(learnt, grid(range(2, 10), bought([0.0]), [0.0]), runs=10)
    table, needed = chances(outcome, GOALS), need(outcome, GOALS)

    assert table["chance"].is_monotonic_increasing
    assert table.loc[table["technicians"] == 2, "never"].item()
    enough = table.loc[table["chance"] >= 0.9, "technicians"].min()
    assert needed.need.tolist() == [enough]
    assert (table["low"] <= table["chance"]).all()


def test_without_standard_clients_nothing_is_asked_of_them(learnt: Desk) -> None:
    lanes = (*grid([3, 4, 5, 6, 7], bought([0.0, 0.5, 1.0]), [0.0, 0.5, 1.0]), Lane(4, bought([0.0])[:, :, 0], np.nan))
    outcome = simulate_months(learnt, lanes, runs=6)
    needed = need_as_today(outcome, len(lanes) - 1, GOALS)

    assert needed.need[0] <= 4
    assert needed.need[1] >= needed.need[0]
    assert np.isnan(needed.need[2])


def test_growth_brings_more_tickets(learnt: Desk) -> None:
    lanes = grid([6], bought([0.0]), [0.0])
    counted = [simulate_months(learnt, lanes, Future(growth=more), runs=6).counts[..., 2].sum() for more in (0.0, 1.0)]

    assert counted[1] == pytest.approx(2 * counted[0], rel=0.05)


def test_the_fit_is_the_same_each_time() -> None:
    demand, weeks = lived()
    history = trace(demand, weeks, np.arange(10), TECHNICIANS, Staff())
    first, second = calibrate(history, TECHNICIANS), calibrate(history, TECHNICIANS)

    assert isinstance(first, Fit)
    assert first == second


def test_what_was_not_answered_by_then_is_not_known_by_then() -> None:
    demand, weeks = lived(hours=1.3)
    whole = trace(demand, weeks, np.arange(10), TECHNICIANS, Staff())
    at = 5 * 168.0 + 12
    then, no_later = as_known(whole, at).demand, whole.demand.opened <= at

    late = no_later & ~np.isfinite(then.response)
    assert late.any()
    assert (whole.demand.response[late] > then.waiting[late]).all()
    assert (whole.demand.opened + whole.demand.response)[np.isfinite(then.response)].max() <= at
    assert not np.isfinite(then.effort[~np.isfinite(then.resolution)]).any()


def test_an_unanswered_ticket_over_its_target_makes_its_week_worse() -> None:
    demand, weeks = lived(3, hours=0.7)
    last = demand.week == WEEKS - 1
    open_still = replace(
        demand, response=np.where(last, np.nan, demand.response), waiting=np.where(last, 5.0, np.nan)
    )

    told = back_test(open_still, weeks, TECHNICIANS, Staff()).weeks
    assert told["measured"].iloc[-1] == 0
    assert told["n"].iloc[-1] == last.sum()


def test_an_overloaded_desk_is_learnt_without_an_end_of_its_queue() -> None:
    demand, weeks = lived(5, hours=1.6)
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)

    assert fit.handlings[0].busy_share >= 0.9


def test_evening_cover_for_premium_answers_premium_in_the_evening(learnt: Desk) -> None:
    evenings = replace(learnt.staff, cover=tuple((day, 17.0, 20.0) for day in range(5)), cover_people=2)
    lanes = grid([2], bought([0.3]), [0.3])
    with_cover, without = (
        waiting(simulate_months(learnt, lanes, Future(staff=staff), runs=4)).set_index("who")["in_time"] for staff in (evenings, None)
    )

    assert with_cover["premium"] > without["premium"]
