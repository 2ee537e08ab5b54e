"""What a file is, by its bytes and never by its name."""

import codecs
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from pipelines.errors import FileRefused
from pipelines.intake.archive import ZIP_STARTS, opened_zip, refuse_odd_entries
from pipelines.intake.compound import OLE, Compound
from pipelines.intake.limits import Limits

HEAD = 1 << 12
SAVE_AS = "open it in Excel or LibreOffice, save it as .xlsx or CSV, and load that"
EXPORT = "export the tickets as CSV from your ticket tool"
UNPACK = "unpack it and load what is in it"
EMPTY = "is empty; export the tickets again and check the filter of the export"
FOREIGN: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF", 0, f"a PDF; {EXPORT}"),
    (b"\x89PNG", 0, f"a picture; {EXPORT}"),
    (b"\xff\xd8\xff", 0, f"a picture; {EXPORT}"),
    (b"GIF8", 0, f"a picture; {EXPORT}"),
    (b"II*\0", 0, f"a picture; {EXPORT}"),
    (b"MM\0*", 0, f"a picture; {EXPORT}"),
    (b"WEBP", 8, f"a picture; {EXPORT}"),
    (b"ftyp", 4, f"a picture or a film; {EXPORT}"),
    (b"PAR1", 0, f"a Parquet file, which is not read from strangers; {EXPORT}"),
    (b"ARROW1", 0, f"an Arrow file; {EXPORT}"),
    (b"ORC", 0, f"an ORC file; {EXPORT}"),
    (b"Obj\x01", 0, f"an Avro file; {EXPORT}"),
    (b"SQLite format 3\0", 0, f"a database; {EXPORT}"),
    (b"DUCK", 8, f"a database; {EXPORT}"),
    (b"\0\x01\0\0Standard", 0, f"an Access database; {EXPORT}"),
    (b"MZ", 0, f"a program; {EXPORT}"),
    (b"\x7fELF", 0, f"a program; {EXPORT}"),
    (b"\xfe\xed\xfa", 0, f"a program; {EXPORT}"),
    (b"\xcf\xfa\xed\xfe", 0, f"a program; {EXPORT}"),
    (b"{\\rtf", 0, f"a text document; {EXPORT}"),
    (b"%!PS", 0, f"a print file; {EXPORT}"),
    (b"7z\xbc\xaf\x27\x1c", 0, f"packed with 7-Zip; {UNPACK}"),
    (b"Rar!", 0, f"packed with RAR; {UNPACK}"),
    (b"BZh", 0, f"packed with bzip2; {UNPACK}"),
    (b"\xfd7zXZ", 0, f"packed with xz; {UNPACK}"),
    (b"\x28\xb5\x2f\xfd", 0, f"packed with zstd; {UNPACK}"),
    (b"ustar", 257, f"a tar archive; {UNPACK}"),
    (b"\x09\x04\x06\0", 0, f"a workbook from before 1995; {SAVE_AS}"),
    (b"\x09\x02\x06\0", 0, f"a workbook from before 1995; {SAVE_AS}"),
    (b"\x09\0\x04\0", 0, f"a workbook from before 1995; {SAVE_AS}"),
)
# Programs and pictures whose first letters a header row could have as well.
WORDS = {b"MZ", b"ORC", b"DUCK", b"BZh", b"GIF8", b"PAR1", b"WEBP", b"ftyp", b"ustar"}
WEB_PAGE = "a web page, even where its name ends in .xls"
# Comments and a declaration; without a way back, so that no file can make this slow.
BEFORE_MARKUP = r"(?>(?:<!--(?:(?!-->).)*+-->|<\?xml[^>]*+>)\s*+)*+"
MARKUP: tuple[tuple[str, str], ...] = (
    (r"<\?xml.*urn:schemas-microsoft-com:office:spreadsheet", f"an XML spreadsheet of 2003; {SAVE_AS}"),
    (rf"{BEFORE_MARKUP}<(!doctype html|html|head|meta|body|table|style|div|script)\b", f"{WEB_PAGE}; {SAVE_AS}"),
    (r"<\?xml|<[a-z][\w:.-]*(\s+[\w:.-]+\s*=\s*[\"']|\s*/?>)", f"XML; {EXPORT}"),
    (r"mime-version:.*multipart/related", f"a web archive; {SAVE_AS}"),
)
JSON_START = re.compile(r'\{\s*("|\}|$)|\[\s*([\[{"\]]|$)')
OLD_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "locked with a password; save it again without one"),
    ("WordDocument", f"a Word document; {EXPORT}"),
    ("PowerPoint Document", f"a presentation; {EXPORT}"),
    ("__properties_version1.0", f"an e-mail; {EXPORT}"),
)
ZIP_PARTS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", f"a Word document; {EXPORT}"),
    ("ppt/presentation.xml", f"a presentation; {EXPORT}"),
    ("Index/Document.iwa", "a Numbers or Pages document; export it as .xlsx or CSV and load that"),
)
WORKBOOK_PARTS = {"xl/workbook.xml", "xl/workbook.bin"}
OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"


