"""The first look at a stranger's file: what it is by its bytes, how big, and its text unpacked."""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from pipelines.errors import FileRefused

MOST_BYTES = 4 << 30
MOST_UNPACKED = 8 << 30
MOST_RATIO = 100
FOREIGN = {
    b"PK\x03\x04": "a workbook or zip archive; save its sheet as CSV and load that",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; save its sheet as CSV and load that",
    b"%PDF": "a PDF; export the tickets as CSV from your ticket tool",
    b"\x89PNG": "a picture; export the tickets as CSV from your ticket tool",
}


@dataclass(frozen=True)
class GuardedFile:
    """A file's name without its folder, the SHA-256 of its bytes, and its unpacked content."""

    name: str
    sha256: str
    content: bytes


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, by which the ledger knows it; raises FileRefused where it cannot be read."""
    return hashlib.sha256(_bytes_of(path)).hexdigest()


def guarded(path: Path) -> GuardedFile:
    """The content of a CSV or .csv.gz within the limits; raises FileRefused with a sentence otherwise."""
    packed = _bytes_of(path)
    digest = hashlib.sha256(packed).hexdigest()
    for magic, what in FOREIGN.items():
        if packed.startswith(magic):
            raise FileRefused(f"{path.name} is {what}.")
    content = _unpacked(path.name, packed) if packed.startswith(b"\x1f\x8b") else packed
    if not content.strip():
        raise FileRefused(f"{path.name} is empty; export the tickets again and check the filter of the export.")
    return GuardedFile(path.name, digest, content)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise FileRefused(f"{path.name} is a folder; name the files in it.")
    if not path.is_file():
        raise FileRefused(f"{path.name} is not there; check the name of the file.")
    if path.stat().st_size > MOST_BYTES:
        raise FileRefused(f"{path.name} is larger than 4 GB; export a shorter period.")
    try:
        return path.read_bytes()
    except OSError:
        raise FileRefused(
            f"{path.name} cannot be opened; close it in other programs and check its permissions."
        ) from None


def _unpacked(name: str, packed: bytes) -> bytes:
    """The content of all members of a gzip file, which share one budget."""
    left = min(MOST_UNPACKED, max(len(packed) * MOST_RATIO, 1 << 20))
    members, rest = [], packed
    while rest.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            members.append(unpacker.decompress(rest, left))
        except zlib.error:
            raise FileRefused(f"{name} is damaged: it cannot be unpacked. Export or copy it again.") from None
        left -= len(members[-1])
        if not unpacker.eof:
            what = "unpacks to far more than it should" if left <= 0 else "is damaged: it ends too early"
            raise FileRefused(f"{name} {what}. Export or copy it again.")
        rest, left = unpacker.unused_data, max(left, 1)
    return b"".join(members)
