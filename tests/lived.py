"""A home that lived through weekly loads with an undo, an erase and a change of settings in between; and one loaded at once."""

import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pandas as pd

from dashboard import actions
from pipelines.history.generations import current_generation
from pipelines.journey import load_files, measure_again
from pipelines.keeping import erase, undo_load
from tests.bench.means.environment import at_home
from tests.loading import UTC, World
from tests.torture.watched import watched
from tests.weekly_exports import CLIENTS, drawn, export

UNDONE, SETTLED, ERASED = 0.3, 0.5, 0.7  # parts of the way
DAYS = ("monday", "tuesday", "wednesday", "thursday")
SETTINGS = "\n".join(["[calendars.standard]", 'title = "Nine to four, not on Fridays"', 'holidays = ""', *(f'{day} = ["09:00-16:00"]' for day in DAYS)])
GONE = CLIENTS[-1]
# Ours to keep apart: what each load has said stays with the load, and its number tells nothing of a ticket.
FACTS = ("load", "load_outcome", "row_problem", "undone_load", "tombstone", "saved_version")
NUMBERS = ("load_id", "record_number", "ticket_key")
Load = Callable[[Path, Path], None]


@dataclass
class Upload:
    """What the page hands over for a file."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


def in_process(home: Path, file: Path) -> None:
    """The load itself, its reader in a child as always."""
    load_files(home, [file], UTC)


def by_shell(home: Path, file: Path) -> None:
    """`python -m pipelines load`."""
    ended = watched(("pipelines", "load", str(file), "--timezone", "UTC", "--home", str(home)), home)
    assert ended.code == 0, ended.said


def by_page(home: Path, file: Path) -> None:
    """What the page Data does with an upload."""
    with at_home(home):
        loaded = actions.load(Upload(file.name, file.read_bytes()), actions.Answers(timezone="UTC"))
    assert not loaded.refusal, loaded.refusal


def exports(world: World, weeks: int, a_week: int) -> list[Path]:
    """The files of so many weeks."""
    tickets = drawn(weeks, a_week)
    return [world.write(f"week-{week:02d}.csv", export(tickets, week)) for week in range(weeks)]


def lived(world: World, files: Sequence[Path], ways: Sequence[Load]) -> Iterator[int]:
    """Load file by file, each by its own way, with what an owner does in between; yields the place after each load."""
    undone, settled, erased = (int(part * len(files)) for part in (UNDONE, SETTLED, ERASED))
    for place, (file, load) in enumerate(zip(files, ways, strict=True)):
        load(world.home, file)
        if place == undone:
            undo_load(world.home, int(world.frame("load")["load_id"].max()))
            load(world.home, file)
        if place == settled:
            world.settings(SETTINGS)
            measure_again(world.home)
        if place == erased:
            erase(world.home, GONE, yes=True)
        yield place


def at_once(world: World, files: Sequence[Path]) -> None:
    """The same settings, all files in one load, the same client erased."""
    world.settings(SETTINGS)
    load_files(world.home, list(files), UTC)
    erase(world.home, GONE, yes=True)


def results(world: World) -> dict[str, pd.DataFrame]:
    """Every table that is derived and measured, in an order of its own, without the numbers of loads."""
    return {name: _ordered(world.frame(name)) for name in _tables(world) if name not in FACTS and not name.startswith("accepted_")}


def sums(world: World) -> pd.DataFrame:
    """Each load with its records, and the sum of its outcomes."""
    outcomes = world.frame("load_outcome").dropna(subset=["outcome"]).groupby("load_id")["records"].sum()
    return world.frame("load")[["load_id", "records"]].assign(told=lambda loads: loads["load_id"].map(outcomes).fillna(0))


def on_disk(home: Path) -> int:
    """Bytes of a whole home."""
    return sum(file.stat().st_size for file in home.rglob("*") if file.is_file())


def of_one_generation(home: Path) -> int:
    """Bytes of the current generation."""
    folder = current_generation(home)
    assert folder is not None
    return on_disk(folder)


def cpu_seconds_of_each(steps: Iterator[int]) -> list[float]:
    """Processor seconds of each step, those of its child processes with it."""
    spent = [_spent(), *(_spent() for _ in steps)]
    return [after - before for before, after in pairwise(spent)]


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _tables(world: World) -> list[str]:
    with world.history() as history:
        return [str(name) for name, *_ in history._duckdb.execute("show tables").fetchall()]


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    plain = frame.drop(columns=[name for name in NUMBERS if name in frame])
    text = plain.astype(str)
    return text.sort_values(list(text.columns), ignore_index=True) if len(text.columns) else text
