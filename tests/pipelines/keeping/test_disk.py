"""A full disk and a killed writer: a sentence, or nothing, and the history as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import keeping
from pipelines.history.generations import current_generation
from tests.conftest import ROOT
from tests.loading import World

pytestmark = pytest.mark.torture

TICKETS = "ticket_id,opened_at,status,client\n" + "".join(f"T-{n},2026-03-02 09:00,open,{'Alder' if n % 2 else 'Bexley'}\n" for n in range(200))
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["pipelines", *sys.argv[2:]]
from pipelines.shell import app
app()
"""
GROWING = """
import os, resource, sys
from pathlib import Path
from pipelines.errors import TurnaroundError
from pipelines.history.generations import next_generation
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
try:
    with next_generation(Path(sys.argv[2])) as build:
        rows = [(n, os.urandom(5_000).hex(), None, n) for n in range(3_000)]
        build.connection.append("load_outcome", ("load_id", "outcome", "reason", "records"), rows)
        build.keep = True
except TurnaroundError as error:
    sys.exit(str(error))
"""
DYING = """
import importlib, os, sys
from pipelines.shell import app
place, _, name = sys.argv[1].rpartition(".")
try:
    owner = importlib.import_module(place)
except ModuleNotFoundError:
    module, _, kind = place.rpartition(".")
    owner = getattr(importlib.import_module(module), kind)
setattr(owner, name, lambda *words, **more: os._exit(9))
sys.argv = ["pipelines", *sys.argv[2:]]
app()
"""


@pytest.fixture
def full(world: World) -> World:
    """Four hundred tickets in two loads, and an inbox."""
    world.begin({"f.csv": TICKETS})
    world.load({"g.csv": TICKETS.replace("T-", "U-")})
    (world.home / "inbox").mkdir()
    (world.home / "inbox" / "week.csv").write_text("ticket_id\n", encoding="utf-8")
    return world


def child(script: str, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize(
    ("verb", "share"),
    [
        ("undo", 0.02), ("erase", 0.5), ("retain", 0.99), ("backup", 0.02), ("restore", 0.5),
    ],
)  # fmt: skip
def test_a_full_disk_is_a_sentence_and_the_history_stays(full: World, tmp_path: Path, verb: str, share: float) -> None:
    """No file may grow over a share of the database."""
    backup = tmp_path / "b.zip"
    keeping.back_up(full.home, backup)
    before = current_generation(full.home)
    assert before is not None
    verbs: dict[str, list[object]] = {
        "undo": ["undo", "2"], "erase": ["erase", "Alder", "--yes"], "retain": ["retain", "--months", "1", "--yes"],
        "backup": ["backup", "--to", tmp_path / "c.zip"], "restore": ["restore", backup, "--yes"],
    }  # fmt: skip

    limit = int((before / "history.duckdb").stat().st_size * share)
    done = child(LIMITED, limit, *verbs[verb], "--home", full.home)

    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(full.home) not in done.stderr
    assert current_generation(full.home) == before
    assert len(full.rows("ticket", "ticket_id")) == 400
    assert not (tmp_path / "c.zip").exists()
    assert not list(full.home.glob("restoring"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_that_fills_under_the_database_is_a_sentence(full: World) -> None:
    before = current_generation(full.home)
    assert before is not None

    done = child(GROWING, (before / "history.duckdb").stat().st_size + 50_000, full.home)

    assert (done.returncode, done.stderr.strip()) == (1, "The history could not be written (the disk is full or refuses); it stays as it was.")
    assert current_generation(full.home) == before
    assert not (full.home / "generations" / "building").exists()


@pytest.mark.parametrize(
    ("verb", "step"),
    [
        ("undo", "pipelines.history.generations._publish"), ("undo", "pathlib.Path.replace"), ("erase", "os.fsync"),
        ("erase", "pathlib.Path.replace"), ("erase", "shutil.rmtree"), ("restore", "pathlib.Path.replace"),
        ("restore", "pathlib.Path.rename"), ("restore", "pathlib.Path.unlink"), ("restore", "pipelines.history.restore.open_history"), ("restore", "pipelines.history.restore.forget_older"),
    ],
)  # fmt: skip
def test_a_writer_that_dies_leaves_a_whole_history(full: World, tmp_path: Path, verb: str, step: str) -> None:
    """Dead at a step of the writing: the old history or the new one, never half of it, and the next act works."""
    backup = tmp_path / "b.zip"
    keeping.back_up(full.home, backup)
    verbs: dict[str, list[object]] = {"undo": ["undo", "2"], "erase": ["erase", "Alder", "--yes"], "restore": ["restore", backup, "--yes"]}

    died = child(DYING, step, *verbs[verb], "--home", full.home).returncode

    assert died == 9
    assert len(full.rows("ticket", "ticket_id")) in ((400,) if verb == "restore" else (400, 200))
    again = child("from pipelines.shell import app; app()", *verbs[verb], "--home", full.home)
    assert again.returncode == 0 or "undone already" in again.stderr or "Nothing here names" in again.stderr
    assert len(full.rows("ticket", "ticket_id")) == (400 if verb == "restore" else 200)
    if verb == "erase":
        assert len(list((full.home / "generations").iterdir())) == 1
