"""The traps of each ticket tool's export, one by one, with invented rows: what comes in is what the tool meant."""

from datetime import datetime

import pandas as pd
import pytest

from pipelines.errors import NeedsAnswer
from pipelines.intake.answers import Answers
from tests.loading import LENIENT, UTC, World


def accepted(world: World, *columns: str) -> list[tuple[object, ...]]:
    """What was accepted of each ticket, in the order of their numbers; whether the tool kept its word as judged today."""
    told = dict(world.rows("ticket", "ticket_id", "vendor_met"))
    rows = world.rows("accepted_ticket", "ticket_id", *columns)
    judged = [tuple(told[row[0]] if name == "vendor_met" else cell for name, cell in zip(("ticket_id", *columns), row, strict=True)) for row in rows]
    return sorted(judged, key=str)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_connectwise_keeps_its_entry_local_and_its_stages_in_utc(world: World) -> None:
    world.load({"f.csv": """
        \ufeffTicketNbr,company_name,Board_Name,date_entered,Date_Responded_UTC,Date_Resolved_UTC,Status_Description,Hours_Actual
        101,Alder Ltd,Service,2026-07-01 10:00:00,2026-07-01 09:30:00,2026-07-01 15:00:00,>Closed,1.5
    """}, Answers(timezone="Europe/London"))

    assert accepted(world, "opened_at", "first_response_at", "resolved_at", "hands_on_minutes") == [
        ("101", at("2026-07-01 09:00"), at("2026-07-01 09:30"), at("2026-07-01 15:00"), 90.0),
    ]


@pytest.mark.torture
def test_connectwise_tickets_of_the_api_come_in_with_their_flattened_names(world: World) -> None:
    report = world.load({"f.csv": """
        id,summary,board.name,status.name,company.name,priority.name,info.dateEntered,dateResponded,dateResolved,resolveMinutes
        7,Mail stuck,Service,Waiting Client Response,Alder Ltd,Priority 2,2026-07-01T10:00:00Z,2026-07-01T10:20:00Z,,12
    """}, Answers(timezone="Europe/London"))

    assert report.files[0].source == "connectwise"
    assert accepted(world, "client", "status", "opened_at", "first_response_at", "resolved_at", "vendor_resolution_minutes") == [
        ("7", "Alder Ltd", "Waiting Client Response", at("2026-07-01 10:00"), at("2026-07-01 10:20"), None, 12.0),
    ]


def test_autotask_has_been_met_means_nothing_while_a_ticket_is_open(world: World) -> None:
    world.load({"f.csv": """
        Ticket Number,Title,Create Date/Time,Complete Date/Time,First Response Date/Time,Status,Account,Service Level Agreement Has Been Met,Hours Worked
        T1,Printer,2026-03-02 09:00,,,In Progress,Alder Ltd,No,0.25
        T2,Printer,2026-03-02 09:00,2026-03-02 11:00,2026-03-02 09:10,Complete,Alder Ltd,Yes,0.5
    """})

    assert accepted(world, "vendor_met", "hands_on_minutes") == [("T1", None, 15.0), ("T2", "true", 30.0)]


@pytest.mark.torture
def test_autotask_picklists_may_be_integers(world: World) -> None:
    report = world.load({"f.csv": """
        id,ticketNumber,title,status,priority,queueID,companyID,createDate,completedDate,resolvedDateTime,serviceLevelAgreementHasBeenMet
        1,T1,Printer,1,2,8,300,2026-03-02T09:00:00Z,,,false
        2,T2,Printer,5,2,8,300,2026-03-02T09:00:00Z,2026-03-02T12:00:00Z,2026-03-02T11:00:00Z,true
        3,T3,Printer,17,2,8,300,2026-03-02T09:00:00Z,,,false
    """})

    assert accepted(world, "resolved_at", "vendor_met") == [
        ("T1", None, None), ("T2", at("2026-03-02 11:00"), "true"), ("T3", None, None),
    ]
    assert "count as open until a resolution is told: 17 (1)" in " ".join(report.files[0].notes)


