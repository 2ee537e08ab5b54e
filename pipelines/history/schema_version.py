"""Which version of the schema a history has: a number in its database, and beside it; 0 from before they were counted.

The version of this Turnaround is the number of its newest migration. Whatever changes the shape of a table of a
generation, or what a measured figure means, comes with a migration, be it one that only measures anew.
"""

from enum import IntEnum
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import HistoryNewer, HistoryOlder

SQL = Path(__file__).parent
MIGRATIONS = SQL / "migrations"
# Beside the database, so that a newer one need not be opened to be known.
FILE = "schema-version"
NEWER = "This history was written by a newer Turnaround: update Turnaround, or restore a backup of this version."
OLDER = (
    "This history was written by an older Turnaround and has to be brought up to date first:"
    " python -m pipelines upgrade"
)


class Age(IntEnum):
    """How a history stands to this Turnaround."""

    OLDER = -1
    CURRENT = 0
    NEWER = 1


def migrations() -> list[tuple[int, Path]]:
    """Every migration with the version that it leads to, in order."""
    return [(int(file.name[:4]), file) for file in sorted(MIGRATIONS.glob("[0-9]*.sql"))]


VERSION = migrations()[-1][0]


def told_version(folder: Path) -> int | None:
    """The version that stands beside a database; None where nothing does."""
    try:
        return int((folder / FILE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def version_in(history: Connection) -> int:
    """The version that a database says itself."""
    return int(history.value(SQL / "version.sql")) if history.value(SQL / "is_counted.sql") else 0


def age_of(version: int) -> Age:
    """How a version stands to ours."""
    return Age((version > VERSION) - (version < VERSION))


def refuse_newer(version: int | None) -> None:
    """Raise where a history is of a newer version than ours."""
    if version is not None and age_of(version) is Age.NEWER:
        raise HistoryNewer(NEWER)


def refuse_other(version: int | None) -> None:
    """Raise where a history is of any other version than ours."""
    refuse_newer(version)
    if version is not None and age_of(version) is Age.OLDER:
        raise HistoryOlder(OLDER)


def lay_out(connection: Connection) -> None:
    """The tables of the facts, empty, in a database that is empty."""
    connection.run(SQL / "schema.sql")
    connection.run(SQL / "set_version.sql", version=VERSION)


def migrate(connection: Connection) -> bool:
    """Bring the facts of an older history into today's shape; whether there was anything to do. Refuses a newer one."""
    found = version_in(connection)
    refuse_newer(found)
    for version, file in migrations():
        if version > found:
            connection.run(file)
            connection.run(SQL / "set_version.sql", version=version)
    return found < VERSION


def titles(after: int) -> tuple[str, ...]:
    """What each migration after a version does, in a sentence: the first line of its file."""
    return tuple(
        file.read_text(encoding="utf-8").splitlines()[0].removeprefix("-- ")
        for version, file in migrations()
        if version > after
    )
