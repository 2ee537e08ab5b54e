"""Bytes to text: a byte-order mark decides, then UTF-8, then what Western exports use; a piece at a time."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.letters import CANDIDATES, ranked

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BROKEN = "\ufffd"
ASCII = 127
PIECE = 1 << 20
HEAD = 1 << 16
MOST_WORDS, MOST_SEARCHED = 20_000, 16
# A word with letters beyond ASCII, in bytes, with what stands on either side of it.
WORD = re.compile(rb"[\x09\x20-\x7e]?[A-Za-z'\x80-\xff]*[\x80-\xff][A-Za-z'\x80-\xff]*[\x09\x20-\x7e]?")
# Codecs of Python that are no encoding of a file.
NO_LETTERS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
SAVE_AS = "save it as CSV in UTF-8"
ASK_FOR = "say which with --encoding"


@dataclass(frozen=True)
class Encoding:
    """What a file's bytes are read with; whether that was guessed; and in words what should be known about it."""

    name: str
    guessed: bool = False
    note: str = ""
    errors: str = "strict"


def detected(name: str, path: Path, asked: str | None = None) -> Encoding:
    """The encoding of a file: the one that was asked for, or the one that its bytes prove or make likely.

    Raises FileRefused for what is no text, NeedsAnswer where no encoding makes words of it.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if asked:
        return _proven(name, path, _known(asked), f"encoding as asked: {asked}")
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return _proven(name, path, encoding, "")
    if b"\0" in head:
        return _without_mark(name, path, head)
    return _by_bytes(name, path)


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """The text of a file, its line ends as they are."""
    return path.open("r", encoding=encoding.name, errors=encoding.errors, newline="")


def _known(asked: str) -> str:
    """The codec of that name that turns bytes into letters."""
    try:
        codec = codecs.lookup(asked.strip()).name
        known = codec not in NO_LETTERS and not "".encode(codec).strip(b"\xff\xfe\0\xef\xbb\xbf")
    except (LookupError, TypeError, ValueError):
        known = False
    if not known:
        raise FileRefused("No encoding of that name is known; say for example --encoding cp1252.")
    return "utf-8-sig" if codec == "utf-8" else codec


def _proven(name: str, path: Path, encoding: str, note: str) -> Encoding:
    """An encoding that must fit to the last byte."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            while piece := file.read(PIECE):
                _refuse_zeros(name, "\0" in piece)
    except UnicodeError:
        raise FileRefused(f"{name} cannot be read as text ({encoding}); {SAVE_AS}.") from None
    return Encoding(encoding, note=note)


def _refuse_zeros(name: str, found: bool) -> None:  # noqa: FBT001 - what it asks stands beside it
    if found:
        raise FileRefused(f"{name} holds zero bytes, so it is damaged or not a text file; export it again as CSV.")


def _without_mark(name: str, path: Path, head: bytes) -> Encoding:
    """UTF-16 that does not say so: every other byte of plain letters is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for few, many, encoding in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if many * 2 > half and few * 20 < half:
            found = _proven(name, path, encoding, "")
            return Encoding(found.name, guessed=True, note=f"encoding guessed: {found.name}, without a byte-order mark")
    raise FileRefused(f"{name} is not a text file, or is damaged; export the tickets again as CSV.")


def _by_bytes(name: str, path: Path) -> Encoding:
    """UTF-8 where all bytes fit it or most do, else the likeliest of the older ones."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for piece in _pieces(path):
            _refuse_zeros(name, b"\0" in piece)
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _damaged_or_older(name, path)
    return Encoding("utf-8")


def _damaged_or_older(name: str, path: Path) -> Encoding:
    words, seen, whole, broken, searched = Counter[bytes](), Counter[int](), 0, 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for piece in _pieces(path):
        _refuse_zeros(name, b"\0" in piece)
        text = decoder.decode(piece)
        if piece.isascii():
            continue
        lost = text.count(BROKEN)
        broken += lost
        whole += len(text) - len(text.encode("ascii", "ignore")) - lost
        seen.update({byte: piece.count(byte) for byte in range(ASCII + 1, 256)})
        if len(words) < MOST_WORDS and searched < MOST_SEARCHED:
            words.update(WORD.findall(piece))
            searched += 1
    broken += len(decoder.decode(b"", final=True))
    if whole > broken:
        note = f"encoding guessed: UTF-8, in which {broken:,} places are damaged, shown as {BROKEN}"
        return Encoding("utf-8", guessed=True, note=note, errors="replace")
    return _older(name, words, seen)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _older(name: str, words: Counter[bytes], seen: Counter[int]) -> Encoding:
    """The encoding of one byte a letter that makes words; what it could be besides is said."""
    best, others, lost = ranked(words, seen)
    if best is None:
        raise NeedsAnswer(
            f"{name} is written in an encoding that cannot be told from its letters; {ASK_FOR}, or {SAVE_AS}.",
            question="encoding",
            choices=("cp1252", "cp850", "cp1250", "cp1251", "mac_roman"),
        )
    note = f"encoding guessed: {CANDIDATES[best]}"
    if others:
        note += f"; it could be {' or '.join(CANDIDATES[other] for other in others)} as well: {ASK_FOR} where letters"
        note += " look wrong"
    if lost:
        note += f"; {lost:,} places are damaged, shown as {BROKEN}"
    return Encoding(best, guessed=True, note=note, errors="replace" if lost else "strict")
