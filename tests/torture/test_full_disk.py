"""A full disk is one sentence and the old data still shown; the next load works once there is room."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard import actions, loaders
from dashboard.actions import Answers
from pipelines.connection import Connection
from pipelines.history.generations import current_generation
from tests.conftest import ROOT
from tests.dashboard.conftest import at_home
from tests.dashboard.test_actions import File
from tests.dashboard.worlds import home_with, tickets
from tests.torture.measured import Tell
from tests.torture.test_bombs import state

__all__ = ["at_home"]

pytestmark = [pytest.mark.torture, pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")]
# The share of the history that a file may grow to: the copy of the file that is read, the copy of the history at its
# beginning, middle and end, and what the load adds to it.
SHARES = {"at once": 0.0001, "early": 0.05, "midway": 0.5, "late": 0.999, "under the load": 1.02}
MORE = 20_000
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["pipelines", *sys.argv[2:]]
runpy.run_module("pipelines", run_name="__main__")
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_with(tmp_path / "furnished", tickets=tickets(1, 8))


@pytest.fixture
def only_reading(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever opens a history for writing in this process fails; children are other processes."""
    monkeypatch.setattr(Connection, "writing", lambda *_: pytest.fail("the app itself opened a history for writing"))
    return home


def large_export() -> str:
    rows = (f"L-{n},2026-06-0{1 + n % 5} 09:00,2026-06-0{1 + n % 5} 1{n % 7}:00,{os.urandom(20).hex()}" for n in range(MORE))
    return "\n".join(["ticket_id,opened_at,resolved_at,subject", *rows]) + "\n"


@contextmanager
def full_from(size: int) -> Iterator[None]:
    """No file of this process or its children grows any more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def shown() -> int:
    """How many tickets the pages show."""
    facts = loaders.facts()
    return facts.tickets if facts else 0


def size_of(home: Path) -> int:
    current = current_generation(home)
    assert current is not None
    return (current / "history.duckdb").stat().st_size


@pytest.mark.usefixtures("only_reading")
@pytest.mark.parametrize("where", SHARES)
def test_a_disk_that_fills_is_a_sentence_and_the_old_data_is_shown(
    where: str, home: Path, tmp_path: Path, at_home: Callable[[Path], None], tell: Tell
) -> None:
    at_home(home)
    before, export = state(home), tmp_path / "large.csv"
    export.write_text(large_export(), encoding="utf-8")
    command = [sys.executable, "-c", LIMITED, str(int(size_of(home) * SHARES[where])), "load", str(export), "--timezone", "UTC", "--home", str(home)]
    assert shown() == 8

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    said = done.stderr.strip().splitlines()
    assert done.returncode == 2, done.stderr[-2000:]
    sentences = [line for line in said if not line.startswith(("Reading ", "Measuring"))]
    assert len(sentences) == 1, said
    assert not any(secret in done.stdout + done.stderr for secret in (str(tmp_path), "history.duckdb", "select", "Errno", "Traceback"))
    assert state(home) == before
    assert shown() == 8
    subprocess.run([sys.executable, "-m", "pipelines", *command[4:]], cwd=ROOT, capture_output=True, check=True)
    loaders_forget()
    assert shown() == 8 + MORE
    tell(f"a disk that is full {where}", sentences[0])


def loaders_forget() -> None:
    """As the app does after each change."""
    import streamlit as st  # noqa: PLC0415 - the one use of it here

    st.cache_data.clear()


@pytest.mark.usefixtures("only_reading")
def test_the_page_says_it_too_and_never_holds_the_history_for_writing(home: Path, at_home: Callable[[Path], None]) -> None:
    at_home(home)
    before, upload = state(home), File("next.csv", tickets(2, 9).encode())
    assert shown() == 8

    with full_from(size_of(home) // 2):
        refused = actions.load(upload, Answers())

    assert "could not be written" in refused.refusal
    assert (state(home), shown()) == (before, 8)
    assert actions.load(upload, Answers()).refusal == ""
    assert shown() == 18