def test_halopsa_has_placeholders_for_no_date_and_miles(world: World) -> None:
    report = world.load({"f.csv": """
        id,dateoccurred,summary,status_name,client_name,site_name,agent_name,responsedate,dateclosed,totalmileage,travelhours,slaholdtime,slapercused
        1,2026-03-02T09:00:00,Printer,With User,Alder Ltd,Main,Ada,1899-12-30T00:00:00,1900-01-01T00:00:00,10,0.5,1.25,0
        2,2026-03-02T09:00:00,Printer,Closed,Alder Ltd,Main,Ada,2026-03-02T09:20:00,2026-03-02T10:00:00,0,0,0,0
    """})

    assert report.files[0].reasons == {}
    assert accepted(world, "first_response_at", "resolved_at", "mileage_km", "travel_minutes", "paused_minutes") == [
        ("1", None, None, pytest.approx(16.09344), 30.0, 75.0), ("2", at("2026-03-02 09:20"), at("2026-03-02 10:00"), 0.0, 0.0, 0.0),
    ]


def test_halopsa_hours_are_not_padded_and_may_exceed_a_day(world: World) -> None:
    world.load({"f.csv": """
        Ticket ID,Ticket Type,Status,Summary,Date Opened,Date Responded,Date Resolved,Response Time (hh:mm),Resolution Time (hh:mm),Resolution State,Client,Agent
        1,Incident,Closed,Printer,02/03/2026 09:00,02/03/2026 14:07,13/03/2026 16:05,5:07,127:5,Outside SLA,Alder Ltd,Ada
    """})

    assert accepted(world, "opened_at", "vendor_response_minutes", "vendor_resolution_minutes", "vendor_met") == [
        ("1", at("2026-03-02 09:00"), 307.0, 127 * 60 + 5.0, "false"),
    ]


ZENDESK = "Summation column,Id,Requester,Requester id,Organization,Subject,Status,Created at,Updated at,Solved at,Resolution time"


@pytest.mark.torture
def test_zendesk_unsolved_is_1900_and_a_reply_is_minutes_after_the_opening(world: World) -> None:
    report = world.load({"f.csv": f"""
        {ZENDESK},First reply time in minutes,First reply time in minutes within business hours,Agent wait time in minutes
        1,11,Mia,1.03006E+13,Alder Ltd,Mail,Open,2026-03-02 09:00:00,2026-03-02 09:30:00,1900-01-01 00:00:00,0,30,25,5
        1,12,Mia,1.03006E+13,Alder Ltd,Mail,Solved,2026-03-02 09:00:00,2026-03-04 09:30:00,2026-03-04 09:00:00,48,,,
    """})

    assert (report.files[0].source, report.files[0].reasons) == ("zendesk", {})
    assert accepted(world, "first_response_at", "resolved_at", "vendor_response_minutes", "paused_minutes") == [
        ("11", at("2026-03-02 09:30"), None, 25.0, 5.0), ("12", None, at("2026-03-04 09:00"), None, None),
    ]


@pytest.mark.torture
def test_zendesk_resolution_time_is_hours_where_every_other_duration_is_minutes(world: World) -> None:
    head = "Id,Requester,Requester id,Organization,Status,Created at,Group stations,Resolution time"
    world.load({"f.csv": f"{head}\n11,Mia,5,Alder Ltd,Solved,2026-03-02 09:00:00,1,1.5"})
    assert accepted(world, "resolved_at") == [("11", at("2026-03-02 10:30"))]

    world.load({"g.csv": f"{head},Full resolution time in minutes\n12,Mia,5,Alder Ltd,Solved,2026-03-02 09:00:00,1,1.5,95"})
    assert accepted(world, "resolved_at")[-1] == ("12", at("2026-03-02 10:35"))


@pytest.mark.torture
def test_zendesk_numbers_that_a_spreadsheet_damaged_are_no_identity(world: World) -> None:
    report = world.load({"f.csv": f"""
        {ZENDESK}
        1,1.03006E+13,Mia,1,Alder Ltd,Mail,Open,2026-03-02 09:00:00,2026-03-02 09:30:00,1900-01-01 00:00:00,0
        1,12,Mia,1,Alder Ltd,Mail,Open,2026-03-02 09:00:00,2026-03-02 09:30:00,1900-01-01 00:00:00,0
    """}, LENIENT)

    assert report.files[0].reasons == {"ticket_id: damaged by a spreadsheet": 1}


