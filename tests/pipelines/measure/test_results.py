"""What pages and shell ask: quantiles with open tickets in them, weeks with their denominators, honest counts."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.shares import done_curve
from pipelines.connection import Connection
from pipelines.measure import results
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock
from tests.loading import World

COLUMNS = ("clock", "issue_kind", "issue_type", "business_seconds", "still_open", "state", "opened_day")


def drawn(rows: list[tuple[int, bool]]) -> Connection:
    """A measured table of one segment: seconds, and whether the clock still runs."""
    connection = Connection.in_memory()
    connection.run(Path(__file__).parent / "ticket_clock_drawn.sql")
    day = date(2026, 3, 2)
    table = [("resolution", "software", "Email", s, o, "no_target", day) for s, o in rows]
    connection.append("ticket_clock", COLUMNS, table)
    return connection


def test_quantiles_hold_open_tickets_and_say_where_the_share_was_never_reached() -> None:
    with drawn([(100, False), (200, False), (300, True), (400, False), (500, True)]) as history:
        row = results.turnaround(history, Clock.RESOLUTION).iloc[0]

    # 1 - (4/5)(3/4) = 0.4 at 200; 1 - 0.6 (1/2) = 0.7 at 400; then nobody knows.
    assert (row["n"], row["still_open"], row["p50_seconds"]) == (5, 2, 400)
    assert pd.isna(row["p80_seconds"])
    assert row["naive_p90_seconds"] == 400


def test_without_open_tickets_the_quantile_is_the_plain_one() -> None:
    with drawn([(seconds, False) for seconds in range(10, 110, 10)]) as history:
        row = results.turnaround(history, Clock.RESOLUTION).iloc[0]

    assert [row[f"p{share}_seconds"] for share in (50, 80, 90, 95)] == [50, 80, 90, 100]
    assert row["naive_p90_seconds"] == 90


@pytest.mark.torture
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=1, max_size=40))
def test_sql_and_numpy_tell_the_same_share(rows: list[tuple[int, bool]]) -> None:
    with drawn(rows) as history:
        told = results.curve(history, Clock.RESOLUTION, "Email", Slice())
    curve = done_curve(np.array([s for s, _ in rows], float), np.array([not o for _, o in rows]))

    assert told["business_seconds"].tolist() == curve.seconds.tolist()
    assert told["done"].to_numpy() == pytest.approx(curve.done, abs=1e-9)


WEEKS = """
    ticket_id,opened_at,status,resolved_at
    T-1,2026-03-02 09:00,resolved,2026-03-02 10:00
    T-2,2026-03-02 09:00,resolved,2026-03-10 10:00
    T-3,2026-03-09 09:00,open,
    T-4,2026-03-13 15:00,open,
    T-5,2026-03-12 15:00,closed,
    T-6,2026-03-12 15:00,merged,
    T-7,2026-03-13 16:00,resolved,2026-03-13 16:30
"""
FOUR_HOURS = "valid_from,clock,amount,unit\n2026-01-01,resolution,4,business_hours\n"


@pytest.mark.torture
def test_a_week_counts_what_stopped_in_it_and_open_and_over_stand_in_the_exports_own_week(world: World) -> None:
    world.load({"t.csv": FOUR_HOURS, "f.csv": WEEKS})
    with world.history() as history:
        weeks = results.weekly(history, Clock.RESOLUTION, Slice(date(2026, 2, 23), date(2026, 3, 15)))

    counts = weeks[["week", "opened", "stopped", "met", "late", "open_and_over", "open_inside", "end_unknown"]]
    assert [tuple(row) for row in counts.itertuples(index=False)] == [
        (pd.Timestamp("2026-02-23"), 0, 0, 0, 0, 0, 0, 0),
        (pd.Timestamp("2026-03-02"), 2, 1, 1, 0, 0, 0, 0),
        (pd.Timestamp("2026-03-09"), 4, 2, 1, 1, 1, 1, 1),
    ]


def test_late_tickets_and_the_next_due_are_listed(world: World) -> None:
    world.load({"t.csv": FOUR_HOURS, "f.csv": WEEKS})
    with world.history() as history:
        late = results.late_tickets(history, Clock.RESOLUTION, Slice(date(2026, 3, 9), date(2026, 3, 15)))
        due = results.due_next(history, Clock.RESOLUTION)

    assert late["ticket_id"].tolist() == ["T-3", "T-2"]
    assert due[["ticket_id", "left_seconds"]].values.tolist() == [["T-4", 4 * 3600 - 5400]]


ANSWERS = """
    ticket_id,opened_at,status,first_response_at,resolved_at
    T-1,2026-03-02 09:00,open,2026-03-02 09:10,
    T-2,2026-03-02 09:00,open,2026-03-02 12:00,
    T-3,2026-03-02 09:00,open,,
    T-4,2026-03-10 09:00,resolved,2026-03-10 09:10,2026-03-10 10:00
    T-5,2026-03-10 16:50,open,,
    T-6,2026-03-10 16:50,resolved,,2026-03-10 17:00
