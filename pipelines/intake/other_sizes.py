"""How large the sheets of binary workbooks (XLS, XLSB) and of OpenDocument ones (ODS) are."""

import struct
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from pipelines.errors import FileRefused
from pipelines.intake.compound import Compound
from pipelines.intake.sheet_sizes import SheetSize, parsed

# XLSB: records with a cell, of them one that points to the common list; a row; a text of the list.
XLSB_CELLS, XLSB_SHARED, XLSB_ROW, XLSB_TEXT = frozenset(range(2, 12)), 7, 0, 19
# XLS: a cell with its row and column first; several of them side by side; a sheet's box; a sheet's start.
XLS_CELLS = frozenset((0x0003, 0x0004, 0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0207))
XLS_MANY, XLS_BOX, XLS_START, XLS_SHEET = 0x00BD, 0x0200, 0x0809, 0x0010
XLS_MOST_COLUMNS, XLS_MOST_ROWS = 256, 65_536
ODS_CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
CLAIMED_BYTES = 40
MOST_REPEATS = 10**9


def xlsb_size(name: str, parts: Iterator[bytes], shared: "array[int]") -> SheetSize:
    """The size of one sheet of an XLSB."""
    size, row = SheetSize(), 0
    for kind, content in _xlsb_records(name, parts):
        if kind == XLSB_ROW and len(content) >= 4:
            row = int.from_bytes(content[:4], "little") + 1
        elif kind in XLSB_CELLS and len(content) >= 8:
            size.add(row, int.from_bytes(content[:4], "little") + 1)
            size.text += len(content)
            if kind == XLSB_SHARED and (number := int.from_bytes(content[8:12], "little")) < len(shared):
                size.text += shared[number]
    return size


def xlsb_shared(name: str, parts: Iterator[bytes]) -> "array[int]":
    """The length of each text in an XLSB's common list."""
    return array("Q", (len(content) for kind, content in _xlsb_records(name, parts) if kind == XLSB_TEXT))


def _xlsb_records(name: str, parts: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """The records of a part: a kind of one or two bytes, a length of one to four, the content."""
    held, at = bytearray(), 0
    for piece in parts:
        held, at = held[at:] + piece, 0
        while (record := _xlsb_head(held, at)) is not None and record[2] <= len(held):
            kind, start, end = record
            yield kind, bytes(held[start:end])
            at = end
    if at < len(held):
        raise FileRefused(f"{name} is damaged: a sheet in it ends too early. Save or export it again.")


def _xlsb_head(held: bytearray, at: int) -> tuple[int, int, int] | None:
    """A record's kind, start and end; None where its head is cut off."""
    if len(held) - at < 6 and not held[at:]:
        return None
    kind, at = held[at], at + 1
    if kind & 0x80:
        if at >= len(held):
            return None
        kind, at = (kind & 0x7F) | (held[at] << 7), at + 1
    length = 0
    for place in range(4):
        if at >= len(held):
            return None
        byte, at = held[at], at + 1
        length |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return kind, at, at + length


def xls_sizes(name: str, path: Path) -> list[SheetSize]:
    """The sizes of the sheets of an old workbook, with the room that each claims, as the reader trusts its word."""
    sizes = [SheetSize()]
    for kind, content in _xls_records(name, path):
        size = sizes[-1]
        if kind == XLS_START and content[2:4] == XLS_SHEET.to_bytes(2, "little"):
            sizes.append(SheetSize())
        elif kind in XLS_CELLS and len(content) >= 4:
            row, column = struct.unpack_from("<HH", content)
            size.add(row + 1, column + 1)
            size.text += len(content)
        elif kind == XLS_MANY and len(content) >= 6:
            row, column = struct.unpack_from("<HH", content)
            size.add(row + 1, column + 1, cells=len(content) // 6, across=max((len(content) - 6) // 6, 1))
        elif kind == XLS_BOX and len(content) >= 12:
            size.text += CLAIMED_BYTES * _claimed_cells(name, content)
    return sizes


def _claimed_cells(name: str, content: bytes) -> int:
    first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", content)
    if last_row > XLS_MOST_ROWS or last_column > XLS_MOST_COLUMNS:
        raise FileRefused(f"{name} is damaged: a sheet claims to be larger than any. Save or export it again.")
    return int(max(last_row - first_row, 0) * max(last_column - first_column, 0))


def _xls_records(name: str, path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        compound = Compound(path)
        stream = next(found for found in compound.streams if found.name in {"Workbook", "Book"})
        content = compound.content(stream)
    except (ValueError, StopIteration):
        raise FileRefused(f"{name} is damaged: its sheets cannot be found. Export or copy it again.") from None
    at = 0
    while at + 4 <= len(content):
        kind, length = struct.unpack_from("<HH", content, at)
        yield kind, content[at + 4 : at + 4 + length]
        at += 4 + length


class OdsSizes:
    """The sizes of an OpenDocument workbook's sheets; a cell or row that is said to repeat counts as often."""

    def __init__(self) -> None:
        self.sizes: list[SheetSize] = []
        self.row, self.rows, self.column = 1, 1, 1
        self.repeated = 1

    def read(self, name: str, parts: Callable[[], Iterator[bytes]]) -> list[SheetSize]:
        """The sizes, sheet by sheet; raises FileRefused where the file is no XML."""
        lengths = sum(parsed(name, parts(), self.start, self.end, self.letters))
        if self.sizes:
            self.sizes[0].text += lengths // 4
        return self.sizes

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens: a sheet, a row, a cell, or spaces that are counted only."""
        if tag in ODS_CELLS and self.sizes:
            across = _times(attributes, "table:number-columns-repeated")
            self.repeated = across * self.rows
            if "office:value-type" in attributes or "calcext:value-type" in attributes:
                self.sizes[-1].add(self.row, self.column, self.repeated, self.rows, across)
            self.column += across
        elif tag == "table:table-row":
            self.row, self.column = self.row + self.rows, 1
            self.rows = _times(attributes, "table:number-rows-repeated")
        elif tag == "table:table":
            self.sizes.append(SheetSize())
            self.row, self.rows, self.column = 1, 0, 1
        elif tag == "text:s" and self.sizes:
            self.sizes[-1].text += _times(attributes, "text:c") * self.repeated

    def letters(self, text: str) -> None:
        """Letters count as often as their cell repeats."""
        if self.sizes:
            self.sizes[-1].text += len(text) * self.repeated

    def end(self, tag: str) -> None:
        """A cell closes, and what repeats with it."""
        if tag in ODS_CELLS:
            self.repeated = 1


def _times(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1").strip()
    return min(int(written), MOST_REPEATS) if written.isdecimal() and len(written) <= 18 else MOST_REPEATS
