"""Where work is worst, in the first sentences and on top of tables."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.digest import segments, spread, worst
from models.shares import wilson
from tests.dashboard.conftest import Visit
from tests.dashboard.test_digest import NINE_HOURS, rows

EVEN = pd.DataFrame({"met": [90] * 10, "late": [10] * 10})


def said(frame: pd.DataFrame, *, has_targets: bool = True) -> str:
    return worst.sentence(frame, EVEN, NINE_HOURS, wilson, has_targets=has_targets)


def test_the_segment_that_is_late_beyond_luck_is_named_with_its_range() -> None:
    # 29 of 88 are 33.0%, by Wilson 24.0% to 43.3%; the other 300 are late in 10%.
    told = said(rows({"met": 270, "breached": 30}, {"issue_type": "Line *app*", "tier": "Platinum", "met": 59, "breached": 29}))

    assert told == "**Worst: Line \\*app\\*, Platinum: 29 of 88 late** (33%, 24% to 43%)."


def test_a_worst_segment_within_luck_is_not_named() -> None:
    assert said(rows({}, {"issue_type": "VPN", "met": 78, "breached": 22})) == "No issue type stands out beyond luck."
    assert said(rows({"breached": 0}, {"issue_type": "VPN", "breached": 0})) == "No issue type stands out beyond luck."


def test_a_single_segment_has_none_to_be_compared_with() -> None:
    assert said(rows({})) == ""
    assert said(rows({}, {"issue_type": "VPN", "met": 4, "breached": 5})) == ""


def test_without_targets_the_slowest_is_named_and_not_reached_yet_is_slowest_of_all() -> None:
    none: dict[str, object] = {"met": 0, "breached": 0}
    days: dict[str, object] = {"issue_type": "Category 34", "tier": None, "n": 37, "p90_seconds": 3 * NINE_HOURS} | none
    endless: dict[str, object] = {"issue_type": "VPN", "tier": None, "n": 30, "p90_seconds": None} | none
    small: dict[str, object] = {"issue_type": "Phones", "tier": None, "n": 29, "p90_seconds": None} | none

    assert said(rows(none, days, small)) == "**Slowest: Category 34: nine in ten take up to 3 business days** (37 tickets)."
    assert said(rows(none, days, endless, small)) == (
        "**Slowest: VPN: nine in ten are not done yet**, so how long they take cannot be said (30 tickets)."
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (worst.WORST, ["VPN", "Email", "Phones"]),
        (worst.SLOWEST, ["Email", "VPN", "Phones"]),
        (worst.MOST, ["Email", "VPN", "Phones"]),
    ],
)
def test_the_table_of_segments_has_the_worst_on_top_and_small_ones_last(order: str, expected: list[str]) -> None:
    frame = rows(
        {"issue_type": "Phones", "n": 9, "met": 0, "breached": 9, "p90_seconds": 900000},
        {"issue_type": "VPN", "n": 50, "met": 30, "breached": 20, "p90_seconds": 7200}, {},
    )  # fmt: skip

    assert segments.table(frame, order, has_targets=True)["Issue"].tolist() == expected


def test_the_grid_has_the_slowest_issue_type_on_top() -> None:
    frame = rows({"tier": None}, {"issue_type": "VPN", "tier": None, "n": 40, "p90_seconds": 90000},
                 {"issue_type": "Phones", "tier": None, "n": 9, "p90_seconds": 900000})  # fmt: skip

    assert spread.pace_grid(frame, [], NINE_HOURS)["Issue"].tolist() == ["VPN", "Email", "Phones"]


@pytest.mark.torture
def test_the_page_says_it_before_any_chart(visit: Visit, full_home: Path, bare_home: Path) -> None:
    late, slow = (visit(home, "turnaround").markdown[0].value for home in (full_home, bare_home))

    assert "**Worst: " in late or "No issue type stands out beyond luck." in late
    assert "**Slowest: " in slow
