"""An older history carried over: its facts are migrated in a copy, then taken over into tables of today's shape."""

import shutil
from pathlib import Path

from pipelines.connection import Connection
from pipelines.history.schema_version import VERSION, lay_out, migrate, told_version

SQL = Path(__file__).parent
# Beside the database while they are carried over: the facts of an older history, in today's shape.
BEFORE = "before.duckdb"


def copied(database: Path, to: Path) -> bool:
    """Copy a history to build on. Of an older one the facts are migrated and wait beside it; then True."""
    shutil.copyfile(database, to)
    if told_version(database.parent) == VERSION:
        return False
    with Connection.writing(to) as copy:
        migrated = migrate(copy)
        if migrated:
            copy.run(SQL / "checkpoint.sql")
    if migrated:
        to.rename(to.with_name(BEFORE))
    return migrated


def begin(build: Connection, folder: Path) -> None:
    """Lay out an empty history, and take over the facts that wait beside it."""
    lay_out(build)
    before = folder / BEFORE
    if before.exists():
        build.run(SQL / "attach_before.sql", path=str(before))
        build.run(SQL / "carry_over.sql")
        before.unlink()
