"""The strict reader: every record has the header's width or is listed with its reason."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import FileRefused
from pipelines.intake.records import Record, exact_records, fault_of
from pipelines.intake.tables import Known, Shape, shape_of

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(['"', ",", "\n", " "]), max_size=12)


def swallowing(row: tuple[str, ...]) -> bool:
    """Whether a cell holds a line with as many commas as a whole record."""
    return any(line.count(",") >= 2 for cell in row for line in cell.split("\n")[1:])


def cells(text: str) -> list[list[str] | None]:
    return [record.cells for record in exact_records(text.split("\n"), ",")]


def shape(text: str, known: Known = lambda _: False) -> Shape:
    return shape_of("f.csv", text.split("\n"), known, 2_000)


def judged(text: str) -> list[Record]:
    """The records below the header, those that do not fit it with the reason."""
    found = shape(text)
    below = list(exact_records(text.split("\n"), found.mark))[found.preamble + 1 :]
    width = len(found.header)
    return [Record(r.line_number, r.cells, r.reason or fault_of(r.cells or [], width, found.mark), r.raw) for r in below]


def test_a_quoted_cell_may_hold_the_delimiter_a_quote_and_a_line_break() -> None:
    assert cells('a,"b,c","d""e","f\ng"\nh,i,j,k') == [["a", "b,c", 'd"e', "f\ng"], ["h", "i", "j", "k"]]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [('a,b"c', "quote inside an unquoted cell"), ('"a"b,c', "text after a closing quote"), ('a,"b', "unclosed quote")],
)
def test_a_broken_record_is_listed_and_reading_goes_on_at_the_next_line(broken: str, reason: str) -> None:
    first, second = exact_records([*broken.split("\n"), "c,d"], ",")

    assert (first.cells, first.reason, first.raw) == (None, reason, broken)
    assert (second.cells, second.line_number) == (["c", "d"], 2)


def test_a_record_of_another_width_is_listed_with_both_widths() -> None:
    assert [record.reason for record in judged("a,b,c\n1,2,3\n4,5\n6,7,8,9\n")] == [
        "", "2 cells where the header has 3", "4 cells where the header has 3",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    found = shape("\n".join(delimiter.join(row) for row in (["a", "b"], ["1", "2"])))

    assert found == Shape(delimiter, ("a", "b"), 0)


def test_a_first_line_that_names_the_delimiter_is_believed() -> None:
    assert shape("sep=;\na,b;c\n1,5;2\n1,7;3\n") == Shape(";", ("a,b", "c"), 1)


def test_lines_above_the_header_are_left_out() -> None:
    text = "Ticket report\nmade today\na,b\n1,2\n3,4\n"

    assert shape(text) == Shape(",", ("a", "b"), 2)
    assert [record.cells for record in judged(text)] == [["1", "2"], ["3", "4"]]


def test_a_header_that_is_known_is_found_below_rows_of_its_width() -> None:
    text = "Report,made,today\nid,opened,status\n1,2,3\n"

    assert shape(text, lambda header: header[0] == "id").header == ("id", "opened", "status")


def test_two_stray_quotes_do_not_swallow_the_lines_between_them() -> None:
    text = 'id,opened,subject,client\n1,a,ok,A\n2,b,"Printer broken,A\n3,c,x,A\n4,d,Mouse",A\n5,e,y,A\n'
    first, swallowed, last = judged(text)

    assert (first.cells, last.cells) == (["1", "a", "ok", "A"], ["5", "e", "y", "A"])
    assert swallowed.reason == "a quote that is not closed has swallowed other lines"
    assert "3,c,x,A" in swallowed.raw


def test_a_long_text_with_line_breaks_and_a_comma_is_no_damage() -> None:
    text = 'id,opened,subject,client\n1,a,"Hello,\nthe printer is broken, again\nThanks",A\n'

    assert [record.reason for record in judged(text)] == [""]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8).filter(lambda rows: not any(map(swallowing, rows))))
def test_what_a_csv_writer_wrote_is_read_back_exactly(rows: list[tuple[str, str, str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("a", "b", "c"), *rows])

    read = [record.cells for record in judged(file.getvalue())]

    assert read == [list(row) for row in rows if any(cell.strip() for cell in row)]


def test_a_quote_that_is_never_closed_costs_one_record_and_no_time() -> None:
    text = '"a,b\n' + "1,2\n" * 5_000

    assert [record.reason for record in exact_records(text.split("\n"), ",")][:2] == ["unclosed quote", ""]


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(FileRefused, match="2,000"):
        shape(",".join(f"c{i}" for i in range(2_500)) + "\n" + "," * 2_499)
