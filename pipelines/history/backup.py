"""A backup is the whole home in one zip: written under the lock, read back before it counts, unpacked with care."""

import hashlib
import json
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused, TurnaroundError
from pipelines.history.besides import MANIFEST, besides_history
from pipelines.history.files import moved_into_place
from pipelines.history.generations import DATABASE, current_generation, only_writer, version_of
from pipelines.history.schema_version import VERSION, refuse_newer
from pipelines.measure.measured import count_tickets

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, KeyError, ValueError, TypeError)
FORMAT = 1
MADE_BY_NEWER = "{} was made by a newer Turnaround; update this one, then restore it."
CHUNK = 1 << 20
MOST_FILES = 100_000


@dataclass(frozen=True)
class Backup:
    """A backup that was read back: its file, size, how many files and tickets it holds, when it was made."""

    file: str
    bytes: int
    files: int
    tickets: int
    made_at: str


def back_up(home: Path, to: Path) -> Backup:
    """Write the home as it stands at one moment; raises with a sentence and leaves no file where that fails."""
    draft = to.with_name(f"{to.name}.part")
    refuse_newer(version_of(home))
    try:
        with only_writer(home):
            handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "w+b") as file:
                _write(home, file, leave_out=(to, draft))
        made = verified(draft, to.name)
        moved_into_place(draft, to)
    except OSError as error:
        raise TurnaroundError(f"The backup could not be written ({error.strerror}); nothing was changed.") from None
    finally:
        draft.unlink(missing_ok=True)
    return made


def verified(file: Path, name: str) -> Backup:
    """Read a backup back whole: every size and hash, and the database opens."""
    with tempfile.TemporaryDirectory(prefix="turnaround-backup-", dir=file.parent) as folder:
        return unpacked(file, Path(folder) / "home", name)


def unpacked(file: Path, target: Path, name: str) -> Backup:
    """Unpack a backup into a new folder; raises FileRefused with a sentence for what is damaged or not ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, name)
            for path, facts in manifest["files"].items():
                _unpack(archive, path, facts, target, name)
    except DAMAGED:
        raise FileRefused(f"{name} is damaged, or no backup of Turnaround; nothing was changed.") from None
    current = current_generation(target)
    if current is None or not current.name.isdigit() or not (current / DATABASE).is_file():
        raise FileRefused(f"{name} holds no history; nothing was changed.")
    if (version_of(target) or 0) > VERSION:
        raise FileRefused(MADE_BY_NEWER.format(name))
    with Connection.reading(current / DATABASE) as history:
        tickets = count_tickets(history)
    return Backup(name, file.stat().st_size, len(manifest["files"]), tickets, str(manifest["made_at"]))


def owned_files(home: Path) -> list[Path]:
    """Every file of a home that is the owner's, other generations than the current one and backups left out."""
    current, pointer = current_generation(home), home / "CURRENT"
    history = [file for file in current.iterdir() if file.suffix != ".next"] if current and current.is_dir() else []
    return sorted([*filter(Path.is_file, [pointer, *history]), *besides_history(home)])


def _write(home: Path, file: IO[bytes], leave_out: tuple[Path, ...]) -> None:
    aside = {path.resolve() for path in leave_out}
    written: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for path in owned_files(home):
            if path.resolve() not in aside:
                name = path.relative_to(home).as_posix()
                with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as member:
                    size, digest = _copied(source, member)
                written[name] = {"bytes": size, "sha256": digest}
        made_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = {"format": FORMAT, "schema": version_of(home), "made_at": made_at, "files": written}
        archive.writestr(MANIFEST, json.dumps(told))


def _copied(source: IO[bytes], target: IO[bytes], most: int | None = None) -> tuple[int, str]:
    """Copy to the end, or a little past `most`; the number of bytes and their hash."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(CHUNK):
        size += len(piece)
        digest.update(piece)
        target.write(piece)
        if most is not None and size > most:
            break
    return size, digest.hexdigest()


def _manifest(archive: zipfile.ZipFile, name: str) -> Mapping[str, Any]:
    """What the backup says it holds, where the archive holds that and nothing else."""
    if MANIFEST not in archive.namelist():
        raise FileRefused(f"{name} is not a backup of Turnaround; nothing was changed.")
    with archive.open(MANIFEST) as opened:
        manifest: Mapping[str, Any] = json.loads(opened.read(MOST_FILES * 200))
    if manifest["format"] != FORMAT or manifest.get("schema", 0) > VERSION:
        raise FileRefused(MADE_BY_NEWER.format(name))
    members = [member for member in archive.infolist() if member.filename != MANIFEST]
    names = [member.filename for member in members]
    if sorted(names) != sorted(manifest["files"]) or not all(map(_is_plain, members)):
        raise ValueError("other files than it says")
    return manifest


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """A file below the home: no way up, no drive, no link."""
    path = PurePosixPath(member.filename)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in member.filename
    return inside and ":" not in member.filename and not stat.S_ISLNK(member.external_attr >> 16) and bool(path.parts)


def _unpack(archive: zipfile.ZipFile, path: str, facts: Mapping[str, Any], target: Path, name: str) -> None:
    file = target / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(path) as member, file.open("xb") as out:
        found = _copied(member, out, most=int(facts["bytes"]))
    if found != (facts["bytes"], facts["sha256"]):
        raise FileRefused(f"{name} is damaged: a part of it is not what was written; nothing was changed.")
    if file.suffix == ".salt":
        file.chmod(0o600)
