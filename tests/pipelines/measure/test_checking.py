"""Each check finds what it is for, and says nothing about good data."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.connection import Connection
from pipelines.intake.answers import Answers
from pipelines.measure.checking import CHECKS, KNOW, LOOK, check_rows, checked, checks, findings, reconciliation
from tests.drawn import given
from tests.loading import LENIENT, UTC, World

GOOD = """
    ticket_id,opened_at,first_response_at,resolved_at,closed_at,status,client,tier,subject
    T-1,2026-03-02 09:00,2026-03-02 09:10,2026-03-02 10:00,2026-03-05 10:00,closed,Alder,Gold,Printer jams
    T-2,2026-03-03 09:00,2026-03-03 09:10,2026-03-03 10:00,2026-03-06 10:00,closed,Alder,Gold,Printer jams again
    T-3,2026-03-04 09:00,2026-03-04 09:10,,,open,Birch,Silver,Printer jams
"""

MEASURED = Path(__file__).parent / "ticket_clock_drawn.sql"


def friday(week: int) -> Answers:
    """An export that was taken in the evening of a week's Friday."""
    return Answers(timezone="UTC", as_of=datetime(2026, 1, 16, 18, 0) + timedelta(weeks=week))


def rows(world: World, check: str, *columns: str) -> list[tuple[object, ...]]:
    with world.history() as history:
        frame = check_rows(history, check)
    return list(frame[list(columns)].itertuples(index=False, name=None))


@pytest.mark.torture
def test_good_data_leaves_every_check_silent(world: World) -> None:
    world.load({"f.csv": GOOD})
    with world.history() as history:
        assert [finding.check for finding in checked(history)] == []
        assert len(checks(history)) == len(list(CHECKS.glob("*.sql"))) == len(findings(history))


@pytest.mark.torture
def test_every_check_says_how_much_it_matters_and_what_to_do(world: World) -> None:
    world.load({"f.csv": GOOD})
    with world.history() as history:
        for finding in findings(history):
            lines = (CHECKS / f"{finding.check}.sql").read_text(encoding="utf-8").splitlines()
            assert lines[1].startswith((f"-- {LOOK}: ", f"-- {KNOW}: ")), finding.check
            assert finding.advice.endswith("."), finding.check
            assert finding.advice[0].isupper(), finding.check
            assert not finding.title.endswith("."), finding.check


@pytest.mark.torture
def test_what_has_to_be_looked_at_stands_first(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,first_response_at,resolved_at,status,client
        T-1,2026-03-02 09:00,2026-03-01 09:10,2026-03-02 10:00,closed,Alder
        T-2,2026-03-02 09:00,,2026-03-02 10:00,closed,Alder
        T-3,2026-03-02 09:00,2026-03-02 09:10,2026-03-02 10:00,closed,Alder
    """}, LENIENT)
    with world.history() as history:
        assert [(finding.check, finding.rows, finding.severity) for finding in checked(history)] == [
            ("answered_before_opening", 1, LOOK), ("never_answered", 2, KNOW),
        ]


@pytest.mark.torture
def test_a_response_before_the_opening_is_listed_with_what_the_file_says(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,first_response_at,resolved_at,status
        T-1,2026-03-02 09:00,2026-03-02 08:59,2026-03-02 10:00,closed
        T-2,2026-03-02 09:00,2026-03-02 09:00,2026-03-02 10:00,closed
        T-3,2026-03-02 09:00,1900-01-01 00:00,2026-03-02 10:00,closed
    """}, LENIENT)

    assert rows(world, "answered_before_opening", "ticket_id", "told_response") == [("T-1", "2026-03-02 08:59")]


@pytest.mark.torture
def test_a_status_history_that_answers_before_the_opening_is_listed(world: World) -> None:
    world.load({"log.csv": """
        number,incident_state,opened_at,sys_updated_at,resolved_at,category
        I-1,New,2026-03-02 09:00,2026-03-02 08:00,?,Email
        I-1,Active,2026-03-02 09:00,2026-03-02 08:30,?,Email
        I-2,New,2026-03-02 09:00,2026-03-02 09:00,?,Email
        I-2,Active,2026-03-02 09:00,2026-03-02 09:30,?,Email
    """})

    assert rows(world, "answered_before_opening", "ticket_id", "told_response") == [("I-1", "2026-03-02 08:30 UTC")]


