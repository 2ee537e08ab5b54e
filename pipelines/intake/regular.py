"""Proof that a text file is rectangular as it stands, so that the database may read it without a copy.

The bytes are looked at in blocks: every line has the same number of cells, quotes stand only where they may, lines end
alike. What is not proven is no fault; it is read record by record instead.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 2 << 20
LONGEST = 1 << 20
QUOTE, LF, CR, BLANK = 34, 10, 13, 32
MARK_BYTES = b"\xef\xbb\xbf"
# White space that the database does not take off: files that hold it are read record by record.
RARE_BLANKS = tuple(
    blank.encode()
    for blank in "\u00a0\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


@dataclass
class Regular:
    """What is known of a rectangular file: records below the header, and whether blanks stand around cells.

    `steps` are (row, 0, line) shifts as look.Places reads them: records over several lines move the lines after them.
    """

    records: int = 0
    padded: bool = False
    ends_with_line: bool = True
    steps: array[int] = field(default_factory=lambda: array("q"))


class _Irregular(Exception):
    """The file is not rectangular."""


def proven(path: Path, mark: str, width: int) -> Regular | None:
    """What is known of a file in UTF-8 whose first line is the header; None where it is not regular."""
    found = Regular()
    state = _State(ord(mark), width, found)
    try:
        with path.open("rb") as file:
            if file.read(3) != MARK_BYTES:
                file.seek(0)
            rest = b""
            while block := file.read(BLOCK):
                rest = state.look(rest + block)
            state.finish(rest)
    except _Irregular:
        return None
    return found


class _State:
    """Reads whole records block by block; what is left of a block comes back with the next."""

    def __init__(self, mark: int, width: int, found: Regular) -> None:
        self._mark, self._width, self._found = mark, width, found
        self._hollow = np.isin(np.arange(256), (mark, QUOTE, BLANK, CR, LF))
        self._line_end: bytes | None = None
        self._records = 0
        self._lines = 0

    def look(self, content: bytes) -> bytes:
        """Look at the whole records in `content`; the bytes of the one that has only begun are returned."""
        _refuse(not content.isascii() and any(blank in content for blank in RARE_BLANKS))
        cells = np.frombuffer(content, dtype=np.uint8)
        quotes = cells == QUOTE
        quoted = bool(quotes.any())
        inside = np.bitwise_xor.accumulate(quotes.view(np.uint8)).view(np.bool_) if quoted else None
        breaks = cells == LF
        ends = np.flatnonzero(breaks if inside is None else breaks & ~inside)
        if not len(ends):
            _refuse(len(content) > LONGEST)
            return content
        used = int(ends[-1]) + 1
        self._records_in(cells[:used], ends, None if inside is None else inside[:used], breaks[:used])
        if quoted and inside is not None:
            _quotes_stand_well(cells[:used], quotes[:used], inside[:used], self._mark)
        return content[used:]

    def finish(self, rest: bytes) -> None:
        """The last record may lack its line end."""
        if rest:
            self._found.ends_with_line = False
            end = self._line_end or b"\n"
            _refuse(rest.endswith(b"\r") or bool(self.look(rest + end)))
        self._found.records = self._records - 1
        _refuse(self._records < 2)

    def _records_in(self, cells: Bytes, ends: NDArray[np.intp], inside: Flags | None, breaks: Flags) -> None:
        # Line ends aside, a control character is either damage or white space that the database does not take off.
        _refuse(int(np.count_nonzero(cells < BLANK)) != int(np.count_nonzero((cells == LF) | (cells == CR))))
        self._line_ends(cells, ends)
        starts = np.concatenate(([0], ends[:-1] + 1))
        _refuse(int((ends - starts).max()) > LONGEST)
        marks = cells == self._mark
        outer = marks if inside is None else marks & ~inside
        _refuse(bool((_counted(outer, starts) != self._width - 1).any()))
        _refuse(self._blank_line(cells, starts, ends))
        self._padded(cells, outer | (cells == LF) | (cells == CR))
        self._count_lines(starts, inside, breaks, marks)

    def _blank_line(self, cells: Bytes, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> bool:
        """Whether a record is nothing but marks, quotes and blanks: such a line is no record."""
        # Few records begin so; where none does, the others need no look.
        beginnings = (self._hollow[cells[np.minimum(starts + place, ends)]] for place in range(3))
        if not np.logical_and.reduce(tuple(beginnings)).any():
            return False
        return bool(np.logical_and.reduceat(self._hollow[cells], starts).any())

    def _line_ends(self, cells: Bytes, ends: NDArray[np.intp]) -> None:
        """Every line ends in the same way, and nothing else, inside a cell or out, looks like half the end of one."""
        carriage = cells == CR
        before = carriage[np.maximum(ends - 1, 0)]
        if self._line_end is None:
            self._line_end = b"\r\n" if bool(before[0]) else b"\n"
        _refuse(bool((before != (self._line_end == b"\r\n")).any()))
        _refuse(int(np.count_nonzero(carriage)) != int(np.count_nonzero(before)))

    def _padded(self, cells: Bytes, edges: Flags) -> None:
        """Whether blanks stand at the edge of a cell."""
        edge = edges | (cells == QUOTE)
        beside = np.zeros_like(edge)
        beside[1:] |= edge[:-1]
        beside[:-1] |= edge[1:]
        beside[0] = True
        self._found.padded |= bool((beside & (cells == BLANK)).any())

    def _count_lines(self, starts: NDArray[np.intp], inside: Flags | None, breaks: Flags, marks: Flags) -> None:
        records = len(starts)
        if inside is not None and bool((inner := breaks & inside).any()):
            extra = _counted(inner, starts)
            # Lines inside a cell that look like records: a stray quote may have swallowed them.
            swallowed = (_counted(marks & inside, starts) >= max(self._width - 1, 2)) & (extra > 0)
            _refuse(bool(swallowed.any()))
            places = np.flatnonzero(extra)
            # The header is record 0, so the row after a record has its number plus one; line 1 is the header's.
            ahead = self._lines - self._records + np.cumsum(extra)[places]
            steps = np.column_stack((self._records + places + 1, np.zeros_like(places), ahead + 1))
            self._found.steps.frombytes(np.ascontiguousarray(steps, dtype=np.int64).tobytes())
            self._lines += int(extra.sum())
        self._records += records
        self._lines += records


def _counted(flags: Flags, starts: NDArray[np.intp]) -> NDArray[np.int64]:
    """How many flags stand in each record."""
    places = np.flatnonzero(flags)
    bounds = np.searchsorted(places, starts)
    return np.diff(np.append(bounds, len(places)))


def _quotes_stand_well(cells: Bytes, quotes: Flags, inside: Flags, mark: int) -> None:
    """A quote opens only at the start of a cell and closes only at its end, or is doubled."""
    opening = np.flatnonzero(quotes & inside)
    closing = np.flatnonzero(quotes & ~inside)
    before = np.where(opening > 0, cells[np.maximum(opening - 1, 0)], LF)
    _refuse(not bool(np.isin(before, (mark, LF, QUOTE)).all()))
    # A line break at the edge of a cell: the database does not take it off.
    inner = cells[np.minimum(opening + 1, len(cells) - 1)] == LF, cells[np.maximum(closing - 1, 0)] == LF
    _refuse(bool(inner[0].any() or inner[1].any()))
    after = cells[np.minimum(closing + 1, len(cells) - 1)]
    _refuse(not bool(np.isin(after, (mark, LF, CR, QUOTE)).all()))


def _refuse(irregular: bool) -> None:  # noqa: FBT001 - it reads as the sentence that it is
    if irregular:
        raise _Irregular
