"""A first look at every table of a file: where it begins, and a rectangular file of it that the database can read."""

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from pipelines.errors import FileRefused
from pipelines.intake.archive import Member, unpacked
from pipelines.intake.decode import Encoding, detected, open_text
from pipelines.intake.json_rows import json_table
from pipelines.intake.kinds import Kind, kind_of
from pipelines.intake.limits import Limits
from pipelines.intake.look import Look
from pipelines.intake.records import Record, exact_records
from pipelines.intake.staging import COPY_MARK, stage
from pipelines.intake.tables import LEADING, Known, header_place, shape_of
from pipelines.intake.workbook import Sheet, sheets
from pipelines.spreadsheet import as_it_was

HEAD = 1 << 20
UTF8 = ("utf-8", "utf-8-sig")
CORRECTED = "turnaround_line"
CUT = "the file does not end with a line end: if it was cut off, its last row may be incomplete"


@dataclass(frozen=True)
class Wanted:
    """What the parent knows: which headers are somebody's, which tables were loaded before, and what was answered.

    `careful` asks for copies even of what looks rectangular.
    """

    known: Known
    loaded: frozenset[str]
    encoding: str | None
    careful: bool
    limits: Limits


def looks(path: Path, folder: Path, wanted: Wanted) -> Iterator[Look]:
    """The tables of a file, of each member of an archive, of each sheet of a workbook; raises FileRefused."""
    for number, member in enumerate(unpacked(path, folder, wanted.limits)):
        place = folder / f"member-{number}"
        place.mkdir()
        with member.path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        kind = kind_of(member.name, member.path, wanted.limits)
        if kind == Kind.WORKBOOK:
            yield from _of_workbook(member, sha256, place, wanted)
        elif sha256 in wanted.loaded:
            yield _loaded(member.name, sha256)
        elif kind == Kind.TEXT:
            yield _of_text(member, sha256, place, wanted)
        else:
            yield _of_json(member, sha256, place, wanted)


def _loaded(name: str, sha256: str) -> Look:
    return Look(name, sha256, "", "", (), 0, known=True)


def _of_text(member: Member, sha256: str, folder: Path, wanted: Wanted) -> Look:
    encoding = detected(member.name, member.path, wanted.encoding)
    shape = shape_of(member.name, _head(member.path, encoding), wanted.known, wanted.limits.columns)
    notes = [encoding.note] if encoding.note else []
    if shape.preamble:
        notes.append(f"{shape.preamble} lines above the header left out")
    corrected = CORRECTED in shape.header
    if not (shape.preamble or corrected or wanted.careful) and encoding.name in UTF8 and encoding.errors == "strict":
        regular = _regular(member, sha256, folder, shape.mark, shape.header, notes)
        if regular is not None:
            return regular
    copy = folder / "copy.csv"
    with open_text(member.path, encoding) as text:
        ends = _Ends(text, member.name)
        rest: Iterable[Record] = islice(exact_records(ends, shape.mark), shape.preamble + 1, None)
        rest = map(_as_it_was, rest) if corrected else rest
        look = _copied(member.name, sha256, rest, shape.header, shape.mark, copy, notes, shape.preamble)
    return look.noting(CUT) if ends.cut else look


def _regular(
    member: Member, sha256: str, folder: Path, mark: str, header: tuple[str, ...], notes: list[str]
) -> Look | None:
    from pipelines.intake.regular import proven  # noqa: PLC0415 - numpy is loaded for texts alone

    found = proven(member.path, mark, len(header))
    if found is None:
        return None
    notes = notes if found.ends_with_line else [*notes, CUT]
    return Look(
        member.name, sha256, str(member.path), mark, header, found.records, found.padded,
        last=_last_row(member.path, mark), notes=tuple(notes), places=_kept(found.steps, folder / "places"),
        careful=False,
    )  # fmt: skip


def _as_it_was(record: Record) -> Record:
    """A record of a file of ours that came back corrected: without the marks that made its cells harmless."""
    return replace(record, cells=record.cells and [as_it_was(cell) for cell in record.cells])


