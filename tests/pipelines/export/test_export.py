"""Facts that other engines read: whole or not at all, without names, and measured as the history is."""

import json
import math
import re
from pathlib import Path

import pytest

from pipelines.connection import Connection
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.facts_export import MANIFEST, PORTABLE, export_facts
from pipelines.history.generations import next_generation
from pipelines.history.schema_version import VERSION
from pipelines.measured_by import measured_by
from tests.conftest import ROOT
from tests.loading import World
from tests.pipelines.export.clickhouse import TABLES, read_by_clickhouse
from tests.pipelines.export.compared import by_ticket, measured, read_by_duckdb

# What every engine has under the same name and with the same meaning.
FUNCTIONS = {"sum", "count", "row_number"}
WORDS = {"as", "and", "or", "on", "by", "case", "when", "then", "else", "where", "over"}


def columns(file: Path) -> list[str]:
    with Connection.in_memory() as engine:
        return list(engine._duckdb.read_parquet(str(file), hive_partitioning=False).columns)


def test_facts_stand_by_month_of_opening_beside_their_calendars(exported: Path) -> None:
    files = sorted(file.relative_to(exported).as_posix() for file in exported.rglob("*") if file.is_file())

    assert files == [
        "calendar.parquet", "calendar_day.parquet", "clock/opened_month=2026-02/data_0.parquet",
        "clock/opened_month=2026-03/data_0.parquet", "clock/opened_month=2026-04/data_0.parquet", "manifest.json",
        "pause/columns.parquet", "pause/opened_month=2026-03/data_0.parquet",
    ]  # fmt: skip


def test_the_manifest_says_what_an_engine_must_come_to(exported: Path) -> None:
    told = json.loads((exported / MANIFEST).read_text(encoding="utf-8"))

    assert (told["schema"], told["as_of"], told["timezone"]) == (VERSION, "2026-04-01T15:00:00Z", "Europe/London")
    assert told["rows"] == {"clock_fact": 20, "pause_fact": 4, "calendar_day": told["rows"]["calendar_day"]}
    assert [(total["clock"], total["clocks"], total["met"], total["breached"], total["open_inside"], total["no_target"]) for total in told["totals"]] == [
        ("first_response", 10, 0, 0, 0, 10), ("resolution", 9, 5, 1, 1, 2),
    ]  # fmt: skip


@pytest.mark.torture
def test_both_engines_read_every_clock_as_the_history_does(firm: World, exported: Path) -> None:
    ours, theirs = read_by_duckdb(exported), read_by_clickhouse(exported)

    assert theirs == ours
    assert by_ticket(exported, theirs) == measured(firm.home)
    assert len(theirs["judged_clock"]) == 19
    assert {row[7] for row in theirs["judged_clock"]} == {"met", "breached", "open_inside", "no_target"}


def test_a_worked_ticket_reads_the_same_by_hand(exported: Path) -> None:
    """A-2: Friday 16:00 to 16:30, then, as the clocks had changed, Monday 10:15 to 11:00; it waited in between."""
    with Connection.in_memory() as engine:
        clocks = engine._duckdb.read_parquet(str(exported / "clock" / "**" / "*.parquet"))
        found = clocks.filter("ticket_id = 'A-2' and clock = 'resolution'").select("business_seconds", "paused_seconds")
        assert found.fetchall() == [(75 * 60, (60 + 105) * 60)]


def test_quantiles_are_exact(exported: Path) -> None:
    rows = read_by_duckdb(exported)
    groups: dict[tuple[int, str], list[int]] = {}
    for _, client, _, clock, ended, seconds, *_ in rows["judged_clock"]:
        if ended == "stopped":
            groups.setdefault((client, clock), []).append(seconds)

    assert rows["clock_quantile"] == sorted(
        (*group, level, len(values), sorted(values)[math.ceil(level * len(values) / 100) - 1]) for group, values in groups.items() for level in (50, 90, 99)
    )


def test_no_name_subject_or_technician_is_in_it(exported: Path) -> None:
    clocks = set(columns(next(exported.glob("clock/*/*.parquet"))))

    assert not clocks & {"client", "site", "subject", "technician"}
    assert {"client_id", "ticket_id", "business_seconds", "start_day"} <= clocks
    assert not [file for file in exported.rglob("*") if file.is_file() and b"Alder" in file.read_bytes()]


