"""Simulated tickets by group, on tables that can be counted by hand."""

import numpy as np
import pandas as pd
import pytest

from models.desk.by_group import BEYOND, TOO_FEW, keepable, kept_by_group
from models.desk.months import Simulated

HOUR = 3600


def simulated(response: list[float], *, runs: int = 2, premium: bool = True, target: float = 2.0) -> Simulated:
    """The same tickets in each run; each response stands for a ticket of its own in the desk's demand."""
    n = len(response)
    hours, nothing = np.tile(response, runs), np.full(n * runs, np.nan)
    return Simulated(
        np.repeat(np.arange(runs), n), np.tile(np.arange(n), runs), np.full(n * runs, premium), hours, hours + 1,
        np.full(n * runs, target), nothing,
    )  # fmt: skip


def test_a_group_is_kept_as_often_as_its_tickets_are_in_time() -> None:
    told = simulated([1.0] * 30 + [3.0] * 10 + [2.0] * 40)
    labels = pd.DataFrame({"tier": ["Gold"] * 40 + ["Silver"] * 40})
    found = kept_by_group(told, labels, np.zeros((2, 160)))
    responses = found[found["clock"] == "first_response"]

    assert responses[["tier", "tickets", "kept"]].to_numpy().tolist() == [["Gold", 40.0, 0.75], ["Silver", 40.0, 1.0]]


def test_a_group_of_few_tickets_shows_their_number_alone() -> None:
    found = kept_by_group(simulated([1.0] * 29), pd.DataFrame({"tier": ["Gold"] * 29}), np.zeros((2, 58)))

    assert found["kept"].isna().all()
    assert set(found["why_none"]) == {TOO_FEW}
    assert found["tickets"].max() == 29


def test_tickets_without_a_target_are_promised_nothing() -> None:
    found = kept_by_group(simulated([1.0] * 40), pd.DataFrame({"tier": ["Gold"] * 40}), np.zeros((2, 80)))

    assert found["clock"].tolist() == ["first_response"]


def test_the_proposed_step_is_the_first_that_keeps_the_goal_in_nearly_every_future() -> None:
    told = simulated([0.4] * 36 + [1.5] * 4)
    everybody = np.ones(80, bool)
    nothing = pd.DataFrame(index=range(40))
    goals = {"first_response": 0.9, "resolution": 0.95}
    found = keepable(told, everybody, goals, [HOUR // 4, HOUR // 2, HOUR, 2 * HOUR], nothing, np.zeros((2, 80))).set_index("clock")

    assert found.loc["first_response", "proposed_seconds"] == HOUR // 2
    assert found.loc["first_response", "kept"] == 0.9
    assert found.loc["resolution", "why_none"] == BEYOND
    assert found.loc["resolution", "goal_hours"] == 2.5


def test_a_future_in_which_the_step_is_not_kept_makes_it_longer() -> None:
    good = simulated([0.4] * 40, runs=1)
    bad = simulated([0.4] * 30 + [0.9] * 10, runs=1)
    both = Simulated(
        np.repeat([0, 1], 40), np.tile(np.arange(40), 2), np.ones(80, bool), np.concatenate([good.response, bad.response]),
        *(np.tile(own, 2) for own in (good.resolution, good.response_target, good.resolution_target)),
    )  # fmt: skip
    found = keepable(both, np.ones(80, bool), {"first_response": 0.9, "resolution": 0.9}, [HOUR // 2, HOUR], pd.DataFrame(index=range(40)), np.zeros((2, 80)))

    assert found.set_index("clock").loc["first_response", "proposed_seconds"] == HOUR


def test_too_few_premium_tickets_propose_nothing() -> None:
    found = keepable(simulated([0.4] * 10), np.ones(20, bool), {"first_response": 0.9, "resolution": 0.9}, [HOUR], pd.DataFrame(index=range(10)), np.zeros((2, 20)))

    assert set(found["why_none"]) == {TOO_FEW}


def test_shares_are_moved_to_what_was_measured_and_proposals_only_the_careful_way() -> None:
    told, labels = simulated([1.0] * 30 + [3.0] * 10), pd.DataFrame({"tier": ["Gold"] * 40})
    first = kept_by_group(told, labels, np.full((2, 80), 0.4)).iloc[0]
    assert (first["kept"], first["low"], first["high"]) == pytest.approx((0.825, 0.825, 0.825))

    steps = {
        less: keepable(told, np.ones(80, bool), {"first_response": 0.75, "resolution": 0.75}, [HOUR, 3 * HOUR], labels, np.full((2, 80), less))
        for less in (0.2, -0.1)
    }
    assert [found.iloc[0]["proposed_seconds"] for found in steps.values()] == [HOUR, 3 * HOUR]
