"""Frames of a history as arrays: order, what is left out, shifts that traces show."""

import numpy as np
import pandas as pd
import pytest

from models.desk.demand import AT_ONCE, NO_WORK, Demand, demand
from models.desk.weeks import duty_of, weeks_of

NAMES = ("response_false", "response_true", "resolution_false", "resolution_true")
OPEN = np.array([(day * 24 + 9.0, day * 24 + 17.0) for day in range(5)])


def ticket(**cells: object) -> dict[str, object]:
    """A remote ticket of Monday, answered after an hour."""
    return {
        "opened_at": pd.Timestamp("2026-01-05 09:00"), "calendar_id": 1, "client": "Mill", "tier": "Gold", "priority": "P2",
        "premium": False, "issue_kind": "software", "issue_type": "Email", "work_mode": "remote", "hands_on_minutes": 30.0, "travel_minutes": np.nan, "response_seconds": 3600.0,
        "waiting_seconds": np.nan, "running_seconds": np.nan, "resolution_seconds": 7200.0, "paused_seconds": 0.0, "answered_at_once": False, "resolution_end": "stopped",
    } | cells


def told(*rows: dict[str, object]) -> tuple[Demand, dict[str, int]]:
    targets = pd.DataFrame([dict.fromkeys(NAMES, 3600.0) for _ in rows])
    found, left = demand(pd.DataFrame(rows), targets, tier_order=("Silver", "Gold"))
    return found, dict(left.reasons)


def test_hours_count_from_the_monday_of_the_first_ticket() -> None:
    found, _ = told(ticket(opened_at=pd.Timestamp("2026-01-07 10:30")))

    assert found.opened.tolist() == [2 * 24 + 10.5]


def test_work_is_hands_on_and_travel_and_nothing_where_nothing_is_told() -> None:
    found, _ = told(ticket(travel_minutes=45.0), ticket(hands_on_minutes=np.nan), ticket(hands_on_minutes=0.0))

    assert np.nan_to_num(found.effort, nan=-1).tolist() == [1.25, -1, -1]


def test_what_ended_without_an_answer_or_work_leaves_and_is_counted() -> None:
    found, left = told(ticket(), ticket(response_seconds=np.nan, hands_on_minutes=0.0), ticket(answered_at_once=True))

    assert len(found) == 2
    assert left == {AT_ONCE: 1, NO_WORK: 1}
    assert found.counts.tolist() == [True, False]


def test_an_open_ticket_stays_with_the_time_that_it_has_waited() -> None:
    found, _ = told(ticket(response_seconds=np.nan, waiting_seconds=10800.0, resolution_end="open", hands_on_minutes=np.nan))

    assert (found.waiting.tolist(), found.counts.tolist(), found.answered.tolist()) == ([3.0], [True], [False])


@pytest.mark.parametrize(
    ("priorities", "urgency"),
    [(("P3", "P1", None), [1, 0, 0]), (("High", "Low", "Medium"), [0, 0, 0]), (("P1", "P2", "P4"), [0, 1, 2])],
)
def test_only_priorities_with_an_order_are_urgent(priorities: tuple[str | None, ...], urgency: list[int]) -> None:
    found, _ = told(*(ticket(priority=name) for name in priorities))

    assert found.urgency.tolist() == urgency


def test_plans_stand_in_the_owners_order() -> None:
    found, _ = told(ticket(tier="Gold"), ticket(tier="Silver"), ticket(tier=None))

    assert [tier for tier, _ in found.kinds] == ["Silver", "Gold", ""]


@pytest.mark.parametrize(
    ("first", "last", "duty"),
    [(9.2, 16.5, (9.0, 17.0)), (7.1, 14.0, (7.0, 15.0)), (11.0, 18.8, (11.0, 19.0)), (np.nan, np.nan, None)],
)
def test_a_trace_outside_the_companys_day_is_a_shift_as_long(first: float, last: float, duty: tuple[float, float] | None) -> None:
    seen = np.full((7, 2), np.nan)
    seen[1] = first, last

    found = duty_of(OPEN, seen) - 24
    assert found.tolist() == ([] if duty is None else [list(duty)])


def test_a_saturday_is_worked_from_its_first_trace_to_its_last() -> None:
    seen = np.full((7, 2), np.nan)
    seen[5] = 10.0, 12.5

    assert (duty_of(OPEN, seen) - 5 * 24).tolist() == [[10.0, 12.5]]


def test_whole_weeks_are_cut_and_the_regulars_are_counted() -> None:
    opened = [pd.Timestamp("2026-01-05 10:00") + pd.Timedelta(days=day) for day in range(18) if day % 7 < 5]
    found, _ = told(*(ticket(opened_at=at) for at in opened))
    hours = pd.DataFrame([
        {"calendar_id": 1, "opens_at": day + pd.Timedelta(hours=9), "closes_at": day + pd.Timedelta(hours=17)}
        for day in pd.date_range("2026-01-05", periods=21) if day.day_of_week < 5
    ])
    days = pd.DataFrame(
        [{"technician": "Ana", "day": at.date(), "first_hour": 9.5, "last_hour": 16.0} for at in opened]
        + [{"technician": "Ben", "day": opened[0].date(), "first_hour": 9.5, "last_hour": 16.0}]
    )
    weeks = weeks_of(found, hours, days)

    assert [len(week.tickets) for week in weeks.weeks] == [5, 5]
    assert (weeks.technicians, weeks.regulars) == (("Ana", "Ben"), 1)
    assert [len(week.duty[1]) for week in weeks.weeks] == [1, 0]
