"""Text to records, strictly: every record has the header's width, or it is listed with the reason why not."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from pipelines.errors import FileRefused

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 2_000
MOST_CELL = 1 << 20
MOST_LINES_A_RECORD = 200
SAMPLE_RECORDS = 300
HEAD = 1 << 20
SWALLOWED = "a quote that is not closed has swallowed other lines"
csv.field_size_limit(MOST_CELL)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where it starts, its cells, or why it has none, and its own text."""

    line_number: int
    cells: list[str] | None
    reason: str
    raw: str


@dataclass(frozen=True)
class Table:
    """A file's header and how its records are to be read."""

    header: tuple[str, ...]
    delimiter: str
    preamble: int
    text: str
    regular: bool

    def records(self) -> Iterator[Record]:
        """The records below the header, blank lines left out."""
        every = (
            _regular_records(self.text, self.delimiter) if self.regular else exact_records(self.text, self.delimiter)
        )
        for record in islice(every, self.preamble + 1, None):
            reason = self._fault(record.cells) if record.cells is not None else ""
            raw = record.raw or self.delimiter.join(record.cells or [])
            yield Record(record.line_number, None, reason, raw) if reason else record

    def _fault(self, cells: list[str]) -> str:
        if len(cells) != len(self.header):
            return f"{len(cells)} cells where the header has {len(self.header)}"
        # A stray quote joins lines into one cell until the next stray quote: whole records would vanish in it.
        inner = (line for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
        fewest = max(len(self.header) - 1, 2)
        return SWALLOWED if any(line.count(self.delimiter) >= fewest for line in inner) else ""


def table(name: str, text: str, known: Callable[[tuple[str, ...]], bool] = lambda _: False) -> Table:
    """The table in a text: its header is the first row that is `known`, else the first of the usual width.

    Raises FileRefused where there is none.
    """
    if "\0" in text:
        raise FileRefused(f"{name} holds zero bytes, so it is damaged; export it again.")
    head = _head(text)
    delimiter, width = _dialect(head)
    if width > MOST_COLUMNS:
        raise FileRefused(f"{name} has {width:,} columns; at most {MOST_COLUMNS:,} can be read.")
    leading = [record.cells or [] for record in islice(exact_records(head, delimiter), SAMPLE_RECORDS)]
    titles = [tuple(cell.strip() for cell in cells) for cells in leading]
    usual = (i for i, cells in enumerate(titles) if len(cells) == width and any(cells))
    place = next((i for i, cells in enumerate(titles) if known(cells)), next(usual, None))
    if place is None:
        raise FileRefused(f"{name} has no header row that could be found; export it as CSV with its column names.")
    header = titles[place]
    return Table(header, delimiter, place, text, place == 0 and _is_regular(text, delimiter, len(header)))


def _head(text: str) -> str:
    """Enough whole lines to know a file by."""
    if len(text) <= HEAD:
        return text
    end = text.rfind("\n", 0, HEAD)
    return text[: end if end > 0 else HEAD]


def _dialect(text: str) -> tuple[str, int]:
    best = (0.0, 0, ",")
    for delimiter in DELIMITERS:
        sample = list(islice(exact_records(text, delimiter), SAMPLE_RECORDS))
        widths = Counter(len(record.cells) for record in sample if record.cells is not None)
        if widths:
            width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
            best = max(best, (times / len(sample) if width > 1 else 0.0, width, delimiter))
    return best[2], max(best[1], 1)


def _is_regular(text: str, delimiter: str, width: int) -> bool:
    """Whether the standard library's reader sees the same records: no stray quote, one width throughout."""
    mark = re.escape(delimiter)
    if re.search(rf'[^"\n\r{mark}]"(?!["{mark}\r\n]|$)', text, re.MULTILINE):
        return False
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return all(len(cells) == width or not any(cells) for cells in reader)
    except csv.Error:
        return False


def _regular_records(text: str, delimiter: str) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Record(line, cells, "", "")
        line = reader.line_num + 1


def exact_records(text: str, delimiter: str) -> Iterator[Record]:
    """Records by RFC 4180 to the letter; a broken one is listed and reading goes on at the very next line."""
    lines = io.StringIO(text, newline=None).read().split("\n")
    start = 0
    while start < len(lines):
        end, cells, reason = _record_at(lines, start, delimiter)
        raw = "\n".join(lines[start:end])
        if raw.strip() and (cells is None or any(cell.strip() for cell in cells)):
            yield Record(start + 1, cells, reason, raw)
        start = end


def _record_at(lines: list[str], start: int, delimiter: str) -> tuple[int, list[str] | None, str]:
    """The line after the record that begins at `start`, its cells, and the reason where it has none."""
    text = lines[start]
    cells, reason = _cells(text, delimiter)
    end = start + 1
    while (
        reason == "unclosed quote" and end < len(lines) and end - start < MOST_LINES_A_RECORD and len(text) < MOST_CELL
    ):
        text += "\n" + lines[end]
        end += 1
        cells, reason = _cells(text, delimiter)
    return (end, cells, "") if cells is not None else (start + 1, None, reason)


def _cells(text: str, delimiter: str) -> tuple[list[str] | None, str]:
    cells: list[str] = []
    at = 0
    while True:
        cell, at, reason = _quoted(text, at) if text[at : at + 1] == '"' else _plain(text, at, delimiter)
        if reason:
            return None, reason
        cells.append(cell)
        if at >= len(text):
            return cells, ""
        if text[at] != delimiter:
            return None, "text after a closing quote"
        at += 1


def _plain(text: str, at: int, delimiter: str) -> tuple[str, int, str]:
    end = text.find(delimiter, at)
    cell = text[at : end if end >= 0 else len(text)]
    return cell, at + len(cell), "quote inside an unquoted cell" if '"' in cell else ""


def _quoted(text: str, at: int) -> tuple[str, int, str]:
    parts: list[str] = []
    at += 1
    while True:
        end = text.find('"', at)
        if end < 0:
            return "", at, "unclosed quote"
        parts.append(text[at:end])
        if text[end + 1 : end + 2] != '"':
            return "".join(parts), end + 1, ""
        parts.append('"')
        at = end + 2
