"""Workbooks as rows of text: each kind of value in one form, and no sheet that a reader would die of."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import FileRefused
from pipelines.intake.kinds import Kind, kind_of
from pipelines.intake.limits import PAGE
from pipelines.intake.workbook import Sheet, sheets
from pipelines.journey import load_files
from tests.loading import UTC, World
from tests.pipelines.intake.bounded import bounded

MOMENT = datetime(2026, 3, 31, 14, 5)
FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "dd.mm.yyyy", time: "hh:mm:ss", timedelta: "[h]:mm:ss"}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(file: Path, named: dict[str, list[list[Any]]], **options: Any) -> Path:
    with xlsxwriter.Workbook(str(file), options) as book:
        ways = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if type(value) in ways:
                        sheet.write_datetime(row, column, value, ways[type(value)])
                    elif isinstance(value, str) and value:
                        sheet.write_string(row, column, value)
                    elif value != "":
                        sheet.write(row, column, value)
    return file


def drawn(file: Path, sheet: str, extra: dict[str, str] | None = None, target: str = "worksheets/sheet1.xml") -> Path:
    """An XLSX by hand: the inside of its only sheet as it is written."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKED}"><Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKED}"><Relationship Id="r1" Type="{RELATED}/worksheet" Target="{target}"/>'
        f'<Relationship Id="r2" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        f"xl/{target}": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        **(extra or {}),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def xls(file: Path, rows: list[list[Any]], *, since_1904: bool = False) -> Path:
    book = xlwt.Workbook()
    book.dates_1904 = since_1904
    sheet = book.add_sheet("S")
    ways = {kind: xlwt.easyxf(num_format_str=form) for kind, form in FORMATS.items()}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            days = value / timedelta(days=1) if isinstance(value, timedelta) else value
            sheet.write(row, column, days, ways.get(type(value), xlwt.Style.default_style))
    buffer = io.BytesIO()
    book.save(buffer)
    file.write_bytes(buffer.getvalue())
    return file


def ods(file: Path, rows: str, before: str = "") -> Path:
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    content = f'{before}<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name="S">{rows}'
    content += "</table:table></office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return file


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    return head + bytes([len(content)]) + content


def xlsb(file: Path, cells: list[tuple[int, int, float | str]]) -> Path:
    """An XLSB by hand: cells by row and column, a number or a text."""
    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("S")) + record(144) + record(132)
    sheet = record(129) + record(148, struct.pack("<IIII", 0, 1, 0, 1)) + record(145)
    for row, column, value in cells:
        sheet += record(0, struct.pack("<II", row, 0) + bytes(9))
        place = struct.pack("<II", column, 0)
        sheet += record(6, place + wide(value)) if isinstance(value, str) else record(5, place + struct.pack("<d", value))
    sheet += record(146) + record(130)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.bin", book)
        packed.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{PACKED}"><Relationship Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>')
        packed.writestr("xl/worksheets/sheet1.bin", sheet)
    return file