@pytest.mark.torture
def test_a_negative_count_of_minutes_is_listed_and_never_an_instant(world: World) -> None:
    report = world.load({"f.csv": """
        Id,Requester,Requester id,Status,Created at,Updated at,Group stations,First reply time in minutes
        11,Mia,5,Solved,2026-03-02 09:00:00,2026-03-02 10:00:00,1,-30
        12,Mia,5,Solved,2026-03-02 09:00:00,2026-03-02 10:00:00,1,30
        13,Mia,5,Solved,2026-03-02 09:00:00,2026-03-02 10:00:00,1,99999999999999999999
    """}, LENIENT)
    clocks = world.frame("ticket_clock").query("clock == 'first_response'").set_index("ticket_id")["state"]

    assert report.files[0].reasons == {"first_response_minutes: not a number that can be read": 2}
    assert accepted(world, "first_response_at") == [("11", None), ("12", at("2026-03-02 09:30")), ("13", None)]
    assert (clocks["11"], clocks["13"]) == ("end_unknown", "end_unknown")


@pytest.mark.torture
def test_freshdesk_hours_are_written_with_colons_and_the_initial_response_is_an_instant(world: World) -> None:
    report = world.load({"f.csv": """
        Ticket ID,Subject,Status,Agent,Created time,Resolved time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Resolution status
        1,Mail,Closed,Ada,2026-03-02 09:00:00,2026-03-04 09:00:00,2026-03-04 10:00:00,2026-03-02 09:40:00,00:30:00,0:40:00,30:00:30,Within SLA
        2,Mail,Open,Ada,2026-03-02 09:00:00,,2026-03-02 09:00:00,,00:00:00,-1:15:00,,SLA Violated
    """})

    assert report.files[0].reasons == {"vendor_response_minutes: not a number that can be read": 1}
    assert accepted(world, "first_response_at", "hands_on_minutes", "vendor_response_minutes", "vendor_resolution_minutes", "vendor_met") == [
        ("1", at("2026-03-02 09:40"), 30.0, 40.0, 1800.5, "true"), ("2", None, 0.0, None, None, None),
    ]


@pytest.mark.torture
@pytest.mark.parametrize(("status", "end"), [("2", "open"), ("3", "open"), ("4", "stopped"), ("5", "stopped")])
def test_freshdesk_states_of_the_api_are_numbers(world: World, status: str, end: str) -> None:
    world.load({"f.csv": f"""
        id,subject,status,priority,created_at,updated_at,responder_id,fr_escalated,spam,stats.first_responded_at,stats.resolved_at
        1,Mail,{status},1,2026-03-02T09:00:00Z,2026-03-04T10:00:00Z,7,false,false,2026-03-02T09:10:00Z,2026-03-04T09:00:00Z
    """})

    assert world.rows("ticket", "resolution_end") == [(end,)]


def test_freshservice_hours_are_its_business_hours(world: World) -> None:
    report = world.load({"f.csv": """
        Ticket Id,Subject,Status,Category,Item,Requester Name,Created Time,Resolved Time,Last Updated Time,First Response Time (in Hrs),Resolution Time (in Hrs)
        1,Mail,Resolved,Software,Mail,Mia,2026-03-02 09:00:00,2026-03-03 09:00:00,2026-03-03 09:00:00,01:15:00,08:00:00
    """})

    assert report.files[0].source == "freshservice"
    assert accepted(world, "first_response_at", "first_response_business_minutes", "vendor_resolution_minutes") == [("1", None, 75.0, 480.0)]


JIRA = "Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Updated,Resolved,Watchers,Watchers,Custom field (Category),Custom field (Category)"


def test_jira_dates_repeated_names_and_time_that_is_left(world: World) -> None:
    report = world.load({"f.csv": f"""
        {JIRA},Custom field (Time to first response),Custom field (Time to resolution)
        Mail,SD-1,1,Incident,Resolved,Ada,25/Feb/26 10:17 PM,26/Feb/26 8:00 AM,26/Feb/26 7:05 AM,a,b,Software,Mail,0:45,-3:20
        Mail,SD-2,2,Incident,Done,Ada,25/Feb/26 10:17 PM,26/Feb/26 8:00 AM,26/Feb/26 12:05 AM,a,b,,,0:45,2:10
        Mail,SD-3,3,Incident,Waiting for customer,Ada,25/Feb/26 9:00 AM,26/Feb/26 8:00 AM,,a,b,,,,-0:30
    """})

    assert (report.files[0].source, report.files[0].reasons) == ("jira_service_management", {})
    assert accepted(world, "opened_at", "resolved_at", "sub_type", "vendor_met", "first_response_at", "vendor_resolution_minutes") == [
        ("SD-1", at("2026-02-25 22:17"), at("2026-02-26 07:05"), "Software", "false", None, None),
        ("SD-2", at("2026-02-25 22:17"), at("2026-02-26 00:05"), None, "true", None, None),
        ("SD-3", at("2026-02-25 09:00"), None, None, None, None, None),
    ]


