"""A difference that history does not show is not promised; one that it shows is found."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from models.promise.proposals import proposals
from models.promise.segments import fit_segments
from tests.models.promise.drawing import HOUR, exponential, history

LADDER = [int(hours * HOUR) for hours in (0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256)]
TICKETS = 900


def two_plans(rng: np.random.Generator, hours: dict[str, float]) -> pd.DataFrame:
    """Silver and Gold at random, each with its own mean time."""
    plan = rng.choice(["Silver", "Gold"], TICKETS)
    seconds = rng.exponential([hours[name] * HOUR for name in plan])
    return history(seconds, rng.uniform(30, 200, TICKETS), tier=plan, tier_position=(plan == "Gold").astype(float))


def promised(frame: pd.DataFrame, name: str) -> dict[Any, float]:
    learnt = fit_segments(frame, by_priority=False)
    table = proposals(learnt.rows, learnt.safe, learnt.ends, {None: 0.9}, LADDER)
    return dict(zip(table[name], table["promised_seconds"], strict=True))


def test_plans_without_a_difference_have_equal_promises() -> None:
    frame = two_plans(np.random.default_rng(0), {"Silver": 5, "Gold": 5})

    own = promised(frame, "tier")
    assert fit_segments(frame, by_priority=False).differences == {"tier": False}
    assert own["Gold"] == own["Silver"]


def test_a_plan_that_was_faster_is_promised_less() -> None:
    frame = two_plans(np.random.default_rng(0), {"Silver": 9, "Gold": 3})

    own = promised(frame, "tier")
    assert fit_segments(frame, by_priority=False).differences == {"tier": True}
    assert own["Silver"] / own["Gold"] == pytest.approx(3, rel=0.35)


def test_a_plan_that_was_slower_though_better_is_promised_the_same() -> None:
    frame = two_plans(np.random.default_rng(0), {"Silver": 3, "Gold": 9})

    own = promised(frame, "tier")
    assert fit_segments(frame, by_priority=False).differences == {"tier": False}
    assert own["Gold"] == own["Silver"]


@pytest.mark.parametrize(("slower", "shown"), [(1.0, False), (3.0, True)])
def test_a_distance_counts_where_far_visits_took_longer(slower: float, shown: bool) -> None:
    rng = np.random.default_rng(1)
    band = rng.integers(0, 3, TICKETS)
    frame = history(
        exponential(rng, TICKETS) * slower**band, rng.uniform(30, 200, TICKETS), work_mode="on_site",
        distance_band=[f"band {number}" for number in band], distance_position=band.astype(float),
    )

    own = promised(frame, "distance_band")
    assert fit_segments(frame, by_priority=False).differences == {"distance": shown}
    assert (own["band 0"] < own["band 1"] < own["band 2"]) is shown
    assert (own["band 0"] == own["band 2"]) is not shown


def test_a_mere_mixture_of_issue_types_is_no_difference_between_plans() -> None:
    """Gold buys the quick kind of work: within each kind the plans are alike."""
    rng = np.random.default_rng(2)
    gold = rng.random(TICKETS) < 0.5
    quick = rng.random(TICKETS) < np.where(gold, 0.9, 0.1)
    frame = history(
        exponential(rng, TICKETS) * np.where(quick, 0.2, 5), rng.uniform(30, 200, TICKETS), tier=np.where(gold, "Gold", "Silver"),
        tier_position=gold.astype(float), issue_type=np.where(quick, "Password", "Server"),
    )

    assert fit_segments(frame, by_priority=False).differences == {"tier": False}


def test_under_two_hundred_ends_the_relatives_promise_and_the_basis_says_so() -> None:
    frame = history(exponential(np.random.default_rng(3), 150), np.full(150, 20.0))
    learnt = fit_segments(frame, by_priority=False)

    assert learnt.ends == 150
    assert set(learnt.rows["basis"]) == {"this segment"}
    assert learnt.differences == {}


def test_a_segment_tells_its_own_tickets_and_times() -> None:
    hours = np.repeat([1.0, 2, 3, 4, 5], 60)
    frame = history(hours * HOUR, np.full(300, 20.0), priority=np.tile(["P1", "P2"], 150))
    rows = fit_segments(frame, by_priority=True).rows

    assert rows.loc[rows["seen"].astype(bool), ["priority", "n", "still_open", "typical_seconds", "nine_in_ten_seconds"]].values.tolist() == [
        ["P1", 150, 0, 3 * HOUR, 5 * HOUR], ["P2", 150, 0, 3 * HOUR, 5 * HOUR],
    ]
    assert fit_segments(frame, by_priority=False).rows["n"].tolist() == [300]


def test_without_a_clock_there_is_nothing_to_learn_from() -> None:
    with pytest.raises(ValueError, match="no clock"):
        fit_segments(history(np.empty(0), np.empty(0)), by_priority=False)
