"""The target of each kind of ticket, as it was written."""

import pandas as pd
import pytest

from pipelines.measure.results import EVERYTHING
from pipelines.targets.kinds import targets_of_kinds
from pipelines.targets.rescoring import By, rescored
from pipelines.vocabulary import Clock
from tests.loading import World

TARGETS = """
    valid_from,clock,client,tier,priority,amount,unit
    2026-01-01,resolution,,,,2,business_days
    2026-01-01,resolution,,Gold,,4,business_hours
    2026-03-10,resolution,,Gold,,6,business_hours
    2026-03-10,resolution,,Gold,P1,30,business_minutes
    2026-01-01,resolution,Birch,,,1,business_hours
"""
TICKETS = """
    ticket_id,opened_at,client,tier,priority,issue_type,status,resolved_at
    T-1,2026-03-02 09:00,Alder,Silver,P1,Email,resolved,2026-03-02 12:00
    T-2,2026-03-02 09:00,Alder,Gold,P1,Email,resolved,2026-03-02 12:00
    T-3,2026-03-11 09:00,Birch,Gold,P2,Email,resolved,2026-03-11 10:00
    T-4,2026-03-11 09:00,Birch,Gold,P2,Email,resolved,2026-03-11 10:00
"""


@pytest.fixture
def desk(world: World) -> World:
    world.load({"t.csv": TARGETS, "f.csv": TICKETS})
    return world


def told(kinds: pd.DataFrame) -> list[list[object]]:
    own = kinds[kinds["clock"] == "resolution"].sort_values(["tier", "priority"])
    return own[["tier", "priority", "tickets", "amount", "unit"]].values.tolist()


def test_today_is_what_is_in_force_at_the_latest_export(desk: World) -> None:
    with desk.history() as history:
        assert told(targets_of_kinds(history))[:2] == [
            ["Gold", "P1", 1, 30.0, "business_minutes"], ["Gold", "P2", 2, 6.0, "business_hours"],
        ]  # fmt: skip


def test_a_version_holds_as_on_its_first_day(desk: World) -> None:
    with desk.history() as history:
        assert told(targets_of_kinds(history, version="2026-01-01")) == [
            ["Gold", "P1", 1, 4.0, "business_hours"], ["Gold", "P2", 2, 4.0, "business_hours"],
            ["Silver", "P1", 1, 2.0, "business_days"],
        ]  # fmt: skip


def test_lines_that_are_not_saved_hold_too_and_none_is_missing(desk: World) -> None:
    lines = pd.DataFrame({"clock": ["resolution"], "tier": ["Gold"], "amount": [3], "unit": ["business_hours"]})
    with desk.history() as history:
        found = targets_of_kinds(history, lines=lines)

    assert found[found["clock"] == "resolution"]["target_seconds"].dropna().tolist() == [10800, 10800]


def test_a_re_score_is_divided_by_all_that_chooses_a_line(desk: World) -> None:
    with desk.history() as history:
        found = rescored(history, EVERYTHING, Clock.RESOLUTION, version="2026-03-10", by=By.LINE)

    # T-2 took 3 h of its 30 min; T-3 and T-4 took 1 h, which is what Birch's own line allows; Silver has no line here.
    assert found[["tier", "priority", "n", "breached"]].values.tolist() == [
        ["Gold", "P1", 1, 1], ["Gold", "P2", 2, 0], ["Silver", "P1", 0, 0],
    ]  # fmt: skip
