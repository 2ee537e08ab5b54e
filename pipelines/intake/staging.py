"""From a stranger's columns to ours: a clean copy in which every cell is text and every column has our name."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.intake import fields
from pipelines.intake.preset import Preset
from pipelines.intake.records import Record, Table

COLUMNS = ("record_number", "line_number", "row_hash", *fields.ALL)
TOTAL = re.compile(r"\s*((grand\s+|sub)?totals?|sum)\b", re.IGNORECASE)


@dataclass(frozen=True)
class BrokenRecord:
    """A record that has no cells to read."""

    record_number: int
    line_number: int
    reason: str
    raw: str


@dataclass
class Staged:
    """What was written to the clean copy and what could not be."""

    records: int = 0
    broken: list[BrokenRecord] = field(default_factory=list)
    totals_rows: int = 0


def stage(table: Table, preset: Preset, target: Path) -> Staged:
    """Write the records that can be read to `target` under our names; the others are returned with their reasons."""
    places = preset.found_in(table.header)
    order = [places.get(name, ()) for name in fields.ALL]
    missing = frozenset(preset.missing)
    done = Staged()
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(table.records(), order, missing, done))
    return done


def _rows(
    records: Iterable[Record], order: list[tuple[int, ...]], missing: frozenset[str], done: Staged
) -> Iterator[list[object]]:
    last: Record | None = None
    for record in records:
        if last is not None:
            yield from _row(last, order, missing, done)
        last = record
    if last is not None and _is_total(last, order):
        done.records += 1
        done.totals_rows += 1
    elif last is not None:
        yield from _row(last, order, missing, done)


def _row(record: Record, order: list[tuple[int, ...]], missing: frozenset[str], done: Staged) -> Iterator[list[object]]:
    done.records += 1
    if record.cells is None:
        done.broken.append(BrokenRecord(done.records, record.line_number, record.reason, record.raw))
        return
    cells = [cell.strip() for cell in record.cells]
    digest = hashlib.blake2b("\x1f".join(record.cells).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    ours = [" ".join(cells[place] for place in places if cells[place] not in missing) for places in order]
    yield [done.records, record.line_number, digest, *ours]


def _is_total(record: Record, order: list[tuple[int, ...]]) -> bool:
    """Whether the last record is a row of totals: it says so where a ticket number would stand, or before."""
    if record.cells is None:
        return bool(TOTAL.match(record.raw.strip('"')))
    key = next(iter(order[fields.ALL.index("ticket_id")]), -1)
    filled = [cell for cell in record.cells if cell.strip()]
    if not filled or key < 0:
        return bool(filled) and bool(TOTAL.fullmatch(filled[0].strip(" :")))
    named = bool(TOTAL.match(filled[0]))
    return named and (not record.cells[key].strip() or bool(TOTAL.match(record.cells[key])))


def raw_texts(table: Table, record_numbers: Iterable[int]) -> dict[int, str]:
    """The text of some records as the file has it, by record number."""
    wanted = frozenset(record_numbers)
    if not wanted:
        return {}
    found = {}
    for number, record in enumerate(table.records(), start=1):
        if number in wanted:
            found[number] = record.raw or table.delimiter.join(record.cells or [])
    return found
