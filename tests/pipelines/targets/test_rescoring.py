"""A re-score judges by the rule that judged then; every count can be made by hand."""

from datetime import date

import pandas as pd
import pytest

from pipelines.errors import TurnaroundError
from pipelines.measure.results import EVERYTHING, Slice
from pipelines.targets.rescoring import By, rescored
from pipelines.targets.saving import save_version
from pipelines.targets.versions import version_lines
from pipelines.vocabulary import Clock
from tests.loading import World

TARGETS = """
    valid_from,clock,client,tier,premium,amount,unit
    2026-01-01,resolution,,Silver,,8,business_hours
    2026-01-01,resolution,,Gold,,2,business_hours
    2026-01-01,resolution,,Silver,yes,1,business_hours
    2026-01-01,resolution,Birch,,,1,business_days
"""
# Hours that they took: 3, 3, 10 (over night), 3, open since 9 at 15:00 (6 h), open since 14:00 (1 h), 1.
TICKETS = """
    ticket_id,opened_at,client,tier,issue_type,status,resolved_at
    T-1,2026-03-02 09:00,Alder,Silver,Email,resolved,2026-03-02 12:00
    T-2,2026-03-02 09:00,Alder,Gold,Email,resolved,2026-03-02 12:00
    T-3,2026-03-02 09:00,Birch,Silver,Printer,resolved,2026-03-03 10:00
    T-4,2026-03-02 09:00,Cedar,Tin,Email,resolved,2026-03-02 12:00
    T-5,2026-03-04 09:00,Alder,Silver,Email,open,
    T-6,2026-03-04 14:00,Alder,Gold,Email,open,
    T-7,2026-03-04 14:00,Alder,Silver,Email,resolved,2026-03-04 15:00
    T-8,2026-03-04 14:00,Alder,Silver,Email,closed,
"""
COUNTS = ["n", "breached", "open_and_over", "open_inside", "no_target"]
THEN = [f"{name}_then" for name in COUNTS]


@pytest.fixture
def desk(world: World) -> World:
    world.load({"t.csv": TARGETS, "f.csv": TICKETS})
    return world


def draft(*rows: tuple[object, ...], names: str = "clock,client,tier,amount,unit") -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names.split(","))


def test_had_gold_been_in_force(desk: World) -> None:
    with desk.history() as history:
        told = rescored(history, EVERYTHING, Clock.RESOLUTION, as_tier=" gold", by=By.WHOLE)

    # Then: T-1, T-7 met, T-2 late, T-3 late (its own day of 9 h), T-4 without target, T-5 and T-6 open inside.
    assert told[THEN].values.tolist() == [[4, 2, 0, 2, 1]]
    # By Gold's 2 hours: T-1, T-2, T-4 and the open T-5 late, T-7 met, T-6 inside; T-3 by its own line still.
    assert told[COUNTS].values.tolist() == [[6, 5, 1, 1, 0]]
    assert told[["share", "share_then", "end_unknown"]].values.tolist() == [[pytest.approx(5 / 6), 0.5, 1]]


def test_had_everyone_had_premium(desk: World) -> None:
    with desk.history() as history:
        told = rescored(history, EVERYTHING, Clock.RESOLUTION, as_premium=True, by=By.TIER)

    assert told[["tier", "n", "breached"]].values.tolist() == [["Gold", 1, 1], ["Silver", 4, 3], ["Tin", 0, 0]]
    assert pd.isna(told["share"].iloc[2])


def test_without_other_targets_nothing_changes(desk: World) -> None:
    with desk.history() as history:
        for by in By:
            told = rescored(history, EVERYTHING, Clock.RESOLUTION, by=by)
            assert told[COUNTS].values.tolist() == told[THEN].values.tolist()
            assert told["share"].equals(told["share_then"].rename("share"))


