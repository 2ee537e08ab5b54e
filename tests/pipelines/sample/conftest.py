"""The firm is made once a session; every test looks at the same one."""

from pathlib import Path

import pytest

from pipelines.sample import SEED, write_exports, write_secrets
from pipelines.sample.world import World, make_world
from tests.pipelines.sample.reading import Rows, whole_rows


@pytest.fixture(scope="session")
def world() -> World:
    return make_world(SEED)


@pytest.fixture(scope="session")
def made(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "sample"
    write_exports(world, folder)
    return folder


@pytest.fixture(scope="session")
def secrets(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "truth"
    write_secrets(world, folder)
    return folder


@pytest.fixture(scope="session")
def shipped() -> Path:
    return Path(__file__).resolve().parents[3] / "data" / "sample"


@pytest.fixture(scope="session")
def tickets(shipped: Path) -> Rows:
    """Rows as they ship, damage and all; cells too many stand under None and are left out here."""
    return whole_rows(shipped / "tickets.csv.gz")


@pytest.fixture(scope="session")
def sound(tickets: Rows, secrets: Path) -> Rows:
    """Rows that nothing was done to."""
    spoilt = {int(row["line"]) for row in whole_rows(secrets / "damaged.csv")}
    return [row for line, row in enumerate(tickets, start=2) if line not in spoilt]


@pytest.fixture(scope="session")
def statuses(shipped: Path) -> Rows:
    return whole_rows(shipped / "status_history.csv.gz")
