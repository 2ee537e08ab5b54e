"""Packed files unpacked to disk, a piece at a time and within the limits; what their headers claim is not believed."""

import itertools
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from pipelines.errors import FileRefused
from pipelines.intake.limits import Limits, budget, in_words

PIECE = 1 << 18
GZIP, ZIP = b"\x1f\x8b", b"PK"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# A zip with one of these is a document of an office program, which is read as it stands.
DOCUMENT_PARTS = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml", "Index/Document.iwa"}
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
ENCRYPTED = 0x1
# Others unpack in leaps of any size, and no ticket tool uses them.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
END_OF_ZIP, END_OF_ZIP64, LONGEST_COMMENT = b"PK\x05\x06", b"PK\x06\x06", 1 << 16
ENTRY_BYTES = 1 << 10


@dataclass(frozen=True)
class Member:
    """One file to be read: its name as it is shown, and where its bytes lie."""

    name: str
    path: Path


class Purse:
    """The bytes that may still come out of one packed file."""

    def __init__(self, name: str, packed: int, limits: Limits) -> None:
        self.name = name
        self.left = budget(packed, limits)
        self.most = limits.unpacked_bytes

    def spend(self, size: int) -> None:
        """Take out `size` bytes; raises FileRefused where fewer are left."""
        self.ask(size)
        self.left -= size

    def ask(self, size: int) -> None:
        """Raise FileRefused where fewer than `size` bytes are left."""
        if size > self.left:
            raise FileRefused(
                f"{self.name} unpacks to far more than it should (at most {in_words(self.most)} and a hundred times"
                " its size); export a shorter period."
            )


def unpacked(path: Path, folder: Path, limits: Limits) -> list[Member]:
    """The files in a gzip or zip, unpacked into `folder`; any other file, workbooks too, is its own single member.

    Raises FileRefused for what is damaged, locked, nested or unpacks to too much.
    """
    purse = Purse(path.name, _checked_size(path, limits), limits)
    if is_archive(path, limits):
        return _from_zip(path, folder, limits, purse)
    start = _start(path)
    if not start.startswith(GZIP):
        return [Member(path.name, path)]
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    member = Member(name, folder / "unpacked-0")
    _poured(path.name, _gunzipped(path, purse), member.path)
    return [_not_nested(member, path.name, limits)]


def is_archive(path: Path, limits: Limits) -> bool:
    """Whether a file is a zip of files, and not a document of an office program, which is a zip too."""
    if not _start(path).startswith(ZIP_STARTS):
        return False
    with opened_zip(path.name, path, limits) as packed:
        return DOCUMENT_PARTS.isdisjoint(packed.NameToInfo)


