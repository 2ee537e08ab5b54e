"""The schedule: at most forty lines, nothing lost but what it says, no better plan or nearer place with a longer time."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from models.promise.curves import KNOTS
from models.promise.proposals import proposals
from models.promise.schedule import schedule
from models.promise.segment import SHARES
from tests.models.promise.drawn_segments import LADDER, curves_of, segment

TIERS, BANDS = ("Silver", "Gold", "Platinum"), (None, "near", "far", "very far")


def drawn(seed: int, types: int) -> pd.DataFrame:
    """Segments whose shares fall with distance and rise with the plan, by random amounts."""
    dice = np.random.default_rng(seed)
    rows = []
    for issue in range(types):
        slow = np.exp(dice.normal(0, 1))
        by_tier, by_band = np.sort(dice.uniform(0.3, 1, 3))[::-1], np.sort(dice.uniform(1, 4, 4))
        for (t, tier), (b, band) in product(enumerate(TIERS), enumerate(BANDS)):
            hours = 2 * slow * by_tier[t] * by_band[b]
            rows.append(segment(f"Type {issue}", tier, t, band, b, n=int(dice.integers(1, 400)), hours=hours))
    return curves_of(rows)


def proposed(curves: pd.DataFrame) -> pd.DataFrame:
    return proposals(curves, 1_000, 1_000, {None: 0.9}, LADDER)


@pytest.mark.parametrize("seed", range(8))
def test_no_better_plan_and_no_nearer_place_gets_a_longer_time(seed: int) -> None:
    curves = drawn(seed, types=10)

    made = schedule(proposed(curves), curves, LADDER, most=30)
    assert len(made.lines) <= 30
    step = made.segments.assign(
        plan=made.segments["tier"].map(TIERS.index), far=[BANDS.index(band) for band in made.segments["distance_band"]]
    )
    pairs = step.merge(step, on="issue_type", suffixes=("", "_other"))
    better = pairs[(pairs["plan_other"] >= pairs["plan"]) & (pairs["far_other"] <= pairs["far"])]
    assert (better["proposed_seconds_other"] <= better["proposed_seconds"]).all()


def test_segments_that_agree_are_one_line_and_cost_nothing() -> None:
    curves = curves_of([segment(f"Type {i}", "Gold", 1, None, 0, n=50, hours=2) for i in range(60)])

    made = schedule(proposed(curves), curves, LADDER)
    assert len(made.lines) == 2
    assert made.lines["issue_types"].map(len).tolist() == [60, 0]
    assert (made.extra_late, made.hours_given, made.apart) == (0, 0, ())


def test_what_merging_costs_is_told() -> None:
    hours = [0.5 * 1.35**i for i in range(12)]
    curves = curves_of([segment(f"Type {i}", None, None, None, 0, n=100, hours=h) for i, h in enumerate(hours)])

    free, tight = (schedule(proposed(curves), curves, LADDER, most=most) for most in (40, 4))
    assert (free.extra_late, free.hours_given) == (0, 0)
    assert len(tight.lines) <= 4
    assert tight.extra_late > 0
    assert tight.hours_given > 0
    late = (tight.segments["proposed_seconds"] < tight.segments["own_seconds"]).sum()
    assert 0 < late < len(tight.segments)


def test_the_last_line_is_for_what_was_never_seen() -> None:
    curves = drawn(3, types=4)

    last = schedule(proposed(curves), curves, LADDER).lines.iloc[-1]
    assert (last["issue_types"], last["n"]) == ([], 0)
    assert last["proposed_seconds"] in LADDER


def test_where_nothing_is_proposed_there_is_no_schedule() -> None:
    curves = curves_of([segment("Email", None, None, None, 0, n=40, hours=2)])
    never = curves.assign(**dict.fromkeys(SHARES, 0.3))

    assert len(SHARES) == len(KNOTS)
    with pytest.raises(ValueError, match="nothing is proposed"):
        schedule(proposed(never), never, LADDER)
