"""A look at an unknown export, and ten tickets of it measured in a home that is thrown away."""

import tempfile
from pathlib import Path

import pytest

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.preset import all_presets
from pipelines.journey import load_files
from pipelines.mapping import own
from pipelines.mapping.head import Head, head_of
from pipelines.mapping.look import in_words, look_at
from pipelines.mapping.preview import MOST_RECORDS, preview
from pipelines.mapping.writing import Choices, as_toml
from pipelines.vocabulary import FileKind, TicketState
from tests.loading import UTC, World
from tests.unknown_exports import GERMAN_HEADER, german

COLUMNS = {"ticket_id": "Vorgang Nr.", "opened_at": "Gemeldet am", "resolved_at": "Gelöst am", "client": "Firma", "status": "Zustand", "issue_type": "Kategorie"}
STATES = {"Neu": TicketState.OPEN, "Wartet auf Kunde": TicketState.PAUSED, "Gelöst": TicketState.RESOLVED}
PRESET = as_toml(Choices("Desk", "desk", FileKind.TICKETS, COLUMNS, GERMAN_HEADER, STATES, timezone="UTC"))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary things are made, to see that nothing stays."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def export(world: World, text: str = "") -> Path:
    return world.write("export.csv", text or german())


def head(file: Path) -> Head:
    return head_of(file, MOST_RECORDS)


def test_a_look_shows_columns_examples_and_what_they_may_hold(world: World) -> None:
    look = look_at(export(world), all_presets(world.home))
    said = look.as_json()

    assert (said["kind"], said["rows"], said["name"]) == ("tickets", 60, "export")
    assert [column["title"] for column in said["columns"]] == list(GERMAN_HEADER)
    assert said["columns"][0]["examples"] == ("V-000", "V-001", "V-002", "V-003", "V-004")
    titles = {field: said["columns"][place]["title"] for field, place in said["proposed"]["tickets"].items()}
    assert titles == COLUMNS | {"technician": "Bearbeiter", "hands_on_minutes": "Aufwand (Std)"}
    assert dict(said["columns"][3]["values"]) == dict.fromkeys(("Neu", "In Bearbeitung", "Wartet auf Kunde", "Gelöst", "Seltsam"), 12)
    assert (said["states"]["Gelöst"], said["states"]["Seltsam"]) == ("resolved", None)
    assert said["columns"][5]["filled"] == 0.2
    assert "Seltsam" in in_words(look)


def test_a_file_that_is_no_table_is_refused_in_a_sentence(world: World) -> None:
    with pytest.raises(FileRefused):
        look_at(export(world, "%PDF-1.7 x"), all_presets(world.home))


def test_an_encoding_that_the_owner_named_is_read_with(world: World) -> None:
    file = world.write("dos.csv", "")
    file.write_bytes(german().encode("cp850"))

    assert head_of(file, encoding="cp850").header == GERMAN_HEADER
    with pytest.raises(FileRefused, match="No encoding of that name"):
        head_of(file, encoding="no such thing")


@pytest.mark.torture
def test_ten_tickets_are_measured_by_hand(world: World, scratch: Path) -> None:
    shown = preview(world.home, head(export(world)), PRESET)

    assert (shown.records, shown.outcomes) == (60, {"new": 60})
    assert len(shown.tickets) == 10
    assert next(ticket for ticket in shown.tickets if ticket["ticket_id"] == "V-023") == {
        "ticket_id": "V-023", "client": "Firma 3", "issue_type": "Printer fault", "opened_at": "2026-03-25 09:23", "first_response_at": None,
        "resolved_at": "2026-03-25 11:23", "first_response_hours": None, "resolution_hours": 2.0, "state": "done",
    }
    assert {ticket["state"] for ticket in shown.tickets} == {"done", "open"}
    assert list(scratch.iterdir()) == []
    assert not world.home.exists()


@pytest.mark.torture
def test_the_settings_of_the_home_hold_in_the_preview(world: World) -> None:
    world.settings('[company]\ntimezone = "America/New_York"\n')
    shown = preview(world.home, head(export(world)), PRESET.replace('timezone = "UTC"\n', ""))

    assert "times without a zone read as America/New_York" in shown.notes


@pytest.mark.torture
def test_the_real_home_is_left_as_it_was(world: World, scratch: Path) -> None:
    own.remember(world.home, PRESET, "desk")
    load_files(world.home, [export(world)], UTC)
    before = {file: file.read_bytes() for file in world.home.rglob("*") if file.is_file()}
    preview(world.home, head(world.write("other.csv", german(70))), PRESET.replace('"Neu"', '"Alt"'))

    assert {file: file.read_bytes() for file in world.home.rglob("*") if file.is_file()} == before
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("text", [german(7, "%m/%d/%Y %H:%M"), "nothing,here\n1,2\n"])
def test_whatever_a_preview_refuses_nothing_stays(world: World, scratch: Path, text: str) -> None:
    with pytest.raises((NeedsAnswer, FileRefused)):
        preview(world.home, head(export(world, text)), PRESET)

    assert list(scratch.iterdir()) == []
    assert not world.home.exists()


@pytest.mark.torture
def test_an_order_of_days_that_nothing_decides_is_asked_and_answered(world: World) -> None:
    file = export(world, german(7, "%m/%d/%Y %H:%M"))
    with pytest.raises(NeedsAnswer) as asked:
        preview(world.home, head(file), PRESET)

    assert asked.value.question == "date order"
    assert preview(world.home, head(file), PRESET, day_first=False).tickets[0]["opened_at"].startswith("2026-03-0")


@pytest.mark.torture
def test_damaged_rows_are_counted_and_do_not_stop_a_preview(world: World) -> None:
    text = german(30) + "V-900;too;few\n" * 10
    shown = preview(world.home, head(export(world, text)), PRESET)

    assert (shown.records, shown.outcomes) == (40, {"new": 30, "quarantined": 10})


@pytest.mark.torture
def test_only_the_first_records_are_read(world: World) -> None:
    assert preview(world.home, head(export(world, german(2_300))), PRESET).records == 2_000


@pytest.mark.torture
def test_a_status_history_has_no_tickets_to_show(world: World) -> None:
    columns = {"ticket_id": "Vorgang Nr.", "status": "Zustand", "changed_at": "Gemeldet am"}
    text = as_toml(Choices("Changes", "desk", FileKind.STATUS_HISTORY, columns, GERMAN_HEADER, timezone="UTC"))
    shown = preview(world.home, head(export(world)), text)

    assert (shown.tickets, shown.records, sum(shown.outcomes.values())) == ([], 60, 60)


@pytest.mark.torture
def test_an_export_that_was_mapped_loads_without_a_question(world: World) -> None:
    with pytest.raises(NeedsAnswer) as asked:
        load_files(world.home, [export(world)], UTC)
    own.remember(world.home, PRESET, "desk")
    report = load_files(world.home, [export(world)], UTC)

    assert asked.value.question == "mapping"
    assert (report.tickets, report.files[0].source, report.files[0].outcomes) == (60, "desk", {"new": 60})
    assert set(world.rows("ticket", "source")) == {("desk",)}
