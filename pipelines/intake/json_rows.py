"""JSON and JSON lines as the interfaces of ticket tools give them: the list of tickets in it as a table of text."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.errors import FileRefused
from pipelines.intake.decode import Encoding, detected, open_text
from pipelines.intake.json_stream import (
    LIST,
    MOST_DEPTH,
    MOST_LETTERS_A_RECORD,
    OPENS,
    Doubled,
    JsonText,
    Number,
    value_of,
)
from pipelines.intake.limits import Limits

# What tools call the list of their tickets, and names that only a record has.
TABLES = frozenset({
    "tickets", "results", "result", "issues", "data", "records", "value", "values", "items", "requests", "incidents",
    "message", "rows", "entries", "edges", "nodes", "hits", "features",
})  # fmt: skip
IDENTITY = ("id", "key", "number")
MOST_ABOUT_A_PAGE = 3
EDGE = frozenset(("node", "cursor"))
DEEPEST = 50
LINES_LOOKED_AT = 20
DOUBLED = "one name is given two values"
NO_RECORD = "not a record of a table"
NO_LIST = "a page without its list of records"
TOO_DEEP = "nested too deeply"
ZERO = "a zero byte in it: it is damaged"
BROKEN_LINE = "not JSON: it is damaged or cut off"
Location = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One record: its line (JSON lines) or its place in the list, its cells, or why it has none, and its own text."""

    line_number: int
    cells: list[str] | None
    reason: str
    raw: str


@dataclass(frozen=True)
class JsonTable:
    """The columns, in the order in which they appear, and the records; they can be read again from the start."""

    header: tuple[str, ...]
    encoding: Encoding
    source: "_Source"

    def records(self) -> Iterator[JsonRecord]:
        """Every record, broken ones with their reason."""
        places = {name: place for place, name in enumerate(self.header)}
        for found in self.source.records():
            yield found if isinstance(found, JsonRecord) else _record(*found, places, self.source.limits)

    @property
    def rows(self) -> Iterator[list[str]]:
        """The cells of the records that have some."""
        return (record.cells for record in self.records() if record.cells is not None)


def json_table(name: str, path: Path, limits: Limits, asked: str | None = None) -> JsonTable:
    """The table in a JSON file; raises FileRefused where it holds none or is damaged.

    Raises NeedsAnswer where its encoding cannot be told.
    """
    encoding = detected(name, path, asked)
    source = _Source(name, path, encoding, limits)
    header = dict[str, None]()
    for found in source.records():
        if isinstance(found, JsonRecord):
            continue
        for column, _ in _flattened(found[1]):
            header[column] = None
        if len(header) > limits.columns:
            raise FileRefused(f"{name} has more than {limits.columns:,} columns, which is more than can be read.")
    if not header:
        raise FileRefused(f"{name} holds no list of records; export the tickets again and check the filter.")
    return JsonTable(tuple(header), encoding, source)


Found = JsonRecord | tuple[int, dict[str, Any], str]


class _Source:
    """A file, and where in it the records are; found out at the first value, kept for all that follow."""

    def __init__(self, name: str, path: Path, encoding: Encoding, limits: Limits) -> None:
        self.name, self.path, self.encoding, self.limits = name, path, encoding, limits
        self.lines = self._is_lines()
        self.place = self._place()

    def records(self) -> Iterator[Found]:
        """The records one after another, as objects with their line and text, broken ones with their reason."""
        return self._of_lines() if self.lines else self._of_document()

    def _of_lines(self) -> Iterator[Found]:
        for number, line in self._numbered():
            try:
                value = value_of(line)
            except ValueError:
                yield JsonRecord(number, None, BROKEN_LINE, line)
                continue
            if self.place is None:
                yield _checked(number, value, line)
            else:
                elements = _list_at(value, self.place)
                if elements is None:
                    yield JsonRecord(number, None, NO_LIST, line)
                yield from (_checked(number, element, _as_line(element)) for element in elements or ())

    def _of_document(self) -> Iterator[Found]:
        number = 0
        try:
            with open_text(self.path, self.encoding) as file:
                text = JsonText(self.name, file)
                while text.peek():
                    for value, raw in self._of_value(text):
                        number += 1
                        yield _checked(number, value, raw)
        except ValueError:
            raise FileRefused(
                f"{self.name} is damaged: it is no complete JSON (after record {number:,}). Export it again."
            ) from None

    def _of_value(self, text: JsonText) -> Iterator[tuple[Any, str]]:
        if self.place is None:
            yield text.value_and_text()
            return
        seen = False
        for path, value, raw in text.walked():
            if path == (*self.place, LIST):
                seen = True
                if value is not OPENS:
                    yield value, raw
        if not seen:
            yield None, NO_LIST

    def _numbered(self) -> Iterator[tuple[int, str]]:
        """The lines that are not blank, with their numbers."""
        with open_text(self.path, self.encoding) as file:
            number = 1
            while line := file.readline(MOST_LETTERS_A_RECORD):
                if line.strip():
                    yield number, line.strip()
                number += line.endswith("\n")

    def _is_lines(self) -> bool:
        """Whether each line is a value of its own; a single line is a document."""
        with open_text(self.path, self.encoding) as file:
            lines = islice(iter(lambda: file.readline(MOST_LETTERS_A_RECORD), ""), LINES_LOOKED_AT)
            head = [line.strip() for line in lines if line.strip()]
        whole = sum(_is_whole(line) for line in head)
        return len(head) > 1 and head[0][0] == "{" and len(head[0]) > 1 and whole * 2 >= len(head)

    def _place(self) -> Location | None:
        """The path of the list that is the table; None where the values themselves are records."""
        sizes, plain = Counter[Location](), set[str]()
        try:
            for path, value in self._first():
                if path and path[-1] == LIST:
                    sizes[path[:-1]] += isinstance(value, dict)
                elif len(path) == 1:
                    plain.add(path[0].lower())
        except ValueError:
            raise FileRefused(f"{self.name} is damaged: it is no complete JSON. Export it again.") from None
        return _table_place(sizes, plain)

    def _first(self) -> Iterator[tuple[Location, Any]]:
        """What the first value that can be read holds."""
        if self.lines:
            first = next(line for _, line in self._numbered() if _is_whole(line))
            yield from ((path, value) for path, value, _ in JsonText(self.name, StringIO(first)).walked())
            return
        with open_text(self.path, self.encoding) as file:
            yield from ((path, value) for path, value, _ in JsonText(self.name, file).walked())


