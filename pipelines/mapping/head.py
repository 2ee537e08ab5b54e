"""The first rows of a stranger's file: all that the mapping screen needs to see of it."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.intake.reading import looked_at

MOST_ROWS = 20_000


@dataclass(frozen=True)
class Head:
    """A file's header and its first rows as text; `broken` counts the records of the file that have no cells."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    broken: int = 0


def head_of(path: Path, most: int = MOST_ROWS, encoding: str = "") -> Head:
    """The head of a file's first table, in the encoding that the owner named if any; raises FileRefused."""
    with tempfile.TemporaryDirectory(prefix="turnaround-", ignore_cleanup_errors=True) as folder:
        look = looked_at(path, Path(folder), Path(folder, "no-home"), encoding=encoding or None)[0]
        rows = [[cell.strip() for cell in row] for row in look.head_rows(most)]
    return Head(tuple(title.strip() for title in look.header), rows, len(look.broken))
