"""What one ticket's clock did, stretch by stretch: drawn tickets, and the sum beside the measured table."""

import pytest

from pipelines.measure import results
from pipelines.vocabulary import Clock
from tests.loading import World

TICKETS = """
ticket_id,opened_at,first_response_at,resolved_at,issue_type,status
W,2026-03-02 09:30,2026-03-02 10:00,2026-03-03 09:00,Email,Closed
N,2026-03-02 20:00,,2026-03-02 22:00,Email,Closed
R,2026-03-04 09:00,2026-03-04 09:10,2026-03-04 15:00,Email,Closed
O,2026-03-06 16:30,,,Email,Open
Z,2026-03-09 09:00,2026-03-09 09:10,2026-03-09 09:30,Email,Closed
"""
HISTORY = """
ticket_id,status,changed_at
W,New,2026-03-02 09:30
W,Waiting for customer,2026-03-02 16:30
W,Pending,2026-03-02 17:00
W,In progress,2026-03-03 08:30
W,Closed,2026-03-03 09:00
R,New,2026-03-04 09:00
R,Resolved,2026-03-04 10:00
R,In progress,2026-03-04 14:00
R,Resolved,2026-03-04 15:00
"""
Stretches = list[tuple[str, str, str]]


@pytest.fixture
def loaded(world: World) -> World:
    """Five tickets: one waits for its client over night, one is reopened, one is open."""
    world.load({"tickets.csv": TICKETS, "status_history.csv": HISTORY})
    return world


def told(world: World, ticket: str, *, pauses: bool = True) -> Stretches:
    """Day and hour at which each stretch begins and ends, and what the clock does."""
    with world.history() as history:
        frame = results.clock_parts(history, Clock.RESOLUTION, "generic", ticket, pauses=pauses)
    return [
        (f"{begins:%a %H:%M}", f"{ends:%a %H:%M}", does)
        for begins, ends, does in zip(frame["begins_at"], frame["ends_at"], frame["does"], strict=True)
    ]


def merged(stretches: Stretches) -> Stretches:
    """Neighbours that do the same as one."""
    joined: Stretches = []
    for begins, ends, does in stretches:
        if joined and joined[-1][1:] == (begins, does):
            joined[-1] = (joined[-1][0], ends, does)
        else:
            joined.append((begins, ends, does))
    return joined


def test_the_worked_ticket_waits_over_night(loaded: World) -> None:
    assert merged(told(loaded, "W")) == [
        ("Mon 09:30", "Mon 16:30", "runs"),
        ("Mon 16:30", "Tue 08:30", "waits"),
        ("Tue 08:30", "Tue 09:00", "runs"),
    ]


def test_a_clock_that_does_not_pause_runs_while_its_ticket_waits(loaded: World) -> None:
    assert merged(told(loaded, "W", pauses=False)) == [
        ("Mon 09:30", "Mon 17:30", "runs"),
        ("Mon 17:30", "Tue 08:30", "closed"),
        ("Tue 08:30", "Tue 09:00", "runs"),
    ]


def test_from_a_resolution_until_the_reopening_the_clock_waits(loaded: World) -> None:
    assert merged(told(loaded, "R")) == [
        ("Wed 09:00", "Wed 10:00", "runs"),
        ("Wed 10:00", "Wed 14:00", "waits"),
        ("Wed 14:00", "Wed 15:00", "runs"),
    ]


def test_a_night_is_closed_and_an_open_ticket_is_read_at_the_export(loaded: World) -> None:
    assert told(loaded, "N") == [("Mon 20:00", "Mon 22:00", "closed")]
    assert told(loaded, "O") == [
        ("Fri 16:30", "Fri 17:30", "runs"),
        ("Fri 17:30", "Mon 08:30", "closed"),
        ("Mon 08:30", "Mon 09:30", "runs"),
    ]


def test_what_runs_is_the_business_time_of_the_measured_table(loaded: World) -> None:
    measured = loaded.rows("ticket_clock", "ticket_id", "clock", "business_seconds")
    with loaded.history() as history:
        for ticket, clock, seconds in measured:
            pauses = clock == "resolution"
            parts = results.clock_parts(history, Clock(clock), "generic", ticket, pauses=pauses)
            assert parts.loc[parts["does"] == "runs", "seconds"].sum() == (seconds or 0), (ticket, clock)
    assert len(measured) == 2 * 5


def test_a_ticket_that_is_not_there_has_no_stretch(loaded: World) -> None:
    assert told(loaded, "nobody") == []
