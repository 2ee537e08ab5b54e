"""How large a stranger's file may be, and what reading it may cost: on the page, and in the shell."""

from dataclasses import dataclass

MB, GB = 1 << 20, 1 << 30


@dataclass(frozen=True)
class Limits:
    """The most that one file may be, unpack to, hold, and take to read."""

    file_bytes: int
    unpacked_bytes: int
    ratio: int
    entries: int
    columns: int
    cell_bytes: int
    memory_bytes: int
    seconds: int


PAGE = Limits(
    file_bytes=50 * MB,
    unpacked_bytes=200 * MB,
    ratio=100,
    entries=1_000,
    columns=2_000,
    cell_bytes=MB,
    memory_bytes=GB,
    seconds=60,
)
SHELL = Limits(
    file_bytes=4 * GB,
    unpacked_bytes=8 * GB,
    ratio=100,
    entries=1_000,
    columns=2_000,
    cell_bytes=MB,
    memory_bytes=4 * GB,
    seconds=1_800,
)
# A small file may well unpack to a hundred times its size, and nobody is harmed.
HARMLESS_BYTES = MB


def in_words(size: int) -> str:
    """A size as owners know it: 50 MB, 4 GB."""
    return f"{size // GB} GB" if size >= GB else f"{max(size // MB, 1)} MB"


def budget(packed: int, limits: Limits) -> int:
    """How many bytes may come out of a packed file of this size."""
    return min(limits.unpacked_bytes, max(packed * limits.ratio, HARMLESS_BYTES))
