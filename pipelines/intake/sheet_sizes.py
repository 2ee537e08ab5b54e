"""How large the sheets of a workbook are, counted before a reader trusts them: the box of cells, and their text."""

import re
import zipfile
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from pipelines.errors import FileRefused
from pipelines.intake.archive import Purse
from pipelines.intake.limits import Limits

PIECE = 1 << 20
LONG_CELL = 1 << 16
# What the reader holds for a place in the box, for a cell while it reads, and for a text beside its letters.
PLACE_BYTES, CELL_BYTES, TEXT_BYTES, TAG_BYTES = 32, 64, 32, 20
SHARE_OF_MEMORY = 0.6
# Texts up to this length need not be counted cell by cell.
BRIEF = 128
MOST_DIGITS = 9
PREFIX = re.compile(rb"<(\w+:)worksheet\b")
SHARED_ITEM = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si\s*/>")
REFERENCE = re.compile(r"([A-Za-z]{1,4})(\d{1,9})$")


class Tags:
    """How a sheet writes its cells where it writes them as most do; some name each tag with a prefix."""

    def __init__(self, prefix: bytes) -> None:
        self.prefix = prefix
        self.cell = b"<%sc" % prefix
        self.columns = re.compile(rb'%s r="([A-Z]{1,4})' % self.cell)
        self.rows = re.compile(rb'%s r="[A-Z]{1,4}(\d{1,9})"' % self.cell)
        self.others = re.compile(rb"%s[a-zA-Z]" % self.cell)
        self.shared = re.compile(rb't="s"[^>]*><%sv>(\d{1,9})</' % prefix)
        self.formula = b"</%sf>" % prefix
        self.unsaved = [self.formula + end % prefix for end in (b"</%sc>", b"<%sv></", b"<%sv/>")]

    def are_usual(self, piece: bytes, cells: int) -> bool:
        """Whether each cell of a piece was found by its place."""
        found = piece.count(self.cell)
        if self.prefix:
            odd = b"<c" in piece or piece.count(b":c") != found + piece.count(b"</%sc" % self.prefix)
        else:
            odd = b":c" in piece
        # Other tags that begin alike stand before and behind the cells only.
        return not odd and (found == cells or found == cells + len(self.others.findall(piece)))


@dataclass
class SheetSize:
    """The box of a sheet's cells (both ends counted from 1), their number, and the bytes of their text.

    `unsaved` counts formulas whose result is not in the file.
    """

    first: tuple[int, int] = (1 << 40, 1 << 40)
    last: tuple[int, int] = (0, 0)
    cells: int = 0
    text: int = 0
    unsaved: int = 0

    def add(self, row: int, column: int, cells: int = 1, down: int = 1, across: int = 1) -> None:
        """One more cell, or a box of them that begins there."""
        self.first = (min(self.first[0], row), min(self.first[1], column))
        self.last = (max(self.last[0], row + down - 1), max(self.last[1], column + across - 1))
        self.cells += cells

    def memory(self) -> int:
        """What reading the sheet takes, in bytes."""
        if not self.cells:
            return 0
        box = (self.last[0] - self.first[0] + 1) * (self.last[1] - self.first[1] + 1)
        return PLACE_BYTES * box + CELL_BYTES * self.cells + self.text

    def fits(self, limits: Limits) -> bool:
        """Whether the sheet alone is within the limits."""
        return self.last[1] <= limits.columns and self.memory() <= SHARE_OF_MEMORY * limits.memory_bytes


def refuse_the_too_large(name: str, sizes: list[SheetSize], shared: "array[int]", limits: Limits) -> None:
    """Raise FileRefused where the sheets have too many columns or would not fit into the memory together."""
    widest = max((size.last[1] for size in sizes), default=0)
    if widest > limits.columns:
        raise FileRefused(
            f"{name} has a cell in column {widest:,}; at most {limits.columns:,} can be read. Delete what lies far to"
            " the right, or save the sheet as CSV."
        )
    needed = sum(size.memory() for size in sizes) + sum(shared) + TEXT_BYTES * len(shared)
    if needed > SHARE_OF_MEMORY * limits.memory_bytes:
        raise FileRefused(
            f"{name} holds more cells than can be read as a workbook (a cell far down counts all the empty ones above);"
            " save the sheet as CSV and load that."
        )


def pieces(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, purse: Purse) -> Iterator[bytes]:
    """An entry unpacked a piece at a time."""
    with closing(packed.open(entry)) as file:
        while piece := file.read(PIECE):
            purse.spend(len(piece))
            yield piece


def shared_lengths(parts: Iterator[bytes]) -> "array[int]":
    """The length of each text in an XLSX's common list, its tags counted as well."""
    lengths, rest, longer = array("Q"), b"", 0
    for piece in parts:
        rest += piece
        *texts, rest = rest.split(b"</si>") if b":si" not in rest and b"<si/" not in rest else SHARED_ITEM.split(rest)
        if texts:
            # What stands before the first text of all is no part of it.
            lengths.append(len(texts[0]) - max(texts[0].find(b"<si>"), 0) + longer)
            lengths.extend(map(len, texts[1:]))
            longer = 0
        if len(rest) > LONG_CELL:
            longer += len(rest) - LONG_CELL
            rest = rest[-LONG_CELL:]
    return lengths