@pytest.mark.torture
def test_a_later_version_judges_what_was_before_it(desk: World) -> None:
    save_version(desk.home, draft(("resolution", None, None, 3, "business_hours")), date(2027, 1, 1))
    with desk.history() as history:
        told = rescored(history, EVERYTHING, Clock.RESOLUTION, version="2027-01-01", by=By.CLIENT)

    # Birch keeps the line of its own, of which the version says nothing: 9 hours, and T-3 took 10.
    assert told[["client", *COUNTS]].values.tolist() == [
        ["Alder", 4, 1, 1, 1, 0], ["Birch", 1, 1, 0, 0, 0], ["Cedar", 1, 0, 0, 0, 0],
    ]


@pytest.mark.torture
def test_lines_that_are_not_saved_judge_as_they_would_once_they_are(desk: World) -> None:
    lines = draft(
        ("resolution", None, None, 3, "business_hours"), ("resolution", None, "gold", 0.5, "business_hours"),
        ("resolution", "CEDAR", None, 30, "business_minutes"),
    )
    with desk.history() as history:
        tried = rescored(history, EVERYTHING, Clock.RESOLUTION, lines=lines, by=By.SEGMENT)
    save_version(desk.home, lines, date(2027, 1, 1))
    with desk.history() as history:
        saved = rescored(history, EVERYTHING, Clock.RESOLUTION, version="2027-01-01", by=By.SEGMENT)

    assert tried.equals(saved)
    assert tried[["issue_type", "tier", "n", "breached"]].values.tolist() == [
        ["Email", "Gold", 2, 2], ["Email", "Silver", 3, 1], ["Email", "Tin", 1, 1], ["Printer fault", "Silver", 1, 1],
    ]


@pytest.mark.torture
def test_a_business_day_is_that_of_each_clients_own_hours(world: World) -> None:
    world.load({
        "c.csv": "client,tier,calendar\nAlder,Silver,always\nBirch,Silver,\n",
        "f.csv": """
            ticket_id,opened_at,client,resolved_at
            T-1,2026-03-02 09:00,Alder,2026-03-03 08:30
            T-2,2026-03-02 09:00,Birch,2026-03-03 10:00
        """,
    })
    with world.history() as history:
        told = rescored(history, EVERYTHING, Clock.RESOLUTION, lines=draft(("resolution", None, None, 1, "business_days")), by=By.CLIENT)

    # 23.5 of 24 hours, and 10 of 9.
    assert told[["client", "breached"]].values.tolist() == [["Alder", 0], ["Birch", 1]]


def test_a_period_is_told_by_the_end_for_resolutions(desk: World) -> None:
    with desk.history() as history:
        told = rescored(history, Slice(date(2026, 3, 3), date(2026, 3, 3)), Clock.RESOLUTION, by=By.ISSUE_TYPE)
        assert told[["issue_type", "n_then"]].values.tolist() == [["Printer fault", 1]]
        assert rescored(history, Slice(clients=("Nobody",)), Clock.RESOLUTION).empty


def test_lines_for_one_client_leave_those_of_all_others_in_force(desk: World) -> None:
    with desk.history() as history:
        told = rescored(history, EVERYTHING, Clock.RESOLUTION, lines=draft(("resolution", "Alder", "Silver", 1, "business_hours")), by=By.WHOLE)

    assert told[COUNTS].values.tolist() == [[5, 4, 1, 1, 1]]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"version": "2020-01-01"}, "no version of targets that starts on 2020-01-01"),
        ({"as_tier": "Glod"}, "No plan is called 'Glod'; there are .*Gold"),
        ({"version": "2026-01-01", "lines": draft()}, "not both"),
        ({"lines": draft()}, "at least one"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(desk: World, choices: dict[str, object], sentence: str) -> None:
    with desk.history() as history, pytest.raises(TurnaroundError, match=sentence):
        rescored(history, EVERYTHING, Clock.RESOLUTION, **choices)  # type: ignore[arg-type]


def test_a_version_that_was_in_force_throughout_changes_nothing(desk: World) -> None:
    with desk.history() as history:
        by_version = rescored(history, EVERYTHING, Clock.RESOLUTION, version="2026-01-01")
        by_lines = rescored(history, EVERYTHING, Clock.RESOLUTION, lines=version_lines(history, "2026-01-01"))

    assert by_version[COUNTS].values.tolist() == by_version[THEN].values.tolist()
    assert by_lines.equals(by_version)
