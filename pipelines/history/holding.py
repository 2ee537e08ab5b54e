"""Files of a home that name a client: text in any encoding, packed or in a workbook."""

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol

# How often a file may be packed within another, and how such files begin.
DEEPEST, PACKED = 4, (b"PK", b"\x1f\x8b")
CHUNK = 1 << 20
OVERLAP = 1 << 12
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp850")
INBOX = "inbox"
# The history and what belongs to it are rewritten; they are not searched as files.
OURS = ("generations", "CURRENT", "writer.lock", "erased.salt", "forget-older")
MOST_UNPACKED = 8 << 30


class Readable(Protocol):
    """What bytes are read from, piece by piece."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


def holding(home: Path, pattern: re.Pattern[str]) -> list[Path]:
    """Every file of the home, the history aside, that holds the name or is named so, or that cannot be searched."""
    files = [file for file in sorted(home.rglob("*")) if file.is_file()]
    outside = [file for file in files if file.relative_to(home).parts[0] not in OURS]
    return [file for file in outside if pattern.search(file.name) or _holds(file, pattern)]


def in_inbox(home: Path, file: Path) -> bool:
    """Whether a file is a copy of an export, which may be deleted, and not one of the owner's own settings."""
    return file.relative_to(home).parts[0] == INBOX


def _holds(file: Path, pattern: re.Pattern[str]) -> bool:
    try:
        with file.open("rb") as opened:
            return _packed_holds(opened, pattern, DEEPEST)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return True  # what cannot be searched is shown to the owner, who may know


def _packed_holds(opened: IO[bytes] | gzip.GzipFile, pattern: re.Pattern[str], deeper: int) -> bool:
    """Whether a file, or what is packed in it, holds the name; raises where it is packed too often to be searched."""
    head = opened.read(2)
    opened.seek(0)
    if head not in PACKED or (head == b"PK" and not zipfile.is_zipfile(opened)):
        opened.seek(0)
        return _stream_holds(opened, pattern)
    if not deeper:
        raise EOFError
    if head == b"PK":
        return _zip_holds(opened, pattern, deeper - 1)
    with gzip.open(opened) as unpacked:
        return _packed_holds(unpacked, pattern, deeper - 1)


def _zip_holds(file: IO[bytes] | gzip.GzipFile, pattern: re.Pattern[str], deeper: int) -> bool:
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if pattern.search(member.filename):
                return True
            with archive.open(member) as opened:
                if _packed_holds(opened, pattern, deeper):
                    return True
    return False


def _stream_holds(opened: Readable, pattern: re.Pattern[str]) -> bool:
    return any(
        pattern.search(window.decode(encoding, "ignore")) for window in _windows(opened) for encoding in ENCODINGS
    )


def _windows(opened: Readable) -> Iterator[bytes]:
    """The bytes in pieces that overlap, so that no name is cut in two."""
    before, seen = b"", 0
    while piece := opened.read(CHUNK):
        seen += len(piece)
        if seen > MOST_UNPACKED:
            raise EOFError
        yield before + piece
        before = (before + piece)[-OVERLAP:]
