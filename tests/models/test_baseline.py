"""The baseline promise: kept as often as it says, drawn to relatives, silent where nothing can be promised."""

import numpy as np
import pandas as pd
import pytest

from models.promise.baseline import SEGMENT, BaselinePromise
from models.promise.ladder import rung_above, rungs

DAY = 9 * 3600
LADDER = rungs(DAY)


def clocks(seconds: np.ndarray, issue_type: str = "Email", tier: str | None = None, still_open: object = False, age_days: float = 10) -> pd.DataFrame:
    n = len(seconds)
    return pd.DataFrame({
        "issue_kind": "software", "issue_type": issue_type, "tier": tier, "work_mode": None, "distance_band": None,
        "business_seconds": seconds, "still_open": np.broadcast_to(np.asarray(still_open), n), "age_seconds": age_days * 86400.0,
    })


def segment(issue_type: str = "Email", tier: str | None = None) -> pd.DataFrame:
    return pd.DataFrame([[None, None, "software", issue_type, tier]], columns=SEGMENT)


def promised(model: BaselinePromise, **where: str) -> pd.Series:
    return model.promise(segment(**where), LADDER).iloc[0]


def test_the_promise_is_kept_as_often_as_it_says_and_not_much_more() -> None:
    dice = np.random.default_rng(3)
    kept = []
    for _ in range(100):
        model = BaselinePromise(0.9).fit(clocks(dice.lognormal(8, 1.2, 400)))
        kept.append(np.mean(dice.lognormal(8, 1.2, 2_000) <= promised(model)["promised_seconds"]))

    error = np.std(kept) / np.sqrt(len(kept))
    assert 0.9 - 4 * error <= np.mean(kept) <= 0.9 + 1 / 400 + 4 * error


def test_the_step_is_above_the_promise_and_its_kept_share_is_at_least_the_promised_one() -> None:
    dice = np.random.default_rng(5)
    parts = [clocks(dice.lognormal(7 + i, 1, 20 + 40 * i), f"Type {i}") for i in range(4)]
    model = BaselinePromise(0.9).fit(pd.concat(parts))

    for i in range(4):
        row = promised(model, issue_type=f"Type {i}")
        assert row["proposed_seconds"] in LADDER
        assert row["proposed_seconds"] >= row["promised_seconds"]
        assert 0.9 <= row["kept_share"] <= 1
        assert row["kept_low"] < row["kept_share"] <= row["kept_high"]


def test_a_handful_of_tickets_is_drawn_to_its_relatives_and_says_so() -> None:
    many, few = clocks(np.full(200, 3600.0)), clocks(np.array([36_000.0, 36_000.0]), "Printer")
    model = BaselinePromise(0.9).fit(pd.concat([many, few]))

    row = promised(model, issue_type="Printer")
    assert (row["n"], row["basis"], row["promised_seconds"]) == (2, "issue kind", 36_000)
    assert promised(model, issue_type="Email")["promised_seconds"] == 3600


def test_a_visit_of_a_rare_kind_is_drawn_to_visits_not_to_remote_work() -> None:
    remote = clocks(np.full(300, 3600.0)).assign(work_mode="remote")
    visits = clocks(np.full(60, 90_000.0), "Printer").assign(work_mode="on_site")
    model = BaselinePromise(0.9).fit(pd.concat([remote, visits]))

    row = model.promise(pd.DataFrame([["on_site", None, "software", "Email", None]], columns=SEGMENT), LADDER).iloc[0]
    assert (row["n"], row["promised_seconds"], row["basis"]) == (0, 90_000, "issue kind")


def test_one_ticket_is_one_ticket_however_many_relatives_are_the_same_one() -> None:
    row = promised(BaselinePromise(0.9).fit(clocks(np.array([3600.0]))))

    # Wilson's interval of 1 in 1: 1 / (1 + 1.96^2) = 0.2065.
    assert (row["n"], row["kept_share"], row["kept_high"]) == (1, 1, 1)
    assert row["kept_low"] == pytest.approx(0.2065, abs=1e-4)


def test_relatives_lend_no_more_tickets_than_they_have() -> None:
    model = BaselinePromise(0.5).fit(pd.concat([clocks(np.full(6, 3600.0)), clocks(np.array([7200.0, 7200.0]), "Printer")]))

    # Of two printers none is done within the hour; the kind lends the six others at 6/8, and has itself nobody to ask.
    printers = model._estimates[None, None, "software", "Printer"]
    assert printers.borrowed == 6
    assert printers.kept_at(3600) == pytest.approx(6 * 0.75 / 8)
    assert printers.parent is not None
    assert (printers.parent.borrowed, printers.parent.kept_at(3600)) == (0, 0.75)


def test_an_issue_type_never_seen_gets_its_kinds_promise() -> None:
    row = promised(BaselinePromise(0.9).fit(clocks(np.full(200, 3600.0))), issue_type="Aquarium")

    assert (row["n"], row["promised_seconds"], row["basis"]) == (0, 3600, "issue kind")


def test_where_fifteen_in_a_hundred_never_close_nine_in_ten_is_no_promise() -> None:
    still_open = np.arange(400) % 100 < 15
    seconds = np.where(still_open, 400_000.0, 3600.0 + np.arange(400))

    row = promised(BaselinePromise(0.9).fit(clocks(seconds, still_open=still_open)))
    assert (row["promised_seconds"], row["proposed_seconds"], row["kept_share"]) == (None, None, None)
    assert promised(BaselinePromise(0.8).fit(clocks(seconds, still_open=still_open)))["proposed_seconds"] is not None


def test_dropping_open_tickets_would_promise_too_much() -> None:
    dice = np.random.default_rng(7)
    truth, age = dice.lognormal(10, 1.5, 2_000), dice.uniform(0, 56 * 86400, 2_000)
    seen = clocks(np.minimum(truth, age), still_open=truth > age)

    honest = promised(BaselinePromise(0.9).fit(seen))["promised_seconds"]
    naive = promised(BaselinePromise(0.9).fit(seen[~seen["still_open"]]))["promised_seconds"]
    assert np.mean(truth <= naive) < np.mean(truth <= honest)
    assert np.mean(truth <= honest) == pytest.approx(0.9, abs=0.02)


def test_the_last_56_days_speak_where_they_are_enough_and_older_ones_where_not() -> None:
    recent, older = clocks(np.full(200, 7200.0)), clocks(np.full(500, 60.0), age_days=200)

    enough = BaselinePromise(0.9).fit(pd.concat([recent, older]))
    scarce = BaselinePromise(0.9).fit(pd.concat([recent[:50], older]))

    assert (enough.window_days, promised(enough)["promised_seconds"]) == (56, 7200)
    assert (scarce.window_days, promised(scarce)["promised_seconds"]) == (224, 60)


def test_promising_before_fitting_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="fit comes before promise"):
        promised(BaselinePromise())


def test_the_ladder_has_steps_that_can_be_signed() -> None:
    assert LADDER[:9] == [900, 1800, 3600, 7200, 14400, 28800, DAY, 2 * DAY, 3 * DAY]
    assert (rung_above(900, LADDER), rung_above(901, LADDER), rung_above(61 * DAY, LADDER), rung_above(float("inf"), LADDER)) == (900, 1800, None, None)
    assert rungs(24 * 3600)[5:9] == [8 * 3600, 12 * 3600, 16 * 3600, 24 * 3600]
