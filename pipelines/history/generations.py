"""Immutable generations and the pointer to the current one: many readers, one writer, nothing torn.

A generation is a folder with `history.duckdb`, never changed once CURRENT names it. The next one is built beside it
under a lock, made durable, and becomes current by one atomic rename of the pointer.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from pipelines.connection import DISK_ERRORS, Connection, OutOfMemory
from pipelines.errors import HistoryBusy, HistoryOlder, NoHistory, TurnaroundError
from pipelines.history import carrying, schema_version
from pipelines.history.besides import tidy_restore
from pipelines.history.files import all_durable, durable, made_durable, moved_into_place

KEPT = 3
WAIT_SECONDS = 60
DATABASE = "history.duckdb"
BUILDING = "building"
# Beside the database: the rules that it was measured by.
MEASURED_BY = "measured-by"
# Stands while older generations have still to go, whatever happens in between.
FORGETTING = "forget-older"
HERE = Path(__file__).parent


@dataclass
class Build:
    """The next generation while it is made; only a kept one is published.

    With `forget` its database is written anew, so that no byte of what was deleted stays in the file, and every older
    generation goes with it. `measured_by`: the rules that it was measured by; empty: those of the one before it.
    `migrated`: it began as a copy of an older version, so it has to be measured anew.
    """

    connection: Connection
    folder: Path
    keep: bool = False
    forget: bool = False
    measured_by: str = ""
    migrated: bool = False


def current_generation(home: Path) -> Path | None:
    """The folder of the current generation, or None where nothing was ever loaded."""
    try:
        name = (home / "CURRENT").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    return home / "generations" / name


def open_history(home: Path) -> Connection:
    """The current generation, read only; raises NoHistory where there is none, and for another version than ours."""
    told = told_version(home)
    schema_version.refuse_other(told)
    history = open_whatever_version(home)
    if told is None:
        _refuse_other(history)
    return history


def _refuse_other(history: Connection) -> None:
    try:
        schema_version.refuse_other(schema_version.version_in(history))
    except BaseException:
        history.close()
        raise


def open_whatever_version(home: Path) -> Connection:
    """The current generation, read only, of an older or newer version too: only what is in all of them may be asked."""
    for _ in range(KEPT):
        folder = current_generation(home)
        if folder is None:
            raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")
        if (folder / DATABASE).exists():
            return Connection.reading(folder / DATABASE)
    raise NoHistory("The history is not where it should be: restore a backup, or load the exports again.")


def told_version(home: Path) -> int | None:
    """The version that stands beside the current generation; None where nothing does."""
    folder = current_generation(home)
    return schema_version.told_version(folder) if folder else None


def version_of(home: Path) -> int | None:
    """The version of the current generation; None where there is none. Raises where it cannot be opened."""
    told = told_version(home)
    if told is not None or current_generation(home) is None:
        return told
    with open_whatever_version(home) as history:
        return schema_version.version_in(history)


@contextmanager
def next_generation(home: Path) -> Iterator[Build]:
    """Build a generation on a copy of the current one and publish it on the way out where `keep` was set."""
    with only_writer(home):
        yield from _built(home, home / "generations")


@contextmanager
def only_writer(home: Path) -> Iterator[None]:
    """Nobody else changes the home meanwhile; raises HistoryBusy, or a sentence where the disk refuses."""
    try:
        made_durable(home / "generations")
        with FileLock(home / "writer.lock", timeout=WAIT_SECONDS):
            tidy(home)
            yield
    except Timeout:
        raise HistoryBusy("Another load is running on this history; try again when it is done.") from None
    except OutOfMemory:
        raise TurnaroundError(
            "The history needs more memory than it may take, or more room than the disk has; it stays as it was."
        ) from None
    except DISK_ERRORS as error:
        why = getattr(error, "strerror", None) or "the disk is full or refuses"
        raise TurnaroundError(f"The history could not be written ({why}); it stays as it was.") from None


def tidy(home: Path) -> None:
    """What a writer that died has left to do; only the one that holds the lock may."""
    tidy_restore(home)
    if (home / FORGETTING).exists():
        forget_older(home)


def _numbered(generations: Path) -> list[Path]:
    return sorted(generations.glob("[0-9]*"))


def _standing(home: Path) -> Path | None:
    """The current generation to build on; None where the pointer names one that is not there any more."""
    current = current_generation(home)
    return current if current is not None and (current / DATABASE).exists() else None


def _built(home: Path, generations: Path) -> Iterator[Build]:
    current = _standing(home)
    folder = generations / BUILDING
    schema_version.refuse_newer(told_version(home))
    shutil.rmtree(folder, ignore_errors=True)  # what a writer that died has left
    folder.mkdir()
    try:
        migrated = current is not None and carrying.copied(current / DATABASE, folder / DATABASE)
        build = Build(Connection.writing(folder / DATABASE), folder, migrated=migrated)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    try:
        if current is None or migrated:
            carrying.begin(build.connection, folder)
        yield build
        _refuse_unmeasured(build)
        if build.keep and build.forget:
            _write_anew(build)
        elif build.keep:
            build.connection.run(HERE / "checkpoint.sql")
    except BaseException:
        build.keep = False
        raise
    finally:
        build.connection.close()
        if not build.keep:
            shutil.rmtree(folder, ignore_errors=True)
    if build.keep:
        _keep_rules(build, current)
        _say_version(build)
        _publish(home, generations, current, kept=1 if build.forget else KEPT)


def _refuse_unmeasured(build: Build) -> None:
    """What was carried over has nothing but facts until it is measured."""
    if build.keep and build.migrated and not build.measured_by:
        raise HistoryOlder(schema_version.OLDER)


def _write_anew(build: Build) -> None:
    """Copy what is left into a fresh file; deleting and vacuuming leave old bytes in the old one."""
    fresh = build.folder / "fresh.duckdb"
    build.connection.run(HERE / "attach_fresh.sql", path=str(fresh))
    build.connection.run(HERE / "copy_to_fresh.sql")
    build.connection.run(HERE / "detach_fresh.sql")
    build.connection.close()
    for left in build.folder.iterdir():
        if left != fresh:
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    fresh.rename(build.folder / DATABASE)


def _keep_rules(build: Build, current: Path | None) -> None:
    file = build.folder / MEASURED_BY
    if build.measured_by:
        file.write_text(build.measured_by, encoding="ascii")
    elif current is not None and (current / MEASURED_BY).exists():
        shutil.copyfile(current / MEASURED_BY, file)


def _say_version(build: Build) -> None:
    (build.folder / schema_version.FILE).write_text(str(schema_version.VERSION), encoding="ascii")


def _publish(home: Path, generations: Path, current: Path | None, *, kept: int) -> None:
    folder = generations / next_name(generations)
    all_durable(generations / BUILDING)
    (generations / BUILDING).rename(folder)
    durable(generations)
    if kept == 1:
        (home / FORGETTING).touch()
        durable(home)
    point_to(home, folder.name)
    if kept == 1:
        forget_older(home)
    # Between the two lies what was finished but never named, or what the owner went back from.
    between = [other for other in _numbered(generations) if current is not None and current < other < folder]
    for old in (*between, *[other for other in _numbered(generations) if other not in between][:-kept]):
        shutil.rmtree(old, ignore_errors=True)  # on Windows a reader may hold it: next time


def next_name(generations: Path) -> str:
    """The name of a generation after all that are there."""
    return f"{max((int(folder.name) for folder in _numbered(generations)), default=0) + 1:08d}"


def point_to(home: Path, name: str) -> None:
    """Make a generation the current one, by one rename."""
    pointer = home / "CURRENT.next"
    pointer.write_text(name, encoding="ascii")
    moved_into_place(pointer, home / "CURRENT")


def forget_older(home: Path) -> None:
    """Every generation but the current one goes; one that a reader holds on Windows goes with the next write."""
    current = current_generation(home)
    others = [folder for folder in (home / "generations").iterdir() if folder != current]
    for folder in others:
        shutil.rmtree(folder, ignore_errors=True)
    durable(home / "generations")
    if not any(folder.exists() for folder in others):
        (home / FORGETTING).unlink(missing_ok=True)
