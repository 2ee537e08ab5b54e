"""A secret that was sown into cells, headers, names and paths is on no page and in no log when something goes wrong."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import actions, loaders
from dashboard.actions.loading import Answers
from tests.browser.conftest import end, start
from tests.conftest import ROOT
from tests.dashboard.conftest import at_home
from tests.dashboard.test_actions import File
from tests.dashboard.worlds import home_with
from tests.torture.knocking import asking, knock
from tests.torture.measured import full

__all__ = ["at_home"]

pytestmark = pytest.mark.torture
SECRET = "Xyzzy7secret"
PAGES = ("", "scorecard", "turnaround", "clients", "targets", "premium", "staffing", "documents", "data", "settings", "measured")
TICKETS = "ticket_id,opened_at,resolved_at,client,issue_type,technician,subject\n" + "".join(
    f"{SECRET}-{n},2026-05-0{1 + n % 8} 09:00,2026-05-0{1 + n % 8} 1{n % 10}:00,{SECRET} Ltd,Email {SECRET},{SECRET},'; select {SECRET} --\n" for n in range(60)
)
ERRORS = ("Traceback", "duckdb.", "Exception:", "select ", "SELECT ", 'File "')


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return home_with(tmp_path_factory.mktemp(f"home-{SECRET}"), tickets=TICKETS)


@pytest.fixture
def home(sown: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sown, tmp_path / SECRET / "home"))


def garbled(home: Path) -> None:
    """The history is no database any more."""
    for file in (home / "generations").rglob("*.duckdb"):
        file.write_bytes(f"{SECRET} no database".encode() * 1000)


def cut(home: Path) -> None:
    """Half of the history is missing."""
    for file in (home / "generations").rglob("*.duckdb"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def holed(home: Path) -> None:
    """The middle of the history is overwritten: it may open, and statements fail."""
    for file in (home / "generations").rglob("*.duckdb"):
        content = bytearray(file.read_bytes())
        content[12288:-4096] = os.urandom(1) * (len(content) - 16384)
        file.write_bytes(content)


def lost(home: Path) -> None:
    """The pointer names what is not there."""
    (home / "CURRENT").write_text(f"../{SECRET}", encoding="utf-8")


def folder_for_file(home: Path) -> None:
    """Something else stands where the history was."""
    for file in (home / "generations").rglob("*.duckdb"):
        file.unlink()
        file.mkdir()


FAULTS: dict[str, Callable[[Path], None]] = {fault.__name__: fault for fault in (garbled, cut, holed, lost, folder_for_file)}
# The usual form asks after what says most; --full after every one.
ASKED = FAULTS if full() else ("garbled", "holed", "lost")
COMMANDS = (
    ("pipelines", "checks"), ("pipelines", "loads"), ("pipelines", "undo", "1"), ("pipelines", "erase", "Nobody"), ("pipelines", "measure"), ("pipelines", "settings", "--show"),
    ("pipelines", "backup", "--to", "{folder}/b.zip"), ("pipelines", "retain", "--months", "1"), ("models", "fit"), ("models", "desk"), ("dashboard.reporting",),
)  # fmt: skip


@pytest.mark.parametrize("fault", ASKED)
def test_no_page_and_no_log_tells_it(home: Path, tmp_path: Path, fault: str) -> None:
    FAULTS[fault](home)
    log = tmp_path / "log.txt"
    address, server = start(home, log)
    try:
        said = b"".join(knock(address, messages=[asking(page)]).said for page in PAGES)
    finally:
        end(server)
    logged = log.read_text(encoding="utf-8", errors="replace")

    assert SECRET.encode() not in said
    assert [error for error in ERRORS if error.encode() in said] == []
    assert SECRET not in logged.replace(str(home), "")
    assert str(home) not in logged
    assert [error for error in ERRORS if error in logged] == []


@pytest.mark.parametrize("fault", ASKED)
def test_no_command_tells_it(home: Path, tmp_path: Path, fault: str) -> None:
    FAULTS[fault](home)
    for words in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", *(word.format(folder=tmp_path) for word in words), "--home", str(home)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        said = done.stdout + done.stderr

        assert SECRET not in said, (words, said[-500:])
        assert [error for error in ERRORS if error in said] == [], (words, said[-500:])


@pytest.mark.parametrize("text", [
    f"ticket_id,opened_at\n{SECRET}", f"{SECRET},{SECRET}\n1,2", f"ticket_id,opened_at\n1,{SECRET}\n2,{SECRET}\n", f"ticket_id,opened_at\n1,2026-03-02 09:00,{SECRET}\n", f'ticket_id,opened_at\n"{SECRET}', "\0" + SECRET, f'{{"{SECRET}": [}}',
])  # fmt: skip
def test_a_file_that_is_refused_is_not_told(home: Path, at_home: Callable[[Path], None], text: str) -> None:
    at_home(home)
    for name in ("export.csv", "export.json", "export.xlsx"):
        refused = actions.load(File(name, text.encode()), Answers())

        assert SECRET not in refused.refusal or "column" in refused.refusal  # a header is named where it is asked about
        assert str(home) not in refused.refusal
        assert [error for error in ERRORS if error in refused.refusal] == []
    assert loaders.stamp()


def test_the_pages_of_a_whole_history_do_show_it(home: Path, tmp_path: Path) -> None:
    """So that what is not found elsewhere would have been seen."""
    address, server = start(home, tmp_path / "log.txt")
    try:
        said = knock(address, messages=[asking("turnaround"), asking("clients")]).said
    finally:
        end(server)

    assert SECRET.encode() in said
    assert SECRET not in (tmp_path / "log.txt").read_text(encoding="utf-8", errors="replace")
