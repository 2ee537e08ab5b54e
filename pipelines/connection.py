"""The only door to DuckDB for everything behind the intake: statements come from .sql files, values are bound."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pandas as pd

from pipelines.errors import HistoryUnreadable

# What a statement raises that the database could not carry out; its text is never shown.
StatementFailed = duckdb.Error
OutOfMemory = duckdb.OutOfMemoryException
NAMED_VALUE = re.compile(r"\$([a-z][a-z0-9_]*)")
COMMENT = re.compile(r"--[^\n]*")
# What a full or failing disk raises, from Python and from the database.
DISK_ERRORS = (OSError, duckdb.IOException, duckdb.FatalException, duckdb.TransactionException)
LIMITS = {
    "memory_limit": "900MB", "storage_compatibility_version": "v1.4.0", "TimeZone": "UTC",
    "autoinstall_known_extensions": "false",
}  # fmt: skip
# A build is nobody's until it is published, and is made durable as a whole just before; a wait for the disk after each
# statement would guard nothing.
WRITING = LIMITS | {"fsync_mode": "NONE"}
# Connections of one process to one file share one database: the second could set nothing once the first had locked it,
# so everything is said when it is opened.
READ_ONLY = LIMITS | {"enable_external_access": "false", "lock_configuration": "true"}


@cache
def _statement(file: Path) -> tuple[str, frozenset[str]]:
    text = file.read_text(encoding="utf-8")
    return text, frozenset(NAMED_VALUE.findall(COMMENT.sub("", text)))


def _opened(file: Path, limits: dict[str, str], *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(file, read_only=read_only, config=dict(limits))
    except duckdb.Error:
        raise HistoryUnreadable("The history cannot be opened: it is damaged or in use. Restore a backup.") from None


class Connection:
    """An open database whose statements are files; not shared between threads (`cursor` gives each its own)."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._duckdb = connection

    @classmethod
    def in_memory(cls) -> Self:
        """An empty database, for tests and benchmarks."""
        return cls(duckdb.connect(config=dict(LIMITS)))

    @classmethod
    def writing(cls, file: Path) -> Self:
        """Read and write; only the process that builds a generation opens one."""
        return cls(_opened(file, WRITING, read_only=False))

    @classmethod
    def reading(cls, file: Path) -> Self:
        """Read only, with no way to reach any other file."""
        return cls(_opened(file, READ_ONLY, read_only=True))

    def cursor(self) -> Self:
        """Another handle on the same database, for another thread."""
        return type(self)(self._duckdb.cursor())

    def run(self, file: Path, **values: Any) -> None:
        """Run a file's statements; only the values it names are bound."""
        text, named = _statement(file)
        self._duckdb.execute(text, {name: values[name] for name in named})

    def frame(self, file: Path, **values: Any) -> pd.DataFrame:
        """The rows of a file's statement."""
        text, named = _statement(file)
        return self._duckdb.execute(text, {name: values[name] for name in named}).df()

    def rows(self, file: Path, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a file's statement, as tuples."""
        text, named = _statement(file)
        return self._duckdb.execute(text, {name: values[name] for name in named}).fetchall()

    def value(self, file: Path, **values: Any) -> Any:
        """The first cell of a file's statement."""
        return self.rows(file, **values)[0][0]

    def count(self, file: Path) -> int:
        """How many rows a file's statement has, without fetching them."""
        return len(self._duckdb.sql(_statement(file)[0]))

    def first(self, file: Path, most: int) -> pd.DataFrame:
        """The first rows of a file's statement."""
        rows: pd.DataFrame = self._duckdb.sql(_statement(file)[0]).limit(most).df()
        return rows

    def append(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Add rows to a table of ours by position of the named columns; nothing to do for no rows."""
        if rows:
            self._duckdb.append(table, pd.DataFrame(list(rows), columns=list(columns)), by_name=True)

    def close(self) -> None:
        """Let the file go."""
        self._duckdb.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
