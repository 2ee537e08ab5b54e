"""Files that are written whole or not at all, also where the power is cut meanwhile."""

import os
from pathlib import Path

from pipelines.errors import TurnaroundError


def written_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file beside its place and move it there; raises with a sentence where the disk refuses."""
    draft = path.with_name(f"{path.name}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        moved_into_place(draft, path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise TurnaroundError(
            f"{path.name} could not be written ({error.strerror}); name another folder, or make room."
        ) from None


def moved_into_place(draft: Path, path: Path) -> None:
    """Give a finished draft its name, once the disk has all of it; the name is on the disk when this returns."""
    durable(draft)
    draft.replace(path)
    durable(path.parent)


def durable(path: Path) -> None:
    """Ask the disk to have a file, or the names in a folder; folders cannot be asked on Windows."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def all_durable(folder: Path) -> None:
    """Ask the disk to have everything below a folder, and the folder."""
    for path in sorted(folder.rglob("*"), reverse=True):
        durable(path)
    durable(folder)


def made_durable(folder: Path) -> None:
    """Make a folder with those above it; the names of those that are new are on the disk when this returns."""
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in new:
        durable(path.parent)
