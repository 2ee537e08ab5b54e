"""Rows that only look like tickets, and numbers that only look like numbers, are listed instead of believed."""

import pytest

from pipelines.errors import FileRefused, NeedsAnswer
from tests.loading import LENIENT, World

UNLIKE = "ticket_id: unlike all the others"


def export(*rows: str, header: str = "ticket_id,opened_at,subject") -> dict[str, str]:
    return {"export.csv": "\n".join((header, *rows))}


def tickets(number: int, form: str = "T-{}") -> list[str]:
    return [f"{form.format(place)},2026-03-02 {place % 10 + 9:02}:00,ok {place}" for place in range(100, 100 + number)]


def test_a_label_with_a_moment_below_the_table_is_no_ticket(world: World) -> None:
    report = world.load(export(*tickets(30), "Exported on,2026-03-03 18:00,")).files[0]

    assert report.outcomes == {"new": 30, "quarantined": 1}
    assert report.reasons == {UNLIKE: 1}
    assert world.rows("row_problem", "line_number", "raw") == [(32, "Exported on,2026-03-03 18:00,")]


def test_rows_without_a_number_count_against_the_file(world: World) -> None:
    with pytest.raises(NeedsAnswer, match=f"3 of 33 rows cannot be .*{UNLIKE}"):
        world.load(export(*tickets(30), *["Gold,2026-03-03 18:00,"] * 3))


@pytest.mark.parametrize("numbers", [["ALPHA", "BETA"], ["QWERTY", "A7F9X2", "ZX81QQ", "B4B4B4", "C64XYZ", "UPPERS"]])
def test_tickets_that_are_named_and_not_numbered_are_tickets(world: World, numbers: list[str]) -> None:
    report = world.load(export(*(f"{number},2026-03-02 09:00,ok" for number in numbers))).files[0]

    assert report.outcomes == {"new": len(numbers)}


def test_a_log_knows_rows_without_a_number_too(world: World) -> None:
    rows = [f"T-{place},Resolved,2026-03-02 09:00,ok" for place in range(100, 130)]
    header = "ticket_id,status,changed_at,reason"
    report = world.load(export(*rows, "Exported on,x,2026-03-03 18:00,", header=header)).files[0]

    assert report.reasons == {UNLIKE: 1}


NUMBERS = "ticket_id,opened_at,distance_km,hands_on_minutes"


def test_a_point_groups_thousands_where_a_comma_stands_for_decimals(world: World) -> None:
    rows = ['T-1,2026-03-02 09:00,"12,5",1.234', "T-2,2026-03-02 09:00,1.234,1.5", "T-3,2026-03-02 09:00,7,90"]
    world.load(export(*rows, header=NUMBERS))

    assert world.rows("accepted_ticket", "distance_km", "hands_on_minutes") == [(12.5, 1.234), (1234, 1.5), (7, 90)]


@pytest.mark.torture
def test_a_number_that_could_be_either_is_listed_where_both_styles_stand_in_one_column(world: World) -> None:
    rows = ['T-1,2026-03-02 09:00,"12,5",', "T-2,2026-03-02 09:00,1.234,", "T-3,2026-03-02 09:00,7.25,"]
    report = world.load(export(*rows, header=NUMBERS), LENIENT).files[0]

    assert report.reasons == {"distance_km: not a number that can be read": 1}
    assert world.rows("accepted_ticket", "distance_km") == [(12.5,), (None,), (7.25,)]


def test_two_exports_behind_each_other_that_are_written_in_different_ways_are_refused(world: World) -> None:
    second = [row.replace(",", ";") for row in ("ticket_id,opened_at,subject", *tickets(40, "S-{}"))]

    with pytest.raises(FileRefused, match="two tables"):
        world.load(export(*tickets(10), *second))


@pytest.mark.torture
def test_a_row_of_more_than_a_megabyte_is_listed(world: World) -> None:
    report = world.load(export(*tickets(30), f"T-1,2026-03-02 09:00,{'x' * 1_100_000}")).files[0]

    assert report.outcomes == {"new": 30, "quarantined": 1}
    assert report.reasons == {"a row of more than 1 MB": 1}


@pytest.mark.torture
@pytest.mark.parametrize("sign", ['"', "\U0001f525"])
def test_the_longest_row_that_may_be_is_read(world: World, sign: str) -> None:
    long = sign * ((1 << 20) - 100)
    quoted = long.replace('"', '""')
    world.load(export(*tickets(30), f'T-1,2026-03-02 09:00,"{quoted}"'))

    assert world.rows("accepted_ticket", "ticket_id", "subject")[-1] == ("T-1", long)


def test_a_file_with_more_broken_rows_than_a_table_can_have_is_refused(world: World) -> None:
    with pytest.raises(FileRefused, match="over 100,000 rows do not have the header's columns"):
        world.load(export(*tickets(30), *["x"] * 100_001))


@pytest.mark.torture
def test_an_emptied_cell_has_the_record_number_of_its_ticket_where_a_row_is_broken(world: World) -> None:
    rows = [f"T-{place},2026-03-02 09:00," for place in range(30)]
    broken, emptied = "T-30,2026-03-02 09:00,Hello, printer", "T-31,2026-03-02 09:00,2026-03-01 09:00"
    every = [*rows[:5], broken, *rows[5:], broken, emptied]
    world.load(export(*every, header="ticket_id,opened_at,resolved_at"), LENIENT)
    numbers = dict(world.rows("accepted_ticket", "ticket_id", "record_number"))

    assert [row for row in world.rows("row_problem", "record_number", "field") if row[1]] == [(33, "resolved_at")]
    assert (numbers["T-31"], numbers["T-4"], numbers["T-5"]) == (33, 5, 7)


@pytest.mark.torture
@pytest.mark.parametrize(
    ("header", "row", "table"),
    [
        ("ticket_id,status,changed_at", "T-{},open,2026-03-02 09:00", "accepted_status"),
        ("number,incident_state,opened_at,sys_updated_at,category", "I-{},New,2026-03-02 09:00,2026-03-02 09:00,Email", "accepted_status"),
        ("number,incident_state,opened_at,sys_updated_at,category", "I-{},New,2026-03-02 09:00,2026-03-02 09:00,Email", "accepted_ticket"),
        ("client,tier,postcode", "Client {},Gold,1000", "accepted_client"),
        ("valid_from,clock,amount,unit", "2026-01-01,resolution,{},business_hours", "accepted_target"),
    ],
)
def test_every_fact_has_the_record_number_of_its_source_where_a_row_is_broken(world: World, header: str, row: str, table: str) -> None:
    rows = [row.format(place) for place in range(1, 5)]
    world.load(export(*rows[:2], "broken", *rows[2:], header=header), LENIENT)

    assert world.rows("row_problem", "record_number") == [(3,)]
    assert sorted(world.rows(table, "record_number")) == [(1,), (2,), (4,), (5,)]


def test_a_few_cells_in_single_quotes_tell_that_such_quotes_count(world: World) -> None:
    with pytest.raises(FileRefused, match="single quotes"):
        world.load(export(*tickets(30), "T-1,2026-03-02 09:00,'Can''t log in'"))


def test_single_quotes_of_a_text_are_no_quotes_of_a_cell(world: World) -> None:
    report = world.load(export(*tickets(30), "T-1,2026-03-02 09:00,'Can't log in'", "T-2,2026-03-02 09:00,''")).files[0]

    assert report.outcomes == {"new": 32}
