"""Months whose promise was missed, counted by hand."""

import pandas as pd

from models.pricing.missed import missed_months

GOALS = {"first_response": 0.9, "resolution": 0.8}


def month(client: str, number: int, judged: int, met: int, clock: str = "first_response", tier: str = "Gold") -> dict[str, object]:
    return {"client": client, "tier": tier, "month": pd.Timestamp(2026, number, 1), "clock": clock, "judged": judged, "met": met}


def test_a_month_is_missed_where_either_clock_is_kept_too_seldom() -> None:
    told = missed_months(pd.DataFrame([
        month("Mill", 1, 10, 9), month("Mill", 1, 10, 7, "resolution"), month("Mill", 2, 10, 9), month("Yard", 1, 10, 8),
        month("Yard", 2, 10, 10),
    ]), GOALS)  # fmt: skip

    assert told[["tier", "n", "share"]].to_numpy().tolist() == [["Gold", 4, 0.5]]
    assert told["low"].iloc[0] < 0.5 < told["high"].iloc[0]


def test_months_of_few_tickets_say_nothing() -> None:
    assert missed_months(pd.DataFrame([month("Mill", 1, 4, 0)]), GOALS).empty
    assert missed_months(pd.DataFrame(), GOALS).empty
