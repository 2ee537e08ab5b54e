"""No file can hang or kill the app: a sentence within 60 s and 1 GB, the history as it was, and the next file loads."""

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from dashboard import actions, loaders
from dashboard.actions import Answers
from tests.dashboard.conftest import at_home
from tests.dashboard.test_actions import File
from tests.dashboard.worlds import home_with, tickets
from tests.torture.bombs import BOMBS
from tests.torture.watched import MOST_MEMORY, watched

__all__ = ["at_home"]

pytestmark = pytest.mark.torture
LONGEST_SENTENCE = 400
NEXT = "ticket_id,opened_at,resolved_at,issue_type\nT-9999,2026-09-01 09:00,2026-09-01 10:00,Email\n"


@pytest.fixture(scope="session")
def a_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return home_with(tmp_path_factory.mktemp("bombed"), tickets=tickets(1, 8))


@pytest.fixture
def home(a_history: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(a_history, tmp_path / "home"))


def made(name: str, folder: Path) -> Path:
    bomb = BOMBS[name]
    path = folder / f"export.{bomb.ending}"
    bomb.write(path)
    return path


def state(home: Path) -> list[tuple[str, str]]:
    files = (home / "CURRENT", *(home / "generations").rglob("*"))
    return sorted((str(file.relative_to(home)), sha256(file.read_bytes()).hexdigest()) for file in files if file.is_file())


def assert_a_sentence(said: str, folder: Path) -> None:
    lines = said.strip().splitlines()
    assert len(lines) == 1, said[-2000:]
    assert len(lines[0]) <= LONGEST_SENTENCE
    assert "not foreseen" not in lines[0]
    assert str(folder) not in lines[0]


@pytest.mark.parametrize("name", BOMBS)
def test_the_shell_answers_with_a_sentence(name: str, home: Path, tmp_path: Path) -> None:
    bomb, before = made(name, tmp_path), state(home)

    ended = watched(["pipelines", "load", str(bomb)], home)

    assert ended.code == 2, f"exit code {ended.code}: {ended.said[-1000:]}"
    assert_a_sentence(ended.said, tmp_path)
    assert ended.memory <= MOST_MEMORY, f"{ended.memory >> 20} MB"
    assert state(home) == before
    (tmp_path / "next.csv").write_text(NEXT, encoding="utf-8")
    assert watched(["pipelines", "load", str(tmp_path / "next.csv")], home).code == 0


@pytest.mark.parametrize("name", [name for name, bomb in BOMBS.items() if bomb.upload])
def test_the_page_answers_with_a_sentence_and_still_serves(name: str, home: Path, tmp_path: Path, at_home: Callable[[Path], None]) -> None:
    at_home(home)
    bomb, before = made(name, tmp_path), state(home)

    refused = actions.load(File(bomb.name, bomb.read_bytes()), Answers())

    assert_a_sentence(refused.refusal, tmp_path)
    assert "could not be loaded" not in refused.refusal
    assert state(home) == before
    facts = loaders.facts()
    assert facts is not None
    assert facts.tickets == 8
    assert actions.load(File("next.csv", NEXT.encode()), Answers()).refusal == ""


def test_the_watch_stops_what_hangs_and_sees_the_memory_of_children(home: Path) -> None:
    hanging = watched(["timeit", "-n", "1", "-r", "1", "import time; time.sleep(600)"], home, seconds=2)
    script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(300 << 20)'])"
    own = bytearray(600 << 20)
    hungry = watched(["timeit", "-n", "1", "-r", "1", script], home)

    assert hanging.code is None
    assert hungry.code == 0
    assert 300 << 20 < hungry.memory < 500 << 20 < len(own)
    assert os.environ.get("TURNAROUND_HOME") != str(home)
