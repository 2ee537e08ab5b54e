"""Files whose bytes depend on what they say alone: the same document twice is the same file twice."""

import io
import re
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard import wording

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
NOT_IN_NAMES = re.compile(r"[^\w.-]+")
LONGEST_NAME = 60


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
    plain = (NOT_IN_NAMES.sub("-", wording.shown(part)).strip("-._")[:LONGEST_NAME] for part in parts)
    return "-".join(filter(None, plain)) or "document"


def apart(names: list[str]) -> list[str]:
    """Names of which no two are the same, whatever a system thinks of capitals."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        key = name.casefold()
        seen[key] = seen.get(key, 0) + 1
        told.append(name if seen[key] == 1 else f"{name}-{seen[key]}")
    return told
