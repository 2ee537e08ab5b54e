"""A backup in the place of a home: unpacked beside it and opened first, and everything put back where that fails."""

import shutil
from collections.abc import Callable
from pathlib import Path

from pipelines.connection import StatementFailed
from pipelines.errors import TurnaroundError
from pipelines.history.backup import Backup, owned_files, unpacked
from pipelines.history.besides import RESTORING, besides_history, forget_kept, keep_besides, put_back
from pipelines.history.erase import tombstones
from pipelines.history.files import all_durable, durable
from pipelines.history.generations import (
    FORGETTING,
    current_generation,
    forget_older,
    next_name,
    only_writer,
    open_history,
    open_whatever_version,
    point_to,
)


def restore(file: Path, home: Path, prepare: Callable[[Path], None], *, yes: bool) -> Backup:
    """Put a backup in the place of a home, prepared before it is seen; `yes` where there is a history already."""
    if not file.is_file():
        raise TurnaroundError(f"{file.name} is not there; check the name of the backup.")
    if owned_files(home) and not yes:
        raise TurnaroundError(
            "There is a history here already, and a restore replaces all of it: say --yes, or --home NEW."
        )
    with only_writer(home):
        return _restored(file, home, prepare)


def _restored(file: Path, home: Path, prepare: Callable[[Path], None]) -> Backup:
    staged = home / RESTORING
    try:
        staged.mkdir(parents=True)
        backup = unpacked(file, staged, file.name)
        prepare(staged)
        all_durable(staged)
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
    """The old files kept, the new ones in, then the pointer; the old ones back where the new history does not open."""
    pointed, generation = current_generation(home), next_name(home / "generations")
    keep_besides(home, staged)
    try:
        _bring_in(home, staged, generation)
        point_to(home, generation)
        open_history(home).close()
    except BaseException:
        _take_back(home, pointed, generation)
        raise
    forget_kept(home)
    forget_older(home)


def _bring_in(home: Path, staged: Path, generation: str) -> None:
    """All that is in the backup to its place; nobody sees its history before the pointer names it."""
    for file in list(besides_history(home)):
        file.unlink()
    for file in list(besides_history(staged)):
        place = home / file.relative_to(staged)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.rename(place)
        for folder in place.relative_to(home).parents:
            durable(home / folder)
    current_generation_of(staged).rename(home / "generations" / generation)
    durable(home / "generations")
    (home / FORGETTING).touch()
    durable(home)


def current_generation_of(staged: Path) -> Path:
    """The generation that a backup holds."""
    folder = current_generation(staged)
    if folder is None:
        raise TurnaroundError("The backup holds no history; nothing was changed.")
    return folder


def _take_back(home: Path, pointed: Path | None, generation: str) -> None:
    if pointed is None:
        (home / "CURRENT").unlink(missing_ok=True)
    else:
        point_to(home, pointed.name)
    shutil.rmtree(home / "generations" / generation, ignore_errors=True)
    (home / FORGETTING).unlink(missing_ok=True)
    put_back(home)
    forget_kept(home)
