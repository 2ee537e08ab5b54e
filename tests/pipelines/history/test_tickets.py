"""How a ticket stands: its end, its plan, its place; drawn files in, plain rows out."""

from datetime import datetime

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.intake.answers import Answers
from pipelines.journey import measure_again
from pipelines.measure.checking import check_rows
from pipelines.settings import SHIPPED
from tests.loading import World

AS_IT_IS = Answers(timezone="UTC", allow_quarantine=True)

CLIENTS = """
    client,site,tier,calendar,timezone,distance_km,premium_since
    Alder,Works,Gold,standard,Europe/London,12,2026-03-01
    Birch,,Platinum,moonlight,Mars/Crater,,
"""


@pytest.mark.torture
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
        ("resolved,yesterday,", "unknown"),
        ("singing,yesterday,", "unknown"),
        ("open,yesterday,", "open"),
        ("waiting for client,yesterday,", "open"),
        ("open,2026-03-01 10:00,", "open"),
    ],
)
def test_how_a_ticket_ended(world: World, row: str, end: str) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,status,resolved_at,closed_at\nT-1,2026-03-02 09:00,{row}\nT-2,2026-03-12 09:00,open,,"}, AS_IT_IS)

    assert world.rows("ticket", "ticket_id", "resolution_end")[0] == ("T-1", end)


@pytest.mark.parametrize(
    ("row", "end"),
    [
        ("2026-03-03 10:00,2026-03-04 10:00,", "open"),
        ("2026-03-03 10:00,2026-03-04 10:00,singing", "open"),
        ("2026-03-03 10:00,2026-03-04 10:00,resolved", "stopped"),
        ("2026-03-05 10:00,2026-03-04 10:00,", "stopped"),
    ],
)
def test_a_reopening_after_the_resolution_opens_a_ticket_again(world: World, row: str, end: str) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,resolved_at,reopened_at,status\nT-1,2026-03-02 09:00,{row}"})

    assert world.rows("ticket", "resolution_end") == [(end,)]