class _Ends:
    """Lines of a text without their ends; a zero byte is damage. `cut` tells whether the last line had no end."""

    def __init__(self, text: TextIO, name: str) -> None:
        self._text, self._name, self.cut = text, name, False

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            if "\0" in line:
                raise FileRefused(f"{self._name} holds zero bytes, so it is damaged; export it again.")
            bare = line.rstrip("\n") if line.endswith("\n") else line
            self.cut = len(bare) == len(line) and not line.endswith("\r")
            # Old programs end a file with the control character for its end.
            yield bare.removesuffix("\r").rstrip("\x1a")


def _head(path: Path, encoding: Encoding) -> list[str]:
    """Enough whole lines to know a text by."""
    with open_text(path, encoding) as text:
        head = text.read(HEAD)
        lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        whole = len(lines) < 2 or not text.read(1)
    return lines if whole else lines[:-1]


def _last_row(path: Path, mark: str) -> tuple[str, ...]:
    """The cells of the last record of a regular file, where it stands on one line."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - HEAD))
        lines = file.read().decode("utf-8", errors="replace").splitlines()
    last = next((line for line in reversed(lines) if line.strip()), "")
    cells = next((record.cells for record in exact_records([last], mark)), None)
    return tuple(cell.strip() for cell in cells or ())


def _of_workbook(member: Member, sha256: str, folder: Path, wanted: Wanted) -> Iterator[Look]:
    """Every sheet whose header is somebody's; where none is, the one with the widest table."""
    every = sheets(member.name, member.path, wanted.limits)
    leading = [[list(row) for row in islice(sheet.rows, LEADING)] for sheet in every]
    widths = [max((_filled(row) for row in rows), default=0) for rows in leading]
    known = [place for place, rows in enumerate(leading) if any(wanted.known(_titles(row)) for row in rows)]
    for place in known or [max(range(len(every)), key=lambda at: widths[at])]:
        own = hashlib.sha256(f"{sha256}/{every[place].name}".encode()).hexdigest()
        name = f"{member.name}/{every[place].name}" if len(every) > 1 else member.name
        if own in wanted.loaded:
            yield _loaded(name, own)
        else:
            header = header_place(leading[place], None, wanted.known)
            if header is None:
                raise FileRefused(f"{member.name} has no sheet with a table; export the tickets again.")
            yield _of_sheet(every[place], name, own, header, folder / f"sheet-{place}.csv")


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _titles(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row)


def _of_sheet(sheet: Sheet, name: str, sha256: str, place: int, copy: Path) -> Look:
    rows = iter(sheet.rows)
    titles = list(next(islice(rows, place, None)))
    while titles and not titles[-1].strip():
        titles.pop()
    width = len(titles)
    records = (
        Record(number, list(row) if any(map(str.strip, row[width:])) else list(row[:width]), "", COPY_MARK.join(row))
        for number, row in enumerate(rows, start=place + 2)
        if any(map(str.strip, row))
    )
    notes = [*sheet.notes, *([f"{place} rows above the header left out"] if place else [])]
    return _copied(name, sha256, records, tuple(titles), COPY_MARK, copy, notes, place)


def _of_json(member: Member, sha256: str, folder: Path, wanted: Wanted) -> Look:
    table = json_table(member.name, member.path, wanted.limits, wanted.encoding)
    notes = [table.encoding.note] if table.encoding.note else []
    records = (Record(r.line_number, r.cells, r.reason, r.raw) for r in table.records())
    return _copied(member.name, sha256, records, table.header, COPY_MARK, folder / "copy.csv", notes, 0)


def _copied(
    name: str, sha256: str, records: Iterable[Record], header: tuple[str, ...], mark: str, copy: Path,
    notes: Sequence[str], preamble: int,
) -> Look:  # fmt: skip
    staged = stage(name, records, header, mark, copy)
    return Look(
        name, sha256, str(copy), COPY_MARK, header, staged.rows, preamble=preamble, broken=tuple(staged.broken),
        last=staged.last, notes=tuple(notes), places=_kept(staged.steps, copy.with_suffix(".places")),
    )  # fmt: skip


def _kept(steps: "array[int]", file: Path) -> str:
    if not steps:
        return ""
    file.write_bytes(steps.tobytes())
    return str(file)
