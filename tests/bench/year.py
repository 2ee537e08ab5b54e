"""A year of weekly loads into one home, by the shell and by the page, each in real processes.

Processor time of the last ten loads beside the first ten, the home on the disk beside the generations that are kept,
and all 52 loads beside one that takes every file at once.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import mean

from pipelines.history.generations import KEPT
from tests.bench.means.figure import Figure
from tests.lived import (
    at_once,
    by_page,
    by_shell,
    cpu_seconds_of_each,
    exports,
    lived,
    of_one_generation,
    on_disk,
    results,
)
from tests.loading import World

WEEKS, A_WEEK = 52, 200
ENDS = 10


def measure(*, big: bool) -> Iterable[Figure]:
    """200 tickets a week, or 2,000 with --big."""
    for name, way in (("shell", by_shell), ("page", by_page)):
        with tempfile.TemporaryDirectory() as folder:
            world, once = (World(Path(folder, part, "home")) for part in ("lived", "once"))
            for one in (world, once):
                one.home.parent.mkdir()
            files = exports(world, WEEKS, A_WEEK * (10 if big else 1))
            spent = cpu_seconds_of_each(lived(world, files, [way] * WEEKS))
            at_once(once, files)
            yield from _figures(name, spent, world, once)


def _figures(name: str, spent: list[float], world: World, once: World) -> Iterable[Figure]:
    first, last = mean(spent[1:ENDS + 1]), mean(spent[-ENDS:])
    week_by_week, at_one_go = results(world), results(once)
    yield Figure(f"{name}: tickets after {WEEKS} loads", len(at_one_go["ticket"]), "tickets")
    yield Figure(f"{name}: processor time of a load, first {ENDS}", first, "s")
    yield Figure(f"{name}: processor time of a load, last {ENDS}", last, "s")
    yield Figure(f"{name}: last {ENDS} loads beside the first {ENDS}", last / first, "x", goal=1.5)
    yield Figure(f"{name}: home beside the generations that are kept", on_disk(world.home) / (KEPT * of_one_generation(world.home)), "x", goal=1.5)
    yield Figure(f"{name}: generation beside one made by one load", of_one_generation(world.home) / of_one_generation(once.home), "x", goal=2)
    yield Figure(f"{name}: tables that differ from one load", sum(not week_by_week[table].equals(at_one_go[table]) for table in at_one_go), "tables", goal=0)
