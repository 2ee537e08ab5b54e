"""Old office files: the streams in an OLE compound file, found without trusting its chains of sectors."""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER, ENTRY = 512, 128
LAST_SECTOR = 0xFFFFFFFA
STREAM, ROOT = 2, 5


@dataclass(frozen=True)
class Stream:
    """A named stream: where it starts, and how long it says it is."""

    name: str
    first: int
    size: int


class Compound:
    """The directory and chains of a compound file whose bytes are at hand; raises ValueError for a damaged one."""

    def __init__(self, path: Path) -> None:
        self.bytes = memoryview(path.read_bytes())
        try:
            self._read_header()
        except struct.error:
            raise ValueError from None

    def _read_header(self) -> None:
        shift, mini_shift = struct.unpack_from("<HH", self.bytes, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise ValueError
        self.sector = 1 << shift
        fat_sectors, directory = (
            struct.unpack_from("<I", self.bytes, 44)[0],
            struct.unpack_from("<I", self.bytes, 48)[0],
        )
        self.cutoff, mini_fat = struct.unpack_from("<II", self.bytes, 56)
        self.fat = self._table(islice(self._fat_places(), fat_sectors))
        entries = b"".join(self._sectors(directory))
        self.streams = [stream for at in range(0, len(entries), ENTRY) for stream in _entry(entries[at : at + ENTRY])]
        root = next((entry for entry in _roots(entries)), None)
        self.mini_fat = self._table(self._chain(mini_fat))
        self.mini = b"".join(self._sectors(root)) if root is not None else b""

    def pieces(self, stream: Stream) -> Iterator[bytes]:
        """The bytes of a stream, a sector at a time; the last one may hold more than the stream."""
        if stream.size >= self.cutoff:
            yield from self._sectors(stream.first)
            return
        for at in _followed(self.mini_fat, stream.first):
            yield self.mini[at << 6 : (at + 1) << 6]

    def content(self, stream: Stream) -> bytes:
        """The bytes of a stream."""
        return b"".join(self.pieces(stream))[: stream.size]

    def _fat_places(self) -> Iterator[int]:
        yield from struct.unpack_from("<109I", self.bytes, 76)
        following, seen = struct.unpack_from("<I", self.bytes, 68)[0], 0
        while following < LAST_SECTOR and seen <= len(self.bytes) // self.sector:
            places = array("I", bytes(self._at(following)))
            yield from places[:-1]
            following, seen = places[-1], seen + 1

    def _table(self, places: Iterator[int]) -> "array[int]":
        table = array("I")
        for place in places:
            if place < LAST_SECTOR:
                table.frombytes(bytes(self._at(place)))
        return table

    def _at(self, sector: int) -> memoryview:
        start = (sector + 1) * self.sector
        found = self.bytes[start : start + self.sector]
        if len(found) % 4:
            raise ValueError
        return found

    def _chain(self, first: int) -> Iterator[int]:
        return _followed(self.fat, first)

    def _sectors(self, first: int) -> Iterator[bytes]:
        for sector in self._chain(first):
            start = (sector + 1) * self.sector
            yield bytes(self.bytes[start : start + self.sector])


def _followed(table: "array[int]", first: int) -> Iterator[int]:
    """The sectors of a chain; one that runs in a circle ends it."""
    for _ in range(len(table)):
        if first >= len(table):
            return
        yield first
        first = table[first]


def _entry(entry: bytes) -> Iterator[Stream]:
    if len(entry) == ENTRY and entry[66] == STREAM:
        length = min(max(struct.unpack_from("<H", entry, 64)[0] - 2, 0), 62)
        name = entry[:length].decode("utf-16-le", errors="replace")
        first, size = struct.unpack_from("<II", entry, 116)
        yield Stream(name, first, size)


def _roots(entries: bytes) -> Iterator[int]:
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        if entries[at + 66] == ROOT:
            yield struct.unpack_from("<I", entries, at + 116)[0]
