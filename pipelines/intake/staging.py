"""A rectangular copy of a table that is not rectangular as it stands; what does not fit is listed with its reason."""

import csv
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.errors import FileRefused
from pipelines.intake.look import Broken
from pipelines.intake.records import Record, fault_of

COPY_MARK = ","
LONGEST_RAW = 20_000
# A file with more than that is no table; all of them together would have to fit into memory.
MOST_BROKEN = 100_000


@dataclass
class Staged:
    """What was written to the copy and what could not be; `steps` are (row, record, line) shifts (look.Places)."""

    rows: int = 0
    broken: list[Broken] = field(default_factory=list)
    steps: "array[int]" = field(default_factory=lambda: array("q"))
    last: tuple[str, ...] = ()


def stage(name: str, records: Iterable[Record], header: tuple[str, ...], mark: str, target: Path) -> Staged:
    """Write the records of a table to `target`, cells without the blanks around them; raises FileRefused."""
    done, width, number = Staged(), len(header), 0
    shift = (0, 1)
    with target.open("w", encoding="utf-8", newline="", errors="replace") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(header)
        for number, record in enumerate(records, start=1):
            reason = record.reason if record.cells is None else fault_of(record.cells, width, mark)
            if record.cells is None or reason:
                done.broken.append(Broken(number, record.line_number, reason, record.raw[:LONGEST_RAW]))
                done.last = ()
                if len(done.broken) > MOST_BROKEN:
                    raise FileRefused(
                        f"{name}: over {MOST_BROKEN:,} rows do not have the header's columns (the first: {reason}), so"
                        " none of them can be trusted; export it again, best with every cell in quotes."
                    )
                continue
            done.last = tuple(cell.strip() for cell in record.cells)
            done.rows += 1
            now = (number - done.rows, record.line_number - done.rows)
            if now != shift:
                shift = now
                done.steps.extend((done.rows, *now))
            writer.writerow(done.last)
    return done
