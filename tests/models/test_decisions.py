"""Before and after of decisions: who is new, what others did meanwhile, and when nothing can be said."""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from models.refresh.decisions import Kind, beside, decisions, hires, typical
from models.refresh.plan_results import TOO_EARLY
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets

FIRST, LAST = date(2026, 1, 5), date(2026, 12, 28)


def starts(*rows: tuple[str, date, date, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["technician", "first_day", "last_day", "tickets"])


def test_a_hire_comes_after_the_history_began_and_stays() -> None:
    told = starts(
        ("Old", FIRST, LAST, 900),
        ("New", date(2026, 6, 1), LAST, 300),
        ("Guest", date(2026, 6, 1), date(2026, 6, 5), 40),
        ("Rare", date(2026, 6, 1), LAST, 5),
        ("Fresh", date(2026, 12, 10), date(2026, 12, 22), 35),
    )

    assert hires(told, FIRST, LAST) == [(date(2026, 6, 1), "New"), (date(2026, 12, 10), "Fresh")]


def test_more_newcomers_than_a_firm_hires_are_an_exports_doing() -> None:
    told = starts(*((f"Resolver {i}", date(2026, 6, 1), LAST, 300) for i in range(13)))

    assert hires(told, FIRST, LAST) == []


def hours(before: float, after: float, weeks_after: int = 10) -> pd.DataFrame:
    count = 10 + weeks_after
    took = [(before if i < 10 else after) * 3600 * (1.1 if i % 2 else 1) for i in range(count)]
    return pd.DataFrame({"week": [FIRST + timedelta(weeks=i) for i in range(count)], "stopped": 50, "p50_seconds": took})


def test_typical_hours_that_halve_are_half_less_beyond_luck() -> None:
    row = typical(hours(4, 2), FIRST + timedelta(weeks=10), LAST).iloc[0]

    assert row["change"] == pytest.approx(-0.5)
    assert row["low"] <= row["change"] <= row["high"] < 0
    assert row["beyond_luck"]


def test_three_weeks_after_it_are_too_early() -> None:
    assert typical(hours(4, 2, 3), FIRST + timedelta(weeks=10), LAST).iloc[0]["why_none"] == TOO_EARLY


def change(value: float, half: float) -> pd.DataFrame:
    row = {"clock": "resolution", "change": value, "low": value - half, "high": value + half, "why_none": ""}
    return pd.DataFrame([row])


def test_what_all_others_gained_is_not_the_decisions_doing() -> None:
    own = beside(change(0.30, 0.03), change(0.29, 0.04)).iloc[0]

    # 0.30 - 0.29, give or take the root of 0.03 squared and 0.04 squared.
    assert (own["change"], own["low"], own["high"]) == pytest.approx((0.01, -0.04, 0.06))
    assert not own["beyond_luck"]
    assert own["change_others"] == pytest.approx(0.29)


@pytest.mark.torture
def test_versions_and_sales_of_a_history_are_decisions(tmp_path: Path) -> None:
    later = TARGETS + "2026-07-01,resolution,Gold,,,,,,5,business_hours\n"
    sold = CLIENTS.replace("4,20,900,", "4,20,900,2026-06-29")
    found = decisions(home_with(tmp_path, clients=sold, targets=later, tickets=tickets()))

    assert [(one.day, one.kind, one.names, one.crowd) for one in found] == [
        (date(2026, 7, 1), Kind.TARGETS, ("2026-07-01",), 1),
        (date(2026, 6, 29), Kind.PREMIUM, ("Alder Dental",), 1),
    ]
    assert found[1].came["clock"].tolist() == ["first_response", "resolution"]
