"""Files whose bytes depend on what they say alone: the same document twice is the same file twice."""

import io
import re
from collections import Counter
from collections.abc import Mapping
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard import wording

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
NOT_IN_NAMES = re.compile(r"[^\w.-]+")
LONGEST_NAME = 60
# Windows keeps these names for its devices, whatever ending stands behind them.
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")}


def repacked(packed: bytes) -> bytes:
    """A zip file again, without the moments at which it was made."""
    with ZipFile(io.BytesIO(packed)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Named files as one zip file."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, FIRST_MOMENT)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def file_name(*parts: str) -> str:
    """Words as part of a file's name: letters and digits of any script, hyphens between."""
    plain = (NOT_IN_NAMES.sub("-", wording.shown(part)).strip("-._")[:LONGEST_NAME].rstrip("-._") for part in parts)
    name = "-".join(filter(None, plain)) or "document"
    stem, dot, rest = name.partition(".")
    return f"{stem}-1{dot}{rest}" if stem.casefold() in RESERVED else name


def apart(names: list[str]) -> list[str]:
    """Names of which no two are the same, whatever a system thinks of capitals and of how accents are written.

    A name that stands alone keeps its own; a number never makes it that of another one.
    """
    own, taken, told = Counter(map(_folded, names)), set[str](), []
    for name in names:
        free, number = name, 2
        while _folded(free) in taken or (free != name and _folded(free) in own):
            free, number = f"{name}-{number}", number + 1
        taken.add(_folded(free))
        told.append(free)
    return told


def _folded(name: str) -> str:
    return normalize("NFKC", normalize("NFKC", name).casefold())
