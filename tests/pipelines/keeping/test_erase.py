"""An erased client is gone from every byte, and stays gone when its export comes again."""

import gzip
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from models.refresh.promises import refresh
from pipelines import keeping
from pipelines.catalogue.labels import add_labels, read_labels
from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history import erase as erasing
from pipelines.history.generations import current_generation, next_generation
from pipelines.history.holding import holding
from pipelines.history.names import can_be_sought, for_database, for_files, key
from pipelines.history.remembered import Remembered
from tests.loading import LENIENT, World
from tests.made_once import made_once

NAME = "Quorvex Ümber"
TICKETS = """ticket_id,opened_at,status,resolved_at,client,issue_type,subject
T-1,2026-03-02 09:00,resolved,2026-03-02 10:00,Quorvex Ümber,Email,their mail
T-2,2026-03-02 09:00,resolved,2026-03-02 11:00, quorvex  ümber ,Printer,paper
T-3,2026-03-02 09:00,resolved,2026-03-02 12:00,Alder Dental,Email,Forwarded by QUORVEX-ÜMBER today
T-4,2026-03-02 09:00,resolved,2026-03-02 12:00,Alder Dental,Email,a mail of their own
T-5,never,resolved,2026-03-02 12:00,Quorvex Ümber,Email,a row that cannot be read
T-6,2026-03-02 09:00,Quorvex Ümber
T-7,2026-03-02 09:00,open,,Quorvex Group,Email,joined
"""
CLIENTS = "client,site,tier\nQuorvex Ümber,Main,Gold\nAlder Dental,Main,Silver\nQuorvex Group,Main,Gold"
TARGETS = "valid_from,clock,client,amount,unit\n2026-01-01,resolution,Quorvex Ümber,4,business_hours\n2026-01-01,resolution,,8,business_hours"
STATUSES = "ticket_id,status,changed_at\nT-1,in progress,2026-03-02 09:15\nT-4,in progress,2026-03-02 09:20"


@pytest.fixture
def told(world: World) -> World:
    """A home in which the name stands wherever it can: tables, quarantine, file name, promises, inbox, settings."""
    shutil.copytree(made_once("named", lambda draft: named(World(draft / "home"))) / "home", world.home)
    return world


def named(world: World) -> None:
    world.load({"quorvex ümber 2026.csv": TICKETS, "c.csv": CLIENTS, "t.csv": TARGETS, "h.csv": STATUSES}, LENIENT)
    join(world, "Quorvex Group", NAME)
    refresh(world.home)
    inbox = world.home / "inbox"
    inbox.mkdir()
    (inbox / "week.csv").write_text(TICKETS, encoding="utf-16")
    (inbox / "other.csv").write_text("ticket_id,client\nT-9,Alder Dental\n", encoding="utf-8")


def join(world: World, alias: str, client: str) -> None:
    with next_generation(world.home) as build:
        build.connection.append("client_alias", ("alias", "client"), [(alias, client)])
        build.keep = True


