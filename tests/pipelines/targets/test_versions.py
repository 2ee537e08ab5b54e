"""Versions of targets: saved whole or not at all, taken back like any load, compared line by line."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pipelines import keeping
from pipelines.errors import FileRefused, NeedsAnswer, NoHistory, TurnaroundError
from pipelines.history.generations import current_generation
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.targets.lines import COLUMNS, read_lines
from pipelines.targets.saving import Saved, save_version
from pipelines.targets.versions import compare, version_lines, versions
from tests.loading import World

TARGETS = """
    valid_from,clock,client,tier,work_mode,priority,premium,amount,unit
    2026-01-01,resolution,,,,,,4,business_hours
    2026-01-01,resolution,,Gold,,,,2,business_hours
    2026-01-01,resolution,Birch,,,,,1,business_days
    2026-01-01,first_response,,,,,yes,30,business_minutes
"""
TICKETS = """
    ticket_id,opened_at,client,tier,status,resolved_at
    T-1,2026-03-02 09:00,Alder,Gold,resolved,2026-03-02 12:00
    T-2,2026-03-10 09:00,Alder,Gold,resolved,2026-03-10 12:00
    T-3,2026-03-10 09:00,Birch,Silver,resolved,2026-03-10 12:00
"""
MARCH = date(2026, 3, 9)


@pytest.fixture
def desk(world: World) -> World:
    world.load({"t.csv": TARGETS, "f.csv": TICKETS})
    return world


def lines(*rows: tuple[object, ...], names: str = "clock,tier,amount,unit") -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names.split(","))


@pytest.mark.torture
def test_a_version_is_listed_with_its_lines_its_clients_and_the_tickets_that_it_judged(desk: World) -> None:
    saved = save_version(desk.home, lines(("resolution", None, 3.5, "business_hours")), MARCH, "  Spring\n terms ")

    assert saved == Saved("2026-03-09", 1, 1)
    with desk.history() as history:
        told = versions(history)
    plain = told.astype(object).where(told.notna(), None)
    assert told["valid_from"].dt.strftime("%Y-%m-%d").tolist() == ["2026-01-01", "2026-03-09"]
    assert plain.drop(columns="valid_from").values.tolist() == [
        ["2026-01-01", None, 4, 1, 3, 1, 2, None], ["2026-03-09", None, 1, 0, 1, 0, 1, "Spring terms"],
    ]
    assert dict(desk.rows("ticket_clock", "ticket_id", "target_seconds")) == {"T-1": 7200, "T-2": 12600, "T-3": 9 * 3600}


def test_a_version_that_is_over_says_until_when(desk: World) -> None:
    both = lines(("resolution", None, 3, "business_hours"), ("resolution", "Gold", 1, "business_hours"))
    save_version(desk.home, both, MARCH)
    save_version(desk.home, both, date(2026, 3, 16))

    with desk.history() as history:
        assert versions(history)["valid_to"].tolist() == [pd.NaT, pd.Timestamp("2026-03-16"), pd.NaT]


@pytest.mark.torture
def test_the_lines_of_a_version_can_be_saved_as_another_and_are_the_same(desk: World) -> None:
    with desk.history() as history:
        first = version_lines(history, "2026-01-01")
    assert tuple(first.columns) == COLUMNS

    save_version(desk.home, first, MARCH)

    with desk.history() as history:
        assert version_lines(history, "2026-03-09").drop(columns="valid_from").equals(first.drop(columns="valid_from"))
        assert compare(history, "2026-01-01", "2026-03-09")["change"].tolist() == ["same"] * 4


@pytest.mark.torture
@pytest.mark.parametrize("amount", [0.5, 1.125, 1.0, 1000.0, 1234567.25, 0.000002])
def test_amounts_come_back_as_they_were_written(desk: World, amount: float) -> None:
    save_version(desk.home, lines(("resolution", None, amount, "business_days")), MARCH)

    with desk.history() as history:
        assert version_lines(history, "2026-03-09")["amount"].tolist() == [amount]


@pytest.mark.torture
def test_two_versions_are_compared_in_business_seconds_whatever_their_units(desk: World) -> None:
    newer = lines(
        ("resolution", None, None, 240, "business_minutes"), ("resolution", None, "gold", 1, "business_hours"),
        ("resolution", "BIRCH", None, 10, "business_hours"), ("resolution", "Cedar", None, 1, "business_hours"),
        names="clock,client,tier,amount,unit",
    )
    save_version(desk.home, newer, MARCH)

    with desk.history() as history:
        told = compare(history, "2026-01-01", "2026-03-09")
        assert compare(history, "2026-01-01", newer).equals(told)
    found = {
        (clock, client, tier): (change, old, new)
        for clock, client, tier, change, old, new in told[["clock", "client", "tier", "change", "old_seconds", "new_seconds"]]
        .astype(object).where(lambda cells: cells.notna(), None).itertuples(index=False)
    }
    assert found == {
        ("resolution", None, None): ("same", 14400, 14400),
        ("resolution", None, "Gold"): ("tighter", 7200, 3600),
        ("resolution", "BIRCH", None): ("looser", 9 * 3600, 36000),
        ("resolution", "Cedar", None): ("only_new", None, 3600),
        ("first_response", None, None): ("only_old", 1800, None),
    }


def test_a_day_that_is_taken_asks_before_it_is_replaced(desk: World) -> None:
    generation = current_generation(desk.home)
    with pytest.raises(NeedsAnswer, match="starts on 2026-01-01") as asked:
        save_version(desk.home, lines(("resolution", None, 3, "business_hours")), date(2026, 1, 1))

    assert asked.value.question == "replace"
    assert current_generation(desk.home) == generation


def test_a_version_that_is_replaced_is_gone_whole_and_stands_again_after_an_undo(desk: World) -> None:
    save_version(desk.home, lines(("resolution", None, 3, "business_hours")), date(2026, 1, 1), "new", replace=True)

    with desk.history() as history:
        assert version_lines(history, "2026-01-01")["amount"].tolist() == [3]
    assert next(entry["outcomes"] for entry in keeping.loads(desk.home)) == {"new": 1}

    keeping.undo_load(desk.home, 3)

    with desk.history() as history:
        assert version_lines(history, "2026-01-01")["amount"].tolist() == [30, 4, 2, 1]
        assert versions(history)["note"].isna().all()


def test_a_version_saved_again_with_another_note_has_that_note(desk: World) -> None:
    one = lines(("resolution", None, 3, "business_hours"))
    save_version(desk.home, one, MARCH, "first")
    save_version(desk.home, one, MARCH, "second", replace=True)

    with desk.history() as history:
        assert versions(history)["note"].tolist()[1] == "second"
        assert len(version_lines(history, "2026-03-09")) == 1


def test_lines_that_are_loaded_later_for_a_saved_day_are_added_to_it(desk: World) -> None:
    save_version(desk.home, lines(("resolution", None, 3, "business_hours")), MARCH)
    desk.load({"more.csv": "valid_from,clock,tier,amount,unit\n2026-03-09,resolution,Gold,1,business_hours"})

    with desk.history() as history:
        assert version_lines(history, "2026-03-09")["amount"].tolist() == [3, 1]


BAD: list[tuple[pd.DataFrame, str]] = [
    (lines(), "at least one"),
    (lines(("resolution", None, 0, "business_hours")), "Line 1 of the targets: the amount is 0"),
    (lines(("resolution", None, -1, "business_hours")), "the amount is -1"),
    (lines(("resolution", None, float("nan"), "business_hours")), "the amount is missing"),
    (lines(("resolution", None, float("inf"), "business_hours")), "the amount is inf"),
    (lines(("resolution", None, "soon", "business_hours")), "the amount is soon"),
    (lines(("resolution", None, 1, "hours")), "the unit is hours; write business_minutes, business_hours or business_days"),
    (lines(("resolution", None, 1, None)), "the unit is missing"),
    (lines(("resolve", None, 1, "business_hours")), "the clock is resolve; write first_response or resolution"),
    (lines(("resolution", "maybe", 1, "business_hours"), names="clock,premium,amount,unit"), "premium is 'maybe'"),
    (lines(("resolution", 1), names="clock,amount"), "lack the column unit"),
    (lines(("resolution", 1, "business_hours", 3), names="clock,amount,unit,n"), "a column 'n' that targets do not have"),
    (lines(("resolution", "Gold", 1, "business_hours"), ("resolution", " gold", 2, "business_hours")), "Lines 1 and 2"),
    (lines(("resolution", "High", 1, "business_hours"), ("resolution", "P2", 2, "business_hours"), names="clock,priority,amount,unit"), "Lines 1 and 2"),
    (lines(("resolution", "2026-01-01", 1, "business_hours"), ("first_response", "2026-01-02", 1, "business_hours"), names="clock,valid_from,amount,unit"), "several days"),
    (lines(("resolution", "any", 1, "business_hours"), ("resolution", "", 2, "business_hours")), "Lines 1 and 2"),
]


@pytest.mark.parametrize(("frame", "sentence"), BAD)
def test_lines_that_cannot_be_are_a_sentence_and_nothing_is_saved(desk: World, frame: pd.DataFrame, sentence: str) -> None:
    generation = current_generation(desk.home)
    with pytest.raises(FileRefused, match=sentence):
        save_version(desk.home, frame, MARCH)

    assert current_generation(desk.home) == generation


@pytest.mark.torture
def test_a_line_for_a_client_that_was_erased_is_refused_and_the_versions_stay(desk: World) -> None:
    keeping.erase(desk.home, "Birch", yes=True)

    with pytest.raises(FileRefused, match="erased"):
        save_version(desk.home, lines(("resolution", "Birch", 1, "business_hours"), names="clock,client,amount,unit"), MARCH)

    with desk.history() as history:
        assert versions(history)["version"].tolist() == ["2026-01-01"]


@pytest.mark.torture
def test_a_name_that_was_erased_is_gone_from_the_notes(desk: World) -> None:
    save_version(desk.home, lines(("resolution", None, 3, "business_hours")), MARCH, "agreed with Birch")
    keeping.erase(desk.home, "Birch", yes=True)

    with desk.history() as history:
        assert versions(history)["note"].tolist()[1] == "agreed with (erased)"


def test_without_a_history_there_is_nothing_to_save_beside(world: World) -> None:
    with pytest.raises(NoHistory):
        save_version(world.home, lines(("resolution", None, 3, "business_hours")), MARCH)


def test_what_is_saved_beside_the_sample_goes_with_it(world: World) -> None:
    load_files(world.home, [world.write("sample.csv", TICKETS)], Answers(timezone="UTC"), is_sample=True)
    assert save_version(world.home, lines(("resolution", None, 3, "business_hours")), MARCH).tickets == 2
    world.load({"f.csv": TICKETS})

    with world.history() as history:
        assert versions(history).empty


def test_an_unknown_version_is_a_sentence_that_names_those_that_are_there(desk: World) -> None:
    with desk.history() as history:
        with pytest.raises(TurnaroundError, match="no version of targets that starts on 2026-02-02; there are 2026-01-01"):
            version_lines(history, "2026-02-02")
        with pytest.raises(TurnaroundError, match="2026-02-02"):
            compare(history, "2026-01-01", "2026-02-02")


def test_a_file_that_is_no_table_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"\xff\xfe\x00\x00")
    (tmp_path / "empty.csv").write_bytes(b"\n")
    (tmp_path / "long.csv").write_text("clock,amount,unit\nresolution,1,5,business_hours", encoding="utf-8")

    for name in ("t.csv", "empty.csv", "long.csv", "nowhere.csv"):
        with pytest.raises(FileRefused, match="is not a table in a CSV file"):
            read_lines(tmp_path / name)
