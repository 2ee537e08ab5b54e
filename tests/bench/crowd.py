"""A crowd on the sample: 25 viewers at once, and 500 visits one after another, over the websocket without a browser.

A viewer opens a page and goes on to others at random, looking at each for a while; the time is from the request until
the script has finished. Visits walk through pages and leave; some leave in the middle, or never read what they get.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from tests.bench.means.figure import Figure
from tests.conftest import ROOT
from tests.served import Served, served
from tests.visitor import Seen, Visitor

VIEWERS = 25
PAGES_EACH = 12
LOOKS_AT_ONE_FOR = 20  # seconds at most, so ten in the mean
VISITS = 500
LEAST_VISITS = 100


def measure(*, big: bool) -> Iterable[Figure]:
    """Viewers who look, viewers who do not pause at all, then visits; with --big twice as many visits."""
    with tempfile.TemporaryDirectory() as folder:
        home = sample(Path(folder))
        with served(home) as dashboard:
            walk(dashboard.address)
            yield Figure("memory after a walk through every page", dashboard.megabytes(), "MB", goal=400)
            yield from crowd(dashboard, "who look at each page", LOOKS_AT_ONE_FOR, goal=1)
            yield from crowd(dashboard, "who never pause", 0, goal=None)
            yield Figure("memory after the viewers", dashboard.megabytes(), "MB")
            yield from visits(dashboard, VISITS * (2 if big else 1))


def sample(folder: Path) -> Path:
    """A home with the sample, fitted, its desk learnt."""
    for words in (("pipelines", "load", "--sample"), ("models", "fit"), ("models", "desk")):
        command = [sys.executable, "-m", *words, "--home", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def walk(address: str) -> list[str]:
    """See every page once; their paths."""
    with Visitor(address) as visitor:
        visitor.see()
        for page in list(visitor.pages):
            visitor.see(page)
        return list(visitor.pages)


def crowd(dashboard: Served, who: str, pause: float, goal: float | None) -> Iterable[Figure]:
    """The 50th and 95th percentile of first visits and of page changes, and the processor that it took."""
    spent, began = dashboard.cpu_seconds(), time.perf_counter()
    with ThreadPoolExecutor(VIEWERS) as pool:
        seen = list(pool.map(partial(viewer, dashboard.address, pause), range(VIEWERS)))
    lasted, spent = time.perf_counter() - began, dashboard.cpu_seconds() - spent
    answers = sum(len(one) for one in seen)
    faults = sum(len(answer.faults) for one in seen for answer in one)
    for what, seconds in (("first page", [one[0].seconds for one in seen]), ("page change", [answer.seconds for one in seen for answer in one[1:]])):
        middle, late = np.percentile(seconds, [50, 95])
        yield Figure(f"{VIEWERS} viewers {who}: {what}, half within", float(middle), "s")
        yield Figure(f"{VIEWERS} viewers {who}: {what}, 95 % within", float(late), "s", goal=goal)
    yield Figure(f"{VIEWERS} viewers {who}: processor time a page", spent / answers, "s", goal=0.03)
    yield Figure(f"{VIEWERS} viewers {who}: pages answered a second", answers / lasted, "pages")
    yield Figure(f"{VIEWERS} viewers {who}: pages with a fault", faults, "pages", goal=0)


def viewer(address: str, pause: float, number: int, pages: int = PAGES_EACH) -> list[Seen]:
    """What one viewer saw; they come within one pause, each by an own way."""
    way = random.Random(number)
    time.sleep(way.uniform(0, pause))
    with Visitor(address) as visitor:
        seen = [visitor.see()]
        for _ in range(pages):
            time.sleep(way.uniform(0, pause))
            seen.append(visitor.see(way.choice(list(visitor.pages))))
    return seen


def visits(dashboard: Served, count: int) -> Iterable[Figure]:
    """Memory while visitors come, see three pages and leave, every tenth one in the middle."""
    pages, held = walk(dashboard.address), {}
    for number in range(1, count + 1):
        visit(dashboard.address, pages, number)
        if number % LEAST_VISITS == 0:
            held[number] = dashboard.megabytes()
    yield from (Figure(f"memory after {number} visits", megabytes, "MB") for number, megabytes in held.items())
    yield Figure(f"memory from visit {LEAST_VISITS} to {count}", held[count] / held[LEAST_VISITS], "x", goal=1.05)


def visit(address: str, pages: list[str], number: int) -> None:
    """Three pages, then gone; every tenth visitor asks for the third and does not wait for it."""
    way = random.Random(number)
    with Visitor(address) as visitor:
        visitor.see(way.choice(pages))
        visitor.see(way.choice(pages))
        last = way.choice(pages)
        if number % 10 == 0:
            visitor.ask(last)
        else:
            visitor.see(last)