def test_servicenow_updates_are_folded_and_only_the_last_one_says_whether_the_promise_was_kept(world: World) -> None:
    report = world.load({"f.csv": """
        number,incident_state,active,sys_mod_count,made_sla,opened_at,sys_updated_at,resolved_at,closed_at,priority
        INC1,New,true,0,true,29/2/2016 01:16,29/2/2016 01:20,1/3/2016 11:29,6/3/2016 12:00,3 - Moderate
        INC1,Awaiting User Info,true,1,true,29/2/2016 01:16,29/2/2016 09:00,1/3/2016 11:29,6/3/2016 12:00,3 - Moderate
        INC1,Closed,false,2,false,29/2/2016 01:16,6/3/2016 12:00,1/3/2016 11:29,6/3/2016 12:00,3 - Moderate
        INC2,Closed,false,2,true,2/3/2016 01:16,7/3/2016 12:00,?,7/3/2016 12:00,?
    """})

    assert report.files[0].outcomes == {"folded": 2, "new": 2}
    assert accepted(world, "opened_at", "resolved_at", "vendor_met", "priority") == [
        ("INC1", at("2016-02-29 01:16"), at("2016-03-01 11:29"), "false", "3 - Moderate"),
        ("INC2", at("2016-03-02 01:16"), None, "true", None),
    ]


@pytest.mark.torture
def test_a_log_with_offsets_of_two_seasons_is_read_by_each(world: World) -> None:
    world.load({"f.csv": """
        case:concept:name,org:resource,concept:name,lifecycle:transition,time:timestamp
        1,Ada,Accepted,In Progress,2026-03-28T12:00:00.000+01:00
        1,Ada,Completed,Resolved,2026-03-29T12:00:00.000+02:00
    """})

    assert world.rows("accepted_status", "changed_at") == [(at("2026-03-28 11:00"),), (at("2026-03-29 10:00"),)]


def test_a_glpi_report_with_a_row_a_follow_up_counts_each_ticket_once(world: World) -> None:
    report = world.load({"f.csv": """
        \ufeffTicker;Requerente;Grupo;Categoria;Data Abertura;Data Solução;Data Fechamento;Atendente;Satisfação;Data Iteração;Usuário Iteração;Resolvido
        1;Mia;N1;Rede;20/03/2026 09:00;21/03/2026 10:00;26/03/2026 10:00;Ada;-;20/03/2026 09:30;Ada;Sim
        1;Mia;N1;Rede;20/03/2026 09:00;21/03/2026 10:00;26/03/2026 10:00;Ada;-;21/03/2026 10:00;Ada;Sim
        1;Mia;N1;VPN;20/03/2026 09:00;21/03/2026 10:00;26/03/2026 10:00;Ada;-;20/03/2026 09:30;Ada;Sim
        2;Mia;N1;-;22/03/2026 09:00;-;-;-;-;-;-;Não
    """})

    assert report.files[0].outcomes == {"folded": 2, "new": 2}
    assert accepted(world, "opened_at", "resolved_at", "technician") == [
        ("1", at("2026-03-20 09:00"), at("2026-03-21 10:00"), "Ada"), ("2", at("2026-03-22 09:00"), None, None),
    ]


@pytest.mark.torture
def test_glpi_counts_its_api_in_seconds_and_its_states_in_numbers(world: World) -> None:
    world.load({"f.csv": """
        id,name,entities_id,status,date,solvedate,closedate,takeintoaccountdate,sla_waiting_duration,solve_delay_stat
        1,Mail,Alder Ltd,5,2026-03-02 09:00:00,2026-03-02 12:00:00,,2026-03-02 09:15:00,600,10200
    """})

    assert accepted(world, "client", "first_response_at", "paused_minutes", "vendor_resolution_minutes") == [
        ("1", "Alder Ltd", at("2026-03-02 09:15"), 10.0, 170.0),
    ]
    assert world.rows("ticket", "resolution_end") == [("stopped",)]


