"""How promises and probabilities are judged: open tickets, calibration, order, and an alarm that rings or does not."""

import numpy as np
import pandas as pd
import pytest

from models.promise.scores import drift_alarm, group_error, kept_share, reliability, risk_record, scored
from tests.models.promise.drawing import AS_OF, HOUR


def made(n: int, kept: float, age_days: float = 10, kept_rate: float = 0.9, **columns: object) -> pd.DataFrame:
    """Promises of an hour, of which a share was kept."""
    late = np.arange(n) >= round(kept * n)
    plain = {
        "business_seconds": np.where(late, 2 * HOUR, 0.5 * HOUR), "still_open": False, "promised_seconds": HOUR,
        "proposed_seconds": HOUR, "kept_share": kept_rate, "kept_rate": kept_rate, "state": "no_target",
        "started_at": AS_OF - pd.Timedelta(days=age_days), "issue_type": "Email",
    }
    return pd.DataFrame({**plain, **columns}, index=range(n))


def test_a_ticket_open_beyond_its_promise_is_late_and_one_open_inside_it_says_nothing() -> None:
    rows = made(4, 0.5)  # two kept, two late
    late = made(4, 0.5).assign(still_open=[False, False, True, True])
    young = pd.concat([rows, made(4, 1.0).assign(still_open=True, business_seconds=60.0)])

    assert (kept_share(rows), kept_share(late), kept_share(young)) == (0.5, 0.5, 0.5)
    assert np.isnan(kept_share(rows.head(0)))


def test_exactly_on_the_promise_is_kept() -> None:
    assert kept_share(made(3, 1.0).assign(business_seconds=HOUR)) == 1.0


def test_a_score_counts_what_had_a_promise_and_judges_targets_beside() -> None:
    rows = pd.concat([made(10, 0.8, state="met"), made(5, 1.0, state="breached").assign(promised_seconds=np.nan, proposed_seconds=np.nan)])
    one = scored(rows).iloc[0]

    assert one[["tickets", "promised", "kept", "shown", "realised", "target_judged", "target_breached"]].tolist() == pytest.approx(
        [15, 10, 0.8, 0.9, 0.8, 15, 5]
    )


def test_groups_are_off_by_their_distance_weighted_by_tickets() -> None:
    rows = pd.concat([made(100, 0.8), made(300, 0.94, issue_type="Printer"), made(49, 0.0, issue_type="Rare")])

    assert group_error(scored(rows, ["issue_type"])) == pytest.approx(((100 * 0.1 + 300 * 0.04) / 400, 0.8, 2))


def test_reliability_sets_the_share_shown_beside_the_one_that_came() -> None:
    rows = pd.concat([made(100, 0.85, kept_rate=0.91), made(100, 0.99, kept_rate=0.98)])

    assert reliability(rows)[["shown", "realised", "tickets"]].values.tolist() == [pytest.approx([0.91, 0.85, 100]), pytest.approx([0.98, 0.99, 100])]


@pytest.mark.parametrize(
    ("newest", "rings"),
    [(made(400, 0.8), True), (made(400, 0.88), False), (made(100, 0.86), False), (made(400, 0.9), False), (made(29, 0.3), False), (made(30, 0.6), True)],
)
def test_the_alarm_rings_where_even_the_upper_bound_is_three_points_short(newest: pd.DataFrame, rings: bool) -> None:
    alarm = drift_alarm(newest)

    assert alarm is not None
    assert alarm.rings is rings


def test_the_alarm_hears_the_newest_four_weeks_alone() -> None:
    faded = drift_alarm(pd.concat([made(2000, 0.99, age_days=60), made(300, 0.7)]))
    recovered = drift_alarm(pd.concat([made(2000, 0.5, age_days=60), made(300, 0.92)]))

    assert faded is not None
    assert recovered is not None
    assert (faded.tickets, faded.rings, recovered.tickets, recovered.rings) == (300, True, 300, False)
    assert drift_alarm(made(10, 0.9).assign(promised_seconds=np.nan)) is None


def test_of_pairs_drawn_by_hand_three_in_four_are_in_order() -> None:
    record = risk_record(np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1]))  # the example of scikit-learn

    assert record is not None
    assert (record.tickets, record.late, record.auc) == (4, 2, 0.75)
    assert record.brier == pytest.approx((0.1**2 + 0.4**2 + 0.65**2 + 0.2**2) / 4)


def test_true_probabilities_are_calibrated_and_sharpened_ones_are_not() -> None:
    rng = np.random.default_rng(0)
    risk = rng.beta(0.8, 1.6, 20_000)
    late = (rng.random(20_000) < risk).astype(float)
    fair, bold = risk_record(risk, late), risk_record(np.clip(risk * 1.5, 0, 1), late)

    assert fair is not None
    assert bold is not None
    assert fair.error < 0.01
    assert bold.error > 0.08
    assert bold.auc == pytest.approx(fair.auc, abs=0.02)
    assert fair.brier < bold.brier


def test_equal_probabilities_are_no_order() -> None:
    record = risk_record(np.full(10, 0.3), np.array([True] * 3 + [False] * 7))

    assert record is not None
    assert (record.auc, record.error) == pytest.approx((0.5, 0))


def test_where_all_or_none_were_late_nothing_is_judged() -> None:
    assert risk_record(np.ones(3), np.ones(3)) is None
    assert risk_record(np.ones(3), np.zeros(3)) is None
    assert risk_record(np.empty(0), np.empty(0)) is None


def test_an_alarm_waits_until_promises_can_have_come_due() -> None:
    dice = np.random.default_rng(2)
    opened = pd.Timestamp("2026-06-30") - pd.to_timedelta(dice.uniform(7, 35, 400), unit="D")
    seconds = dice.exponential(20 * 3600.0, 400).clip(max=100 * 3600)
    young = pd.DataFrame({
        "started_at": opened, "business_seconds": seconds, "still_open": dice.random(400) < 0.3,
        "promised_seconds": 360 * 3600.0, "kept_rate": 0.9,
    })  # fmt: skip

    assert drift_alarm(young) is None
    assert np.isnan(kept_share(young))
