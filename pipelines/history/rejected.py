"""The rows of a load that could not be read, as a file that can be corrected and loaded again."""

import csv
import io
from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history import results
from pipelines.spreadsheet import to_load_again

SQL = Path(__file__).parent
# A corrected row is a newer state than the one it corrects, so its file was "taken" a second later.
OURS = ("turnaround_reason", "turnaround_field", "turnaround_line", "turnaround_as_of")


def rejected_rows(history: Connection, load_id: int) -> bytes:
    """Rows with a fault under the file's own header, what is wrong in columns of ours; raises where there are none.

    A record that could not be split stands whole in the first column.
    """
    name, as_of, _ = results.load_named(history, load_id)
    found = history.rows(SQL / "header.sql", load_id=load_id)
    header = list(found[0][0] or []) if found else []
    problems = history.rows(SQL / "rejected.sql", load_id=load_id)
    if problems and not header:
        raise TurnaroundError(
            f"Load {load_id} ({name}) is of a time when the header of a file was not kept, so its rows cannot be"
            " written for correction; load its file again."
        )
    if not problems:
        raise TurnaroundError(f"Load {load_id} ({name}) has no rejected row to correct; every row could be read.")
    taken = f"{as_of + timedelta(seconds=1):%Y-%m-%dT%H:%M:%SZ}" if as_of else ""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([to_load_again(cell) for cell in (*header, *OURS)])
    for _, faults in groupby(problems, key=lambda problem: problem[0]):
        table.writerow([*_row(list(faults), len(header)), taken])
    return written.getvalue().encode("utf-8-sig")


def _row(faults: list[tuple[Any, ...]], width: int) -> list[str]:
    line, raw = faults[0][1], next(fault[4] for fault in faults if fault[4] is not None)
    reasons = "; ".join(dict.fromkeys(fault[3] for fault in faults))
    fields = "; ".join(dict.fromkeys(fault[2] for fault in faults if fault[2]))
    return [*map(to_load_again, _cells(raw, width)), *map(to_load_again, (reasons, fields)), str(line)]


def _cells(raw: str, width: int) -> Iterable[str]:
    """The record's cells in the file's own order."""
    try:
        records = list(csv.reader(io.StringIO(raw, newline=""), strict=True))
    except csv.Error:
        records = []
    if len(records) == 1 and len(records[0]) == width:
        return records[0]
    return [raw, *[""] * (width - 1)]
