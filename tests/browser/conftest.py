"""A served dashboard and a Chromium that tells on every request leaving this computer and every console error."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from dashboard.__main__ import ADDRESS, server_command
from tests.conftest import ROOT
from tests.made_once import made_once

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SECONDS_TO_SERVE = 60
# Ends the server when its input closes, so also when the tests are killed.
GUARD = """
import subprocess, sys, threading
server = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
threading.Thread(target=lambda: (sys.stdin.read(), server.terminate()), daemon=True).start()
sys.exit(server.wait())
"""
IDLE = """() => {
    const app = document.querySelector('.stApp');
    const idle = app
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && [...document.querySelectorAll('[data-testid="stPlotlyChart"], .stPlotlyChart')]
            .every(chart => chart.querySelector('.main-svg'));
    if (!idle) { window.idleSince = null; return false; }
    window.idleSince ??= performance.now();
    return performance.now() - window.idleSince >= 250;
}"""

Serve = Callable[[Path], str]
Shot = Callable[[Page, str], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """The address of a dashboard for a home; each home is served once."""
    servers: dict[Path, tuple[str, subprocess.Popen[bytes]]] = {}

    def serving(home: Path) -> str:
        if home not in servers:
            servers[home] = start(home, tmp_path_factory.mktemp("server") / "log.txt")
        return servers[home][0]

    yield serving
    for _, server in servers.values():
        end(server)


def start(home: Path, log: Path, *more: str, port: int = 0) -> tuple[str, subprocess.Popen[bytes]]:
    """Start a server as the launcher does, with `more` options, and wait until it answers."""
    port = port or unused_port()
    environment = {**os.environ, "TURNAROUND_HOME": str(home)}
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-c", GUARD, *server_command(port, browser=False), *more],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    address = f"http://{ADDRESS}:{port}"
    deadline = time.monotonic() + SECONDS_TO_SERVE
    while not answers(address):
        if server.poll() is not None or time.monotonic() > deadline:
            end(server)
            pytest.fail(f"the dashboard did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
        time.sleep(0.1)
    return address, server


def unused_port() -> int:
    """Any free port: the usual ones may be in use by a dashboard of the owner."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether Streamlit calls itself healthy there."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


def end(server: subprocess.Popen[bytes]) -> None:
    """Stop it, and wait until it has ended."""
    if server.stdin:
        server.stdin.close()
    server.wait(timeout=20)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample history, loaded by the command that an owner would use."""
    return Path(shutil.copytree(made_once("sample", _load_sample), tmp_path_factory.mktemp("sample") / "home"))


def _load_sample(home: Path) -> None:
    for words in (("pipelines", "load", "--sample"), ("models", "fit")):
        command = [sys.executable, "-m", *words, "--home", str(home)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="session")
def sample_dashboard(serve: Serve, sample_home: Path) -> str:
    """The address of a dashboard that shows the sample; tests that write serve a home of their own."""
    return serve(sample_home)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window; the test fails when anything in it leaves this computer or errs."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, service_workers="block")
    context.set_default_timeout(20_000)
    page = context.new_page()
    faults = watch(page)
    yield page
    context.close()
    assert faults == []


def watch(page: Page) -> list[str]:
    """The growing list of what this window must not do; requests to other computers are stopped as well."""
    faults: list[str] = []

    def stop_outside(route: Route, request: Request) -> None:
        if stays_here(request.url):
            route.continue_()
        else:
            faults.append(f"request to {request.url}")
            route.abort()

    page.context.route("**/*", stop_outside)
    page.context.on(
        "console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None
    )
    page.context.on("weberror", lambda problem: faults.append(f"error: {problem.error}"))
    page.on("websocket", lambda socket: None if stays_here(socket.url) else faults.append(f"socket to {socket.url}"))
    return faults


def stays_here(url: str) -> bool:
    """Whether fetching it asks no other computer."""
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname in {ADDRESS, "localhost"}


def settled(page: Page) -> Page:
    """Wait until the script has run, every chart is drawn, and it stayed so for 250 ms."""
    page.evaluate("window.idleSince = null")
    page.wait_for_function(IDLE)
    return page


@pytest.fixture(scope="session")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Shot:
    """Take a picture of the whole page; TURNAROUND_SHOTS names a folder to keep them in."""
    folder = Path(os.environ.get("TURNAROUND_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> Path:
        file = folder / f"{name}.png"
        settled(page).screenshot(path=file, full_page=True)
        return file

    return take
