"""What a desk was asked to do and who was there, on drawn histories."""

import pytest

from pipelines.history.generations import open_history
from pipelines.measure.staffing import desk_clients, desk_hours, desk_tickets, technician_days
from pipelines.targets.both_ways import targets_with_and_without
from tests.loading import World

TICKETS = """ticket_id,opened_at,client,tier,priority,technician,status,first_response_at,resolved_at,hands_on_minutes
A,2026-07-06 08:00,Mill,Gold,P1,Ana,resolved,2026-07-06 08:45,2026-07-06 10:00,30
B,2026-07-06 09:00,Mill,Gold,P2,Ana,resolved,2026-07-06 09:00,2026-07-06 11:00,
C,2026-07-07 09:00,Yard,Silver,P2,Ben,open,,,
D,2026-07-07 23:30,Yard,Silver,P1,Ben,resolved,2026-07-07 23:40,2026-07-07 23:50,10
"""
TARGETS = """valid_from,clock,tier,premium,amount,unit
2026-01-01,first_response,Gold,no,4,business_hours
2026-01-01,first_response,Gold,yes,30,business_minutes
2026-01-01,resolution,Gold,,2,business_days
"""


@pytest.mark.torture
def test_a_ticket_is_as_the_desk_met_it_on_the_companys_clock(world: World) -> None:
    world.load({"tickets.csv": TICKETS})
    with open_history(world.home) as history:
        tickets = desk_tickets(history, "Europe/London").set_index("ticket_id")

    assert str(tickets.loc["A", "opened_at"]) == "2026-07-06 09:00:00"  # the file is in UTC
    assert tickets["response_seconds"].fillna(-1).tolist() == [45 * 60, 0, -1, 0]
    assert tickets["answered_at_once"].tolist() == [False, True, False, False]


@pytest.mark.torture
def test_a_technician_was_there_on_days_with_a_trace_by_day(world: World) -> None:
    world.load({"tickets.csv": TICKETS})
    with open_history(world.home) as history:
        days = technician_days(history, "Europe/London")

    assert days[["technician", "first_hour", "last_hour"]].to_numpy().tolist() == [["Ana", 11.0, 12.0]]


def test_hours_of_the_company_are_wall_time(world: World) -> None:
    world.load({"tickets.csv": TICKETS})
    with open_history(world.home) as history:
        hours = desk_hours(history, "Europe/London")

    monday = hours[hours["opens_at"].dt.date.astype(str) == "2026-07-06"]
    assert monday[["opens_at", "closes_at"]].astype(str).to_numpy().tolist() == [["2026-07-06 08:30:00", "2026-07-06 17:30:00"]]


def test_every_ticket_has_its_targets_with_and_without_premium(world: World) -> None:
    world.load({"tickets.csv": TICKETS, "targets.csv": TARGETS})
    with open_history(world.home) as history:
        targets = targets_with_and_without(history)

    assert targets.fillna(-1).to_numpy().tolist() == [
        [14400, 1800, 64800, 64800], [14400, 1800, 64800, 64800], [-1, -1, -1, -1], [-1, -1, -1, -1],
    ]


def test_a_client_has_its_tickets_and_the_minutes_that_were_told(world: World) -> None:
    world.load({"tickets.csv": TICKETS})
    with open_history(world.home) as history:
        clients = desk_clients(history)

    assert clients[["client", "tier", "tickets", "hands_on_minutes", "told_minutes"]].to_numpy().tolist() == [
        ["Mill", "Gold", 2, 30.0, 1], ["Yard", "Silver", 2, 10.0, 1],
    ]