def test_frappe_keeps_date_and_time_of_the_opening_apart(world: World) -> None:
    world.load({"f.csv": """
        ID,Subject,Raised By (Email),Status,Opening Date,Opening Time,First Responded On,Resolution Date,Resolution Time,Total Hold Time,SLA Status,Customer
        1,Mail,mia@example.org,Resolved,2026-03-02,9:05:00.250000,2026-03-02 09:20:00,2026-03-02 11:05:00,7200,60,Fulfilled,Alder Ltd
    """})

    assert accepted(world, "opened_at", "first_response_at", "vendor_resolution_minutes", "paused_minutes", "vendor_met") == [
        ("1", at("2026-03-02 09:05:00.250"), at("2026-03-02 09:20"), 120.0, 1.0, "true"),
    ]


def test_osticket_says_overdue_and_merged(world: World) -> None:
    world.load({"f.csv": """
        Ticket Number,Date Created,Subject,From,Help Topic,Current Status,Closed Date,Overdue,Merged,Thread Count
        1,2026-03-02 09:00:00,Mail,Mia,Software,Closed,2026-03-02 11:00:00,1,0,3
        2,2026-03-02 09:00:00,Mail,Mia,Software,Closed,2026-03-02 11:00:00,0,1,3
    """})

    assert accepted(world, "resolved_at", "vendor_met", "excluded") == [
        ("1", at("2026-03-02 11:00"), "false", False), ("2", at("2026-03-02 11:00"), "true", True),
    ]


def test_superops_says_violated_where_others_say_met(world: World) -> None:
    world.load({"f.csv": """
        ticketId,displayId,subject,client.name,site.name,technician.name,status,createdTime,firstResponseTime,resolutionTime,resolutionViolated,worklogTimespent
        9,D-1,Mail,Alder Ltd,Main,Ada,Resolved,2026-03-02T09:00:00,2026-03-02T09:10:00,2026-03-02T12:00:00,true,30
    """})

    assert accepted(world, "client", "site", "technician", "first_response_at", "resolved_at", "vendor_met") == [
        ("D-1", "Alder Ltd", "Main", "Ada", at("2026-03-02 09:10"), at("2026-03-02 12:00"), "false"),
    ]


@pytest.mark.torture
@pytest.mark.parametrize(("source", "text"), [
    ("atera", ("ticket_id,ticket_status,ticket_created_date,technician_first_comment_date,ticket_resolved_date,customer_name,total_duration_minutes\n"
              "1,Resolved,2026-03-02T09:00:00Z,2026-03-02T09:10:00Z,2026-03-02T12:00:00Z,Alder Ltd,15")),
    ("zammad", ("number,title,customer,organization,state,created_at,close_at,first_response_at,first_response_in_min,close_in_min\n"
               "1,Mail,Mia,Alder Ltd,closed,2026-03-02T09:00:00Z,2026-03-02T12:00:00Z,2026-03-02T09:10:00Z,10,180")),
])
def test_tools_with_an_instant_for_each_clock(world: World, source: str, text: str) -> None:
    report = world.load({"f.csv": text})

    assert report.files[0].source == source
    assert accepted(world, "client", "opened_at", "first_response_at", "resolved_at") == [
        ("1", "Alder Ltd", at("2026-03-02 09:00"), at("2026-03-02 09:10"), at("2026-03-02 12:00")),
    ]


@pytest.mark.torture
def test_syncro_says_no_first_response_since_its_comments_are_not_there(world: World) -> None:
    report = world.load({"f.csv": """
        id,number,subject,customer_business_then_name,problem_type,status,priority,created_at,resolved_at,location_id
        9,1,Mail,Alder Ltd,Software,Invoiced,2 Normal,2026-03-02T09:00:00.000-05:00,2026-03-02T12:00:00.000-05:00,3
    """})

    assert "first_response_at" not in report.files[0].fields
    assert accepted(world, "opened_at", "resolved_at") == [("1", at("2026-03-02 14:00"), at("2026-03-02 17:00"))]
    assert world.rows("ticket", "resolution_end") == [("stopped",)]


HP = "Incident ID;Status;Impact;Urgency;Priority;Category;KM number;Open Time;Reopen Time;Resolved Time;Close Time;Handle Time (Hours);Closure Code"


