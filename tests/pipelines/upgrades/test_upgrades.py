"""Histories of older versions become today's with all that was loaded; the one of before stays."""

import shutil
from pathlib import Path

import pytest

from pipelines import keeping, upgrading
from pipelines.errors import HistoryNewer, HistoryOlder, NoHistory, TurnaroundError
from pipelines.history import carrying, schema_version
from pipelines.history.generations import (
    DATABASE,
    current_generation,
    next_generation,
    open_history,
    open_whatever_version,
)
from pipelines.history.schema_version import FILE, VERSION
from pipelines.journey import measure_again
from tests.loading import World
from tests.pipelines.upgrades.conftest import ALL, OLD, Unpacked, facts, made_newer, shape
from tests.pipelines.upgrades.make import FILES, KEPT

TICKETS = {"0-first": 70, "0-middle": 40, "1": 40}


def generations(home: Path) -> list[str]:
    return sorted(folder.name for folder in (home / "generations").iterdir())


def contents(home: Path) -> dict[str, bytes]:
    return {str(file.relative_to(home)): file.read_bytes() for file in sorted(home.rglob("*")) if file.is_file() and file.name != "writer.lock"}


@pytest.mark.torture
@pytest.mark.parametrize("name", OLD)
def test_every_fact_is_kept_and_every_clock_reads_as_before(kept: Unpacked, migrated: Unpacked, name: str) -> None:
    old, home = kept(name), migrated(name)
    before, clocks = facts(old), measured(old)

    after = facts(home)
    assert {table: after[table] for table in before} == before
    assert all(not rows for table, rows in after.items() if table not in before)
    assert measured(home) == clocks
    assert len(clocks) == 2 * TICKETS[name]


def measured(home: Path) -> list[tuple[object, ...]]:
    with open_whatever_version(home) as history:
        return history._duckdb.execute(
            "select source, ticket_id, clock, business_seconds, paused_seconds, target_seconds, breached from ticket_clock order by all"
        ).fetchall()


@pytest.mark.parametrize("name", ALL)
def test_the_records_of_every_load_still_sum(migrated: Unpacked, name: str) -> None:
    entries = keeping.loads(migrated(name))

    assert [entry["file"] for entry in entries] == list(reversed(FILES))
    assert all(sum(entry["outcomes"].values()) == entry["records"] for entry in entries)


@pytest.mark.torture
@pytest.mark.parametrize("name", OLD)
def test_it_has_the_shape_of_a_history_that_begins_today(migrated: Unpacked, begun_today: Path, name: str) -> None:
    assert shape(migrated(name)) == shape(begun_today)


def test_a_changed_shape_comes_with_a_raised_version(kept: Unpacked, begun_today: Path) -> None:
    """Where this fails: add a migration (its number is the version), make one more history, and name it in kept/README.md."""
    newest = max(int(file.stem) for file in KEPT.glob("*.zip") if file.stem.isdigit())

    assert newest == VERSION
    assert shape(kept(str(newest))) == shape(begun_today)


@pytest.mark.torture
@pytest.mark.parametrize("name", OLD)
def test_the_old_generation_is_kept_as_it_was(kept: Unpacked, name: str) -> None:
    home = kept(name)
    old = current_generation(home)
    assert old is not None
    before = (old / DATABASE).read_bytes()

    done = upgrading.upgrade(home)

    assert (done.before, done.version, done.tickets) == (0, VERSION, TICKETS[name])
    assert (old / DATABASE).read_bytes() == before
    assert generations(home) == [old.name, f"{int(old.name) + 1:08d}"]
    assert not list(home.rglob(carrying.BEFORE))


@pytest.mark.torture
def test_twice_does_nothing(kept: Unpacked) -> None:
    home = kept("0-middle")
    upgrading.upgrade(home)
    before = contents(home)

    again = upgrading.upgrade(home)

    assert (again.before, again.steps, again.tickets) == (VERSION, (), None)
    assert contents(home) == before


def test_what_would_be_done_is_told_and_not_done(kept: Unpacked) -> None:
    home = kept("0-first")
    before = contents(home)

    told = upgrading.pending(home)

    assert told.steps[0].startswith("Histories from before versions were counted")
    assert told.tickets is None
    assert contents(home) == before


@pytest.mark.torture
def test_a_failure_in_the_middle_leaves_the_old_one(kept: Unpacked, monkeypatch: pytest.MonkeyPatch) -> None:
    home = kept("0-first")
    before = contents(home)
    monkeypatch.setattr(upgrading, "measure", fail)

    with pytest.raises(ZeroDivisionError):
        upgrading.upgrade(home)

    assert contents(home) == before
    monkeypatch.undo()
    assert upgrading.upgrade(home).tickets == 70