class Kind(StrEnum):
    """The forms that can be read; JSON stands for JSON lines as well."""

    TEXT = "text"
    JSON = "json"
    WORKBOOK = "workbook"


def kind_of(name: str, path: Path, limits: Limits) -> Kind:
    """The form of a file that was unpacked already; raises FileRefused with a sentence for every other."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip():
        _refuse_the_empty(name, path)
    if head.startswith(ZIP_STARTS):
        return _kind_of_zip(name, path, limits)
    if head.startswith(OLE):
        return _kind_of_old(name, path)
    for magic, at, what in FOREIGN:
        if head.startswith(magic, at) and (magic not in WORDS or not _is_text(head)):
            raise FileRefused(f"{name} is {what}.")
    text = _as_text(head)
    _refuse_markup(name, text)
    return Kind.JSON if JSON_START.match(text) else Kind.TEXT


def _refuse_the_empty(name: str, path: Path) -> None:
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            if piece.strip():
                return
    raise FileRefused(f"{name} {EMPTY}.")


def _kind_of_zip(name: str, path: Path, limits: Limits) -> Kind:
    with opened_zip(name, path, limits) as packed:
        parts = packed.NameToInfo
        for part, what in ZIP_PARTS:
            if part in parts:
                raise FileRefused(f"{name} is {what}.")
        refuse_odd_entries(name, packed.infolist())
        if not WORKBOOK_PARTS.isdisjoint(parts) or _is_open_sheet(packed):
            return Kind.WORKBOOK
    raise FileRefused(f"{name} is a zip without a sheet that could be found; {SAVE_AS}.")


def _is_open_sheet(packed: zipfile.ZipFile) -> bool:
    if "mimetype" not in packed.NameToInfo or "content.xml" not in packed.NameToInfo:
        return False
    with packed.open("mimetype") as file:
        return file.read(len(OPEN_SHEET)) == OPEN_SHEET


def _kind_of_old(name: str, path: Path) -> Kind:
    try:
        streams = {stream.name for stream in Compound(path).streams}
    except ValueError:
        raise FileRefused(f"{name} is damaged: its sheets cannot be found. Export or copy it again.") from None
    for stream, what in OLD_STREAMS:
        if stream in streams:
            raise FileRefused(f"{name} is {what}.")
    if streams.isdisjoint({"Workbook", "Book"}):
        raise FileRefused(f"{name} is an old office file without a sheet; {EXPORT}.")
    return Kind.WORKBOOK


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head)


def _as_text(head: bytes) -> str:
    """Enough of the first letters to know a form by, in whatever encoding they are."""
    for mark in (codecs.BOM_UTF32_LE, codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").decode("latin-1").lstrip()


def _refuse_markup(name: str, text: str) -> None:
    for pattern, what in MARKUP:
        if re.match(pattern, text, re.IGNORECASE | re.DOTALL):
            raise FileRefused(f"{name} is {what}.")
