"""Many viewers at once, many one after another: all are answered whole, and the app holds no more than before."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.bench.crowd import VIEWERS, sample, viewer, visit, walk
from tests.served import Served, served
from tests.torture.measured import Tell, full
from tests.visitor import Visitor

pytestmark = pytest.mark.torture
WARM, VISITS = 50, 500 if full() else 150
MOST_GROWTH = 1.05
# Streamlit keeps the last 128 sessions for two minutes, should they come back, each with an event loop (three files).
SESSIONS_KEPT, LOOP = 128, 3


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample, served, every page seen once."""
    with served(sample(tmp_path_factory.mktemp("crowd"))) as started:
        walk(started.address)
        yield started


def test_every_one_of_25_viewers_at_once_is_answered_whole(dashboard: Served, tell: Tell) -> None:
    with ThreadPoolExecutor(VIEWERS) as pool:
        seen = [answer for one in pool.map(partial(viewer, dashboard.address, 0, pages=4), range(VIEWERS)) for answer in one]

    tell("viewers at once", VIEWERS)
    tell("pages that they saw", len(seen))
    assert [answer for answer in seen if answer.faults or len(answer.titles) != 1] == []


def test_memory_threads_and_files_stay_as_they_were_over_many_visits(dashboard: Served, tell: Tell) -> None:
    pages = walk(dashboard.address)
    for number in range(WARM):
        visit(dashboard.address, pages, number)
    megabytes, threads, files = dashboard.megabytes(), dashboard.threads(), len(dashboard.files())

    for number in range(WARM, VISITS):
        visit(dashboard.address, pages, number)

    tell("visits one after another", VISITS)
    tell(f"memory of the app after {WARM} visits", f"{megabytes:.0f} MB")
    tell(f"memory of the app after {VISITS} visits", f"{dashboard.megabytes():.0f} MB")
    assert dashboard.megabytes() <= MOST_GROWTH * megabytes
    assert dashboard.threads() <= threads + VIEWERS
    assert len(dashboard.files()) <= files + LOOP * SESSIONS_KEPT + VIEWERS


def test_one_who_never_reads_holds_up_nobody_and_fills_no_memory(dashboard: Served, tell: Tell) -> None:
    megabytes = dashboard.megabytes()
    with Visitor(dashboard.address) as deaf:
        for _ in range(40):
            deaf.ask("staffing")
            with Visitor(dashboard.address) as other:
                assert not other.see("settings").faults
        tell("memory of the app beside one who never reads", f"{dashboard.megabytes() - megabytes:+.0f} MB")
        assert dashboard.megabytes() <= MOST_GROWTH * megabytes
