"""From a curve to a contract: the step above the promise, what will be kept there, and why there is none."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from models.promise.curves import LADDER
from models.promise.proposals import BEYOND, NEVER, TOO_FEW, proposals
from models.promise.segment import POSITIONS, SEGMENT, SHARES
from tests.models.promise.drawing import HOUR

STEPS = [int(hours * HOUR) for hours in (1, 2, 4, 8, 16, 32, 64)]
SAFE = 1_000_000  # so many recent tickets that nothing is added for safety


def row(hours: float, most: float = 1.0, **segment: Any) -> dict[str, Any]:
    """A segment done by t with the share most * (1 - exp(-t / hours)), seen 100 times."""
    done = np.concatenate([[0.0], most * (1 - np.exp(-LADDER / (hours * HOUR)))])
    told = dict.fromkeys((*SEGMENT, *POSITIONS)) | {"issue_kind": "software", "issue_type": "Email"} | segment
    measured = {"n": 100, "still_open": 0, "support": 100, "typical_seconds": None, "nine_in_ten_seconds": None, "basis": "the model", "seen": True}
    return {**told, **measured, **dict(zip(SHARES, done, strict=True))}


def table(*rows: dict[str, Any], ends: int = 100, safe: int = SAFE, rates: dict[str | None, float] | None = None) -> pd.DataFrame:
    return proposals(pd.DataFrame(rows), safe, ends, rates or {None: 0.9}, STEPS)


def test_the_promise_is_the_quantile_and_the_proposal_the_step_above_with_the_share_kept_there() -> None:
    one = table(row(5)).iloc[0]

    assert one["promised_seconds"] == pytest.approx(5 * HOUR * np.log(10), rel=0.03)  # 11.5 hours
    assert one["proposed_seconds"] == 16 * HOUR
    assert one["kept_share"] == pytest.approx(1 - np.exp(-16 / 5), abs=0.005)
    assert one["low_seconds"] <= one["proposed_seconds"] <= one["high_seconds"]
    assert one["kept_low"] < one["kept_share"] < one["kept_high"]
    assert one["why_none"] == ""


def test_a_level_can_be_another_for_a_plan() -> None:
    both = table(row(5, tier="Gold"), row(5, tier="Silver"), rates={"Gold": 0.8, None: 0.95}).set_index("tier")

    assert both["kept_rate"].to_dict() == {"Gold": 0.8, "Silver": 0.95}
    assert both["promised_seconds"].to_dict() == pytest.approx({"Gold": 5 * HOUR * np.log(5), "Silver": 5 * HOUR * np.log(20)}, rel=0.03)


def test_few_recent_tickets_ask_for_one_more_on_the_safe_side() -> None:
    assert table(row(5), safe=20).iloc[0]["promised_seconds"] > table(row(5)).iloc[0]["promised_seconds"]


@pytest.mark.parametrize(("given", "ends", "why"), [(row(5, most=0.85), 100, NEVER), (row(100), 100, BEYOND), (row(5), 29, TOO_FEW)])
def test_where_nothing_can_be_promised_there_is_a_reason_and_no_number(given: dict[str, Any], ends: int, why: str) -> None:
    """Never done; done beyond the contract's last step; too little history."""
    one = table(given, ends=ends).iloc[0]

    assert one["why_none"] == why
    assert one[["promised_seconds", "proposed_seconds", "low_seconds", "high_seconds", "kept_share"]].isna().all()


def test_a_factor_says_how_much_longer_than_the_same_job_changed_in_one_thing() -> None:
    far: dict[str, Any] = {"work_mode": "on_site", "distance_band": "far", "distance_position": 1}
    made = table(row(2, work_mode="remote"), row(6, **far)).set_index("work_mode")

    assert made["factor_place"].to_dict() == pytest.approx({"remote": 1, "on_site": 3}, rel=0.02)


def test_a_comparison_that_never_occurred_is_not_proposed() -> None:
    unseen = row(2, work_mode="remote") | {"seen": False}
    made = table(unseen, row(6, work_mode="on_site", distance_band="far"))

    assert made["work_mode"].tolist() == ["on_site"]
    assert made["factor_place"].tolist() == pytest.approx([3], rel=0.02)
