"""The clock on small worlds with answers by hand, and what must hold for any clock."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_of
from hypothesis import strategies as st

from pipelines.connection import Connection
from pipelines.measure.clock.calendars import PlacedCalendar, write_calendars
from pipelines.measure.clock.reading import empty_clock, run_clock, run_due
from tests.drawn import given
from tests.pipelines.measure.clock_cases import HERE, WEEK, WORKDAYS, calendar

HOUR = 3600
PLACED = [
    PlacedCalendar(number, drawn, zone)
    for number, (drawn, zone) in enumerate(
        (
            (calendar("GB-ENG", dict.fromkeys(WORKDAYS, "09:00-17:00")), "Europe/London"),
            (calendar("", dict.fromkeys(WORKDAYS, "08:00-12:00 13:00-17:00")), "America/New_York"),
            (calendar("", dict.fromkeys(WEEK, "00:00-24:00")), "Europe/London"),
            (calendar("", dict.fromkeys(WEEK, "22:00-06:00")), "Europe/London"),
            (calendar("", dict.fromkeys(WEEK, "00:00-04:00")), "Australia/Lord_Howe"),
        ),
        start=1,
    )
]
SPAN = "clock_span\nspan_id | calendar_id | started_at | read_at\n1 | "
PAUSE = "span_pause\nspan_id | paused_at | resumed_at\n"


@pytest.fixture(scope="module")
def placed() -> Iterator[Connection]:
    with Connection.in_memory() as connection:
        write_calendars(connection, PLACED, date(2025, 1, 1), date(2025, 12, 31))
        yield connection


@pytest.fixture
def connection(placed: Connection) -> Connection:
    empty_clock(placed)
    return placed


def seconds(connection: Connection) -> list[tuple[int | None, int | None, int | None, bool]]:
    """Business, paused and calendar seconds and whether outside, by span."""
    run_clock(connection)
    return [(row[1], row[2], row[3], row[4]) for row in connection.rows(HERE / "answers.sql")]


def of_one(connection: Connection, span: str, pauses: str = "") -> tuple[int | None, int | None]:
    """Business and paused seconds of a single span, drawn as calendar | start | reading."""
    given(connection, SPAN + span + ("\n\n" + PAUSE + pauses if pauses else ""))
    return seconds(connection)[0][:2]


@pytest.mark.parametrize(
    ("span", "hours"),
    [
        ("1 | 2025-03-03 16:00 | 2025-03-04 10:00", 2),
        ("1 | 2025-03-08 10:00 | 2025-03-09 10:00", 0),
        ("1 | 2025-03-03 17:00 | 2025-03-04 09:00", 0),
        ("1 | 2025-03-03 10:00 | 2025-03-03 10:00", 0),
        ("1 | 2025-04-17 15:00 | 2025-04-22 09:00", 2),
        ("1 | 2025-03-28 16:00 | 2025-03-31 09:00", 2),
        ("2 | 2025-03-03 16:00 | 2025-03-03 19:00", 2),
        ("3 | 2025-03-30 00:00 | 2025-03-30 23:00", 23),
        ("3 | 2025-10-25 23:00 | 2025-10-27 00:00", 25),
        ("4 | 2025-03-03 12:00 | 2025-03-04 12:00", 8),
        ("4 | 2025-03-29 12:00 | 2025-03-30 12:00", 7),
        ("4 | 2025-10-25 12:00 | 2025-10-26 12:00", 9),
        ("5 | 2025-04-05 12:00 | 2025-04-06 00:00", 4.5),
        ("5 | 2025-10-04 12:00 | 2025-10-05 00:00", 3.5),
    ],
    ids=[
        "over night", "at the weekend", "edge to edge of a closed night", "no time at all", "over easter",
        "the weekend of the clock change", "lunch break", "day and night with 23 hours", "day and night with 25 hours",
        "night shift", "night shift less an hour", "night shift more an hour", "half an hour more", "half an hour less",
    ],
)  # fmt: skip
def test_seconds_by_hand(connection: Connection, span: str, hours: float) -> None:
    assert of_one(connection, span) == (hours * HOUR, 0)


def test_a_pause_stops_the_clock_only_while_the_desk_is_open(connection: Connection) -> None:
    answer = of_one(connection, "1 | 2025-03-03 16:00 | 2025-03-04 10:00", "1 | 2025-03-03 16:30 | 2025-03-04 09:15")
    assert answer == (75 * 60, 45 * 60)


def test_pauses_that_overlap_touch_or_reach_outside_count_once(connection: Connection) -> None:
    pauses = """
        1 | 2025-03-03 08:00 | 2025-03-03 10:00
        1 | 2025-03-03 09:30 | 2025-03-03 09:45
        1 | 2025-03-03 10:00 | 2025-03-03 11:00
        1 | 2025-03-03 10:30 | 2025-03-03 11:30
        1 | 2025-03-03 15:30 | 2025-03-05 12:00
    """
    answer = of_one(connection, "1 | 2025-03-03 09:00 | 2025-03-03 16:00", pauses.strip())
    assert answer == (4 * HOUR, 3 * HOUR)


@pytest.mark.parametrize(
    ("pause", "minutes"),
    [
        ("1 | 2025-03-03 11:00 | 2025-03-03 10:00", 0),
        ("1 | 2025-03-03 11:00 | 2025-03-03 11:00", 0),
        ("1 | 2025-03-02 11:00 | 2025-03-03 10:00", 0),
        ("1 | 2025-03-03 12:00 | 2025-03-03 13:00", 0),
        ("1 |                  | 2025-03-03 11:00", 0),
        ("9 | 2025-03-03 10:00 | 2025-03-03 11:00", 0),
        ("1 | 2025-03-03 11:30 |                 ", 30),
    ],
    ids=["reversed", "empty", "before", "after", "without a beginning", "of another span", "without an end"],
)
def test_pauses_that_are_none_leave_no_trace_and_open_ones_last(
    connection: Connection, pause: str, minutes: int
) -> None:
    answer = of_one(connection, "1 | 2025-03-03 10:00 | 2025-03-03 12:00", pause)
    assert answer == ((120 - minutes) * 60, minutes * 60)


def test_seconds_outside_the_calendar_are_null_and_said_so(connection: Connection) -> None:
    given(connection, """
        clock_span
        span_id | calendar_id | started_at       | read_at
        1       | 1           | 2024-12-31 23:59 | 2025-01-02 10:00
        2       | 1           | 2025-12-31 10:00 | 2026-01-01 00:00
        3       | 9           | 2025-03-03 10:00 | 2025-03-03 11:00
        4       |             | 2025-03-03 10:00 | 2025-03-03 11:00
        5       | 1           | 2325-03-03 10:00 | 2325-03-03 11:00
        6       | 1           | 2025-12-31 10:00 | 2025-12-31 23:59:59
    """)

    answers = seconds(connection)
    assert [row[0] for row in answers] == [None] * 5 + [7 * HOUR]
    assert [row[1] for row in answers] == [None] * 5 + [0]
    assert [row[3] for row in answers] == [True] * 5 + [False]
    assert answers[2][2] == HOUR


def test_a_reading_before_the_start_and_a_missing_instant_have_no_seconds(connection: Connection) -> None:
    given(connection, """
        clock_span
        span_id | calendar_id | started_at       | read_at
        1       | 1           | 2025-03-03 11:00 | 2025-03-03 10:00
        2       | 1           | 2025-03-03 11:00 |
    """)

    assert seconds(connection) == [(None, None, None, False)] * 2


def test_parts_of_a_second_are_dropped(connection: Connection) -> None:
    assert of_one(connection, "1 | 2025-03-03 10:00:00.9 | 2025-03-03 10:00:02.1") == (2, 0)


def test_due_times_are_the_first_instant_at_which_the_target_has_run(connection: Connection) -> None:
    given(connection, """
        clock_due
        span_id | calendar_id | started_at       | target_seconds
        1       | 1           | 2025-03-03 16:00 | 7200
        2       | 1           | 2025-03-03 16:00 | 3600
        3       | 1           | 2025-03-08 12:00 | 60
        4       | 1           | 2025-03-08 12:00 | 0
        5       | 1           | 2025-12-31 16:00 | 7200
        6       | 1           | 2024-12-31 16:00 | 7200
        7       | 1           | 2025-03-03 16:00 | -60
        8       | 1           | 2025-03-03 16:00 |
    """)

    run_due(connection)
    assert [row[1] for row in connection.rows(HERE / "due.sql")] == [
        datetime(2025, 3, 4, 10, 0),
        datetime(2025, 3, 3, 17, 0),
        datetime(2025, 3, 10, 9, 1),
        datetime(2025, 3, 8, 12, 0),
        *[None] * 4,
    ]


instants = st.datetimes(datetime(2025, 1, 3), datetime(2025, 12, 29)).map(lambda at: at.replace(microsecond=0))
winter = st.datetimes(datetime(2025, 1, 6), datetime(2025, 2, 20)).map(lambda at: at.replace(microsecond=0))
numbers = st.integers(1, len(PLACED))
often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def business(connection: Connection, *spans: tuple[int, datetime, datetime]) -> list[int | None]:
    """Business seconds of spans without pauses."""
    empty_clock(connection)
    rows = [(number, *span) for number, span in enumerate(spans)]
    connection.append("clock_span", ("span_id", "calendar_id", "started_at", "read_at"), rows)
    return [row[0] for row in seconds(connection)]


@pytest.mark.torture
@often
@any_of(numbers, winter, winter)
def test_a_week_later_the_seconds_are_the_same(placed: Connection, number: int, one: datetime, other: datetime) -> None:
    begins, ends, week = min(one, other), max(one, other), timedelta(days=7)
    before, after = business(placed, (number, begins, ends), (number, begins + week, ends + week))
    assert before == after


@pytest.mark.torture
@often
@any_of(numbers, st.lists(instants, min_size=3, max_size=3))
def test_the_seconds_of_two_parts_add_up(placed: Connection, number: int, three: list[datetime]) -> None:
    first, second, third = sorted(three)
    whole, *parts = business(placed, (number, first, third), (number, first, second), (number, second, third))
    assert whole == sum(part or 0 for part in parts)


@often
@any_of(numbers, st.lists(instants, min_size=5, max_size=5))
def test_a_pause_in_two_parts_is_the_same_pause(placed: Connection, number: int, five: list[datetime]) -> None:
    begins, paused, split, resumed, ends = sorted(five)
    empty_clock(placed)
    spans = [(1, number, begins, ends), (2, number, begins, ends)]
    placed.append("clock_span", ("span_id", "calendar_id", "started_at", "read_at"), spans)
    pauses = [(1, paused, resumed), (2, paused, split), (2, split, resumed)]
    placed.append("span_pause", ("span_id", "paused_at", "resumed_at"), pauses)
    whole, parts = seconds(placed)
    assert whole == parts


@often
@any_of(numbers, instants, st.integers(1, 10 * 86400))
def test_a_clock_read_when_due_has_run_its_target(
    placed: Connection, number: int, started: datetime, target: int
) -> None:
    empty_clock(placed)
    columns = ("span_id", "calendar_id", "started_at", "target_seconds")
    placed.append("clock_due", columns, [(1, number, started, target)])
    run_due(placed)
    ((_, due),) = placed.rows(HERE / "due.sql")
    if due is not None:
        second = timedelta(seconds=1)
        assert business(placed, (number, started, due), (number, started, due - second)) == [target, target - 1]