def xlsx_size(name: str, parts: Callable[[], Iterator[bytes]], shared: "array[int]", limits: Limits) -> SheetSize:
    """The size of one sheet: counted by its plain tags, and by its grammar where these look odd or too large."""
    quick = _quick_size(parts(), shared)
    return quick if quick is not None and quick.fits(limits) else ExactSize(shared).read(name, parts())


def _quick_size(parts: Iterator[bytes], shared: "array[int]") -> SheetSize | None:
    """The box by the places that cells name; None where a cell is written in another way than usual."""
    size, columns, rows, tags, longest = SheetSize(), set[bytes](), set[bytes](), Tags(b""), max(shared, default=0)
    for number, piece in enumerate(_whole_cells(parts)):
        if number == 0 and (prefix := PREFIX.search(piece)):
            tags = Tags(prefix[1])
        named = tags.rows.findall(piece)
        if not tags.are_usual(piece, len(named)):
            return None
        size.cells += len(named)
        rows.update(named)
        columns.update(tags.columns.findall(piece))
        size.text += max(len(piece) - TAG_BYTES * len(named), 0)
        if tags.formula in piece:
            size.unsaved += sum(map(piece.count, tags.unsaved))
        if many := piece.count(b't="s"'):
            text = many * longest if longest <= BRIEF else _copied(piece, many, tags, shared)
            if text is None:
                return None
            size.text += text
    if size.cells:
        places, numbers = [column_number(letters.decode()) for letters in columns], list(map(int, rows))
        size.first, size.last = (min(numbers), min(places)), (max(numbers), max(places))
    return size


def _copied(piece: bytes, many: int, tags: Tags, shared: "array[int]") -> int | None:
    """The length of the texts that the cells take from the common list; None where some are not told."""
    counted = list(map(int, tags.shared.findall(piece)))
    if many != len(counted) or max(counted) >= len(shared):
        return None
    return sum(map(shared.__getitem__, counted))


def _whole_cells(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces that end before a cell begins, or before a tag where no cell begins for long."""
    rest = b""
    for piece in parts:
        rest += piece
        prefixed = rest.rfind(b"<", 0, max(rest.rfind(b":c "), 0))
        cut = max(rest.rfind(b"<c"), prefixed, rest.rfind(b"<", 0, max(len(rest) - LONG_CELL, 0)))
        yield rest[: max(cut, 0)]
        rest = rest[max(cut, 0) :]
        if len(rest) > 2 * LONG_CELL:
            yield rest
            rest = b""
    yield rest


def column_number(letters: str) -> int:
    """A column's number: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class ExactSize:
    """The size of an XLSX sheet by its grammar: cells without a place or out of order; empty ones do not count."""

    def __init__(self, shared: "array[int]") -> None:
        self.size = SheetSize()
        self.shared = shared
        self.row = self.column = 0
        self.waiting = self.is_shared = False
        self.number = ""

    def read(self, name: str, parts: Iterator[bytes]) -> SheetSize:
        """The size of the sheet in these pieces; raises FileRefused where they are no XML."""
        for piece_length in parsed(name, parts, self.start, self.end, self.letters):
            self.size.text += piece_length
        self.size.text = max(self.size.text - TAG_BYTES * self.size.cells, 0)
        return self.size

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens: a row, a cell, or what makes a cell count."""
        local = tag.rpartition(":")[2]
        if local == "row":
            written = attributes.get("r", "")
            self.row = int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else self.row + 1
            self.column = 0
        elif local == "c":
            place = REFERENCE.match(attributes.get("r", "").strip())
            self.column = column_number(place[1]) if place else self.column + 1
            self.row = int(place[2]) if place else max(self.row, 1)
            self.waiting, self.is_shared, self.number = True, attributes.get("t") == "s", ""
        elif local in {"v", "is"} and self.waiting:
            self.size.add(self.row, self.column)
            self.waiting = False

    def letters(self, text: str) -> None:
        """The number of a text in the common list is kept."""
        if self.is_shared and len(self.number) <= MOST_DIGITS:
            self.number += text

    def end(self, tag: str) -> None:
        """A cell closes: its text is known now."""
        if self.is_shared and tag.rpartition(":")[2] == "c":
            number = self.number.strip()
            if number.isdecimal() and int(number) < len(self.shared):
                self.size.text += self.shared[int(number)]
            self.is_shared = False


def parsed(name: str, parts: Iterator[bytes], start: Any, end: Any = None, letters: Any = None) -> Iterator[int]:
    """Read an XML file by these handlers, and yield the length of each piece.

    Entities of its own are refused, not unfolded.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, letters
    parser.EntityDeclHandler = _no_entities
    try:
        for piece in parts:
            parser.Parse(piece)
            yield len(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError):
        raise FileRefused(f"{name} is damaged: a sheet in it cannot be read. Save or export it again.") from None


def _no_entities(*_: object) -> None:
    raise ValueError
