"""Rejected rows that come back corrected: the moment at which they were taken stands in a column of ours."""

import re
from datetime import datetime
from pathlib import Path

COLUMN = b"turnaround_as_of"
MOMENT = re.compile(rb"""[,;\t"'](\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z"?\r?$""", re.MULTILINE)
FIRST_LINES = 65_536


def taken_at(path: Path) -> datetime | None:
    """When the rows of a corrected file were taken, so that they win over what they correct; None for other files."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        start = file.read(FIRST_LINES).replace(b"\0", b"")
        if COLUMN not in start:
            return None
        rest = file.read().replace(b"\0", b"")
    moments = MOMENT.findall(start + rest)
    return datetime.fromisoformat(max(moments).decode("ascii")) if moments else None
