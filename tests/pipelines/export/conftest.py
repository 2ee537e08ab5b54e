"""A small firm with everything that a clock can meet, and its export."""

from pathlib import Path

import pytest

from pipelines.facts_export import export_facts
from tests.loading import World

CLIENTS = """client,site,tier,calendar,timezone,distance_km,users,monthly_fee,premium_since
Alder Dental,Main,Gold,standard,Europe/London,4,20,900,
Bexley Motors,Main,Silver,standard,America/New_York,42,35,700,
"""
TARGETS = """valid_from,clock,tier,issue_type,work_mode,distance_band,priority,premium,amount,unit
2026-03-01,resolution,Gold,,,,,,2,business_hours
2026-03-01,resolution,Silver,,,,,,1,business_days
"""
TICKETS = """ticket_id,opened_at,first_response_at,resolved_at,client,status
A-1,2026-02-27 16:00,2026-02-27 16:10,2026-03-02 09:00,Alder Dental,resolved
A-2,2026-03-27 16:00,2026-03-27 16:10,2026-03-30 10:00,Alder Dental,resolved
A-3,2026-03-28 11:00,2026-03-28 12:00,2026-03-29 12:00,Alder Dental,resolved
A-4,2026-04-01 09:30,2026-04-01 09:45,,Alder Dental,open
B-1,2026-03-06 20:00,2026-03-06 20:05,2026-03-09 15:00,Bexley Motors,resolved
B-2,2026-03-10 14:00,2026-03-10 14:20,2026-03-10 16:00,Bexley Motors,resolved
B-3,2026-03-11 14:00,2026-03-11 14:20,2026-03-13 16:00,Bexley Motors,resolved
B-4,2026-04-01 15:00,,,Bexley Motors,open
N-1,2026-03-12 09:00,2026-03-12 09:01,2026-03-12 09:02,,resolved
N-2,2026-03-12 09:00,2026-03-12 09:01,,,closed
"""
STATUSES = """ticket_id,status,changed_at
A-2,open,2026-03-27 16:00
A-2,waiting for client,2026-03-27 16:30
A-2,open,2026-03-30 09:15
A-2,resolved,2026-03-30 10:00
B-3,open,2026-03-11 14:00
B-3,waiting for client,2026-03-11 15:00
B-3,waiting for vendor,2026-03-11 16:00
B-3,open,2026-03-12 14:30
B-3,resolved,2026-03-12 15:00
B-3,open,2026-03-13 14:00
B-3,resolved,2026-03-13 16:00
"""


@pytest.fixture(scope="session")
def firm(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Two time zones and the week of a clock change; waits, a reopening, open ends, an unknown end, no client."""
    world = World(tmp_path_factory.mktemp("firm") / "home")
    world.load({"c.csv": CLIENTS, "g.csv": TARGETS, "t.csv": TICKETS, "s.csv": STATUSES})
    return world


@pytest.fixture(scope="session")
def exported(firm: World) -> Path:
    """Its export."""
    folder = firm.home.parent / "facts"
    export_facts(firm.home, folder)
    return folder
