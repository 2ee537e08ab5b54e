"""What a first look at a file found: its tables, each as a rectangular file that the database can read."""

import csv
import json
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Broken:
    """A record that could not be split into the table's cells, with its own text."""

    record_number: int
    line_number: int
    reason: str
    raw: str


@dataclass(frozen=True)
class Look:
    """One table of a file. `places` names a file of (row, record, line) steps: where each row stands in the source.

    `header` is as the file has it, `path` the file to read, with `mark` between its cells; `padded` tells that blanks
    stand around them. `last` holds the cells of the last record, none where it is broken.
    """

    name: str
    sha256: str
    path: str
    mark: str
    header: tuple[str, ...]
    rows: int
    padded: bool = False
    preamble: int = 0
    broken: tuple[Broken, ...] = ()
    last: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    places: str = ""
    known: bool = False
    careful: bool = True

    @property
    def records(self) -> int:
        """Rows and broken records together."""
        return self.rows + len(self.broken)

    def noting(self, note: str) -> "Look":
        """The same with one more note."""
        return replace(self, notes=(*self.notes, note))

    def as_json(self) -> dict[str, Any]:
        """As the child writes it."""
        return asdict(self)

    @classmethod
    def from_json(cls, written: dict[str, Any]) -> "Look":
        """As the parent reads it."""
        lists = {name: tuple(written[name]) for name in ("header", "last", "notes")}
        broken = tuple(Broken(**record) for record in written["broken"])
        return cls(**{**written, **lists, "broken": broken})

    def file(self) -> dict[str, Any]:
        """What the statements bind that read its rows."""
        names = {f"c{place}": "VARCHAR" for place in range(len(self.header))}
        return {"path": self.path, "mark": self.mark, "names": names, "padded": self.padded}

    def head_rows(self, most: int) -> list[list[str]]:
        """The first rows below the header, as text."""
        with Path(self.path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=self.mark)
            next(rows, None)
            return list(islice(rows, most))


class Places:
    """Where the rows of a table stand in its source: record and line numbers, kept as steps."""

    def __init__(self, steps: Sequence[tuple[int, int, int]]) -> None:
        self._rows = [step[0] for step in steps]
        self._steps = steps

    @classmethod
    def of(cls, look: Look) -> "Places":
        """The places of a look; a file without steps has its header on line 1."""
        numbers: array[int] = array("q")
        if look.places:
            numbers.frombytes(Path(look.places).read_bytes())
        every: Iterator[int] = iter(numbers)
        return cls([(1, 0, 1), *zip(every, every, every, strict=True)])

    def record(self, row: int) -> int:
        """The number of a row's record in the source, broken records counted."""
        return row + self._steps[bisect_right(self._rows, row) - 1][1]

    def shifts(self) -> tuple[list[int], list[int]]:
        """From which row on by how much the number of its record is ahead."""
        steps = {ahead: row for row, ahead, _ in reversed(self._steps)}
        return list(steps.values()), list(steps)

    def line(self, row: int) -> int:
        """The line on which a row's record begins."""
        return row + self._steps[bisect_right(self._rows, row) - 1][2]


def written(looks: Sequence[Look], file: Path) -> None:
    """Write looks where the parent finds them."""
    file.write_text(json.dumps([look.as_json() for look in looks]), encoding="utf-8")