def holding_the_name(home: Path) -> list[str]:
    found = []
    for file in home.rglob("*"):
        if not file.is_file():
            continue
        content = file.read_bytes()
        for text in (NAME, NAME.lower(), "quorvex", "Quorvex", "QUORVEX"):
            needles = [text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")]
            if any(needle in content for needle in needles) or text in file.name:
                found.append(file.name)
    return found


def texts_of(home: Path) -> str:
    current = current_generation(home)
    assert current is not None
    with Connection.reading(current / "history.duckdb") as history:
        tables = [row[0] for row in history._duckdb.execute("select table_name from duckdb_tables()").fetchall()]
        return "\n".join(str(history._duckdb.table(name).fetchall()) for name in tables).lower()


def test_the_name_is_there_before(told: World) -> None:
    assert holding_the_name(told.home)
    assert "quorvex" in texts_of(told.home)


def test_an_erased_client_is_gone_from_every_byte(told: World) -> None:
    erased = keeping.erase(told.home, "  QUORVEX ümber", yes=True)

    assert (erased.tickets, erased.sites, erased.targets, erased.mentions, erased.done) == (3, 2, 1, 1, True)
    assert erased.rejected == 2
    assert erased.inbox == ("inbox/week.csv",)
    assert holding_the_name(told.home) == []
    assert "quorvex" not in texts_of(told.home)
    assert len(list((told.home / "generations").iterdir())) == 1
    assert (told.home / "inbox" / "other.csv").exists()


def test_others_keep_theirs(told: World) -> None:
    keeping.erase(told.home, NAME, yes=True)

    assert sorted(told.rows("ticket", "ticket_id", "client", "subject")) == [
        ("T-3", "Alder Dental", "Forwarded by (erased) today"), ("T-4", "Alder Dental", "a mail of their own"),
    ]  # fmt: skip
    assert told.rows("client", "client") == [("Alder Dental",)]
    assert told.rows("accepted_target", "client") == [(None,)]
    assert told.rows("status_change", "ticket_id") == [("T-4",)]


@pytest.mark.torture
def test_the_same_export_again_brings_nothing_back_and_still_sums(told: World) -> None:
    keeping.erase(told.home, NAME, yes=True)

    report = told.load({"quorvex ümber 2026.csv": TICKETS, "c.csv": CLIENTS, "t.csv": TARGETS, "h.csv": STATUSES}, LENIENT)

    assert [file.outcomes for file in report.files] == [
        {"erased before": 4, "quarantined": 1, "new": 2}, {"erased before": 2, "new": 1},
        {"erased before": 1, "new": 1}, {"erased before": 1, "folded": 1},
    ]  # fmt: skip
    assert [sum(file.outcomes.values()) for file in report.files] == [file.records for file in report.files]
    assert holding_the_name(told.home) == []
    assert "quorvex" not in texts_of(told.home)


@pytest.mark.torture
def test_a_new_ticket_of_the_client_and_its_later_history_stay_out(told: World) -> None:
    keeping.erase(told.home, NAME, yes=True)
    new = "ticket_id,opened_at,status,client\nT-90,2026-04-02 09:00,open,QUORVEX ÜMBER\nT-91,2026-04-02 09:00,open,Alder Dental"

    first = told.load({"new.csv": new})
    second = told.load({"h2.csv": "ticket_id,status,changed_at\nT-90,waiting,2026-04-02 09:30\nT-91,waiting,2026-04-02 09:30"})

    assert first.files[0].outcomes == {"erased before": 1, "new": 1}
    assert second.files[0].outcomes == {"erased before": 1, "folded": 1}


@pytest.mark.torture
def test_a_lost_salt_is_said(told: World) -> None:
    keeping.erase(told.home, NAME, yes=True)
    (told.home / erasing.SALT).unlink()

    report = told.load({"new.csv": "ticket_id,opened_at,status,client\nT-91,2026-04-02 09:00,open,Alder Dental"})

    assert any("erased.salt is missing" in note for note in report.files[0].notes)


def test_without_yes_nothing_happens(told: World) -> None:
    before = current_generation(told.home)

    plan = keeping.erase(told.home, NAME, yes=False)

    assert (plan.tickets, plan.done) == (3, False)
    assert current_generation(told.home) == before
    assert (told.home / "inbox" / "week.csv").exists()
    assert not (told.home / erasing.SALT).exists()


def test_the_salt_is_readable_by_its_owner_alone(told: World) -> None:
    keeping.erase(told.home, NAME, yes=True)

    assert (told.home / erasing.SALT).stat().st_mode & 0o777 == 0o600


def test_an_unknown_name_is_a_sentence_with_the_nearest_ones(told: World) -> None:
    with pytest.raises(TurnaroundError, match="similar names are Alder Dental"):
        keeping.erase(told.home, "Alder Dentist", yes=True)
    with pytest.raises(TurnaroundError, match="Name the client"):
        keeping.erase(told.home, " . ", yes=True)


def test_a_build_that_fails_leaves_the_client_and_the_history_as_they_were(told: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = current_generation(told.home)
    monkeypatch.setattr(keeping, "_measured", fail)

    with pytest.raises(ZeroDivisionError):
        keeping.erase(told.home, NAME, yes=True)

    assert current_generation(told.home) == before
    assert (told.home / "inbox" / "week.csv").exists()
    assert len(told.rows("ticket", "ticket_id")) == 5


def fail(*_: object) -> int:
    raise ZeroDivisionError


@pytest.mark.torture
def test_every_text_of_every_fact_is_searched(world: World) -> None:
    """A column that is added to the facts later is searched too."""
    world.load({"c.csv": "client,tier\nAlder Dental,Gold"})
    with next_generation(world.home) as build:
        facts = set(re.findall(r"create table if not exists (\w+)", Path("pipelines/history/schema.sql").read_text(encoding="utf-8"))) - {"tombstone"}
        texts: dict[str, list[str]] = {}
        for table, column, kind in build.connection._duckdb.execute("select table_name, column_name, data_type from duckdb_columns()").fetchall():
            if table in facts and kind == "VARCHAR" and column != "client":
                texts.setdefault(table, []).append(column)
        for table, columns in texts.items():
            build.connection.append(table, columns, [[f"see Quorvex Ümber {column}" for column in columns]])
        build.keep = True
    assert "quorvex" in texts_of(world.home)

    keeping.erase(world.home, NAME, yes=True)

    assert "quorvex" not in texts_of(world.home)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Alder Dental", "mail from ALDER-DENTAL.", True), ("Alder Dental", "info@alderdental.example", True),
        ("Alder Dental", "alder &amp; dental", False), ("Ace", "Replace the ace of spades", True), ("Ace", "Replace it", False),
        ("Ace", "ace_2026.csv", True), ("AT&T", "look at T-1", False), ("AT&T", "at&t called", True), ("IT", "it is IT", False),
        ("Müller", "MÜLLER GmbH", True), ("12", "12", False), ("a.b*c", "a.b*c", True), ("Ace", "Acé", False),
    ],
)
def test_a_name_is_found_in_a_text_where_it_is_one(name: str, text: str, found: bool) -> None:
    with Connection.in_memory() as connection:
        database = connection._duckdb.execute("select regexp_matches($text, $pattern)", {"text": text, "pattern": for_database([name])}).fetchall()
        connection.run(Path("pipelines/history/schema.sql"))
        connection.append("tombstone", ("kind", "digest", "words"), erasing._text_tombstones([name], "salt"))
        remembered = Remembered(connection, "salt")

    assert database == [(found,)]
    if "alderdental" not in text.lower():
        assert remembered.names_in(text) is found


