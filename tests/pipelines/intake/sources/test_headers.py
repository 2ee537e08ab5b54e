"""Headers of real exports are known for their tool's; headers of anything else are asked about."""

import csv
from pathlib import Path

import pytest

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.preset import Preset, all_presets
from pipelines.intake.recognise import matches, recognised
from tests.conftest import SHARED

PRESETS = all_presets(Path("nowhere"))
REAL = {
    "atera_ticketquerydto": "atera",
    "autotask_rest_ticket_fields_seen": "autotask",
    "autotask_ticket_import_sql_aliases": "autotask",
    "bpi2014_hp_service_manager_Detail_Incident": "hp_service_manager",
    "connectwise_rest_ticket_flat_seen": "connectwise",
    "connectwise_v_rpt_Service_columns_seen": "connectwise",
    "fivetran_zendesk_seeds/ticket_data": "zendesk",
    "freshdesk_ticket_export": "freshdesk",
    "freshservice_probable_incident_export": "freshservice",
    "glpi_ptbr_report": "glpi_report",
    "halopsa_tickets_list": "halopsa",
    "jira_cloud_jsm_export_abridged": "jira_service_management",
    "osticket_queue_export": "osticket",
    "servicenow_incident_uci": "servicenow_updates",
    "superops_getticket": "superops",
    "syncro_rest_tickets": "syncro",
    "zendesk_full_csv_export": "zendesk",
}
NO_TICKETS = ("group", "organization", "schedule", "sla_policy_metric_history", "ticket_comment", "ticket_schedule", "user")


def real_header(name: str) -> tuple[str, ...]:
    with (SHARED / "headers" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        first = next(lines)
    return tuple(next(csv.reader([first], delimiter=";" if first.count(";") > first.count(",") else ",")))


def found(header: tuple[str, ...]) -> Preset:
    return recognised("f.csv", header, PRESETS, None)


@pytest.mark.realdata
@pytest.mark.parametrize("name", REAL)
def test_a_real_header_is_its_tools_whatever_its_order_case_or_further_columns(name: str) -> None:
    header = real_header(name)

    assert found(header).name == REAL[name]
    assert found((*reversed(header), "Custom one", "Custom two")).name == REAL[name]
    second = next(match for match in matches(header, PRESETS) if match.preset.source != PRESETS[REAL[name]].source)
    assert second.score < 0.8 * matches(header, PRESETS)[0].score


@pytest.mark.realdata
@pytest.mark.parametrize("name", NO_TICKETS)
def test_tables_beside_the_tickets_are_asked_about(name: str) -> None:
    with pytest.raises(NeedsAnswer) as asked:
        found(real_header(f"fivetran_zendesk_seeds/{name}_data"))
    assert asked.value.question == "mapping"


@pytest.mark.realdata
def test_frappe_labels_lack_the_number_and_the_sentence_says_so() -> None:
    header = real_header("frappe_helpdesk_hd_ticket_labels")

    with pytest.raises(FileRefused, match="looks like Frappe Helpdesk, but has no column ID"):
        found(header)
    assert found(("ID", *header)).name == "frappe"


@pytest.mark.parametrize("header", [
    "id,created_at,status", "number,created_at,status,priority", "ID,Name,Created", "Ticket,Created,Resolved,Priority,Status,Customer",
    "id,opened,closed", "Date,Amount,Total", "Ticket ID,Created time,Status,Resolved time", "name,subject,status",
])
def test_a_header_that_any_tool_could_have_written_is_asked_about(header: str) -> None:
    with pytest.raises(NeedsAnswer, match="Say on the Data page which of its columns is which") as asked:
        found(tuple(header.split(",")))
    assert asked.value.question == "mapping"


@pytest.mark.parametrize(("header", "name"), [
    ("Ticket ID,Ticket Type,Status,Summary,Priority Description,Date Opened,Date Responded,Response Time (hh:mm),Client", "halopsa"),
    ("Ticket Number,Title,Create Date/Time,Complete Date/Time,Status,Priority,Account,Primary Resource", "autotask"),
    ("number,opened_at,short_description,state,priority,assigned_to,resolved_at", "servicenow"),
    ("Number,Opened,Short description,Caller,Priority,State,Category,Assignment group,Assigned to,Updated", "servicenow"),
    ("key,fields.created,fields.status.name,fields.resolutiondate,fields.summary", "jira_service_management"),
    ("id,created_at,updated_at,status,priority,subject,type,via.channel,organization_id,requester_id,brand_id", "zendesk"),
    ("id,name,status,date,solvedate,closedate,entities_id", "glpi"),
    ("Unique Key,Created Date,Closed Date,Agency,Complaint Type,Status,Incident Zip", "city_requests"),
    ("ticket_id,opened_at,client,tier,our_own_one,our_own_two", "generic"),
])
def test_documented_names_are_enough(header: str, name: str) -> None:
    assert found(tuple(header.split(","))).name == name


def test_a_close_second_is_shown_and_the_owner_chooses() -> None:
    header = ("id", "created_at", "updated_at", "status", "priority", "subject", "fr_due_by", "due_by", "stats.first_responded_at", "stats.resolved_at")

    with pytest.raises(NeedsAnswer, match="may come from") as asked:
        found(header)
    assert asked.value.question == "source"
    assert set(asked.value.choices) == {"freshdesk", "freshservice"}
    assert recognised("f.csv", header, PRESETS, "freshservice").name == "freshservice"


def test_another_tools_columns_that_lack_one_say_which() -> None:
    grid = ("Ticket #", "Status", "Priority", "Age", "Company", "Resources", "SLA Status", "Last Update")

    with pytest.raises(FileRefused, match="looks like ConnectWise PSA, but has no column date_entered or Date Entered or Entered"):
        found(grid)


def test_each_preset_knows_the_names_of_its_own_fields_alone() -> None:
    for name, preset in PRESETS.items():
        header = tuple(sorted(preset.names - {"id", "ID"}))
        best = matches(header, PRESETS)[0].preset
        assert best.name == name, f"{best.name} fights over the header of {name}"
