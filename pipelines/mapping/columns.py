"""What the cells of a column look like: dates, numbers, durations, or words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.mapping.head import Head

EXAMPLES = 5
LONGEST_EXAMPLE = 200
MOST_VALUES = 60
LONGEST_VALUE = 100
SAMPLED = 2_000
MISSING = ("", "-", "?", "n/a", "N/A", "null", "NULL", "none", "None", "NA", "#N/A")
YEAR_FIRST = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
YEAR_LAST = r"\d{1,2}([/. -])(\d{1,2}|[^\W\d]{3,9})\.?\2\d{2,4}"
WORD_FIRST = r"[^\W\d]{3,9} \d{1,2}, \d{4}"
INSTANT = re.compile(f"({YEAR_FIRST}|{YEAR_LAST}|{WORD_FIRST})(\\D.*)?")
TIMED = re.compile(r".*\d{1,2}:\d{2}.*")
NUMBER = re.compile(r"[-+]?\d+([.,]\d+)*")
DURATION = re.compile(r"-?\d+:\d{2}(:\d{2})?")
MOSTLY = 0.8


@dataclass(frozen=True)
class Column:
    """One column of a file: its title, how full it is, what its cells look like, and its values where they are few."""

    place: int
    title: str
    twice: bool
    examples: tuple[str, ...]
    filled: float
    distinct: int
    values: tuple[tuple[str, int], ...]
    cells: int
    dates: float
    timed: float
    numbers: float
    durations: float

    @property
    def empty(self) -> bool:
        """Whether the head holds no cell of it, so that only its name can tell."""
        return not self.cells

    @property
    def distinct_share(self) -> float:
        """Near 1 where hardly any cell repeats."""
        return self.distinct / self.cells if self.cells else 0.0

    @property
    def looks(self) -> str:
        """In one word: dates, numbers, durations, words or empty."""
        kinds = {"dates": self.dates, "durations": self.durations, "numbers": self.numbers}
        likeliest = max(kinds, key=lambda kind: kinds[kind])
        return "empty" if self.empty else likeliest if kinds[likeliest] >= MOSTLY else "words"


def columns_of(head: Head) -> tuple[Column, ...]:
    """Every column of the head; titles that stand twice are marked, for a preset names columns by their titles."""
    titles = Counter(map(same, head.header))
    return tuple(
        _column(place, title, [row[place] for row in head.rows], twice=titles[same(title)] > 1)
        for place, title in enumerate(head.header)
    )


def same(title: str) -> str:
    """Titles that a preset cannot tell apart are the same: without case and doubled spaces."""
    return " ".join(unicodedata.normalize("NFC", title).split()).lower()


def _column(place: int, title: str, every: Sequence[str], *, twice: bool) -> Column:
    cells = [cell for cell in every if cell not in MISSING]
    counted = Counter(cells)
    sample = cells[:SAMPLED]
    few = len(counted) <= MOST_VALUES and all(len(value) <= LONGEST_VALUE for value in counted)
    return Column(
        place=place,
        title=title,
        twice=twice or not title,
        examples=tuple(value[:LONGEST_EXAMPLE] for value in list(counted)[:EXAMPLES]),
        filled=len(cells) / len(every) if every else 0.0,
        distinct=len(counted),
        values=tuple(counted.most_common()) if few else (),
        cells=len(cells),
        dates=_share(INSTANT, sample),
        timed=_share(TIMED, sample),
        numbers=_share(NUMBER, sample),
        durations=_share(DURATION, sample),
    )


def _share(pattern: re.Pattern[str], cells: Sequence[str]) -> float:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.0