def test_names_are_written_where_they_are_asked_for(firm: World, tmp_path: Path) -> None:
    export_facts(firm.home, tmp_path / "named", names=True)

    with Connection.in_memory() as engine:
        found = engine._duckdb.read_parquet(str(tmp_path / "named" / "client.parquet")).fetchall()
    assert sorted(found) == [(1, "Alder Dental"), (2, "Bexley Motors")]


def test_a_folder_that_holds_something_is_refused(firm: World, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(TurnaroundError, match="new or empty"):
        export_facts(firm.home, tmp_path)
    with pytest.raises(TurnaroundError, match="new or empty"):
        export_facts(firm.home, tmp_path / "kept.txt")
    with pytest.raises(TurnaroundError, match="outside your home"):
        export_facts(firm.home, firm.home / "facts")
    with pytest.raises(TurnaroundError, match="is not there"):
        export_facts(firm.home, tmp_path / "no" / "facts")

    assert [file.name for file in tmp_path.iterdir()] == ["kept.txt"]


def test_an_empty_folder_is_filled(firm: World, tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()

    export_facts(firm.home, tmp_path / "facts")

    assert (tmp_path / "facts" / MANIFEST).exists()
    assert [file.name for file in tmp_path.iterdir()] == ["facts"]


def test_a_folder_may_be_named_as_a_pattern_and_is_its_owners_alone(firm: World, tmp_path: Path) -> None:
    to = tmp_path / "facts [2026] *"

    export_facts(firm.home, to)

    assert (to / MANIFEST).exists()
    assert to.stat().st_mode & 0o077 == 0


def test_a_history_that_reads_otherwise_is_not_exported(tmp_path: Path) -> None:
    world = World(tmp_path / "home")
    world.load({"t.csv": "ticket_id,opened_at,resolved_at,status\nT-1,2026-03-02 09:00,2026-03-02 11:00,resolved"})
    export_facts(world.home, tmp_path / "before")
    with next_generation(world.home) as build:
        build.connection._duckdb.execute("update ticket_clock set business_seconds = business_seconds + 1")
        build.measured_by, build.keep = measured_by(world.home), True

    with pytest.raises(TurnaroundError, match="1 clocks of the export would read otherwise"):
        export_facts(world.home, tmp_path / "after")

    assert sorted(file.name for file in tmp_path.iterdir()) == ["before", "files", "home"]


def test_without_a_history_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NoHistory):
        export_facts(tmp_path / "none", tmp_path / "facts")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file", PORTABLE, ids=lambda file: file.stem)
def test_the_portable_part_is_plain_sql(file: Path) -> None:
    text = re.sub(r"--[^\n]*", "", file.read_text(encoding="utf-8"))
    code = re.sub(r"'[^']*'", "''", text)

    assert set(re.findall(r"(\w+)\s*\(", code)) <= FUNCTIONS | WORDS
    assert not re.findall(r"::|//|/|%|\$|\"|`|\[|\{|;|\.\d|\d\.", code)
    assert not re.findall(r"\b(qualify|exclude|replace|asof|lateral|filter|if|using|left|full|right|having|cast|distinct)\b", code)
    assert code == code.lower()


@pytest.mark.parametrize("wrong", ["a // b", "cast(a as bigint)", "a::bigint", "if(a, 1, 2)", "count(*) filter (a)", "select * exclude (a)"])
def test_what_another_engine_would_not_take_is_found(wrong: str, tmp_path: Path) -> None:
    planted = tmp_path / "planted.sql"
    planted.write_text(f"create view x as\nselect {wrong} from y\n", encoding="utf-8")

    with pytest.raises(AssertionError):
        test_the_portable_part_is_plain_sql(planted)


def test_the_document_names_every_column_file_and_view(exported: Path) -> None:
    text = (ROOT / "docs" / "past-one-machine.md").read_text(encoding="utf-8")
    listed = text.split("Columns of a clock:")[1].split("\n\n")[0]
    rows = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)

    assert re.findall(r"`(\w+)`", listed) == list(columns(next(exported.glob("clock/*/*.parquet"))))
    assert rows[-len(PORTABLE) :] == [file.stem for file in PORTABLE]
    assert {name.split("/")[0] for name in rows[: -len(PORTABLE)]} == {file.name for file in exported.iterdir()} | {"client.parquet"}
    assert re.findall(r"create table (\w+)", text) == list(TABLES.values())
