"""What stands beside the history in a home, kept whole while a restore puts other files in its place.

A restore that was cut off is taken back by the next writer; one that had come to its pointer is finished.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipelines.history.files import all_durable, durable

MANIFEST = "turnaround-backup.json"
RESTORING, BEFORE, BEGUN = "restoring", "before-restore", "before-restore.part"
# What the next writer makes anew, and what a restore leaves while it runs.
PASSING = ("writer.lock", "CURRENT.next", "forget-older", RESTORING, BEFORE, BEGUN)
POINTER, FILES, ARRIVING = "CURRENT", "files", "arriving.json"


def besides_history(home: Path) -> Iterator[Path]:
    """Settings, presets, words, inbox, salt: every file that is the owner's; the history and backups are left out."""
    for file in sorted(home.rglob("*")):
        ours = file.relative_to(home).parts[0] in ("generations", POINTER, *PASSING) or file.suffix == ".part"
        if not ours and file.is_file() and not file.is_symlink() and not _is_backup(file):
            yield file


def _is_backup(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return MANIFEST in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def keep_besides(home: Path, staged: Path) -> None:
    """Keep what stands beside the history, and the names of what is to come from `staged`, before anything changes."""
    begun = home / BEGUN
    shutil.rmtree(begun, ignore_errors=True)
    _copied(besides_history(home), home, begun / FILES)
    if (home / POINTER).exists():
        shutil.copyfile(home / POINTER, begun / POINTER)
    arriving = [file.relative_to(staged).as_posix() for file in besides_history(staged)]
    (begun / ARRIVING).write_text(json.dumps(arriving), encoding="utf-8")
    all_durable(begun)
    begun.rename(home / BEFORE)
    durable(home)


def tidy_restore(home: Path) -> None:
    """Take back a restore that was cut off, and sweep what it left; nothing to do after one that ended."""
    shutil.rmtree(home / RESTORING, ignore_errors=True)
    if (home / BEFORE).is_dir() and _pointer(home) == _pointer(home / BEFORE):
        put_back(home)
    forget_kept(home)


def put_back(home: Path) -> None:
    """What stood beside the history stands there again; files that came since are left alone."""
    before = home / BEFORE
    for name in json.loads((before / ARRIVING).read_text(encoding="utf-8")):
        (home / name).unlink(missing_ok=True)
    for folder in _copied(sorted((before / FILES).rglob("*")), before / FILES, home):
        durable(folder)


def forget_kept(home: Path) -> None:
    """The files of before are no longer wanted; they lose their name first, so that no half of them is put back."""
    if (home / BEFORE).is_dir():
        shutil.rmtree(home / BEGUN, ignore_errors=True)
        (home / BEFORE).rename(home / BEGUN)
        durable(home)
    shutil.rmtree(home / BEGUN, ignore_errors=True)


def _pointer(folder: Path) -> bytes | None:
    file = folder / POINTER
    return file.read_bytes() if file.exists() else None


def _copied(files: Iterable[Path], home: Path, target: Path) -> list[Path]:
    """Give files of one folder a second name in another, or copy them where a disk cannot; the folders they went to."""
    target.mkdir(parents=True, exist_ok=True)
    folders = {target}
    for file in [file for file in files if file.is_file()]:
        place = target / file.relative_to(home)
        place.parent.mkdir(parents=True, exist_ok=True)
        folders.update(folder for folder in place.parents if folder.is_relative_to(target))
        place.unlink(missing_ok=True)
        try:
            os.link(file, place)
        except OSError:
            shutil.copy2(file, place)
            durable(place)
    return sorted(folders)