@pytest.mark.torture
def test_an_end_before_the_opening_is_listed_once(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,resolved_at,closed_at,status
        T-1,2026-03-02 09:00,2026-03-01 10:00,2026-03-01 11:00,closed
        T-2,2026-03-02 09:00,2026-03-02 09:00,2026-03-02 11:00,closed
        T-3,2026-03-02 09:00,2026-03-02 10:00,2026-03-01 10:00,closed
        T-4,2026-03-02 09:00,,,closed
    """}, LENIENT)

    assert rows(world, "resolved_before_opening", "ticket_id", "told_end") == [
        ("T-1", "2026-03-01 10:00"), ("T-3", "2026-03-01 10:00"),
    ]


@pytest.mark.torture
def test_an_end_that_a_newer_export_has_mended_is_no_longer_listed(world: World) -> None:
    told = "ticket_id,opened_at,updated_at,resolved_at,status\nT-1,2026-03-02 09:00,2026-03-0{}"
    world.load({"a.csv": told.format("3 09:00,2026-03-01 10:00,closed")}, LENIENT)
    assert rows(world, "resolved_before_opening", "ticket_id") == [("T-1",)]

    world.load({"b.csv": told.format("4 09:00,2026-03-02 10:00,closed")})
    assert rows(world, "resolved_before_opening", "ticket_id") == []


@pytest.mark.torture
def test_a_status_history_that_ends_before_the_opening_is_listed(world: World) -> None:
    world.load({
        "f.csv": "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,closed\nT-2,2026-03-02 09:00,closed",
        "h.csv": "ticket_id,status,changed_at\nT-1,resolved,2026-03-01 09:00\nT-2,resolved,2026-03-02 10:00",
    })

    assert rows(world, "resolved_before_opening", "ticket_id", "told_end") == [("T-1", "2026-03-01 09:00 UTC")]


@pytest.mark.parametrize(
    ("usual_days", "days", "found"), [(5, 29, False), (5, 31, True), (25, 60, False), (25, 80, True), (0, 31, True)]
)
def test_a_closing_is_late_beside_what_is_usual_in_its_source(world: World, usual_days: int, days: int, found: bool) -> None:
    resolved = datetime(2026, 3, 2, 10, 0)
    line = "T-{},2026-03-02 09:00,{},{},closed"
    lines = [line.format(n, resolved, resolved + timedelta(days=usual_days)) for n in range(5)]
    lines += [line.format(99, resolved, resolved + timedelta(days=days))]
    world.load({"f.csv": "\n".join(["ticket_id,opened_at,resolved_at,closed_at,status", *lines])})

    assert rows(world, "closed_long_after", "ticket_id", "days") == ([("T-99", days)] if found else [])


ODD = {
    "c.csv": "client,tier,calendar,timezone\nAlder,Gold,moonlight,Mars/Crater\nBirch,Gold,standard,Europe/London",
    "f.csv": """
        ticket_id,opened_at,first_response_at,resolved_at,status,client
        T-0,2025-10-27 09:00,2025-10-27 09:10,2025-10-27 10:00,closed,Birch
        T-1,2025-10-27 09:00,2025-10-27 09:10,,closed,Birch
        T-2,2025-10-27 09:00,,2025-10-27 10:00,closed,Birch
        T-3,2025-10-27 09:00,2025-10-27 09:10,2025-10-27 10:00,closed,Cedar
        T-4,2025-10-27 09:00,2025-10-27 09:10,2025-10-27 10:00,closed,
        T-5,2025-10-27 09:00,2025-10-27 09:10,,singing,Birch
        T-6,2025-10-26 01:30,2025-10-26 09:10,2025-10-27 10:00,closed,Birch
    """,
    "h.csv": "ticket_id,status,changed_at\nT-0,open,2025-10-27 09:10\nX-9,open,2025-10-27 09:10",
}


def test_each_oddity_of_a_history_is_found_by_its_check_alone(world: World) -> None:
    world.load(ODD, Answers(timezone="Europe/London"))
    expected = {
        "client_not_in_list": ("client", "Cedar"), "end_unknown": ("ticket_id", "T-1"), "never_answered": ("ticket_id", "T-2"),
        "repeated_hour": ("ticket_id", "T-6"), "status_history_without_ticket": ("ticket_id", "X-9"), "unknown_calendar": ("client", "Alder"),
        "unknown_timezone": ("client", "Alder"), "unmapped_status": ("status", "singing"), "without_client": ("ticket_id", "T-4"),
    }  # fmt: skip

    with world.history() as history:
        found = {finding.check for finding in checked(history)}
    assert {check: rows(world, check, column) for check, (column, _) in expected.items()} == {
        check: [(value,)] for check, (_, value) in expected.items()
    }
    assert found == {*expected, "without_tier"}  # neither Cedar nor nobody has a plan


def test_a_clock_outside_the_calendars_is_told_from_one_without_an_end() -> None:
    with Connection.in_memory() as history:
        history.run(MEASURED)
        given(history, """
            ticket_clock
            ticket_id | started_at       | stopped_at       | still_open | business_seconds | state
            T-1       | 2026-03-02 09:00 | 2126-03-02 10:00 | false      |                  | end_unknown
            T-2       | 2026-03-02 09:00 |                  | true       |                  | end_unknown
            T-3       | 2026-03-02 09:00 |                  | false      |                  | end_unknown
            T-4       | 2026-03-02 09:00 | 2026-03-02 10:00 | false      | 3600             | no_target
        """)

        assert history.frame(CHECKS / "outside_calendar.sql")["ticket_id"].tolist() == ["T-1", "T-2"]


MONDAY = date(2026, 1, 12)


def weeks(counts: list[int], monday: date = MONDAY) -> str:
    """So many tickets in each week, spread over its working days."""
    return "\n".join(["ticket_id,opened_at,status", *_opened(counts, monday)])


def _opened(counts: list[int], monday: date) -> Iterator[str]:
    for week, count in enumerate(counts):
        for number in range(count):
            day = monday + timedelta(weeks=week, days=number % 5)
            yield f"T-{week}-{number},{day} {9 + number % 8}:00,open"


@pytest.mark.torture
@pytest.mark.parametrize(
    ("newest", "what"),
    [([4], ["far fewer"]), ([0], ["far fewer"]), ([0, 40], ["far fewer"]), ([100], ["far more"]), ([25], []), ([70], []), ([40], [])],
)
def test_a_week_is_listed_where_its_count_halves_or_doubles_beyond_luck(world: World, newest: list[int], what: list[str]) -> None:
    world.load({"f.csv": weeks([40, 38, 44, 35, 41, 47, 39, 36, 43, 40, *newest])}, friday(9 + len(newest)))

    assert [row[0] for row in rows(world, "sudden_volume", "what")] == what


def test_what_few_tickets_do_by_luck_is_not_listed(world: World) -> None:
    world.load({"f.csv": weeks([5, 4, 6, 3, 5, 7, 4, 5, 2, 5, 1, 12])})

    assert rows(world, "sudden_volume", "week") == []


def test_a_source_whose_weeks_always_vary_is_not_listed(world: World) -> None:
    world.load({"f.csv": weeks([20, 60, 22, 75, 18, 66, 20, 70, 25, 61, 15, 77, 20])})

    assert rows(world, "sudden_volume", "week") == []


def test_an_unfinished_week_is_not_judged(world: World) -> None:
    told = weeks([40] * 11) + f"\nT-last,{MONDAY + timedelta(weeks=11)} 09:00,open"
    world.load({"f.csv": told})

    assert rows(world, "sudden_volume", "week") == []


def test_a_week_of_holidays_is_not_expected_to_bring_five_days_of_tickets(world: World) -> None:
    christmas = [40, 38, 44, 35, 41, 47, 39, 36, 43, 40, 24, 21, 42]  # 25 and 26 December, 1 January
    world.load({"f.csv": weeks(christmas, date(2025, 10, 13))})

    assert rows(world, "sudden_volume", "week") == []


@pytest.mark.torture
def test_each_source_has_its_own_usual_week(world: World) -> None:
    other = "TicketNbr,date_entered,Status_Description,company_name\n"
    other += "\n".join(f"C{row.rsplit(',', 1)[0]},New,Alder" for row in weeks([400] * 10).splitlines()[1:])
    world.load({"f.csv": weeks([20] * 9 + [1]), "c.csv": other}, friday(9))

    assert rows(world, "sudden_volume", "source", "tickets", "usual") == [("generic", 1, 20)]


def test_tickets_without_a_plan_are_listed_where_others_have_one(world: World) -> None:
    without = "ticket_id,opened_at,tier,status\nT-1,2026-03-02 09:00,,open\nT-2,2026-03-02 09:00,,merged"
    world.load({"f.csv": without})
    assert rows(world, "without_tier", "ticket_id") == []

    world.load({"g.csv": "ticket_id,opened_at,tier\nT-3,2026-03-02 09:00,Gold"})
    assert rows(world, "without_tier", "ticket_id") == [("T-1",)]


@pytest.mark.torture
def test_a_subject_that_a_client_repeats_within_a_day_is_listed_beside_the_one_before(world: World) -> None:
    world.load({"f.csv": """
        ticket_id,opened_at,client,subject,status
        T-1,2026-03-02 09:00,Alder,Server down,open
        T-2,2026-03-03 09:00,alder ,server DOWN,open
        T-3,2026-03-04 09:01,Alder,Server down,open
        T-4,2026-03-02 09:05,Birch,Server down,open
        T-5,2026-03-02 09:06,Birch,Server down,merged
        T-6,2026-03-02 09:07,,Server down,open
        T-7,2026-03-02 09:08,,Server down,open
    """})

    assert rows(world, "repeated_subject", "ticket_id", "ticket_before", "minutes_after") == [("T-2", "T-1", 24 * 60)]


VENDOR = "TicketNbr,date_entered,Date_Responded_UTC,Date_Resolved_UTC,Status_Description,company_name,Responded_Minutes,Resolved_Minutes\n"
HOUR = "2026-03-02 09:00,2026-03-02 09:30,2026-03-02 11:00,Closed,Alder"


def test_our_minutes_stand_beside_the_vendors(world: World) -> None:
    lines = [f"1,{HOUR},30,120", f"2,{HOUR},28,118", f"3,{HOUR},27,200", f"4,{HOUR},,", f"5,{HOUR},32,126"]
    world.load({"f.csv": VENDOR + "\n".join(lines)})
    with world.history() as history:
        told = reconciliation(history)

    assert rows(world, "vendor_disagrees", "ticket_id", "clock", "difference") == [
        ("3", "resolution", -80.0), ("3", "first_response", 3.0),
    ]
    names = ["source", "clock", "compared", "vendor_counts", "n", "agreeing", "median_difference_seconds"]
    assert told[names].values.tolist() == [
        ["connectwise", "first_response", "minutes", "business", 4, 3, 60.0],
        ["connectwise", "resolution", "minutes", "business", 4, 3, -180.0],
    ]


NIGHT = "2026-03-02 09:00,2026-03-02 09:30,2026-03-03 09:00,Closed,Alder"  # 9 business hours, 24 on the wall


@pytest.mark.torture
@pytest.mark.parametrize(("minutes", "counts"), [(540, "business"), (1440, "calendar"), (420, "business")])
def test_what_the_vendors_minutes_are_is_found(world: World, minutes: int, counts: str) -> None:
    world.load({"f.csv": VENDOR + "\n".join(f"{n},{NIGHT},30,{minutes}" for n in range(4))})
    with world.history() as history:
        told = reconciliation(history).set_index("clock")

    assert told.loc["resolution", "vendor_counts"] == counts
    assert told.loc["resolution", "agreeing"] == (0 if minutes == 420 else 4)


@pytest.mark.torture
def test_a_vendor_that_counts_waiting_is_known_by_it(world: World) -> None:
    changes = "TicketNbr,Status_Description,Changed_UTC\n1,Waiting,2026-03-02 09:30\n1,Open,2026-03-02 10:30"
    world.load({"f.csv": VENDOR + f"1,{HOUR},30,120\n2,{HOUR},30,120", "h.csv": changes})
    with world.history() as history:
        told = reconciliation(history).set_index("clock")

    assert told.loc[["resolution"], ["vendor_counts", "agreeing"]].values.tolist() == [["business and waiting", 2]]


@pytest.mark.torture
def test_a_verdict_of_the_tool_stands_beside_ours(world: World) -> None:
    target = "valid_from,clock,amount,unit\n2026-01-01,resolution,2,business_hours"
    world.load({"t.csv": target, "f.csv": """
        ticket_id,opened_at,resolved_at,status,vendor_met
        T-1,2026-03-02 09:00,2026-03-02 10:00,closed,yes
        T-2,2026-03-02 09:00,2026-03-02 14:00,closed,SLA violated
        T-3,2026-03-02 09:00,2026-03-02 14:00,closed,true
        T-4,2026-03-02 09:00,2026-03-02 14:00,closed,perhaps
        T-5,2026-03-02 09:00,,open,true
    """}, UTC)
    with world.history() as history:
        told = reconciliation(history)

    assert rows(world, "vendor_met_disagrees", "ticket_id", "told", "ours") == [("T-3", "true", "breached")]
    assert told[["clock", "compared", "n", "agreeing"]].values.tolist() == [["resolution", "met or late", 3, 2]]


@pytest.mark.torture
def test_without_numbers_of_the_vendor_there_is_nothing_to_reconcile(world: World) -> None:
    world.load({"f.csv": GOOD})
    with world.history() as history:
        assert reconciliation(history).empty


def test_rows_are_limited_and_counts_are_not(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,status\n" + "\n".join(f"T-{n},2026-03-02 09:00,closed" for n in range(9))})
    with world.history() as history:
        assert len(check_rows(history, "end_unknown", most=4)) == 4
        assert {finding.check: finding.rows for finding in checked(history)} == {"end_unknown": 9}
        assert check_rows(history, "../answers/weekly").empty