def cell(value: str, kind: str = "string", more: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {more}><text:p>{value}</text:p></table:table-cell>'


def read(file: Path) -> list[Sheet]:
    assert kind_of(file.name, file, PAGE) == Kind.WORKBOOK
    return sheets(file.name, file, PAGE)


def rows(file: Path) -> list[list[str]]:
    (sheet,) = read(file)
    return list(sheet.rows)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.csv"  # the name of a workbook says nothing


VALUES: list[tuple[Any, str]] = [
    ("Müller\nZürich ", "Müller\nZürich "), ("007", "007"), ("", ""), (7, "7"), (7.0, "7"), (0.1, "0.1"), (-2.5, "-2.5"), (True, "true"), (False, "false"),
    (123456789012345, "123456789012345"), (1e300, "1e+300"), (MOMENT, "2026-03-31 14:05:00"), (date(2026, 3, 31), "2026-03-31"),
    (time(9, 5, 3), "9:05:03"), (timedelta(hours=30, minutes=5), "30:05:00"), (datetime(1999, 12, 31, 23, 59, 59), "1999-12-31 23:59:59"),
]


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize("make", [xlsx, xls])
@pytest.mark.parametrize(("value", "text"), VALUES)
def test_every_kind_of_value_has_one_form(file: Path, make: Any, value: Any, text: str, *, since_1904: bool) -> None:
    if make is xlsx:
        xlsx(file, {"S": [["id"], [value], ["end"]]}, date_1904=since_1904)
    else:
        xls(file, [["id"], [value], ["end"]], since_1904=since_1904)

    assert rows(file) == [["id"], [text], ["end"]]


def test_midnight_in_a_column_of_instants_is_an_instant(file: Path) -> None:
    xlsx(file, {"S": [[MOMENT], [datetime(2026, 3, 31)], [time(0, 0)]]})

    assert rows(file) == [["2026-03-31 14:05:00"], ["2026-03-31 00:00:00"], ["1899-12-30 00:00:00"]]


def test_a_fault_of_a_formula_is_empty_and_an_unsaved_result_is_told(file: Path) -> None:
    drawn(file, '<sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>A1</f></c><c r="C1"><v>1</v></c></row></sheetData>')
    (sheet,) = read(file)

    assert list(sheet.rows) in ([["", "", "1"]], [["1"]])
    assert sheet.notes == ("1 formulas have no result in the file and count as empty",)


def test_sheets_come_in_order_without_hidden_and_empty_ones(file: Path) -> None:
    with xlsxwriter.Workbook(str(file)) as book:
        for name in ("Notes", "Hidden", "Empty", "Tickets"):
            sheet = book.add_worksheet(name)
            if name != "Empty":
                sheet.write(0, 0, name)
            if name == "Hidden":
                sheet.hide()
        book.add_chartsheet("Chart")

    assert [sheet.name for sheet in read(file)] == ["Notes", "Tickets"]


def test_rows_keep_their_numbers_and_can_be_read_again(file: Path) -> None:
    xlsx(file, {"S": [[], [], ["", "id", "client"], *([["", n, "x"] for n in range(3_000)])]})
    (sheet,) = read(file)

    assert list(islice(sheet.rows, 4)) == [["", ""], ["", ""], ["id", "client"], ["0", "x"]]
    assert [len(list(sheet.rows)) for _ in range(2)] == [3_003, 3_003]


def test_a_row_of_blanks_alone_is_no_record_and_blanks_beside_the_table_are_no_cells(file: Path, world: World) -> None:
    tickets = [[f"T-{n}", "2026-03-02 09:00", "open", " "] for n in range(20)]
    xlsx(file, {"S": [["ticket_id", "opened_at", "status"], *tickets, [" ", "", "  "]]})

    (report,) = load_files(world.home, [file], UTC).files

    assert (report.records, report.outcomes) == (20, {"new": 20})


def test_a_merged_title_stands_in_its_first_cell(file: Path) -> None:
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Tickets of March")
        sheet.write_row(1, 0, ["id", "client", "opened"])

    assert rows(file) == [["Tickets of March", "", ""], ["id", "client", "opened"]]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ('<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', [["1"]]),
        ('<dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>', [["1", "2"]]),
        ("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>", [["1", "2"], ["3", ""]]),
        ('<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row></sheetData>', [["3", ""], ["2", "1"]]),
        ('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row></sheetData>', [["1"]]),
        ("<sheetData><row r='1'><c s='0' r='A1'><v>1</v></c></row></sheetData>", [["1"]]),
        (f'<p:sheetData xmlns:p="{MAIN}"><p:row r="1"><p:c r="A1"><p:v>1</p:v></p:c></p:row></p:sheetData>', [["1"]]),
        ('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>c r="XFD1048576" :c &lt;c</t></is></c></row></sheetData>', [['c r="XFD1048576" :c <c']]),
        ('<cols><col min="1" max="16384"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><conditionalFormatting/>', [["1"]]),
    ],
    ids=range(9),
)
def test_an_odd_sheet_is_read_by_its_cells(file: Path, sheet: str, expected: list[list[str]]) -> None:
    assert rows(drawn(file, sheet)) == expected