@contextmanager
def opened_zip(name: str, path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """A zip file whose directory is no bomb; what is damaged inside becomes FileRefused."""
    too_many = f"{name} holds more than {limits.entries:,} files, which is more than can be read; split it."
    try:
        if _directory_bytes(path) > limits.entries * ENTRY_BYTES:
            raise FileRefused(too_many)
        with zipfile.ZipFile(path) as packed:
            if len(packed.infolist()) > limits.entries:
                raise FileRefused(too_many)
            yield packed
    except DAMAGED:
        raise FileRefused(f"{name} is damaged: it cannot be unpacked. Export or copy it again.") from None


def _directory_bytes(path: Path) -> int:
    """The length of a zip's directory as its end states it, which is what would be read into memory."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - LONGEST_COMMENT - 100, 0))
        tail = file.read()
    end, end64 = tail.rfind(END_OF_ZIP), tail.rfind(END_OF_ZIP64)
    short = struct.unpack_from("<I", tail, end + 12)[0] if end >= 0 else 0
    return int(struct.unpack_from("<Q", tail, end64 + 40)[0]) if end64 >= 0 and short == 0xFFFFFFFF else int(short)


def _checked_size(path: Path, limits: Limits) -> int:
    if path.is_dir():
        raise FileRefused(f"{path.name} is a folder; name the files in it.")
    if not path.is_file():
        raise FileRefused(f"{path.name} is not there; check the name of the file.")
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise FileRefused(f"{path.name} is larger than {in_words(limits.file_bytes)}; export a shorter period.")
    return size


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError:
        raise FileRefused(
            f"{path.name} cannot be opened; close it in other programs and check its permissions."
        ) from None


def _poured(name: str, pieces: Iterator[bytes], place: Path) -> None:
    with place.open("wb") as file:
        for piece in pieces:
            try:
                file.write(piece)
                file.flush()
            except OSError:
                raise FileRefused(f"{name} cannot be unpacked: the disk is full. Make room, then load it.") from None


def _gunzipped(path: Path, purse: Purse) -> Iterator[bytes]:
    """The bytes of every member of a gzip file, one after another."""
    with path.open("rb") as file:
        rest = file.read(PIECE)
        while rest:
            if not rest.startswith(GZIP):
                raise FileRefused(f"{purse.name} is damaged: it cannot be unpacked. Export or copy it again.")
            unpacker = zlib.decompressobj(wbits=31)
            yield from _of_one_member(file, rest, unpacker, purse)
            rest = _after_filling(file, unpacker.unused_data)


def _of_one_member(file: IO[bytes], rest: bytes, unpacker: "zlib._Decompress", purse: Purse) -> Iterator[bytes]:
    while True:
        try:
            piece = unpacker.decompress(rest, PIECE)
        except zlib.error:
            raise FileRefused(f"{purse.name} is damaged: it cannot be unpacked. Export or copy it again.") from None
        purse.spend(len(piece))
        yield piece
        if unpacker.eof:
            return
        rest = unpacker.unconsumed_tail or file.read(PIECE)
        if not rest:
            raise FileRefused(f"{purse.name} is damaged: it ends too early. Export or copy it again.")


def _after_filling(file: IO[bytes], rest: bytes) -> bytes:
    """What follows a member; tapes and blocks are filled up with zeros, which say nothing."""
    rest = rest.lstrip(b"\0")
    while len(rest) < len(GZIP) and (more := file.read(PIECE)):
        rest = (rest + more).lstrip(b"\0")
    return rest


def _from_zip(path: Path, folder: Path, limits: Limits, purse: Purse) -> list[Member]:
    with opened_zip(path.name, path, limits) as packed:
        members = []
        for n, entry in enumerate(_wanted(path.name, packed, purse)):
            member = Member(f"{path.name}/{_shown(entry)}", folder / f"unpacked-{n}")
            members.append(_not_nested(_from_entry(packed, entry, member, purse), path.name, limits))
        return members


def _wanted(name: str, packed: zipfile.ZipFile, purse: Purse) -> list[zipfile.ZipInfo]:
    """The entries to read; refuses by what the directory says what would be refused on the way."""
    wanted = [entry for entry in packed.infolist() if not entry.is_dir() and not _left_out(entry.filename)]
    if not wanted:
        raise FileRefused(f"{name} holds no file; pack the export again.")
    purse.ask(sum(entry.file_size for entry in wanted))
    refuse_odd_entries(name, wanted)
    return wanted


def refuse_odd_entries(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries that are locked, packed in an unusual way, or share bytes as those of a bomb do."""
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise FileRefused(f"{name} is locked with a password; save it again without one.")
    if any(entry.compress_type not in METHODS for entry in entries):
        raise FileRefused(f"{name} is packed in a way that cannot be read; pack it again as an ordinary zip.")
    spans = sorted((entry.header_offset, entry.header_offset + 30 + entry.compress_size) for entry in entries)
    if any(start < end for (_, end), (start, _) in itertools.pairwise(spans)):
        raise FileRefused(f"{name} is damaged: files in it overlap. Save or pack it again.")


def _left_out(name: str) -> bool:
    """Whether an entry is what a system adds and nobody exports."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part == "__MACOSX" or (part.startswith(".") and part not in {".", ".."}) for part in parts)


def _shown(entry: zipfile.ZipInfo) -> str:
    """An entry's name without its folders and without signs that no name has; it is shown, never opened."""
    name = entry.filename.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:120] or "file"


def _from_entry(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, member: Member, purse: Purse) -> Member:
    with closing(packed.open(entry)) as file:
        _poured(purse.name, _counted(file, purse), member.path)
    if not _start(member.path).startswith(GZIP):
        return member
    name = member.name[:-3] if member.name.lower().endswith(".gz") else member.name
    inner = Member(name, member.path.with_name(f"{member.path.name}-0"))
    _poured(purse.name, _gunzipped(member.path, purse), inner.path)
    member.path.unlink()
    return inner


def _counted(file: IO[bytes], purse: Purse) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        purse.spend(len(piece))
        yield piece


def _not_nested(member: Member, name: str, limits: Limits) -> Member:
    start = _start(member.path)
    if start.startswith(GZIP) or (start.startswith(ZIP) and is_archive(member.path, limits)):
        raise FileRefused(f"{name} holds another packed file; unpack that one and load what is in it.")
    return member