def test_what_is_masked_is_the_name_alone() -> None:
    with Connection.in_memory() as connection:
        connection.run(Path("pipelines/history/schema.sql"))
        connection.append("tombstone", ("kind", "digest", "words"), erasing._text_tombstones(["alder dental ltd", "ace"], "salt"))
        remembered = Remembered(connection, "salt")

    assert remembered.without_names("Call Alder-Dental LTD, then Ace; not Alder.") == "Call (erased), then (erased); not Alder."


def test_names_are_found_as_xml_and_json_write_them() -> None:
    assert for_files(["smith & sons"]).search("<t>Smith &amp; Sons</t>")
    assert for_files(["müller"]).search('{"client": "M\\u00fcller"}')
    assert for_files(["müller"]).search('{"client": "M\\u00DCLLER"}')
    assert for_files(["müller"]).search("M&#xDC;LLER and Mu\u0308ller") is not None
    assert for_files(["österreich"]).search(r"\u00d6sterreich")
    assert not for_files(["it"]).search("it")
    assert can_be_sought("Ace")
    assert key("Alder-Dental") == key("alder dental")


@pytest.mark.parametrize("packed", ["plain", "gzip", "zip", "broken zip", "gzip in zip in zip"])
def test_a_file_that_names_the_client_is_found_however_it_is_packed(tmp_path: Path, packed: str) -> None:
    content = ("x" * 1_048_570 + "\nT-1,Quorvex Ümber\n").encode("utf-16")
    file = tmp_path / "inbox" / "a.bin"
    file.parent.mkdir()
    if packed == "gzip":
        content = gzip.compress(content)
    if packed == "gzip in zip in zip":
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("week.csv.gz", gzip.compress(content))
        content = inner.getvalue()
    if "zip" in packed and packed != "gzip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("sheet.xml", content)
        content = file.read_bytes()
    file.write_bytes(content[:-200] + b"\0" * 100 + content[-100:] if packed == "broken zip" else content)

    assert holding(tmp_path, for_files(["quorvex ümber"])) == [file]
    if packed != "broken zip":
        assert holding(tmp_path, for_files(["alder dental"])) == []


@pytest.mark.torture
def test_labels_that_were_accepted_for_its_tickets_go_with_a_client(world: World) -> None:
    world.load({"a.csv": "ticket_id,opened_at,client\nT-1,2026-03-02 09:00,Alder\nT-2,2026-03-02 09:00,Birch"})
    add_labels(world.home, {("generic", "T-1"): "Email", ("generic", "T-2"): "Email"})

    keeping.erase(world.home, "Alder", yes=True)

    assert read_labels(world.home) == {("generic", "T-2"): "Email"}
