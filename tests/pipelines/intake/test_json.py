"""JSON and JSON lines as a table of text: nothing rounded, nothing merged, nothing lost without a word."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import FileRefused
from pipelines.intake.json_rows import JsonTable, json_table
from pipelines.intake.limits import PAGE
from tests.pipelines.intake.bounded import bounded

TICKETS = [{"id": 1, "subject": "Printer"}, {"id": 2, "subject": "Mail"}]
ROWS = [["1", "Printer"], ["2", "Mail"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def table(folder: Path, content: str | bytes | Any) -> JsonTable:
    file = folder / "f.json"
    content = content if isinstance(content, str | bytes) else json.dumps(content)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return json_table("f.json", file, PAGE)


def cells(folder: Path, record: str) -> dict[str, str]:
    found = table(folder, f"[{record}]")
    return dict(zip(found.header, next(iter(found.rows)), strict=True))


SHAPES: dict[str, Any] = {
    "a list": TICKETS,
    "a list under its name": {"tickets": TICKETS, "count": 2, "next_page": None},
    "nested": {"data": {"tickets": TICKETS, "page": {"id": 1}}},
    "beside a longer list": {"users": [{"id": n, "name": "x"} for n in range(9)], "tickets": TICKETS},
    "under a name of its own": {"ticketListe": TICKETS, "total": 2},
    "a single page of lines": json.dumps({"results": TICKETS}) + "\n",
    "lines": "\n".join(map(json.dumps, TICKETS)),
    "lines with blank ones": "\r\n\r\n".join(map(json.dumps, TICKETS)) + "\r\n",
    "pages as lines": "\n".join(json.dumps({"tickets": [ticket], "count": 1}) for ticket in TICKETS),
    "an empty page between": "\n".join(json.dumps({"tickets": page}) for page in (TICKETS[:1], [], TICKETS[1:])),
    "pages one after another": "".join(json.dumps({"value": [ticket]}, indent=1) for ticket in TICKETS),
    "an answer to a call": {"jsonrpc": "2.0", "id": 1, "result": TICKETS},
    "edges": {"data": {"requests": {"edges": [{"cursor": "x", "node": ticket} for ticket in TICKETS]}}},
    "spread over lines": json.dumps(TICKETS, indent=4),
    "one a line in brackets": "[\n" + ",\n".join(map(json.dumps, TICKETS)) + "\n]",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_list_of_tickets_is_found(folder: Path, shape: str) -> None:
    found = table(folder, SHAPES[shape])

    assert found.header == ("id", "subject")
    assert list(found.rows) == ROWS
    assert list(found.rows) == ROWS  # again from the start


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_encoding_is_the_files_own(folder: Path, encoding: str) -> None:
    content = json.dumps([{"id": 1, "client": "Müller, Zürich"}], ensure_ascii=False).encode(encoding)

    assert list(table(folder, content).rows) == [["1", "Müller, Zürich"]]


def test_a_ticket_with_lists_of_its_own_is_a_record(folder: Path) -> None:
    ticket = {"id": 1, "subject": "a", "status": "open", "priority": 1, "custom_fields": [{"k": 1}, {"k": 2}]}

    for content in (json.dumps(ticket), json.dumps(ticket) + "\n" + json.dumps(ticket)):
        assert table(folder, content).header == ("id", "subject", "status", "priority", "custom_fields")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ('{"a": 12345678901234567890123, "b": 0.1, "c": 1.10, "d": 1e400}', {"a": "12345678901234567890123", "b": "0.1", "c": "1.10", "d": "1e400"}),
        ('{"a": true, "b": false, "c": null, "d": NaN, "e": ""}', {"a": "true", "b": "false", "c": "", "d": "", "e": ""}),
        ('{"a": {"b": {"c": 1}, "d": 2}}', {"a.b.c": "1", "a.d": "2"}),
        ('{"a": ["x", 1, true, null], "b": []}', {"a": "x; 1; true; ", "b": ""}),
        ('{"a": [{"id": 1.50, "v": "ü"}, {"id": 2}]}', {"a": '[{"id":1.50,"v":"ü"},{"id":2}]'}),
        ('{"a": "two\\nlines\\t\\u00fc"}', {"a": "two\nlines\tü"}),
        ('{"a": "half a sign \\ud83d"}', {"a": "half a sign �"}),
    ],
)
def test_every_value_becomes_text_as_it_stands(folder: Path, record: str, expected: dict[str, str]) -> None:
    assert cells(folder, record) == expected


def test_columns_are_all_names_in_the_order_in_which_they_appear(folder: Path) -> None:
    found = table(folder, [{"a": 1}, {"c": 3, "b": 2}, {"b": 4, "a": 5}])

    assert found.header == ("a", "c", "b")
    assert list(found.rows) == [["1", "", ""], ["", "3", "2"], ["5", "", "4"]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 2, "subj', "not JSON"),
        ("hello", "not JSON"),
        ('{"id": 2, "id": 3}', "two values"),
        ('{"id": 2, "a": {"b": 1, "b": 2}}', "two values"),
        ('{"id": 2, "a": [{"b": 1, "b": 2}]}', "two values"),
        ('{"id": 2, "a.b": 1, "a": {"b": 2}}', "two values"),
        ("[1, 2]", "not a record"),
        ("5", "not a record"),
        ('{"id": 2, "a": "x\\u0000y"}', "zero byte"),
        ('{"id": 2, "a": ' + "[" * 200 + "]" * 200 + "}", "nested"),
        ('{"id": 2, "a": ' + "[" * 100_000, "not JSON"),
        (json.dumps({"id": 2, "a": "x" * (2 << 20)}), "more than 1 MB"),
    ],
)
def test_a_broken_line_is_listed_with_its_number_and_the_others_are_read(folder: Path, line: str, reason: str) -> None:
    found = table(folder, f'{{"id": 1}}\n\n{line}\n{{"id": 4}}\n')

    broken = [record for record in found.records() if record.cells is None]
    assert [(record.line_number, reason in record.reason) for record in broken] == [(3, True)]
    assert [row[0] for row in found.rows] == ["1", "4"]


def test_a_record_of_a_page_that_is_nested_without_end_is_listed(folder: Path) -> None:
    deep = "[" * 900 + "]" * 900
    found = table(folder, f'{{"tickets": [{{"id": 1}}]}}\n{{"tickets": [{{"id": 2, "a": {deep}}}, {{"id": 3}}]}}')

    assert [(record.cells, record.reason) for record in found.records()] == [(["1"], ""), (None, "nested too deeply"), (["3"], "")]


def test_a_page_that_is_an_error_message_is_listed(folder: Path) -> None:
    found = table(folder, '{"tickets": [{"id": 1}]}\n{"error": "too many requests"}\n{"tickets": [{"id": 2}]}')

    assert [record.reason for record in found.records()] == ["", "a page without its list of records", ""]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('[{"id": 1}, {"id": 2', "damaged"),
        ('[{"id": 1} {"id": 2}]', "damaged"),
        ('{"tickets": [{"id": 1}], "tickets": [{"id": 2}]}', "damaged"),
        ('[{"id": 1}] and more', "damaged"),
        ("[" * 3_000_000, "damaged"),
        ('{"a":' * 500_000, "damaged"),
        ("[]", "no list of records"),
        ('{"tickets": []}', "no list of records"),
        ("[1, 2, 3]", "no list of records"),
        ("[" + json.dumps({f"c{n}": n for n in range(2_001)}) + "]", "more than 2,000 columns"),
        ("\n".join(json.dumps({f"c{n}": n}) for n in range(2_001)), "more than 2,000 columns"),
        ('[{"a": "' + "x" * (40 << 20), "more than 16 MB"),
    ],
    ids=range(12),
)
def test_a_document_that_is_no_table_is_refused_with_a_sentence(folder: Path, content: str, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        table(folder, content)


@pytest.mark.torture
def test_a_long_list_is_read_within_the_memory_of_the_page(folder: Path) -> None:
    record = json.dumps({"id": 1, "subject": "x" * 400, "via": {"channel": "mail", "tags": ["a"] * 20}})
    file = folder / "t.json"
    with file.open("w") as out:
        out.write('{"tickets": [' + record)
        out.writelines(["," + record] * 150_000)
        out.write("]}")

    answer = bounded(folder, "json_rows", "sum(1 for _ in json_table('t.json', path, PAGE).records())", file)

    assert answer == "150001\n"


PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.integers() | st.booleans() | st.none()
NAMES = st.text("abcdefgh", min_size=1, max_size=3)
RECORDS = st.lists(st.dictionaries(NAMES, PLAIN | st.dictionaries(NAMES, PLAIN, min_size=1), min_size=1), min_size=1)


def as_cells(value: Any) -> str:
    return {None: "", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else str(value)


@given(RECORDS, st.sampled_from([None, 2]), st.booleans())
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]], indent: int | None, lines: bool,
) -> None:
    content = "\n".join(map(json.dumps, records)) if lines else json.dumps(records, indent=indent)
    found = table(tmp_path_factory.mktemp("json"), content)

    flat = [
        {
            f"{name}{'.' * bool(inner)}{inner}": as_cells(each)
            for name, value in record.items()
            for inner, each in (value.items() if isinstance(value, dict) else (("", value),))
        }
        for record in records
    ]
    assert list(found.header) == list(dict.fromkeys(name for record in flat for name in record))
    assert list(found.rows) == [[record.get(name, "") for name in found.header] for record in flat]
