"""Names that were erased, found again in a text by their hashes alone."""

from collections.abc import Iterator
from pathlib import Path

from pipelines.connection import Connection
from pipelines.history.erase import digest
from pipelines.history.names import MASK, WORD, key

SQL = Path(__file__).parent / "erase"


class Remembered:
    """What is known of erased names: enough to take them out of a text, not enough to tell them."""

    def __init__(self, connection: Connection, salt: str) -> None:
        self._salt = salt
        self._digests = {found for (found,) in connection.rows(SQL / "name_digests.sql")}
        self._most_words = int(connection.rows(SQL / "tombstones.sql")[0][1])

    def without_names(self, text: str) -> str:
        """The text with every erased name masked."""
        for start, end in reversed(list(self._places(text))):
            text = f"{text[:start]}{MASK}{text[end:]}"
        return text

    def names_in(self, text: str | None) -> bool:
        """Whether an erased name stands in the text."""
        return text is not None and next(self._places(text), None) is not None

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where erased names stand, one after the other."""
        spans = [match.span() for match in WORD.finditer(text)] if self._digests else []
        first = 0
        while first < len(spans):
            last = next(
                (last for last in self._ends(first, len(spans)) if self._is_name(text, spans, first, last)), None
            )
            if last is not None:
                yield spans[first][0], spans[last][1]
            first = first + 1 if last is None else last + 1

    def _ends(self, first: int, number: int) -> range:
        return range(min(first + self._most_words, number) - 1, first - 1, -1)

    def _is_name(self, text: str, spans: list[tuple[int, int]], first: int, last: int) -> bool:
        return digest(self._salt, "name", key(text[spans[first][0] : spans[last][1]])) in self._digests