@pytest.mark.torture
def test_hp_hours_have_a_decimal_comma_and_damaged_ones_refuse_the_file(world: World) -> None:
    world.load({"f.csv": f"{HP}\nIM1;Closed;NS;3;3;incident;K1;29-03-2026 12:36;;30-03-2026 09:00;30-03-2026 09:00;3,871691;Other"})
    assert accepted(world, "impact", "hands_on_minutes") == [("IM1", None, pytest.approx(232.30146))]

    damaged = "IM2;Closed;4;3;3;incident;K1;29-03-2026 12:36;;30-03-2026 09:00;30-03-2026 09:00;3,87,16,91,111;Other"
    with pytest.raises(NeedsAnswer, match="not a number that can be read in hands_on_minutes"):
        world.load({"g.csv": f"{HP}\n{damaged}"})


@pytest.mark.torture
def test_two_forms_in_one_column_are_read_each_by_its_own_or_asked_about(world: World) -> None:
    row = "{};Closed;4;3;3;incident;K1;{};;;;1;Other"
    undecided = [row.format("IM1", "5/2/2026 13:32"), row.format("IM2", "29-03-2026 12:36")]
    with pytest.raises(NeedsAnswer, match="opened_at has dates such as '5/2/2026'") as asked:
        world.load({"f.csv": "\n".join([HP, *undecided])})
    assert (asked.value.question, asked.value.choices) == ("date order", ("day first", "month first"))

    world.load({"f.csv": "\n".join([HP, *undecided, row.format("IM3", "5/30/2026 08:00")])})
    assert accepted(world, "opened_at") == [
        ("IM1", at("2026-05-02 13:32")), ("IM2", at("2026-03-29 12:36")), ("IM3", at("2026-05-30 08:00")),
    ]


def test_a_city_lost_the_zeros_of_its_postcodes(world: World) -> None:
    world.load({"f.csv": """
        CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,TYPE,QUEUE,neighborhood,LOCATION_ZIPCODE,LATITUDE,LONGITUDE
        1,2026-03-02 09:00:00,2026-03-03 09:00:00,2026-03-02 12:00:00,ONTIME,Closed,Pothole,Q,North,2116.0,42.35,-71.05
        2,2026-03-02 09:00:00,2026-03-03 09:00:00,2026-03-05 12:00:00,OVERDUE,Closed,Pothole,Q,North,02134,42.36,-71.06
    """})

    assert accepted(world, "postcode", "latitude", "longitude", "vendor_met", "resolved_at") == [
        ("1", "02116", 42.35, -71.05, "true", at("2026-03-02 12:00")), ("2", "02134", 42.36, -71.06, "false", at("2026-03-05 12:00")),
    ]


@pytest.mark.torture
@pytest.mark.parametrize(("first", "second", "note"), [
    ("46083.375", "46084.5", "spreadsheet's day numbers"), ("1772442000", "1772539200", "seconds since 1970"),
    ("1772442000000", "1772539200000", "milliseconds since 1970"),
])
def test_moments_that_were_counted_are_read_and_said_so(world: World, first: str, second: str, note: str) -> None:
    report = world.load({"f.csv": f"ticket_id,opened_at,resolved_at\nT-1,{first},{second}"}, UTC)

    assert accepted(world, "opened_at", "resolved_at") == [("T-1", at("2026-03-02 09:00"), at("2026-03-03 12:00"))]
    assert f"opened_at read as {note}" in " ".join(report.files[0].notes).replace("a spreadsheet", "spreadsheet")


@pytest.mark.torture
def test_numbers_beside_dates_are_not_taken_for_moments(world: World) -> None:
    report = world.load({"f.csv": "ticket_id,opened_at\nT-1,46083.375\nT-2,2026-03-02 09:00"}, LENIENT)

    assert report.files[0].outcomes == {"quarantined": 1, "new": 1}


@pytest.mark.torture
def test_dates_in_words_of_several_languages_are_read_and_others_listed(world: World) -> None:
    dates = ["Mon, 02 Mar 2026 10:17:00 +0100", "lundi 2 mars 2026 à 09:17", "2. März 2026, 09:17 Uhr", "2 de marzo de 2026 09:17",
             "lun. 2 mar 2026 09:17", "maandag 2 maart 2026 09:17", "Mar 2nd, 2026 9:17 a.m.", "2 maaliskuuta 2026 09:17"]
    rows = "\n".join(f'T-{i},"{date}"' for i, date in enumerate(dates))
    report = world.load({"f.csv": f"ticket_id,opened_at\n{rows}"}, LENIENT)

    assert pd.unique(pd.Series([opened for _, opened in accepted(world, "opened_at")])).tolist() == [pd.Timestamp("2026-03-02 09:17")]
    assert report.files[0].outcomes == {"quarantined": 1, "new": 7}