"""
HALF_AN_HOUR = "valid_from,clock,amount,unit\n2026-01-01,first_response,30,business_minutes\n"


def test_a_ticket_nobody_has_answered_is_late_in_the_week_of_its_opening(world: World) -> None:
    world.load({"t.csv": HALF_AN_HOUR, "f.csv": ANSWERS})
    with world.history() as history:
        weeks = results.weekly(history, Clock.FIRST_RESPONSE, Slice(date(2026, 3, 2), date(2026, 3, 15)))
        late = results.late_tickets(history, Clock.FIRST_RESPONSE, Slice(date(2026, 3, 2), date(2026, 3, 8)))
        issues = results.week_by_issue(history, Clock.FIRST_RESPONSE, date(2026, 3, 2), 1, Slice())

    counts = weeks[["stopped", "met", "late", "open_and_over", "open_inside", "end_unknown"]]
    assert counts.values.tolist() == [[2, 1, 2, 1, 0, 0], [1, 1, 0, 0, 1, 1]]
    assert late["ticket_id"].tolist() == ["T-3", "T-2"]
    assert issues["late"].tolist() == [2]


@pytest.mark.torture
def test_the_facts_count_excluded_tickets_beside_the_others(world: World) -> None:
    world.load({"f.csv": WEEKS})
    with world.history() as history:
        found = results.facts(history)

    assert found is not None
    assert (found.tickets, found.excluded, found.has_tier, found.has_targets, found.is_sample) == (6, 1, False, False, False)


@pytest.mark.torture
def test_choices_narrow_every_answer(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,issue_type,tier,resolved_at
        T-1,2026-03-02 09:00,Email,Gold,2026-03-02 10:00
        T-2,2026-03-02 09:00,Printer,Silver,2026-03-02 11:00
    """})
    with world.history() as history:
        gold = results.turnaround(history, Clock.RESOLUTION, Slice(tiers=("Gold",)))
        hardware = results.turnaround(history, Clock.RESOLUTION, Slice(issue_kinds=("hardware",)))

        assert gold["issue_type"].tolist() == ["Email"]
        assert hardware["issue_type"].tolist() == ["Printer fault"]
        assert results.choices(history)["tiers"] == ["Gold", "Silver"]


def test_what_is_judged_is_met_and_all_that_is_over_open_or_not(world: World) -> None:
    world.load({"t.csv": FOUR_HOURS + "2026-01-01,first_response,1,business_hours\n", "f.csv": """
        ticket_id,opened_at,status,first_response_at,resolved_at
        T-1,2026-03-09 09:00,resolved,2026-03-09 09:30,2026-03-09 10:00
        T-2,2026-03-09 09:00,open,,
        T-3,2026-03-13 15:00,open,2026-03-13 15:30,
    """})
    with world.history() as history:
        resolution = results.weekly(history, Clock.RESOLUTION, Slice(date(2026, 3, 9), date(2026, 3, 15))).iloc[0]
        response = results.weekly(history, Clock.FIRST_RESPONSE, Slice(date(2026, 3, 9), date(2026, 3, 15))).iloc[0]

    names = ["judged", "met", "late", "open_and_over", "open_inside"]
    assert resolution[names].tolist() == [2, 1, 0, 1, 1]
    assert response[names].tolist() == [3, 2, 1, 1, 0]


@pytest.mark.torture
def test_the_backlog_is_what_was_open_at_the_end_of_each_week(world: World) -> None:
    world.load({"f.csv": WEEKS})
    with world.history() as history:
        backlog = results.backlog(history, Slice(date(2026, 3, 2), date(2026, 3, 15)))

    assert backlog.iloc[:, -1].tolist() == [1, 2]


@pytest.mark.torture
def test_all_segments_may_be_asked_about_as_one(world: World) -> None:
    world.load({"f.csv": WEEKS})
    with world.history() as history:
        whole = results.turnaround(history, Clock.RESOLUTION, by_issue=False, by_tier=False, by_place=False)

    assert whole[["n", "still_open", "end_unknown"]].values.tolist() == [[5, 2, 1]]
