"""JSON read a value at a time, so that a file never stands in memory whole; numbers stay as they are written."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from pipelines.errors import FileRefused

PIECE = 1 << 18
MOST_LETTERS_A_RECORD = 16 << 20
SPACE = " \t\r\n"
MOST_DEPTH = 6
Path = tuple[str, ...]
# The last step of a path into a list, and what is told before its first element.
LIST, OPENS = "[]", object()


class Number(str):
    """A number as the file writes it: no digit of a long one is lost."""

    __slots__ = ()


class Doubled(dict[str, Any]):
    """An object that gives one name two values; which one counts is not ours to say."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(found)


def _constant(name: str) -> Number | None:
    return None if name == "NaN" else Number(name)


DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=Number, parse_float=Number, parse_constant=_constant, strict=False
)


def value_of(text: str) -> Any:
    """The one value in a text; raises ValueError where it is not JSON, or nested beyond reason."""
    try:
        return DECODER.decode(text)
    except RecursionError:
        raise ValueError from None


class JsonText:
    """Letters that are read as far as they are needed; every fault of the file is a ValueError."""

    def __init__(self, name: str, file: TextIO) -> None:
        self.name = name
        self.file = file
        self.held, self.at, self.ended = "", 0, False

    def peek(self) -> str:
        """The next letter that is no space; "" at the end of the file."""
        while True:
            while self.at < len(self.held):
                if self.held[self.at] not in SPACE:
                    return self.held[self.at]
                self.at += 1
            if not self._more():
                return ""

    def take(self, letters: str) -> str:
        """The next letter, which must be one of these."""
        letter = self.peek()
        if not letter or letter not in letters:
            raise ValueError
        self.at += 1
        return letter

    def value(self) -> Any:
        """The next value, whole."""
        return self.value_and_text()[0]

    def value_and_text(self) -> tuple[Any, str]:
        """The next value, and the letters that it is written with."""
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self.held, self.at)
                # A number may go on in the next piece.
                if end < len(self.held) or not self._more():
                    text, self.at = self.held[self.at : end], end
                    return value, text
            except RecursionError:
                raise ValueError from None
            except ValueError:
                if not self._more():
                    raise

    def _more(self) -> bool:
        """Read on, the more the longer the value is; False at the end of the file."""
        waiting = len(self.held) - self.at
        if waiting > MOST_LETTERS_A_RECORD:
            raise FileRefused(f"{self.name} has a record of more than 16 MB, or is damaged; export it again.")
        piece = "" if self.ended else self.file.read(max(PIECE, waiting))
        self.ended = not piece
        self.held, self.at = self.held[self.at :] + piece, 0
        return bool(piece)

    def members(self) -> Iterator[str]:
        """The names in an object that opens here; whoever asks must take each value."""
        self.take("{")
        if self.peek() == "}":
            self.at += 1
            return
        seen = set[str]()
        while True:
            name = self.value() if self.peek() == '"' else None
            if not isinstance(name, str) or name in seen:
                raise ValueError
            seen.add(name)
            self.take(":")
            yield name
            if self.take(",}") == "}":
                return

    def elements(self) -> Iterator[tuple[Any, str]]:
        """The values in a list that opens here, with the letters of each."""
        self.take("[")
        if self.peek() == "]":
            self.at += 1
            return
        while True:
            yield self.value_and_text()
            if self.take(",]") == "]":
                return

    def walked(self, path: Path = ()) -> Iterator[tuple[Path, Any, str]]:
        """What a value holds: each list below objects as it opens, its elements, each plain value, with its path."""
        letter = self.peek()
        if letter == "{" and len(path) < MOST_DEPTH:
            for name in self.members():
                yield from self.walked((*path, name))
        elif letter == "[":
            yield (*path, LIST), OPENS, ""
            for value, text in self.elements():
                yield (*path, LIST), value, text
        else:
            value, text = self.value_and_text()
            yield path, value, text
