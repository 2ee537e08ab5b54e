"""Where the time goes, on drawn histories that can be counted by hand."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from pipelines.history.generations import open_history
from pipelines.measure.staffing import after_hours, client_months, repeat_work, time_spent
from tests.loading import World

# Monday 6 July 2026; the company is open from 08:30 to 17:30 in London, the file is in UTC.
TICKETS = """ticket_id,opened_at,client,tier,issue_type,status,first_response_at,resolved_at,hands_on_minutes,travel_minutes
A,2026-07-06 08:00,Mill,Gold,Email,resolved,2026-07-06 09:00,2026-07-06 13:00,60,30
B,2026-07-06 09:00,Yard,Gold,Email,resolved,2026-07-06 12:00,2026-07-06 14:00,30,
C,2026-07-06 09:00,Yard,Gold,Printer fault,resolved,2026-07-06 10:00,2026-07-06 11:00,,
D,2026-07-06 22:00,Mill,Silver,Email,resolved,2026-07-07 08:30,2026-07-07 09:30,15,
E,2026-07-07 09:00,Mill,Gold,Email,open,,,,
"""


def rows(frame: pd.DataFrame, *keys: str) -> dict[Any, dict[Hashable, Any]]:
    """Each row by its cells of `keys`."""
    told = frame.to_dict("records")
    return {tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]: row for row in told}


@pytest.fixture
def loaded(world: World) -> World:
    world.load({"tickets.csv": TICKETS})
    return world


def test_the_time_of_a_ticket_is_parted_into_what_it_waited_for(loaded: World) -> None:
    with open_history(loaded.home) as history:
        email = rows(time_spent(history), "issue_type", "tier")["Email", "Gold"]

    assert (email["tickets"], email["told"]) == (2, 2)
    assert email["to_answer_hours"] == (1 + 3) / 2
    assert email["hands_on_hours"] == 0.75
    assert email["travel_hours"] == 0.25
    # A: 5 hours less 1, 1 and 0.5. B: 5 hours less 3 and 0.5.
    assert email["in_hand_hours"] == (2.5 + 1.5) / 2


def test_without_hands_on_time_work_is_part_of_what_is_left(loaded: World) -> None:
    with open_history(loaded.home) as history:
        printer = rows(time_spent(history), "issue_type", "tier")["Printer fault", "Gold"]

    assert (printer["told"], printer["in_hand_hours"]) == (0, 1.0)
    assert np.isnan(printer["hands_on_hours"])


def test_open_tickets_have_no_time_to_part_but_count_as_work_that_comes_back(loaded: World) -> None:
    with open_history(loaded.home) as history:
        spent, repeated = time_spent(history), rows(repeat_work(history), "issue_type")

    assert spent["tickets"].sum() == 4
    assert [repeated["Email"][name] for name in ("tickets", "told", "clients")] == [4, 3, 2]
    assert repeated["Email"]["hours"] == (60 + 30 + 30 + 15) / 60
    assert np.isnan(repeated["Printer fault"]["hours"])


def test_what_came_in_while_the_company_was_closed_is_told_by_tier(loaded: World) -> None:
    with open_history(loaded.home) as history:
        found = rows(after_hours(history), "tier")

    assert [found["Silver"][name] for name in ("tickets", "after_hours", "told", "hours")] == [1, 1, 1, 0.25]
    assert found["Gold"]["after_hours"] == 0


def test_what_was_kept_of_each_client_is_told_by_month(world: World) -> None:
    targets = "valid_from,clock,amount,unit\n2026-01-01,first_response,2,business_hours\n"
    world.load({"tickets.csv": TICKETS, "targets.csv": targets})
    with open_history(world.home) as history:
        found = rows(client_months(history), "client", "clock")

    assert [found["Yard", "first_response"][name] for name in ("tier", "judged", "met")] == ["Gold", 2, 1]
    # The open one has its two hours still before it when the export is made, so it is not judged yet.
    assert [found["Mill", "first_response"][name] for name in ("judged", "met")] == [2, 2]
