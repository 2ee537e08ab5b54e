"""Bytes to text: a byte-order mark decides, then UTF-8, then what Western exports use."""

import codecs
from dataclasses import dataclass

from pipelines.errors import FileRefused

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BROKEN = "\ufffd"
ASCII = 127


@dataclass(frozen=True)
class DecodedText:
    """Text, the encoding it was read with, and whether that was proven or guessed."""

    text: str
    encoding: str
    guessed: bool


def decoded(name: str, content: bytes) -> DecodedText:
    """The text of a file; raises FileRefused for what is no text."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return DecodedText(_strictly(name, content, encoding), encoding, guessed=False)
    if b"\0" in content[:4096]:
        raise FileRefused(f"{name} is not a text file; export the tickets as CSV.")
    try:
        return DecodedText(content.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        pass
    mostly = content.decode("utf-8", errors="replace")
    if sum(ord(letter) > ASCII and letter != BROKEN for letter in mostly) > mostly.count(BROKEN):
        return DecodedText(mostly, "utf-8 with damaged letters", guessed=True)
    return DecodedText(_strictly(name, content, "cp1252"), "cp1252", guessed=True)


def _strictly(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise FileRefused(f"{name} cannot be read as text ({encoding}); save it as CSV in UTF-8.") from None
