"""Text to records, strictly: every record has the header's width, or it is listed with the reason why not."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_CELL = 1 << 20
MOST_LINES_A_RECORD = 200
TOO_LONG = "a row of more than 1 MB"
UNCLOSED = "unclosed quote"
SWALLOWED = "a quote that is not closed has swallowed other lines"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where it starts, its cells, or why it has none, and its own text."""

    line_number: int
    cells: list[str] | None
    reason: str
    raw: str


def exact_records(lines: Iterable[str], mark: str) -> Iterator[Record]:
    """Records by RFC 4180 to the letter; a broken one is listed and reading goes on at the very next line.

    `lines` come without their ends, one at a time, so that a file never has to fit into memory.
    """
    ahead = _Ahead(lines)
    while (line := ahead.take()) is not None:
        number = ahead.number
        if '"' not in line:
            cells: list[str] | None = line.split(mark)
            raw, reason = line, ""
        else:
            raw, cells, reason = _quoted_record(ahead, line, mark)
        if cells is None or any(cell.strip() for cell in cells):
            yield Record(number, cells, reason, raw)


def fault_of(cells: list[str], width: int, mark: str) -> str:
    """Why cells that could be split are no record of this table; empty for none."""
    if len(cells) != width:
        return f"{len(cells)} cells where the header has {width}"
    if sum(map(len, cells)) > MOST_CELL:
        return TOO_LONG
    # A stray quote joins lines into one cell until the next stray quote: whole records would vanish in it.
    inner = (line for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
    return SWALLOWED if any(line.count(mark) >= max(width - 1, 2) for line in inner) else ""


class _Ahead:
    """Lines with a look at those to come; a record that turns out broken gives back what it looked at."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._seen: deque[str] = deque()
        self.number = 0

    def take(self) -> str | None:
        """The next line, None at the end."""
        line = self._seen.popleft() if self._seen else next(self._lines, None)
        self.number += line is not None
        return line

    def peek(self, place: int) -> str | None:
        """The line `place` lines ahead, None past the end."""
        while len(self._seen) <= place:
            line = next(self._lines, None)
            if line is None:
                return None
            self._seen.append(line)
        return self._seen[place]

    def skip(self, count: int) -> None:
        """Lines that a record has used."""
        for _ in range(count):
            self.take()


def _quoted_record(ahead: _Ahead, first: str, mark: str) -> tuple[str, list[str] | None, str]:
    """The text of the record that begins with `first`, its cells, and the reason where it has none."""
    cells, reason = split_quoted(first, mark)
    parts, size = [first], len(first)
    while reason == UNCLOSED and len(parts) <= MOST_LINES_A_RECORD and size < MOST_CELL:
        line = ahead.peek(len(parts) - 1)
        if line is None:
            break
        parts.append(line)
        size += len(line) + 1
        if '"' in line:
            cells, reason = split_quoted("\n".join(parts), mark)
    if cells is None:
        return first, None, reason
    ahead.skip(len(parts) - 1)
    return "\n".join(parts), cells, ""


def split_quoted(text: str, mark: str) -> tuple[list[str] | None, str]:
    """The cells of a record's text, or None and the reason why it is none."""
    cells: list[str] = []
    at = 0
    while True:
        cell, at, reason = _quoted(text, at) if text[at : at + 1] == '"' else _plain(text, at, mark)
        if reason:
            return None, reason
        cells.append(cell)
        if at >= len(text):
            return cells, ""
        if text[at] != mark:
            return None, "text after a closing quote"
        at += 1


def _plain(text: str, at: int, mark: str) -> tuple[str, int, str]:
    end = text.find(mark, at)
    cell = text[at : end if end >= 0 else len(text)]
    return cell, at + len(cell), "quote inside an unquoted cell" if '"' in cell else ""


def _quoted(text: str, at: int) -> tuple[str, int, str]:
    parts: list[str] = []
    at += 1
    while True:
        end = text.find('"', at)
        if end < 0:
            return "", at, UNCLOSED
        parts.append(text[at:end])
        if text[end + 1 : end + 2] != '"':
            return "".join(parts), end + 1, ""
        parts.append('"')
        at = end + 2