def test_a_sheet_whose_tags_have_a_prefix_is_read_and_measured(file: Path) -> None:
    inside = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{far("B2").replace("<", "<x:").replace("<x:/", "</x:")}</x:sheetData></x:worksheet>'
    drawn(file, "", {"xl/worksheets/sheet1.xml": inside})
    assert rows(file) == [["1", ""], ["", "1"]]

    drawn(file, "", {"xl/worksheets/sheet1.xml": inside.replace("B2", "XFD2")})
    with pytest.raises(FileRefused, match="column 16,384"):
        read(file)


def far(place: str) -> str:
    return f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row><c r="{place}"><v>1</v></c></row></sheetData>'


def shared(texts: str) -> dict[str, str]:
    return {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'}


def copies(file: Path) -> Path:
    """A text of 100 kB that 20,000 cells share."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    return drawn(file, f"<sheetData>{cells}</sheetData>", shared(f"<si><t>{'x' * 100_000}</t></si>"))


def quoted_copies(file: Path) -> Path:
    cells = "".join("<row><c t='s'><v> 0</v></c></row>" for _ in range(20_000))
    return drawn(file, f"<sheetData>{cells}</sheetData>", shared(f"<si><t>{'x' * 100_000}</t></si>"))


def too_wide(file: Path) -> Path:
    return xlsx(file, {"S": [list(range(2_001))]})


def unpacking(file: Path) -> Path:
    return drawn(file, "<sheetData>" + " " * (30 << 20) + "</sheetData>")


def locked(file: Path) -> Path:
    drawn(file, far("B2"))
    content = bytearray(file.read_bytes())
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(content)
    return file


def claimed(rows_claimed: int, columns: int) -> Callable[[Path], Path]:
    def make(file: Path) -> Path:
        content = bytearray(xls(file, [["a"], [5]]).read_bytes())
        place = content.find(b"\x00\x02\x0e\x00")
        content[place + 8 : place + 12] = rows_claimed.to_bytes(4, "little")
        content[place + 14 : place + 16] = columns.to_bytes(2, "little")
        file.write_bytes(content)
        return file

    return make


def far_xls(file: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, "a")
    sheet.write(65_535, 255, "b")
    book.save(str(file))
    return file


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "one cell at the far end": (lambda file: drawn(file, far("XFD1048576")), "column 16,384"),
    "one cell far beyond": (lambda file: drawn(file, far("ZZZZ99999999")), "column 475,254"),
    "far end in another part": (lambda file: drawn(file, far("XFD1048576"), target="foo/bar.xml"), "column 16,384"),
    "far end in small letters": (lambda file: drawn(file, far("xfd1048576")), "column 16,384"),
    "far end in other quotes": (lambda file: drawn(file, far("XFD1048576").replace('"', "'")), "column 16,384"),
    "far end with a prefix": (lambda file: drawn(file, far("XFD1048576").replace("<c ", f'<p:c xmlns:p="{MAIN}" ').replace("</c", "</p:c")), "column 16,384"),
    "far down and wide": (lambda file: drawn(file, far("ZZ1048576")), "more cells than can be read"),
    "too wide": (too_wide, "column 2,001"),
    "one text copied": (copies, "more cells than can be read"),
    "one text copied, written oddly": (quoted_copies, "more cells than can be read"),
    "unpacks to too much": (unpacking, "far more than it should"),
    "locked part": (locked, "locked with a password"),
    "cut": (lambda file: drawn(file, '<sheetData><row r="1"><c r='), "damaged"),
    "text that is missing": (lambda file: drawn(file, '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>'), "damaged"),
    "no sheet": (lambda file: drawn(file, "<sheetData/>"), "no sheet with cells"),
    "old, far end": (far_xls, "more cells than can be read"),
    "old, claims more than any": (claimed(0xFFFFFFF0, 256), "claims to be larger than any"),
    "old, claims all": (claimed(65_536, 256), "more cells than can be read"),
    "binary, far end": (lambda file: xlsb(file, [(0, 0, "a"), (1_048_575, 16_383, 1.0)]), "column 16,384"),
    "binary, far down": (lambda file: xlsb(file, [(0, 0, "a"), (1_048_575, 700, 1.0)]), "more cells than can be read"),
    "open, a cell repeated": (lambda file: ods(file, f'<table:table-row>{cell("x", more=chr(32) + "table:number-columns-repeated=" + chr(34) + "999999999" + chr(34))}</table:table-row>'), "column 999,999,999"),
    "open, a row repeated": (lambda file: ods(file, f'<table:table-row table:number-rows-repeated="999999999">{cell("x")}</table:table-row>'), "more cells than can be read"),
    "open, empty ones before a cell": (lambda file: ods(file, f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{cell("x")}</table:table-row>'), "column 16,384"),
    "open, entities": (lambda file: ods(file, f'<table:table-row>{cell("x")}</table:table-row>', '<!DOCTYPE r [<!ENTITY a "a">]>'), "damaged"),
    "open, spaces by number": (lambda file: ods(file, f'<table:table-row>{cell("<text:s text:c=" + chr(34) + "999999999" + chr(34) + "/>")}</table:table-row>'), "more cells than can be read"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_workbook_that_would_end_its_reader_is_answered_with_a_sentence(tmp_path: Path, case: str) -> None:
    make, sentence = HOSTILE[case]
    file = make(tmp_path / "t.xlsx")

    answer = bounded(tmp_path, "workbook", "[len(list(sheet.rows)) for sheet in sheets(path.name, path, PAGE)]", file)

    assert answer.startswith("FileRefused t.xlsx ")
    assert re.search(sentence, answer)
    assert str(tmp_path) not in answer


@pytest.mark.torture
def test_a_long_sheet_is_read_within_the_memory_of_the_page(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx"), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(50_000):
            sheet.write_row(row, 0, [f"T-{row}", row, 1.5, "Printer", "Müller"])

    answer = bounded(tmp_path, "workbook", "sum(1 for _ in sheets('t', path, PAGE)[0].rows)", tmp_path / "t.xlsx")

    assert answer == "50000\n"


def test_a_binary_workbook_is_read(file: Path) -> None:
    assert rows(xlsb(file, [(0, 0, "id"), (0, 1, "hours"), (1, 0, "T-1"), (1, 1, 2.5)])) == [["id", "hours"], ["T-1", "2.5"]]


def test_an_open_sheet_is_read_with_its_dates_and_repeats(file: Path) -> None:
    written = (
        f'<table:table-row>{cell("id")}{cell("opened")}{cell("took")}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cell("T-1")}'
        f'{cell("x", "date", "office:date-value=" + chr(34) + "2026-03-31T14:05:00" + chr(34))}'
        f'{cell("x", "float", "office:value=" + chr(34) + "2.5" + chr(34))}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    row = ["T-1", "2026-03-31 14:05:00", "2.5"]
    assert rows(ods(file, written)) == [["id", "opened", "took"], row, row]


@pytest.mark.parametrize("make", [lambda file: xls(file, [["a", 1], ["b", 2]]), lambda file: xlsx(file, {"S": [["a", 1], ["b", 2]]})])
def test_a_workbook_with_any_byte_damaged_is_read_or_refused(file: Path, make: Callable[[Path], Path]) -> None:
    whole = make(file).read_bytes()
    for place in range(0, len(whole), len(whole) // 150):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            kind_of("t", file, PAGE)
            for sheet in sheets("t", file, PAGE):
                list(sheet.rows)
        except FileRefused as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - both ends are good, silence is not


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(lambda text: "_x" not in text)


@settings(max_examples=40)
@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=5))
def test_text_goes_through_a_workbook_unchanged(tmp_path_factory: pytest.TempPathFactory, written: list[list[str]]) -> None:
    assert rows(xlsx(tmp_path_factory.mktemp("xlsx") / "t.xlsx", {"S": written})) == written
