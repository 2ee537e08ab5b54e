"""Packed files and foreign ones: what is in them is read, and what is not a table is answered with a sentence."""

import gzip
import io
import random
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.errors import FileRefused
from pipelines.intake.archive import Member, unpacked
from pipelines.intake.kinds import Kind, kind_of
from pipelines.intake.limits import PAGE
from tests.pipelines.intake.bounded import bounded

CSV = b"ticket_id,opened_at\nT-1,2026-03-02 09:00\n"


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def members(folder: Path, name: str, content: bytes) -> list[Member]:
    file, inside = folder / name, folder / "inside"
    file.write_bytes(content)
    inside.mkdir()
    found = unpacked(file, inside, PAGE)
    assert all(member.path == file or member.path.parent == inside for member in found)
    return found


def contents(folder: Path, name: str, content: bytes) -> dict[str, bytes]:
    return {member.name: member.path.read_bytes() for member in members(folder, name, content)}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("t.csv", CSV, {"t.csv": CSV}),
        ("t.csv.gz", gzip.compress(CSV), {"t.csv": CSV}),
        ("t.csv", gzip.compress(CSV), {"t.csv": CSV}),
        ("t.csv.gz", gzip.compress(CSV) + gzip.compress(b"T-2,x\n"), {"t.csv": CSV + b"T-2,x\n"}),
        ("t.csv.gz", gzip.compress(CSV) + b"\0" * 600, {"t.csv": CSV}),
        ("t.csv.gz", gzip.compress(b""), {"t.csv": b""}),
        ("a.zip", zipped({"tickets.csv": CSV, "deep/er/log.json": b"[]"}), {"a.zip/tickets.csv": CSV, "a.zip/log.json": b"[]"}),
        ("a.zip", zipped({"t.csv": CSV}, zipfile.ZIP_STORED), {"a.zip/t.csv": CSV}),
        ("a.zip", zipped({"t.csv.gz": gzip.compress(CSV)}), {"a.zip/t.csv": CSV}),
        ("a.zip", zipped({"__MACOSX/._t.csv": b"x", ".DS_Store": b"x", "d/": b"", "d/t.csv": CSV}), {"a.zip/t.csv": CSV}),
        ("a.zip", zipped({"../../etc/passwd": b"x", "C:\\x\\y.csv": CSV}), {"a.zip/passwd": b"x", "a.zip/y.csv": CSV}),
        ("b.xlsx", zipped({"[Content_Types].xml": b"<Types/>"}), {"b.xlsx": zipped({"[Content_Types].xml": b"<Types/>"})}),
    ],
    ids=range(12),
)
def test_a_packed_file_is_what_is_in_it(folder: Path, name: str, content: bytes, expected: dict[str, bytes]) -> None:
    assert contents(folder, name, content) == expected


