"""A backup in the place of a home: unpacked beside it and opened first, and everything put back where that fails."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from pipelines.connection import StatementFailed
from pipelines.errors import TurnaroundError
from pipelines.history.backup import Backup, moved, owned_files, unpacked
from pipelines.history.erase import tombstones
from pipelines.history.generations import (
    current_generation,
    forget_older,
    only_writer,
    open_history,
    open_whatever_version,
    point_to,
)

RESTORING, BEFORE = "restoring", "before-restore"


def restore(file: Path, home: Path, prepare: Callable[[Path], None], *, yes: bool) -> Backup:
    """Put a backup in the place of a home, prepared before it is seen; `yes` where there is a history already."""
    if not file.is_file():
        raise TurnaroundError(f"{file.name} is not there; check the name of the backup.")
    if owned_files(home) and not yes:
        raise TurnaroundError(
            "There is a history here already, and a restore replaces all of it: say --yes, or --home NEW."
        )
    staged = home / RESTORING
    try:
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        backup = unpacked(file, staged, file.name)
        prepare(staged)
        with only_writer(home):
            _swap(home, staged)
    except OSError as error:
        raise TurnaroundError(f"The backup could not be restored ({error.strerror}); nothing was changed.") from None
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return backup


def buried_in(home: Path) -> list[tuple[str, str, int | None]]:
    """What was erased from the history that is replaced; nothing where it cannot be opened any more."""
    try:
        with open_whatever_version(home) as history:
            return tombstones(history)
    except (TurnaroundError, StatementFailed):
        return []  # that it does not open may be why a backup is restored


def _swap(home: Path, staged: Path) -> None:
    """The old files aside, the new ones in, then the pointer; the old ones back where the new history does not open."""
    before, pointed = home / BEFORE, current_generation(home)
    shutil.rmtree(before, ignore_errors=True)
    generation = _new_number(home)
    try:
        moved(_besides_history(home), home, before)
        moved(_besides_history(staged), staged, home)
        current_generation_of(staged).rename(home / "generations" / generation)
        point_to(home, generation)
        open_history(home).close()
    except BaseException:
        _put_back(home, before, pointed, generation)
        raise
    forget_older(home)
    shutil.rmtree(before, ignore_errors=True)


def current_generation_of(staged: Path) -> Path:
    """The generation that a backup holds."""
    folder = current_generation(staged)
    if folder is None:
        raise TurnaroundError("The backup holds no history; nothing was changed.")
    return folder


def _put_back(home: Path, before: Path, pointed: Path | None, generation: str) -> None:
    if pointed is None:
        (home / "CURRENT").unlink(missing_ok=True)
    else:
        point_to(home, pointed.name)
    shutil.rmtree(home / "generations" / generation, ignore_errors=True)
    for file in list(_besides_history(home)):
        file.unlink()
    moved(_besides_history(before), before, home)
    shutil.rmtree(before, ignore_errors=True)


def _new_number(home: Path) -> str:
    numbers = [int(folder.name) for folder in (home / "generations").glob("[0-9]*")]
    return f"{max(numbers, default=0) + 1:08d}"


def _besides_history(home: Path) -> Iterator[Path]:
    """Settings, presets, words, inbox, salt."""
    inside = [file for file in owned_files(home) if file.relative_to(home).parts[0] not in ("generations", "CURRENT")]
    yield from inside
