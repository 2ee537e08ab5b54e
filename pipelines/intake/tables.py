"""Where the table in a text begins and how its cells are told apart."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from pipelines.errors import FileRefused
from pipelines.intake.records import exact_records

DELIMITERS = (",", ";", "\t", "|")
LEADING = 300
MOST_ABOVE = 20
FEWEST = 2
# A cell in single quotes with doubled ones inside, as nobody writes it by hand.
DOUBLED = re.compile(r"'[^']*(''[^']*)+'")
SAYS_ITS_MARK = re.compile(r"sep=(.)", re.IGNORECASE)
Known = Callable[[tuple[str, ...]], bool]


@dataclass(frozen=True)
class Shape:
    """A table's delimiter, its header as the file has it, and how many records stand above it."""

    mark: str
    header: tuple[str, ...]
    preamble: int


def shape_of(name: str, lines: Sequence[str], known: Known, most_columns: int) -> Shape:
    """The shape of the table that the first lines of a text begin; raises FileRefused where there is none."""
    says = SAYS_ITS_MARK.fullmatch(lines[0].strip('"\ufeff')) if lines else None
    below = lines[1:] if says else lines
    mark, width = _dialect(below, [says[1]] if says else DELIMITERS)
    if width > most_columns:
        raise FileRefused(f"{name} has {width:,} columns; at most {most_columns:,} can be read.")
    records = list(islice(exact_records(below, mark), LEADING))
    leading = [record.cells or [] for record in records]
    place = header_place(leading, width, known)
    if place is None:
        raise FileRefused(f"{name} has no header row that could be found; export it as CSV with its column names.")
    if place and _holds_a_header(below[: records[place].line_number - 1], known, mark):
        raise FileRefused(f"{name} holds two tables that are written in different ways; load them one by one.")
    if place > MOST_ABOVE:
        raise FileRefused(f"{name} has its column names below {place} other rows; delete those, or export it again.")
    if _in_single_quotes(leading[place:]):
        raise FileRefused(f"{name} has its cells in single quotes; export it with double quotes, or as a workbook.")
    return Shape(mark, tuple(leading[place]), place + bool(says))


def _holds_a_header(above: Sequence[str], known: Known, mark: str) -> bool:
    """Whether lines above a header are a table of ours when they are split at another mark than `mark`."""
    others = (other for other in DELIMITERS if other != mark)
    rows = (record.cells or [] for other in others for record in exact_records(above, other))
    return any(known(tuple(cell.strip() for cell in cells)) for cells in rows if len(cells) > FEWEST)


def _in_single_quotes(rows: Sequence[Sequence[str]]) -> bool:
    """Whether cells stand in quotes that do not count as such, so that marks inside them would split them."""
    cells = [cell for row in rows for cell in row if len(cell) > 1]
    if any(DOUBLED.fullmatch(cell) for cell in cells):
        return True
    return sum(cell[0] == cell[-1] == "'" for cell in cells) * 4 > len(cells) > 0


def header_place(leading: Sequence[Sequence[str]], width: int | None, known: Known) -> int | None:
    """The first row that is `known` as a header, else the first of the usual width; None where there is none.

    Without a `width` (rows of a sheet are all as wide) the row with most titles is the header.
    """
    titles = [tuple(cell.strip() for cell in cells) for cells in leading]
    if width is None:
        most = max((sum(map(bool, cells)) for cells in titles), default=0)
        usual = (i for i, cells in enumerate(titles) if most and sum(map(bool, cells)) == most)
    else:
        usual = (i for i, cells in enumerate(titles) if len(cells) == width and any(cells))
    return next((i for i, cells in enumerate(titles) if known(cells)), next(usual, None))


def _dialect(lines: Sequence[str], marks: Sequence[str]) -> tuple[str, int]:
    best = (0.0, 0, ",")
    for mark in marks:
        sample = list(islice(exact_records(lines, mark), LEADING))
        widths = Counter(len(record.cells) for record in sample if record.cells is not None)
        if widths:
            width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
            best = max(best, (times / len(sample) if width > 1 else 0.0, width, mark))
    return best[2], max(best[1], 1)
