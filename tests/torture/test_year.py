"""A year of weekly loads, by the shell and by the page: the history is that of one load, and nothing piles up."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd
import pytest

from pipelines.history.generations import KEPT
from tests.lived import (
    at_once,
    by_page,
    by_shell,
    exports,
    in_process,
    lived,
    of_one_generation,
    on_disk,
    results,
    sums,
)
from tests.loading import World
from tests.served import DELETED, Served, served
from tests.torture.measured import Tell, full
from tests.visitor import Visitor

pytestmark = pytest.mark.torture
WEEKS, A_WEEK = 52, 40
BY_PAGE = WEEKS if full() else 12
SHELL = by_shell if full() else in_process
WARM = 3  # loads by the page until every part of the app was used
# Beside the generations: ledger of the inbox, salt, settings, lock.
APART = 1 << 20


@dataclass
class Year:
    """A home after a year of loads, and what was seen of disk and app on the way."""

    world: World
    once: World
    largest: int = 0
    most: int = 0
    left: set[str] = field(default_factory=set)
    megabytes: list[float] = field(default_factory=list)
    held: list[list[str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def look(self, dashboard: Served) -> None:
        """Three pages of the app after a load by the page, and what it holds then."""
        with Visitor(dashboard.address) as visitor:
            self.faults += [fault for page in ("", "clients", "data") for fault in visitor.see(page).faults]
        self.megabytes.append(dashboard.megabytes())
        self.held.append(dashboard.files())

    def weigh(self) -> None:
        """What the home takes on the disk now."""
        self.largest = max(self.largest, of_one_generation(self.world.home))
        self.most = max(self.most, on_disk(self.world.home))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """All weeks loaded, the last ones by the page while the dashboard is looked at; then all at once elsewhere."""
    folder, temporary = tmp_path_factory.mktemp("year"), tmp_path_factory.mktemp("temporary")
    told = Year(World(folder / "lived" / "home"), World(folder / "once" / "home"))
    for world in (told.world, told.once):
        world.home.parent.mkdir()
    files = exports(told.world, WEEKS, A_WEEK)
    ways = [SHELL] * (WEEKS - BY_PAGE) + [by_page] * BY_PAGE
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TMPDIR", str(temporary))
        patched.setattr(tempfile, "tempdir", None)
        with served(told.world.home) as dashboard:
            for place in lived(told.world, files, ways):
                told.weigh()
                if ways[place] is by_page:
                    told.look(dashboard)
        told.left = {file.name for file in temporary.iterdir()}
        at_once(told.once, files)
        yield told


def test_a_year_of_loads_gives_the_tables_of_one_load(year: Year, tell: Tell) -> None:
    week_by_week, once = results(year.world), results(year.once)

    tell("weekly loads, by the page", f"{WEEKS}, {BY_PAGE}")
    tell("tables that equal those of one load", len(once))
    tell("tickets of the year", len(once["ticket"]))
    assert set(week_by_week) == set(once)
    for name, table in once.items():
        pd.testing.assert_frame_equal(week_by_week[name], table, obj=name)


def test_the_outcomes_of_each_load_sum_to_its_records(year: Year) -> None:
    told = sums(year.world)

    assert len(told) == WEEKS
    assert told[told["records"] != told["told"]].empty


def test_the_disk_holds_no_more_than_the_generations_that_are_kept(year: Year, tell: Tell) -> None:
    alone = of_one_generation(year.once.home)

    tell("largest home of the year", f"{year.most / 1e6:.1f} MB")
    tell("a generation made by one load", f"{alone / 1e6:.1f} MB")
    assert year.most <= KEPT * year.largest + APART
    assert year.largest <= 2 * alone + APART


def test_nothing_is_left_in_the_folder_for_temporary_files(year: Year) -> None:
    assert year.left == set()


def test_the_app_holds_no_more_after_many_loads_and_no_generation_that_is_gone(year: Year, tell: Tell) -> None:
    warm, last = year.megabytes[WARM - 1], year.megabytes[-1]
    paths = [[name for name in files if name.startswith("/")] for files in year.held]
    deleted = [name for files in paths for name in files if "generations" in name and name.endswith(DELETED)]

    tell("memory of the app from the third load by the page to the last", f"{warm:.0f} to {last:.0f} MB")
    assert year.faults == []
    assert last <= 1.1 * warm
    assert deleted == []
    assert len(paths[-1]) <= len(paths[WARM - 1])
