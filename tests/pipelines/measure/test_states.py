"""A clock against its target: open tickets are never dropped, and each clock is in exactly one state."""

import pytest

from pipelines.intake.answers import Answers
from pipelines.measure.checking import check_rows
from tests.loading import World

TARGETS = """
    valid_from,clock,client,tier,issue_type,work_mode,priority,premium,amount,unit
    2026-01-01,resolution,,,,,,,4,business_hours
    2026-01-01,resolution,,Gold,,,,,2,business_hours
    2026-01-01,resolution,,,,on_site,,,2,business_days
    2026-01-01,first_response,,,,,,,30,business_minutes
    2026-01-01,first_response,,,,,,yes,10,business_minutes
    2026-03-09,resolution,,,,,,,1,business_hours
"""
CLIENTS = "client,tier,premium_since\nAlder,Silver,\nBirch,Gold,2026-03-03\n"


def states(world: World, tickets: str, clock: str = "resolution") -> dict[str, tuple[str, int | None]]:
    head = "ticket_id,opened_at,client,status,first_response_at,resolved_at,work_mode\n"
    world.load({"c.csv": CLIENTS, "t.csv": TARGETS, "f.csv": head + "\n".join(line.strip() for line in tickets.strip().splitlines())})
    rows = world.rows("ticket_clock", "ticket_id", "clock", "state", "target_seconds")
    return {ticket: (state, target) for ticket, which, state, target in rows if which == clock}


def test_the_target_in_force_at_opening_judges_and_the_most_particular_line_wins(world: World) -> None:
    found = states(world, """
        T-1,2026-03-02 09:00,Alder,resolved,,2026-03-02 12:00,
        T-2,2026-03-02 09:00,Birch,resolved,,2026-03-02 12:00,
        T-3,2026-03-02 09:00,Alder,resolved,,2026-03-03 12:00,on-site
        T-4,2026-03-09 09:00,Alder,resolved,,2026-03-09 12:00,
        T-5,2025-12-30 09:00,Alder,resolved,,2025-12-30 12:00,
    """)

    assert found == {
        "T-1": ("met", 4 * 3600), "T-2": ("breached", 2 * 3600), "T-3": ("met", 2 * 9 * 3600), "T-4": ("breached", 3600),
        "T-5": ("no_target", None),
    }


def test_premium_lines_hold_from_the_day_premium_starts(world: World) -> None:
    found = states(world, """
        T-1,2026-03-02 09:00,Birch,resolved,2026-03-02 09:20,2026-03-02 12:00,
        T-2,2026-03-04 09:00,Birch,resolved,2026-03-04 09:20,2026-03-04 12:00,
    """, "first_response")

    assert found == {"T-1": ("met", 1800), "T-2": ("breached", 600)}


def test_open_tickets_are_breached_or_inside_and_unknown_ends_are_neither(world: World) -> None:
    found = states(world, """
        T-1,2026-03-02 09:00,Alder,open,,,
        T-2,2026-03-02 15:00,Alder,open,,,
        T-3,2026-03-02 09:00,Alder,closed,,,
        T-4,2026-03-02 16:00,Alder,resolved,,2026-03-02 16:30,
        T-5,2026-03-02 09:00,Alder,merged,,,
    """)

    assert {ticket: state for ticket, (state, _) in found.items()} == {
        "T-1": "breached", "T-2": "open_inside", "T-3": "end_unknown", "T-4": "met",
    }


def test_exactly_on_target_is_met(world: World) -> None:
    found = states(world, """
        T-1,2026-03-02 09:00,Alder,resolved,,2026-03-02 13:00:00,
        T-2,2026-03-02 09:00,Alder,resolved,,2026-03-02 13:00:01,
    """)

    assert (found["T-1"][0], found["T-2"][0]) == ("met", "breached")


def test_a_client_with_a_version_of_its_own_is_judged_by_it(world: World) -> None:
    own = "valid_from,clock,client,amount,unit\n2026-03-01,resolution,Alder,1,business_days\n"
    world.load({"own.csv": own})

    assert states(world, "T-1,2026-03-12 09:00,alder,resolved,,2026-03-12 12:00,") == {"T-1": ("met", 9 * 3600)}


