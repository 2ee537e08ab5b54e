"""Files made to hang or kill whoever opens them: each by name, its ending and how it is written."""

import gzip
import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

MEGABYTE = 1 << 20
HEAD = b"ticket_id,opened_at,subject\n"
ROW = b"T-1,2025-03-04 09:00,ok\n"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORKBOOK = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
    'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="Tickets" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


@dataclass(frozen=True)
class Bomb:
    """How a file of an ending is written; `upload`: whether a browser could send it."""

    ending: str
    write: Callable[[Path], None]
    upload: bool = True


def _bytes(make: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda path: void(path.write_bytes(make()))


def void(_: object) -> None:
    """Nothing, whatever was given."""


def _zipped(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def _flat_zip(path: Path, name: str = "tickets.csv", size: int = 1000, chunk: bytes = b"\n" * MEGABYTE) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as entry:
        for _ in range(size):
            entry.write(chunk)


def _nested_zip() -> bytes:
    content = _zipped({"tickets.csv": b"\n" * (50 * MEGABYTE)})
    for _ in range(4):
        content = _zipped({f"{place}.zip": content for place in range(10)})
    return content


def _sheet(cells: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>'.encode()


def _workbook(sheet: bytes) -> bytes:
    return _zipped({**{name: text.encode() for name, text in WORKBOOK.items()}, "xl/worksheets/sheet1.xml": sheet})


def _cell(place: str, text: str) -> str:
    return f'<row r="{place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _far_cell() -> bytes:
    return _workbook(_sheet(_cell("A1", "ticket_id") + _cell("XFD1048576", "far")))


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _workbook(_sheet(_cell("A1", "&l9;"), f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{lines}]>'))


def _big_workbook(path: Path) -> None:
    """A few megabytes that unpack to 820."""
    rows = "".join(_cell(f"A{row}", "ticket_id") for row in range(1, 10_000)).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in WORKBOOK.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as entry:
            entry.write(f"<worksheet {MAIN}><sheetData>".encode())
            for _ in range(820 * MEGABYTE // len(rows)):
                entry.write(rows)
            entry.write(b"</sheetData></worksheet>")


def _repeated_cells() -> bytes:
    """An OpenDocument sheet in which one cell says that it stands in every place."""
    names = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
        ("office", "office"), ("table", "table"), ("text", "text"),
    ))
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="T">'
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    return _zipped({"mimetype": kind.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()})


def _sparse(path: Path, size: int = 1000 * MEGABYTE) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _link(path: Path, target: str) -> None:
    path.symlink_to(target)


BOMBS = {
    "a zip that unpacks to 1 GB": Bomb("zip", _flat_zip),
    "a zip of zips of zips": Bomb("zip", _bytes(_nested_zip)),
    "a zip of 100,000 files": Bomb("zip", _bytes(lambda: _zipped({f"{place}.csv": b"" for place in range(100_000)}))),
    "a zip that ends too early": Bomb("zip", _bytes(lambda: _zipped({"tickets.csv": os.urandom(5000)})[:3000])),
    "a zip whose file lies outside": Bomb("zip", _bytes(lambda: _zipped({"../../../tmp/tickets.csv": b"\x00"}))),
    "a gzip that unpacks to 5 GB": Bomb("csv.gz", _bytes(lambda: gzip.compress(b"\n" * (100 * MEGABYTE)) * 50)),
    "a gzip of a gzip of a gzip": Bomb("csv.gz", _bytes(lambda: gzip.compress(gzip.compress(gzip.compress(bytes(100 * MEGABYTE)))))),
    "a workbook with one cell at the far end": Bomb("xlsx", _bytes(_far_cell)),
    "a workbook that unpacks to 820 MB": Bomb("xlsx", _big_workbook),
    "a workbook of a billion laughs": Bomb("xlsx", _bytes(_laughs)),
    "a workbook that is none": Bomb("xlsx", _bytes(lambda: _zipped({"xl/workbook.xml": b"<"}))),
    "an old workbook that is none": Bomb("xls", _bytes(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(20_000))),
    "a sheet whose one cell stands everywhere": Bomb("ods", _bytes(_repeated_cells)),
    "200,000 columns": Bomb("csv", _bytes(lambda: b"".join(b"c%d," % n for n in range(200_000)) + b"\n" + b"," * 200_000 + b"\n")),
    "200,000 columns, and ours": Bomb("csv", _bytes(lambda: HEAD[:-1] + b"".join(b",c%d" % n for n in range(200_000)) + b"\n" + ROW)),
    "a cell of 10 MB": Bomb("csv", _bytes(lambda: HEAD + ROW[:-3] + b"x" * (10 * MEGABYTE) + b"\n" + ROW)),
    "a quoted cell of 10 MB": Bomb("csv", _bytes(lambda: HEAD + ROW[:-3] + b'"' + b"x\n" * (5 * MEGABYTE) + b'"\n' + ROW)),
    "zero bytes": Bomb("csv", _bytes(lambda: HEAD + ROW * 4000 + bytes(4096) + ROW)),
    "1 GB of zeros": Bomb("csv", _sparse, upload=False),
    "48 MB of zeros": Bomb("csv", partial(_sparse, size=48 * MEGABYTE)),
    "a PDF that is named csv": Bomb("csv", _bytes(lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + os.urandom(MEGABYTE))),
    "noise": Bomb("csv", _bytes(lambda: os.urandom(20 * MEGABYTE))),
    "JSON 100,000 lists deep": Bomb("json", _bytes(lambda: b"[" * 100_000)),
    "JSON 100,000 lists deep, and closed": Bomb("json", _bytes(lambda: b"[" * 100_000 + b"]" * 100_000)),
    "JSON 100,000 objects deep": Bomb("json", _bytes(lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000)),
    "JSON with a million keys": Bomb("json", _bytes(lambda: b"[{" + b",".join(b'"k%d":1' % n for n in range(1_000_000)) + b"}]")),
    "JSON with a number of 10 MB": Bomb("json", _bytes(lambda: b'[{"ticket_id":' + b"9" * (10 * MEGABYTE) + b"}]")),
    "5 million empty lines": Bomb("csv", _bytes(lambda: HEAD + b"\n" * 5_000_000)),
    "5 million rows without a cell": Bomb("csv", _bytes(lambda: HEAD + b",,\n" * 5_000_000)),
    "one line of 60 MB": Bomb("csv", _bytes(lambda: b"x" * (60 * MEGABYTE)), upload=False),
    "one line of 48 MB": Bomb("csv", _bytes(lambda: b"x" * (48 * MEGABYTE))),
    "48 MB of quotes": Bomb("csv", _bytes(lambda: HEAD + b'"' * (48 * MEGABYTE))),
    "48 MB of delimiters": Bomb("csv", _bytes(lambda: HEAD + b"," * (48 * MEGABYTE))),
    "a quote that is opened and never closed": Bomb("csv", _bytes(lambda: b'"' + HEAD + ROW * (48 * MEGABYTE // len(ROW)))),
    "a quote that is opened in each row": Bomb("csv", _bytes(lambda: HEAD + b'T-1,2025-03-04 09:00,"ok\n' * 1_000_000)),
    "a link to endless zeros": Bomb("csv", partial(_link, target="/dev/zero"), upload=False),
    "a link to itself": Bomb("csv", lambda path: path.symlink_to(path), upload=False),
    "a pipe that nobody writes to": Bomb("csv", os.mkfifo, upload=False),
    "a folder": Bomb("csv", Path.mkdir, upload=False),
}