def test_a_large_member_goes_through_in_pieces(folder: Path) -> None:
    noise = random.Random(1).randbytes(3 << 20)

    assert contents(folder, "n.gz", gzip.compress(noise[: 1 << 20]) + gzip.compress(noise[1 << 20 :])) == {"n": noise}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def encrypted() -> bytes:
    content = bytearray(zipped({"t.csv": CSV}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1
    return bytes(content)


def lying(claimed: int) -> bytes:
    """A zip of 3 MB of zeros that claims another size for them."""
    content = bytearray(zipped({"t.csv": bytes(3 << 20)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.find(mark) + place, claimed)
    return bytes(content)


def overlapping() -> bytes:
    """Two entries of the directory that stand for the same bytes."""
    content = zipped({"a.csv": CSV, "b.csv": CSV})
    first = content.find(b"PK\x01\x02")
    second = content.find(b"PK\x01\x02", first + 4)
    out = bytearray(content)
    out[second + 42 : second + 46] = out[first + 42 : first + 46]
    return bytes(out)


REFUSED = {
    "gzip cut short": ("t.gz", gzip.compress(CSV * 400)[:-20], "ends too early"),
    "gzip of junk": ("t.gz", b"\x1f\x8b\x08junkjunkjunk", "damaged"),
    "gzip and junk": ("t.gz", gzip.compress(CSV) + b"junk", "damaged"),
    "gzip bomb": ("t.gz", gzip.compress(bytes(30 << 20)), "far more than it should"),
    "gzip bomb in members": ("t.gz", gzip.compress(bytes(1 << 20)) * 40, "far more than it should"),
    "gzip in gzip": ("t.gz", gzip.compress(gzip.compress(CSV)), "another packed file"),
    "zip in gzip": ("t.gz", gzip.compress(zipped({"t.csv": CSV})), "another packed file"),
    "zip in zip": ("a.zip", zipped({"b.zip": zipped({"t.csv": CSV})}), "another packed file"),
    "zip bomb": ("a.zip", zipped({"t.csv": bytes(30 << 20)}), "far more than it should"),
    "many small bombs": ("a.zip", zipped({f"{n}.csv": bytes(1 << 20) for n in range(40)}), "far more than it should"),
    "zip that claims too little": ("a.zip", lying(100), "damaged"),
    "zip that claims too much": ("a.zip", lying(3_000_000_000), "far more than it should"),
    "many entries": ("a.zip", zipped({f"{n}": b"" for n in range(1_001)}), "more than 1,000 files"),
    "locked": ("a.zip", encrypted(), "locked with a password"),
    "overlapping": ("a.zip", overlapping(), "overlap"),
    "bzip2 inside": ("a.zip", zipped({"t.csv": CSV}, zipfile.ZIP_BZIP2), "ordinary zip"),
    "zip cut short": ("a.zip", zipped({"t.csv": CSV * 100})[:-30], "damaged"),
    "zip with damage inside": ("a.zip", zipped({"t.csv": CSV}, zipfile.ZIP_STORED).replace(b"T-1,", b"T-9,"), "damaged"),
    "zip of nothing": ("a.zip", zipped({}), "holds no file"),
    "zip of folders": ("a.zip", zipped({"d/": b"", ".hidden": b"x"}), "holds no file"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_packed_file_that_harms_is_refused_with_a_sentence(folder: Path, case: str) -> None:
    name, content, sentence = REFUSED[case]

    with pytest.raises(FileRefused, match=sentence) as refusal:
        members(folder, name, content)

    assert str(folder) not in str(refusal.value)
    assert sum(file.stat().st_size for file in (folder / "inside").iterdir()) <= 4 << 20


def test_a_file_over_the_limit_of_the_page_is_refused_by_its_size(folder: Path) -> None:
    file = folder / "t.csv"
    file.write_bytes(CSV)

    with pytest.raises(FileRefused, match="larger than 1 MB"):
        unpacked(file, folder, replace(PAGE, file_bytes=10))


@pytest.mark.torture
@pytest.mark.parametrize("case", ["zip bomb", "gzip bomb"])
def test_a_bomb_of_a_gigabyte_is_answered_within_the_memory_of_the_page(folder: Path, case: str) -> None:
    file = folder / "bomb"
    if case == "zip bomb":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("t.csv", "w", force_zip64=True) as entry:
            for _ in range(1 << 10):
                entry.write(bytes(1 << 20))
    else:
        with gzip.open(file, "wb", compresslevel=1) as entry:
            for _ in range(1 << 10):
                entry.write(bytes(1 << 20))

    assert "far more than it should" in bounded(folder, "archive", "unpacked(path, path.parent, PAGE)", file)


FOREIGN = {
    "PDF": (b"%PDF-1.7 rest", "is a PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
    "photo": (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
    "parquet": (b"PAR1\x15\x04\x15", "Parquet"),
    "database": (b"SQLite format 3\0\x10", "is a database"),
    "program": (b"MZ\x90\0\x03", "is a program"),
    "linux program": (b"\x7fELF\x02", "is a program"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0", "7-Zip"),
    "rar": (b"Rar!\x1a\x07", "RAR"),
    "tar": (b"t.csv".ljust(257, b"\0") + b"ustar\x0000", "tar archive"),
    "rtf": (b"{\\rtf1\\ansi", "text document"),
    "html as xls": (b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>", "web page.*save it as"),
    "table as xls": (b"\n <TABLE border=1><tr><th>Ticket</th></tr>", "web page"),
    "html in utf-16": ("<!DOCTYPE html>\n<html>".encode("utf-16"), "web page"),
    "html after comments": (b"<!-- x -->" * 300 + b"<html>", "web page"),
    "web archive": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", "web archive"),
    "spreadsheet 2003": (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "XML spreadsheet"),
    "xml": (b'<?xml version="1.0"?><tickets><ticket/></tickets>', "is XML"),
    "word": (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "Word document"),
    "numbers": (zipped({"Index/Document.iwa": b""}), "Numbers"),
    "other zip": (zipped({"[Content_Types].xml": b"", "x": b""}), "without a sheet"),
    "old office damaged": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    "old office cut": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    "workbook of 1993": (b"\x09\x04\x06\0\0\0\x10\0", "before 1995"),
    "empty": (b"", "is empty"),
    "blank": (b" \n" * 9_000, "is empty"),
}


@pytest.mark.parametrize("case", FOREIGN)
def test_a_foreign_file_is_known_by_its_bytes_whatever_its_name(folder: Path, case: str) -> None:
    content, sentence = FOREIGN[case]
    file = folder / "tickets.csv"
    file.write_bytes(content)

    with pytest.raises(FileRefused, match=sentence):
        kind_of("tickets.csv", file, PAGE)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (CSV, Kind.TEXT),
        (b"MZ Number,Opened\n1,2026-03-02\n", Kind.TEXT),
        (b"ORC,Name\n", Kind.TEXT),
        (b"[Ticket],[Opened]\n1,2\n", Kind.TEXT),
        (b"{Ticket};{Opened}\n1;2\n", Kind.TEXT),
        (b"a < b,c\n1,2\n", Kind.TEXT),
        (b"<!-- x -->" * 400, Kind.TEXT),
        ("Müller;Zürich\n".encode("utf-16"), Kind.TEXT),
        (b' \n{"id": 1}\n{"id": 2}', Kind.JSON),
        ('\ufeff[ {"id": 1}]'.encode(), Kind.JSON),
        ('[{"id": 1}]'.encode("utf-16"), Kind.JSON),
        (b"[]", Kind.JSON),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), Kind.WORKBOOK),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.bin": b""}), Kind.WORKBOOK),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}), Kind.WORKBOOK),
    ],
    ids=range(15),
)
def test_a_form_that_can_be_read_is_known_by_its_bytes(folder: Path, content: bytes, kind: Kind) -> None:
    file = folder / "x.pdf"
    file.write_bytes(content)

    assert kind_of("x.pdf", file, PAGE) == kind
