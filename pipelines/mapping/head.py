"""The first rows of a stranger's file: all that the mapping screen needs to see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipelines.intake.decode import decoded
from pipelines.intake.guard import guarded
from pipelines.intake.records import table

MOST_ROWS = 20_000


@dataclass(frozen=True)
class Head:
    """A file's header and its first rows as text; `broken` counts the records among them that have no cells."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    broken: int = 0


def head_of(path: Path, most: int = MOST_ROWS) -> Head:
    """The head of a file, whatever it holds; raises FileRefused with a sentence."""
    file = guarded(path)
    found = table(file.name, decoded(file.name, file.content).text)
    records = list(islice(found.records(), most))
    rows = [[cell.strip() for cell in record.cells] for record in records if record.cells is not None]
    return Head(found.header, rows, len(records) - len(rows))
