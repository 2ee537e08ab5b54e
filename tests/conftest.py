"""What every test can count on: one thread a process, a home of its own, and no quiet skip where all must run."""

import os

# Before numpy is imported: many small fits on many threads took ten times as long.
os.environ["OMP_NUM_THREADS"] = "1"

import atexit
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

from tests.loading import World
from tests.made_once import forget_made

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("TURNAROUND_SHARED") or ROOT.parent / "shared")
REALDATA = SHARED / "realdata"
HOME = Path(tempfile.mkdtemp(prefix="turnaround-tests-"))
os.environ["TURNAROUND_HOME"] = str(HOME)

# How long an example takes says how busy a machine is, and nothing of the code.
settings.register_profile("turnaround", deadline=None)
settings.load_profile("turnaround")

needs_realdata = pytest.mark.realdata


def unavailable(what: str) -> NoReturn:
    """Skip for want of `what`; where TURNAROUND_NO_SKIPS=1 says that it must be there, fail."""
    if os.environ.get("TURNAROUND_NO_SKIPS") == "1":
        pytest.fail(f"{what}, and TURNAROUND_NO_SKIPS=1 asks for it", pytrace=False)
    pytest.skip(what)


def pytest_configure() -> None:
    """Take SIGTERM as Ctrl+C, so that fixtures end the servers they started."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    atexit.register(_leave_the_last_word_to_pytest)


def _leave_the_last_word_to_pytest() -> None:
    # DuckDB's binding lists the objects that hypothesis still holds when the interpreter ends, as if they were a fault.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests of real exports run where these are."""
    if item.get_closest_marker("realdata") and not REALDATA.is_dir():
        unavailable("no real exports: set TURNAROUND_SHARED to the shared folder")


def leave_nothing_behind(maker: int = os.getpid()) -> None:
    """Benchmarks and children of tests import this too, and no plugin tells them of the end; forks leave it alone."""
    if os.getpid() == maker:
        shutil.rmtree(HOME, ignore_errors=True)
        forget_made()


atexit.register(leave_nothing_behind)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An empty home; drawn files go in through the real load."""
    return World(tmp_path / "home")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The Chromium of this system, without a window; one a process, for a second Playwright in it would not start."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only what opens a browser needs it

    from tests.browser.conftest import CHROMIUMS, QUIET  # noqa: PLC0415

    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        unavailable("no Chromium: install the package chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()
