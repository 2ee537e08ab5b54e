"""The first rows of a stranger's file: all that the mapping screen needs to see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipelines.errors import FileRefused
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


def head_of(path: Path, most: int = MOST_ROWS, encoding: str = "") -> Head:
    """The head of a file, in the encoding that the owner named if any; raises FileRefused with a sentence."""
    file = guarded(path)
    text = _text(file.name, file.content, encoding) if encoding else decoded(file.name, file.content).text
    found = table(file.name, text)
    records = list(islice(found.records(), most))
    rows = [[cell.strip() for cell in record.cells] for record in records if record.cells is not None]
    return Head(found.header, rows, len(records) - len(rows))


def _text(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError):
        raise FileRefused(f"{name} cannot be read as text ({encoding[:40]}); choose another encoding.") from None
