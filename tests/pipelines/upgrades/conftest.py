"""Homes as older versions left them."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines import upgrading
from pipelines.connection import Connection
from pipelines.history.generations import DATABASE, current_generation, open_whatever_version
from pipelines.history.schema_version import FILE, VERSION
from tests.loading import World
from tests.pipelines.upgrades.make import FILES, KEPT

Unpacked = Callable[[str], Path]
OLD = ("0-first", "0-middle")
ALL = (*OLD, "1")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    """A kept home that was brought up to date; only to be read."""
    done: dict[str, Path] = {}

    def home_of(name: str) -> Path:
        if name not in done:
            done[name] = unpack(name, tmp_path_factory.mktemp("migrated") / name)
            upgrading.upgrade(done[name])
        return done[name]

    return home_of


@pytest.fixture(scope="session")
def begun_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history that begins with today's code; only to be read."""
    world = World(tmp_path_factory.mktemp("today") / "home")
    world.load({"f.csv": FILES["march.csv"]})
    return world.home


def unpack(name: str, home: Path) -> Path:
    """A kept home, unpacked."""
    with zipfile.ZipFile(KEPT / f"{name}.zip") as archive:
        archive.extractall(home)
    return home


@pytest.fixture
def kept(tmp_path: Path) -> Unpacked:
    """Unpack a kept home."""
    return lambda name: unpack(name, tmp_path / name)


def made_newer(home: Path, *, beside: bool = True) -> Path:
    """The home as a newer Turnaround would have left it: its version stands in the database, and beside it."""
    folder = current_generation(home)
    assert folder is not None
    with Connection.writing(folder / DATABASE) as history:
        history._duckdb.execute("create or replace table schema_version as select ?::integer as version", [VERSION + 1])
    (folder / FILE).unlink(missing_ok=True)
    if beside:
        (folder / FILE).write_text(str(VERSION + 1), encoding="ascii")
    return home


def facts(home: Path) -> dict[str, list[str]]:
    """Every row of every table of facts that an older version could have, as text without empty cells, sorted."""
    with open_whatever_version(home) as history:
        tables = {name for (name,) in history._duckdb.execute("select table_name from duckdb_tables()").fetchall()}
        return {table: _rows(history, table) for table in FACTS if table in tables}


FACTS = (
    "load", "load_outcome", "row_problem", "accepted_ticket", "accepted_status", "accepted_client", "accepted_target",
    "saved_version", "client_alias", "undone_load", "tombstone",
)  # fmt: skip
# What came with a migration, or went: what stays of a row must be the same.
NEW_OR_GONE = ("content_hash", "faulty")


def _rows(history: Connection, table: str) -> list[str]:
    found = history._duckdb.table(table)
    skipped = NEW_OR_GONE if table == "accepted_ticket" else ()
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    plain = ({name: str(cell) for name, cell in sorted(row.items()) if cell is not None and name not in skipped} for row in rows)
    return sorted(json.dumps(row) for row in plain)


def shape(home: Path) -> list[str]:
    """A line a table and column of a generation."""
    with open_whatever_version(home) as history:
        found = history._duckdb.execute("select table_name, column_name, data_type from duckdb_columns() where not internal order by all")
        return [" ".join(row) for row in found.fetchall()]
