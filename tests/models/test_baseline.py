"""The baseline: what a segment's own recent tickets say, drawn to relatives, in one curve."""

import numpy as np
import pandas as pd
import pytest

from models.promise.baseline import SEGMENT, BaselinePromise


def clocks(
    seconds: np.ndarray, issue_type: str = "Email", tier: str | None = None, still_open: object = False, age_days: float = 10
) -> pd.DataFrame:
    n = len(seconds)
    return pd.DataFrame({
        "issue_kind": "software", "issue_type": issue_type, "tier": tier, "work_mode": None, "distance_band": None,
        "business_seconds": seconds, "still_open": np.broadcast_to(np.asarray(still_open), n), "age_seconds": age_days * 86400.0,
    })


def share(model: BaselinePromise, hours: float, issue_type: str = "Email", tier: str | None = None) -> tuple[float, str]:
    segment = pd.DataFrame([[None, None, "software", issue_type, tier]], columns=SEGMENT)
    shares, basis = model.shares(segment, np.array([hours * 3600]))
    return float(shares[0, 0]), basis[0]


def test_a_handful_of_tickets_is_drawn_to_its_relatives_and_says_so() -> None:
    many, few = clocks(np.full(200, 3600.0)), clocks(np.array([36_000.0, 36_000.0]), "Printer")
    model = BaselinePromise().fit(pd.concat([many, few]))

    # Two of its own that took ten hours, and thirty of the parent's, of which 200 in 202 took one.
    done, basis = share(model, 1, "Printer")
    assert done == pytest.approx(30 * (200 / 202) / 32)
    assert basis == "issue kind"
    assert share(model, 1, "Email")[1] == "this segment"


def test_open_tickets_are_held_back_and_not_dropped() -> None:
    fast, stuck = clocks(np.full(100, 3600.0)), clocks(np.full(100, 7200.0), still_open=True)

    assert share(BaselinePromise().fit(pd.concat([fast, stuck])), 2)[0] == 0.5


def test_only_the_newest_tickets_count_where_they_are_enough() -> None:
    old, new = clocks(np.full(300, 36_000.0), age_days=300), clocks(np.full(300, 3600.0))
    model = BaselinePromise().fit(pd.concat([old, new]))

    assert share(model, 1)[0] == 1.0


def test_a_type_that_was_never_seen_has_its_parents_share() -> None:
    model = BaselinePromise().fit(clocks(np.full(100, 3600.0)))

    assert share(model, 1, "Unheard of") == (1.0, "issue kind")


def test_asking_before_learning_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="fit comes before shares"):
        share(BaselinePromise(), 1)
