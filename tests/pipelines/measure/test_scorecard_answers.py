"""What only the scorecard asks: Premium by week, technicians by week, and who came when."""

from datetime import date
from pathlib import Path

from pipelines.connection import Connection
from pipelines.measure import results
from pipelines.measure.results import Slice

COLUMNS = ("ticket_id", "clock", "premium", "technician", "state", "still_open", "opened_day", "stopped_day")
MARCH = Slice(date(2026, 3, 2), date(2026, 3, 15))
ROWS = [
    ("T-1", "resolution", True, "Anna", "met", False, date(2026, 3, 2), date(2026, 3, 2)),
    ("T-2", "resolution", True, "Anna", "breached", False, date(2026, 3, 2), date(2026, 3, 8)),
    ("T-3", "resolution", True, "Ben", "breached", True, date(2026, 3, 3), None),
    ("T-4", "resolution", False, "Ben", "met", False, date(2026, 3, 3), date(2026, 3, 9)),
    ("T-5", "resolution", False, None, "met", False, date(2026, 3, 3), date(2026, 3, 9)),
    ("T-6", "first_response", True, "Cleo", "met", False, date(2026, 3, 3), date(2026, 3, 3)),
]


def drawn() -> Connection:
    connection = Connection.in_memory()
    connection.run(Path(__file__).parent / "ticket_clock_drawn.sql")
    connection.append("ticket_clock", COLUMNS, ROWS)
    return connection


def test_premium_by_week_leaves_open_tickets_and_others_out() -> None:
    with drawn() as history:
        found = results.premium_weekly(history, MARCH)

    assert found[["met", "late"]].to_numpy().tolist() == [[1, 1], [0, 0]]


def test_technicians_by_week_are_those_who_resolved_something() -> None:
    with drawn() as history:
        found = results.technicians_weekly(history, MARCH)

    assert found[["tickets", "technicians"]].to_numpy().tolist() == [[2, 1], [1, 1]]


def test_a_technician_starts_with_the_first_resolution() -> None:
    with drawn() as history:
        found = results.technician_starts(history)

    assert found["technician"].tolist() == ["Anna", "Ben"]
    assert [str(day)[:10] for day in found["first_day"]] == ["2026-03-02", "2026-03-09"]
    assert found["tickets"].tolist() == [2, 1]