def fail(*_: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("name", OLD)
def test_an_old_load_can_be_undone(kept: Unpacked, name: str) -> None:
    home = kept(name)
    upgrading.upgrade(home)
    april = next(entry["load"] for entry in keeping.loads(home) if entry["file"] == "april.csv")

    keeping.undo_load(home, april)

    still_open = [ticket for ticket, state in World(home).rows("ticket_clock", "ticket_id", "still_open") if state]
    assert set(still_open) == {"T-0043", "T-0044"} - ({"T-0044"} if name == "0-middle" else set())


def test_what_was_erased_stays_erased(kept: Unpacked) -> None:
    home = kept("0-middle")
    upgrading.upgrade(home)

    report = World(home).load({"again.csv": FILES["march.csv"].replace("Call me, please", "Again")})

    assert report.files[0].outcomes["erased before"] == 15
    assert report.tickets == 40
    assert b"Corby" not in b"".join(contents(home).values())


@pytest.mark.torture
def test_rows_of_the_first_schema_cannot_be_corrected_and_say_why(migrated: Unpacked) -> None:
    with pytest.raises(TurnaroundError, match="the header of a file was not kept"):
        keeping.rejected(migrated("0-first"), 3)

    assert b"T-9999" in keeping.rejected(migrated("0-middle"), 3)


def test_targets_and_their_versions_judge_as_before(migrated: Unpacked) -> None:
    versions = World(migrated("0-first")).rows("ticket_clock", "ticket_id", "client", "clock", "target_version", "target_seconds")

    mine = {(client, str(version)[:10], seconds) for ticket, client, clock, version, seconds in versions if clock == "resolution" and ticket >= "T-0030"}
    assert mine == {
        ("Alder Dental", "2026-03-16", 3 * 3600), ("Bexley Motors", "2026-03-16", 2 * 3600), ("Corby Print", "2026-03-16", 3 * 3600),
    }  # fmt: skip


def test_an_agreement_of_version_1_still_holds(migrated: Unpacked) -> None:
    clocks = World(migrated("1")).rows("ticket_clock", "ticket_id", "client", "clock", "started_at", "target_seconds")

    signed = {str(moment)[:10] >= "2026-03-09" for _, client, clock, moment, seconds in clocks if client == "Bexley Motors" and clock == "resolution" and seconds}
    assert signed == {True}


def test_the_next_write_migrates_as_well_and_keeps_the_old_one(kept: Unpacked) -> None:
    home = kept("0-middle")
    old = current_generation(home)

    report = World(home).load({"new.csv": "ticket_id,opened_at,status\nN-1,2026-05-04 09:00,open"})

    assert report.tickets == 41
    assert schema_version.told_version(current_generation(home) or home) == VERSION
    assert old is not None
    assert old.exists()


@pytest.mark.torture
def test_a_write_that_changes_nothing_else_migrates_too(kept: Unpacked) -> None:
    home = kept("0-middle")

    assert measure_again(home).tickets == 40
    assert open_history(home).cursor() is not None


def test_what_was_not_measured_anew_is_not_published(kept: Unpacked) -> None:
    home = kept("0-middle")
    before = contents(home)

    with pytest.raises(HistoryOlder), next_generation(home) as build:
        build.keep = True

    assert contents(home) == before


def test_an_old_history_is_not_read_before(kept: Unpacked) -> None:
    with pytest.raises(HistoryOlder, match="pipelines upgrade"):
        open_history(kept("0-first"))


@pytest.mark.parametrize("beside", [True, False])
def test_a_newer_history_is_neither_read_nor_written(kept: Unpacked, *, beside: bool) -> None:
    home = made_newer(kept("1"), beside=beside)
    before = contents(home)

    for touch in (open_history, upgrading.upgrade, upgrading.pending, measure_again):
        with pytest.raises(HistoryNewer, match="newer Turnaround: update Turnaround, or restore a backup"):
            touch(home)
    with pytest.raises(HistoryNewer):
        World(home).load({"new.csv": "ticket_id,opened_at,status\nN-1,2026-05-04 09:00,open"})

    assert contents(home) == before


def test_a_newer_history_need_not_be_opened_to_be_known(kept: Unpacked) -> None:
    home = kept("1")
    folder = current_generation(home)
    assert folder is not None
    (folder / DATABASE).write_bytes(b"a file of a database that is not made yet")
    (folder / FILE).write_text(str(VERSION + 1), encoding="ascii")

    with pytest.raises(HistoryNewer):
        open_history(home)


def test_without_a_history_there_is_nothing_to_migrate(tmp_path: Path) -> None:
    with pytest.raises(NoHistory):
        upgrading.upgrade(tmp_path / "none")


def test_an_older_backup_is_restored_and_migrated(kept: Unpacked, tmp_path: Path) -> None:
    old = kept("0-middle")
    keeping.back_up(old, tmp_path / "old.zip")

    restored = keeping.restore(tmp_path / "home", tmp_path / "old.zip", yes=False)

    assert restored.tickets == 40
    assert measured(tmp_path / "home") == measured(old)
    assert schema_version.told_version(current_generation(tmp_path / "home") or old) == VERSION


def test_who_was_erased_stays_erased_in_an_older_backup(kept: Unpacked, tmp_path: Path) -> None:
    home = kept("0-first")
    keeping.back_up(home, tmp_path / "old.zip")
    upgrading.upgrade(home)
    keeping.erase(home, "Alder Dental", yes=True)

    keeping.restore(home, tmp_path / "old.zip", yes=True)

    assert "Alder Dental" not in {client for (client,) in World(home).rows("ticket_clock", "client")}


def test_a_newer_backup_is_refused_and_a_newer_home_makes_none(kept: Unpacked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = kept("1")
    with monkeypatch.context() as newer:
        for module in ("schema_version", "backup"):
            newer.setattr(f"pipelines.history.{module}.VERSION", VERSION + 1)
        shutil.copytree(home, tmp_path / "newer")
        keeping.back_up(made_newer(tmp_path / "newer"), tmp_path / "newer.zip")
    before = contents(home)

    with pytest.raises(Exception, match="made by a newer Turnaround"):
        keeping.restore(home, tmp_path / "newer.zip", yes=True)
    with pytest.raises(HistoryNewer):
        keeping.back_up(tmp_path / "newer", tmp_path / "none.zip")

    assert contents(home) == before
    assert not (tmp_path / "none.zip").exists()


def test_a_backup_takes_the_place_of_a_newer_history(kept: Unpacked, tmp_path: Path) -> None:
    home = kept("1")
    keeping.back_up(home, tmp_path / "b.zip")

    keeping.restore(made_newer(home), tmp_path / "b.zip", yes=True)

    assert len(World(home).rows("ticket", "ticket_id")) == 40
