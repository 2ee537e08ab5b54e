"""How a ticket stands: its end, its plan, its place; drawn files in, plain rows out."""

from datetime import datetime

import pytest

from pipelines.intake.read_file import Answers
from tests.loading import World

CLIENTS = """
    client,site,tier,calendar,timezone,distance_km,premium_since
    Alder,Works,Gold,standard,Europe/London,12,2026-03-01
    Birch,,Platinum,moonlight,Mars/Crater,,
"""


@pytest.mark.parametrize(
    ("row", "end"),
    [
        ("open,,", "open"),
        ("waiting for client,,", "open"),
        ("resolved,2026-03-03 10:00,", "stopped"),
        ("open,2026-03-03 10:00,", "open"),
        ("singing,2026-03-03 10:00,", "stopped"),
        ("singing,,", "open"),
        ("closed,,2026-03-09 10:00", "unknown"),
        ("closed,,", "unknown"),
        (",,2026-03-09 10:00", "unknown"),
        ("resolved,2026-03-01 10:00,", "unknown"),
        ("resolved,1900-01-01 00:00,", "unknown"),
    ],
)
def test_how_a_ticket_ended(world: World, row: str, end: str) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,status,resolved_at,closed_at\nT-1,2026-03-02 09:00,{row}\nT-2,2026-03-12 09:00,open,,"})

    assert world.rows("ticket", "ticket_id", "resolution_end")[0] == ("T-1", end)


def test_where_a_file_has_no_resolution_column_the_closing_stands_for_it(world: World) -> None:
    report = world.load({"f.csv": "ticket_id,opened_at,closed_at\nT-1,2026-03-02 09:00,2026-03-03 09:00"})

    assert "resolved_at" in report.files[0].fields
    assert world.rows("ticket", "resolution_end") == [("stopped",)]


def test_an_event_log_gives_opening_answer_and_end_by_its_activities(world: World) -> None:
    world.load({"log.csv": """
        case,activity,resource,timestamp
        C-1,Insert ticket,,2026/3/2 09:00:00
        C-1,Take in charge ticket,V 1,2026/3/2 10:00:00
        C-1,Resolve ticket,V 1,2026/3/2 12:00:00
        C-1,Take in charge ticket,V 2,2026/3/3 09:00:00
        C-1,Resolve ticket,V 2,2026/3/3 10:00:00
        C-1,Closed,V 2,2026/3/20 10:00:00
        C-2,Closed,V 2,2026/3/20 10:00:00
        C-3,Resolve ticket,V 1,2026/3/20 11:00:00
        C-3,Wait,V 1,2026/3/20 12:00:00
    """})

    assert world.rows("ticket", "ticket_id", "opened_at", "first_response_at", "first_resolved_at", "resolved_at", "resolution_end") == [
        ("C-1", *(at(text) for text in ("02 09:00", "02 10:00", "02 12:00", "03 10:00")), "stopped"),
        ("C-2", at("20 10:00"), None, None, None, "unknown"),
        ("C-3", at("20 11:00"), None, at("20 11:00"), None, "open"),
    ]


def test_the_plan_comes_from_the_ticket_else_from_the_client_list(world: World) -> None:
    world.load({"c.csv": CLIENTS, "f.csv": """
        ticket_id,opened_at,client,tier,work_mode,site
        T-1,2026-03-02 09:00,Alder,Managed Silver 2024,On-site,Works
        T-2,2026-03-02 09:01,alder,,remote,Elsewhere
        T-3,2026-02-02 09:02,Birch,,,
        T-4,2026-03-02 09:03,Cedar,,,
    """})

    assert sorted(world.rows("placed_ticket", "ticket_id", "tier", "premium", "work_mode", "distance_km", "distance_band", "calendar_id")) == [
        ("T-1", "Silver", True, "on_site", 12.0, "10-30 km", 1),
        ("T-2", "Gold", True, "remote", 12.0, None, 1),
        ("T-3", "Platinum", False, None, None, None, 1),
        ("T-4", None, False, None, None, None, 1),
    ]


def test_categories_lead_to_the_catalogue_and_unknown_ones_keep_their_name(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,issue_type
        T-1,2026-03-02 09:00,OUTLOOK
        T-2,2026-03-02 09:00,Printer
        T-3,2026-03-02 09:00,Aquarium
        T-4,2026-03-02 09:00,
    """})

    assert world.rows("placed_ticket", "issue_type", "issue_kind") == [
        ("Email", "software"), ("Printer fault", "hardware"), ("Aquarium", "other"), ("Not in the catalogue yet", "other"),
    ]


@pytest.mark.parametrize(("written", "plain"), [("Priority 1 - Critical", "P1"), ("3 - Moderate", "P3"), ("Urgent", "P1"), ("low", "P4"), ("Odd", "Odd")])
def test_priorities_have_one_name(world: World, written: str, plain: str) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,priority\nT-1,2026-03-02 09:00,{written}"})

    assert world.rows("ticket", "priority") == [(plain,)]


def test_a_status_history_in_our_template_finds_its_ticket_in_any_order(world: World) -> None:
    history = "ticket_id,status,changed_at\nT-1,waiting,2026-03-02 09:30\nT-1,open,2026-03-02 10:30"
    ticket = "TicketNbr,date_entered,Status_Description,company_name\nT-1,2026-03-02 09:00,New,Alder"

    world.load({"h.csv": history})
    world.load({"f.csv": ticket})

    assert world.rows("status_change", "source", "ticket_id", "status") == [("connectwise", "T-1", "waiting"), ("connectwise", "T-1", "open")]


def test_the_repeated_hour_takes_its_first_occurrence_and_is_marked(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,2025-10-26 01:30\nT-2,2025-10-26 03:30"}, Answers(timezone="Europe/London"))

    assert world.rows("ticket", "ticket_id", "opened_at", "in_repeated_hour") == [
        ("T-1", at("26 00:30", "2025-10"), True), ("T-2", at("26 03:30", "2025-10"), False),
    ]


def at(text: str, month: str = "2026-03") -> object:
    return datetime.fromisoformat(f"{month}-{text}")