def _table_place(sizes: Counter[Location], plain: set[str]) -> Location | None:
    """The list that is the table: one that is named so before a longer one; none in what is a record itself."""
    if () in sizes:
        return ()
    named = [path for path in sizes if path[-1].lower() in TABLES or path[0].lower() in TABLES]
    if any(name.endswith(IDENTITY) for name in plain) and (not named or len(plain) > MOST_ABOUT_A_PAGE):
        return None
    candidates = [path for path in named or sizes if sizes[path]] or named
    return max(candidates, key=lambda path: (path[-1].lower() in TABLES, sizes[path])) if candidates else None


def _is_whole(line: str) -> bool:
    try:
        return isinstance(value_of(line), dict)
    except ValueError:
        return False


def _list_at(value: Any, place: Location) -> list[Any] | None:
    for step in place:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, list) else None


def _checked(number: int, value: Any, raw: str) -> Found:
    if not isinstance(value, dict):
        return JsonRecord(number, None, raw if raw == NO_LIST else NO_RECORD, raw)
    if "node" in value and value.keys() <= EDGE and isinstance(value["node"], dict):
        value = value["node"]
    reason = _fault(value)
    return JsonRecord(number, None, reason, raw) if reason else (number, value, raw)


def _fault(value: Any, depth: int = 0) -> str:
    """Why an object cannot be a record: a name with two values in it or deep inside it, or no end of depth."""
    if isinstance(value, Doubled):
        return DOUBLED
    if depth > DEEPEST:
        return TOO_DEEP
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    nested = (_fault(each, depth + 1) for each in inner if isinstance(each, dict | list))
    return next(filter(None, nested), "")


def _flattened(value: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The cells of an object, those of objects inside it named `outer.inner`."""
    for name, inner in value.items():
        column = f"{before}{name.strip()}"
        if isinstance(inner, dict) and inner and depth < MOST_DEPTH:
            yield from _flattened(inner, f"{column}.", depth + 1)
        else:
            yield column, inner


def _record(number: int, value: dict[str, Any], raw: str, places: dict[str, int], limits: Limits) -> JsonRecord:
    cells, filled = [""] * len(places), set[int]()
    for column, inner in _flattened(value):
        place = places[column]
        if place in filled:
            return JsonRecord(number, None, DOUBLED, raw)
        filled.add(place)
        cells[place] = WAYS[type(inner)](inner)
    if any(len(cell) > limits.cell_bytes for cell in cells):
        return JsonRecord(number, None, "a cell of more than 1 MB", raw[:200])
    if "\\u" in raw:
        if any("\0" in cell for cell in cells):
            return JsonRecord(number, None, ZERO, raw)
        cells = [cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for cell in cells]
    return JsonRecord(number, cells, "", raw)


def _text_of_list(values: list[Any]) -> str:
    """Plain values side by side; anything nested stays JSON."""
    if any(isinstance(value, dict | list) for value in values):
        return _compact(values)
    return "; ".join(WAYS[type(value)](value) for value in values)


def _as_line(value: Any) -> str:
    """A record of a page as a line of its own; none of one that is nested without end."""
    try:
        return _compact(value)
    except RecursionError:
        return ""


def _compact(value: Any) -> str:
    """A value as JSON without spaces, its numbers as they were written."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{_compact(name)}:{_compact(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_compact, value)) + "]"
    return value if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


WAYS: dict[type, Any] = {
    str: str,
    Number: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "",
    dict: lambda value: _compact(value) if value else "",
    Doubled: _compact,
    list: _text_of_list,
}
