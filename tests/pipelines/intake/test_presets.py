"""Presets: columns by alias, statuses by pattern, and files told apart by their headers."""

import csv
from pathlib import Path

import pytest

from pipelines.errors import FileRefused, NeedsAnswer, SettingsInvalid
from pipelines.intake.preset import all_presets, plain_status
from pipelines.intake.recognise import recognised
from pipelines.vocabulary import FileKind, TicketState
from tests.conftest import SHARED

NO_HOME = Path("nowhere")
PRESETS = all_presets(NO_HOME)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("ticket_id,opened_at,status", "generic"),
        ("Ticket_ID,Opened_At,Status", "generic"),
        ("ticket_id,status,changed_at", "generic_status_history"),
        ("client,site,tier,calendar", "client_list"),
        ("valid_from,clock,tier,amount,unit", "target_list"),
        ("TicketNbr,company_name,date_entered,Status_Description", "connectwise"),
        ("TicketNbr,Status_Description,Changed_UTC,Changed_By", "connectwise_status_history"),
        ("case,activity,resource,timestamp", "helpdesk_events"),
        ("case:concept:name,org:group,concept:name,lifecycle:transition,time:timestamp", "lifecycle_events"),
        ("number,incident_state,opened_at,sys_updated_at,resolved_at", "servicenow_updates"),
    ],
)
def test_each_source_is_known_by_its_header(header: str, name: str) -> None:
    assert recognised("f.csv", tuple(header.split(",")), PRESETS, None).name == name


@pytest.mark.realdata
def test_the_real_headers_are_known() -> None:
    for file, name in {"servicenow_incident_uci.csv": "servicenow_updates", "connectwise_v_rpt_Service_columns_seen.csv": "connectwise"}.items():
        with (SHARED / "headers" / file).open(encoding="utf-8-sig", newline="") as lines:
            assert recognised(file, tuple(next(csv.reader(lines))), PRESETS, None).name == name


def test_an_unknown_export_and_a_missing_column_are_told_apart() -> None:
    with pytest.raises(NeedsAnswer, match="not an export that is known"):
        recognised("f.csv", ("Animal", "Vegetable", "Mineral"), PRESETS, None)
    with pytest.raises(FileRefused, match=r"looks like ConnectWise PSA, but has no column date_entered"):
        recognised("f.csv", ("TicketNbr", "company_name", "Status_Description", "Hours_Actual"), PRESETS, None)


def test_a_source_that_is_asked_for_must_exist_and_fit() -> None:
    with pytest.raises(FileRefused, match="no source named 'zendsk'"):
        recognised("f.csv", ("ticket_id", "opened_at"), PRESETS, "zendsk")
    with pytest.raises(FileRefused, match="TicketNbr"):
        recognised("f.csv", ("ticket_id", "opened_at"), PRESETS, "connectwise")


def test_two_presets_that_fit_alike_are_asked_about(tmp_path: Path) -> None:
    own = tmp_path / "sources" / "twin.toml"
    own.parent.mkdir()
    own.write_text((Path("data/sources/generic.toml")).read_text(encoding="utf-8"), encoding="utf-8")

    with pytest.raises(NeedsAnswer, match="--source NAME"):
        recognised("f.csv", ("ticket_id", "opened_at"), all_presets(tmp_path), None)


def test_a_preset_that_cannot_be_read_says_which(tmp_path: Path) -> None:
    own = tmp_path / "sources" / "mine.toml"
    own.parent.mkdir()
    own.write_text('title = "Mine"\nsource = "mine"\nkind = "tickets"\nevidence = "ours"\nmissing = []\n[columns]\nticket = ["x"]')

    with pytest.raises(SettingsInvalid, match=r"mine\.toml"):
        all_presets(tmp_path)


def test_statuses_are_read_without_case_and_decoration_and_the_longest_pattern_wins() -> None:
    connectwise = PRESETS["connectwise"]

    assert connectwise.state_of(">Closed") == TicketState.CLOSED
    assert connectwise.state_of(">Closed - Merged") == TicketState.EXCLUDED
    assert connectwise.state_of("Waiting Client Response") == TicketState.PAUSED
    assert connectwise.state_of("Singing") is None
    assert plain_status("-100") == "-100"


def test_what_counts_as_an_answer_is_the_sources_own_rule() -> None:
    assert not PRESETS["servicenow_updates"].counts_as_answer("New")
    assert PRESETS["servicenow_updates"].counts_as_answer("Active")
    assert PRESETS["helpdesk_events"].counts_as_answer("Take in charge ticket")
    assert not PRESETS["lifecycle_events"].counts_as_answer("In Progress")


def test_every_preset_of_tickets_says_what_its_first_response_means() -> None:
    kinds = (FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS)

    assert all(preset.response_meaning for preset in PRESETS.values() if preset.kind in kinds)


def test_a_column_that_stands_twice_is_not_guessed_about() -> None:
    with pytest.raises(FileRefused, match="more than one column Opened_At"):
        recognised("f.csv", ("ticket_id", "Opened_At", "opened_at"), PRESETS, None)
    assert recognised("f.csv", ("ticket_id", "opened_at", "Variant", "Variant"), PRESETS, None).name == "generic"