@pytest.mark.torture
@pytest.mark.parametrize(
    ("changes", "seconds"),
    [
        ("", 8 * 3600),
        ("T-1,waiting,2026-03-02 10:00\nT-1,open,2026-03-02 11:00", 7 * 3600),
        ("T-1,waiting,2026-03-02 10:00\nT-1,pending,2026-03-02 10:30\nT-1,open,2026-03-02 11:00", 7 * 3600),
        ("T-1,waiting,2026-03-02 16:30\nT-1,open,2026-03-03 08:30", 7 * 3600),
        ("T-1,waiting,2026-03-02 18:00\nT-1,open,2026-03-03 08:00", 8 * 3600),
        ("T-1,resolved,2026-03-02 12:00\nT-1,open,2026-03-02 15:00\nT-1,resolved,2026-03-03 08:30", 5 * 3600),
        ("T-1,resolved,2026-03-02 12:00\nT-1,closed,2026-03-02 13:00\nT-1,open,2026-03-02 15:00", 5 * 3600),
    ],
)
def test_pauses_and_the_time_until_a_reopening_are_taken_out_once(world: World, changes: str, seconds: int) -> None:
    tickets = "ticket_id,opened_at,status,first_response_at,resolved_at\nT-1,2026-03-02 09:30,resolved,2026-03-02 14:00,2026-03-03 08:30"
    world.load({"f.csv": tickets, "h.csv": "ticket_id,status,changed_at\nT-9,open,2026-03-02 09:00\n" + changes})

    found = {clock: (seconds, whole) for clock, seconds, whole in world.rows("ticket_clock", "clock", "business_seconds", "calendar_seconds")}
    assert found == {"resolution": (seconds, 23 * 3600), "first_response": (4.5 * 3600, 4.5 * 3600)}


@pytest.mark.torture
def test_a_reopened_ticket_keeps_its_first_resolution(world: World) -> None:
    tickets = "ticket_id,opened_at,status,resolved_at\nT-1,2026-03-02 09:00,resolved,2026-03-03 09:30"
    history = "ticket_id,status,changed_at\nT-1,resolved,2026-03-02 10:00\nT-1,open,2026-03-03 08:30\nT-1,resolved,2026-03-03 09:30"
    world.load({"f.csv": tickets, "h.csv": history})

    assert world.rows("ticket_clock", "first_resolution_seconds", "business_seconds") == [(3600, 2 * 3600)]


@pytest.mark.torture
def test_the_owner_may_let_pauses_stop_the_response_clock_too(world: World) -> None:
    world.settings('[clock]\npauses_stop = ["resolution", "first_response"]')
    world.load({
        "f.csv": "ticket_id,opened_at,status,first_response_at\nT-1,2026-03-02 09:30,open,2026-03-02 11:30",
        "h.csv": "ticket_id,status,changed_at\nT-1,waiting,2026-03-02 10:00\nT-1,open,2026-03-02 11:00",
    })

    assert ("first_response", 3600) in world.rows("ticket_clock", "clock", "business_seconds")


@pytest.mark.torture
def test_each_client_is_measured_in_its_own_hours(world: World) -> None:
    world.load({
        "c.csv": "client,tier,calendar,timezone\nAlder,Gold,always,\nBirch,Gold,standard,America/New_York\n",
        "f.csv": """
            ticket_id,opened_at,client,resolved_at,status
            T-1,2026-03-02 06:30,Alder,2026-03-02 14:30,resolved
            T-2,2026-03-02 06:30,Birch,2026-03-02 14:30,resolved
            T-3,2026-03-02 06:30,Cedar,2026-03-02 14:30,resolved
        """,
    })

    assert world.rows("ticket_clock", "ticket_id", "business_seconds") == [("T-1", 8 * 3600), ("T-2", 3600), ("T-3", 6 * 3600)]