@pytest.mark.torture
def test_where_nothing_tells_of_ends_they_are_unknown_not_open(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,2026-03-02 09:00\nT-2,2026-03-02 09:01", "h.csv": "ticket_id,status,changed_at\nT-2,open,2026-03-02 10:00"})

    assert world.rows("ticket", "ticket_id", "resolution_end", "response_end") == [("T-1", "unknown", "unknown"), ("T-2", "open", "open")]


@pytest.mark.torture
def test_what_a_status_means_today_says_whether_a_ticket_is_left_out(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,status,excluded\nT-1,2026-03-02 09:00,parked,\nT-2,2026-03-02 09:01,open,yes\nT-3,2026-03-02 09:02,open,"})
    before = world.rows("ticket", "ticket_id", "excluded")
    own = 'title = "Own"\nsource = "generic"\nkind = "tickets"\nevidence = "names"\nmissing = []\n'
    (world.home / "sources").mkdir()
    (world.home / "sources" / "own.toml").write_text(own + '[columns]\nticket_id = ["Nr"]\n[status]\nexcluded = ["parked"]\n')
    measure_again(world.home)

    assert before == [("T-1", False), ("T-2", True), ("T-3", False)]
    assert world.rows("ticket", "ticket_id", "excluded") == [("T-1", True), ("T-2", True), ("T-3", False)]


@pytest.mark.torture
def test_a_ticket_was_last_seen_when_an_export_reached_back_to_it(world: World) -> None:
    head = "ticket_id,opened_at,status\n"
    world.load({"jan.csv": head + "T-1,2026-01-05 09:00,open\nT-2,2026-01-06 09:00,open"}, Answers(timezone="UTC", as_of=datetime(2026, 1, 31)))
    world.load({"mar.csv": head + "T-3,2026-03-05 09:00,open"}, Answers(timezone="UTC", as_of=datetime(2026, 3, 31)))
    apart = world.rows("ticket", "ticket_id", "as_of")
    world.load({"h.csv": "ticket_id,status,changed_at\nT-2,waiting,2026-02-03 10:00"})
    told = world.rows("ticket", "ticket_id", "as_of")
    world.load({"all.csv": head + "T-1,2026-01-05 09:00,open"}, Answers(timezone="UTC", as_of=datetime(2026, 4, 30)))

    assert apart == [("T-1", at("31 00:00", "2026-01")), ("T-2", at("31 00:00", "2026-01")), ("T-3", at("31 00:00"))]
    assert told[1] == ("T-2", at("03 10:00", "2026-02"))
    assert {as_of for _, as_of in world.rows("ticket", "ticket_id", "as_of")} == {at("30 00:00", "2026-04")}


def test_where_a_file_has_no_resolution_column_the_closing_stands_for_it(world: World) -> None:
    report = world.load({"f.csv": "ticket_id,opened_at,closed_at\nT-1,2026-03-02 09:00,2026-03-03 09:00"})

    assert "resolved_at" in report.files[0].fields
    assert world.rows("ticket", "resolution_end") == [("stopped",)]


@pytest.mark.torture
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


@pytest.mark.torture
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
        ("T-2", "Gold", True, "remote", None, None, 1),
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


@pytest.mark.torture
@pytest.mark.parametrize(("written", "plain"), [("Priority 1 - Critical", "P1"), ("3 - Moderate", "P3"), ("Urgent", "P1"), ("low", "P4"), ("Odd", "Odd"),
    ("Low - 24h", "P4"), ("High (4h)", "P2"), ("Very High", "P1"), ("0 - Critical", "P1"), ("Sev-2", "P2"), ("p.4", "P4"), ("24h", "24h"),
    ("Highland", "Highland"), ("Level 3: Normal", "P3"), ("Answer in 4 h", "Answer in 4 h")])
def test_priorities_have_one_name(world: World, written: str, plain: str) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,priority\nT-1,2026-03-02 09:00,{written}"})

    assert world.rows("ticket", "priority") == [(plain,)]


@pytest.mark.torture
def test_a_status_history_in_our_template_finds_its_ticket_in_any_order(world: World) -> None:
    history = "ticket_id,status,changed_at\nT-1,waiting,2026-03-02 09:30\nT-1,open,2026-03-02 10:30"
    ticket = "TicketNbr,date_entered,Status_Description,company_name\nT-1,2026-03-02 09:00,New,Alder"

    world.load({"h.csv": history})
    world.load({"f.csv": ticket})

    assert world.rows("status_change", "source", "ticket_id", "status") == [("connectwise", "T-1", "waiting"), ("connectwise", "T-1", "open")]


@pytest.mark.torture
def test_a_history_in_our_template_speaks_the_statuses_of_its_tickets_tool_first(world: World) -> None:
    preset = (SHIPPED / "sources" / "connectwise.toml").read_text(encoding="utf-8")
    (world.home / "sources").mkdir(parents=True)
    (world.home / "sources" / "connectwise.toml").write_text(preset.replace("paused = [", 'paused = ["odd", '))
    world.load({
        "f.csv": "TicketNbr,date_entered,Status_Description,company_name\nT-1,2026-03-02 09:00,New,Alder",
        "h.csv": "ticket_id,status,changed_at\nT-1,odd,2026-03-02 09:30\nT-1,suspended,2026-03-02 10:00\nT-1,singing,2026-03-02 10:30",
    })

    assert world.rows("status_change", "source", "status", "state") == [
        ("connectwise", "odd", "paused"), ("connectwise", "suspended", "paused"), ("connectwise", "singing", None),
    ]


@pytest.mark.torture
def test_a_history_whose_number_two_tools_use_is_given_to_neither_and_listed(world: World) -> None:
    world.load({
        "f.csv": "TicketNbr,date_entered,Status_Description,company_name\nT-1,2026-03-02 09:00,New,Alder",
        "g.csv": "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,open\nT-2,2026-03-02 09:00,open",
        "h.csv": "ticket_id,status,changed_at\nT-1,waiting,2026-03-02 09:30\nT-2,waiting,2026-03-02 09:30",
    })

    assert world.rows("status_change", "source", "ticket_id") == [("generic", "T-2")]
    with world.history() as history:
        assert check_rows(history, "history_of_two_sources")[["ticket_id", "sources", "changes"]].values.tolist() == [["T-1", "connectwise, generic", 1]]


@pytest.mark.torture
@pytest.mark.parametrize("newest_first", [False, True])
def test_changes_within_one_minute_stand_in_the_order_of_their_file(world: World, newest_first: bool) -> None:
    changes = ["T-1,new,2026-03-02 09:00", "T-1,open,2026-03-02 10:00", "T-1,waiting,2026-03-02 10:00", "T-1,open,2026-03-02 10:30"]
    lines = changes[::-1] if newest_first else changes
    world.load({"f.csv": "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,open", "h.csv": "\n".join(["ticket_id,status,changed_at", *lines])})

    assert world.rows("status_change", "status") == [("new",), ("open",), ("waiting",), ("open",)]


def test_a_log_written_newest_first_keeps_its_order_within_one_minute(world: World) -> None:
    world.load({"log.csv": """
        case,activity,resource,timestamp
        C-1,Closed,V 1,2026/3/2 12:00:00
        C-1,Resolve ticket,V 1,2026/3/2 10:00:00
        C-1,Take in charge ticket,V 1,2026/3/2 10:00:00
        C-1,Insert ticket,,2026/3/2 09:00:00
    """})

    assert world.rows("status_change", "status") == [("Insert ticket",), ("Take in charge ticket",), ("Resolve ticket",), ("Closed",)]


@pytest.mark.torture
@pytest.mark.parametrize(
    ("written", "tier"),
    [("gold", "Gold"), ("Gold+", "Gold+"), ("Managed gold+ 2024", "Gold+"), ("Gold Plus", "Gold Plus"), ("The Gold Plus, 24/7", "Gold Plus"),
     ("Gold_2024", "Gold"), ("Golden", "Golden"), ("Silver or Gold", "Silver")],
)
def test_one_rule_tells_the_plan_of_tickets_and_of_the_client_list(world: World, written: str, tier: str) -> None:
    world.settings('[tiers]\norder = ["Silver", "Gold", "Gold+", "Gold Plus"]')
    world.load({
        "c.csv": f'client,tier\nAlder,"{written}"',
        "f.csv": f'ticket_id,opened_at,client,tier\nT-1,2026-03-02 09:00,Birch,"{written}"\nT-2,2026-03-02 09:00,Alder,',
    })

    assert sorted(world.rows("placed_ticket", "ticket_id", "tier")) == [("T-1", tier), ("T-2", tier)]


@pytest.mark.torture
def test_clients_are_the_same_in_any_spelling_and_the_newest_list_holds(world: World) -> None:
    world.load({"c.csv": "client,site,tier,timezone\nAlder,Works,Gold,\nBirch,,Silver,Mars/Crater"})
    world.load({"d.csv": "client,site,tier\nALDER,works ,Silver"})
    world.load({"f.csv": "ticket_id,opened_at,client,site\nT-1,2026-03-02 09:00,alder ,WORKS"})

    assert len(world.frame("client")) == 2
    assert world.rows("placed_ticket", "tier") == [("Silver",)]
    with world.history() as history:
        assert check_rows(history, "unknown_timezone").values.tolist() == [["Birch", None, "Mars/Crater"]]


@pytest.mark.parametrize("written", ["[software", 'software = "mail"', '[software]\nEmail = "outlook"', "[software]\nEmail = [1]"])
def test_a_damaged_catalogue_is_named_in_a_sentence(world: World, written: str) -> None:
    world.home.mkdir(parents=True)
    (world.home / "catalogue.toml").write_text(written)

    with pytest.raises(SettingsInvalid, match=r"^catalogue\.toml in your home"):
        world.load({"f.csv": "ticket_id,opened_at\nT-1,2026-03-02 09:00"})


def test_the_repeated_hour_takes_its_first_occurrence_and_is_marked(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,2025-10-26 01:30\nT-2,2025-10-26 03:30"}, Answers(timezone="Europe/London"))

    assert world.rows("ticket", "ticket_id", "opened_at", "in_repeated_hour") == [
        ("T-1", at("26 00:30", "2025-10"), True), ("T-2", at("26 03:30", "2025-10"), False),
    ]


def at(text: str, month: str = "2026-03") -> object:
    return datetime.fromisoformat(f"{month}-{text}")
