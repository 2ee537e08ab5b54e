"""Every page: its rerun and its journey in Chromium on the sample, and its queries over a million tickets.

A rerun is the whole script of a page through Streamlit's own runner, everything cached but what a page never caches. The
queries are those that a first look asks, each answered anew. A change in Chromium is from the click until the script has
run, every chart is drawn and nothing has moved for a moment (which is taken off again).
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright
from streamlit.testing.v1 import AppTest

from dashboard.loaders import cache
from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.bench.load_rivals.tickets import write_csv
from tests.bench.means.environment import at_home
from tests.bench.means.figure import Figure
from tests.browser.conftest import CHROMIUMS, QUIET, end, settled, start
from tests.conftest import ROOT
from tests.dashboard.worlds import CLIENTS, TARGETS

VIEWS = sorted(file.stem for file in (ROOT / "dashboard" / "views").glob("*.py"))
AT_REST = 0.25  # seconds without a change that `settled` waits for
ROUNDS = 5
FOUR_CHARTS = ("this_week", "turnaround")


def measure(*, big: bool) -> Iterable[Figure]:
    """The sample first, then a million tickets (ten with --big)."""
    with tempfile.TemporaryDirectory() as name:
        sample = Path(name, "sample")
        for words in (("pipelines", "load", "--sample"), ("models", "fit"), ("models", "desk")):
            command = [sys.executable, "-m", *words, "--home", str(sample)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        yield from reruns(sample)
        yield from in_chromium(sample, Path(name, "log.txt"))
        yield from queries(Path(name), 10_000_000 if big else 1_000_000)


def reruns(home: Path) -> Iterable[Figure]:
    """The median rerun of each page; the goal is for four charts, as the turnaround page and the week have."""
    with at_home(home):
        for view in VIEWS:
            app = opened(view)
            seconds = [timed(app) for _ in range(ROUNDS)]
            goal = 0.030 if view in FOUR_CHARTS else None
            yield Figure(f"rerun of {view}", statistics.median(seconds), "s", goal=goal)


def opened(view: str) -> AppTest:
    """The page, once run."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=300).run()
    return app if view == "this_week" else app.switch_page(f"views/{view}.py").run()


def timed(app: AppTest) -> float:
    """Seconds of one rerun."""
    begins = perf_counter()
    app.run()
    return perf_counter() - begins


def queries(folder: Path, rows: int) -> Iterable[Figure]:
    """What a first look at each page asks of so many tickets, all together."""
    files = [write_csv(folder / "tickets.csv", rows)]
    for name, text in (("clients", CLIENTS), ("targets", TARGETS)):
        files.append(folder / f"{name}.csv")
        files[-1].write_text(text, encoding="utf-8")
    home = folder / "many"
    load_files(home, files, Answers(timezone="Europe/London"))
    yield Figure("tickets asked of", rows, "rows")
    yield from asked_of(home, VIEWS)


def asked_of(home: Path, views: Iterable[str], timer: Callable[[], float] = perf_counter, unit: str = "s") -> Iterable[Figure]:
    """Seconds of the questions that a first look at each page asks, each answered once and anew."""
    with at_home(home), asked(timer) as spent:
        for view in views:
            app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=300)
            app.run()
            if view != "this_week":
                spent.clear()
                app.switch_page(f"views/{view}.py").run()
            longest = max(spent, key=lambda name: spent[name], default="none").split(" ", 1)[0]
            yield Figure(f"queries of {view} (longest: {longest})", sum(spent.values()), unit, goal=0.2)
            spent.clear()


@contextmanager
def asked(timer: Callable[[], float] = perf_counter) -> Iterator[dict[str, float]]:
    """Seconds of each question by its name and arguments, answered anew by DuckDB the first time that it is asked."""
    spent: dict[str, float] = {}
    answers: dict[str, Any] = {}
    usual = cache._answered

    def answered(
        home: str, stamped: str, name: str, question: cache.Question, arguments: tuple[Any, ...], options: dict[str, Any]
    ) -> Any:
        del stamped  # one generation
        key = f"{name.rpartition('.')[2]} {arguments} {options}"
        if key not in spent:
            begins = timer()
            with open_history(Path(home)) as history:
                answers[key] = question(history, *arguments, **options)
            spent[key] = timer() - begins
        return answers[key]

    setattr(cache, "_answered", answered)  # noqa: B010 - its type is that of a cached function
    try:
        yield spent
    finally:
        setattr(cache, "_answered", usual)  # noqa: B010


def in_chromium(home: Path, log: Path) -> Iterable[Figure]:
    """First page, page changes, filter changes and the server's memory."""
    address, server = start(home, log)
    try:
        with sync_playwright() as playwright:
            chromium = next(filter(None, map(shutil.which, CHROMIUMS)))
            browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
            _seen(browser.new_page(), address)  # the start that warms everything up
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            yield Figure("first page after a warm start", _seen(page, address), "s", goal=3)
            names = [name.strip() for name in page.locator(".st-key-side-nav a p").all_text_contents()]
            for name in names[1:]:
                _changed(page, name)
                _changed(page, names[0])
            yield from (Figure(f"change to {name}", _changed(page, name), "s", goal=1) for name in names[1:])
            _changed(page, "Turnaround times")
            _filtered(page, "Gold")
            yield Figure("change of a filter", statistics.median(_filtered(page, "Gold") for _ in range(ROUNDS)), "s", goal=0.7)
            yield Figure("memory of the app", _megabytes(server.pid), "MB", goal=400)
    finally:
        end(server)


def _seen(page: Page, address: str) -> float:
    begins = perf_counter()
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for()
    settled(page)
    return perf_counter() - begins - AT_REST


def _changed(page: Page, name: str) -> float:
    """Seconds from the click on a page's name until it is there."""
    before = page.get_by_role("heading", level=1).inner_text()
    link = page.locator(".st-key-side-nav").get_by_role("link", name=name, exact=True)
    begins = perf_counter()
    link.click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
    settled(page)
    return perf_counter() - begins - AT_REST


def _filtered(page: Page, tier: str) -> float:
    """Seconds from the choice of a tier until the page shows it."""
    before = page.locator(".st-key-answer").inner_text()
    begins = perf_counter()
    page.get_by_test_id("stSidebar").get_by_role("button", name=tier, exact=True).click()
    page.wait_for_function("before => document.querySelector('.st-key-answer').innerText !== before", arg=before)
    settled(page)
    return perf_counter() - begins - AT_REST


def _megabytes(guard: int) -> float:
    """What the server, the only child of its guard, holds in memory."""
    children = Path(f"/proc/{guard}/task/{guard}/children").read_text(encoding="ascii").split()
    status = Path(f"/proc/{children[0]}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