@pytest.mark.torture
def test_a_source_that_never_tells_of_an_answer_has_no_response_clock(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,open"})

    assert world.rows("ticket_clock", "clock") == [("resolution",)]


def test_target_cells_find_their_tickets_however_they_are_spelled(world: World) -> None:
    lines = """
        valid_from,clock,client,tier,work_mode,distance_band,priority,amount,unit
        2026-01-01,resolution,,gold,,,,1,business_hours
        2026-01-01,resolution,,,On-site,10-30KM,,2,business_hours
        2026-01-01,resolution,,,,,High,3,business_hours
        2026-01-01,resolution, ALDER ,,,,,4,business_hours
        2026-01-01,resolution,,Tin,,,,5,business_hours
        2026-01-01,resolution,,,,the moon,,6,business_hours
        2026-01-01,resolution,,,,,Odd,7,business_hours
        2026-01-01,resolution,,,by post,,,8,business_hours
    """
    world.load({"t.csv": lines, "f.csv": """
        ticket_id,opened_at,client,tier,work_mode,distance_km,priority,status
        T-1,2026-03-02 09:00,Birch,GOLD,,,,open
        T-2,2026-03-02 09:00,Birch,,on site,12,,open
        T-3,2026-03-02 09:00,Birch,,,,2 - High,open
        T-4,2026-03-02 09:00,alder,Gold,,,,open
        T-5,2026-03-02 09:00,Birch,,,,,open
    """})

    targets = dict(world.rows("ticket_clock", "ticket_id", "target_seconds"))
    assert targets == {"T-1": 3600, "T-2": 2 * 3600, "T-3": 3 * 3600, "T-4": 4 * 3600, "T-5": None}
    with world.history() as history:
        assert check_rows(history, "target_never_matches")["amount"].tolist() == [5, 8, 6, 7]


def test_the_newest_list_holds_for_a_line_that_an_older_one_has_too(world: World) -> None:
    head = "valid_from,clock,client,tier,amount,unit\n"
    ticket = "ticket_id,opened_at,client,tier,status\nT-1,2026-03-02 09:00,Alder,Gold,open\nT-2,2026-03-02 09:00,Birch,Silver,open"
    world.load({"a.csv": head + "2026-01-01,resolution,,Gold,1,business_hours\n2026-01-01,resolution,,,9,business_hours"})
    world.load({"b.csv": head + "2026-01-01,resolution,,GOLD,5,business_hours\n2026-01-01,resolution,, gold,2,business_hours"})
    world.load({"f.csv": ticket})

    assert world.rows("ticket_clock", "ticket_id", "target_seconds") == [("T-1", 2 * 3600), ("T-2", 9 * 3600)]


def test_a_clients_own_line_wins_where_it_fits_and_the_general_ones_hold_elsewhere(world: World) -> None:
    lines = """
        valid_from,clock,client,issue_type,amount,unit
        2026-01-01,resolution,,Email,1,business_hours
        2026-01-01,resolution,,,2,business_hours
        2026-01-01,resolution,Alder,,3,business_hours
        2026-01-01,resolution,Birch,Email,4,business_hours
    """
    world.load({"t.csv": lines, "f.csv": """
        ticket_id,opened_at,client,issue_type,status
        T-1,2026-03-02 09:00,Alder,Email,open
        T-2,2026-03-02 09:00,Birch,Email,open
        T-3,2026-03-02 09:00,Birch,Printer,open
        T-4,2026-03-02 09:00,Cedar,Email,open
        T-5,2026-03-02 09:00,,Printer,open
    """})

    hours = {ticket: seconds / 3600 for ticket, seconds in world.rows("ticket_clock", "ticket_id", "target_seconds")}
    assert hours == {"T-1": 3, "T-2": 4, "T-3": 2, "T-4": 1, "T-5": 2}


def test_a_version_of_targets_is_named_for_the_day_on_which_it_starts_there(world: World) -> None:
    world.settings('[company]\ntimezone = "Europe/London"')
    tickets = "ticket_id,opened_at,status\nT-1,2026-07-02 09:00,open"
    world.load({"t.csv": "valid_from,clock,amount,unit\n2026-07-01,resolution,4,business_hours", "f.csv": tickets}, Answers(timezone="Europe/London"))

    assert world.rows("ticket_clock", "target_version") == [("2026-07-01",)]
