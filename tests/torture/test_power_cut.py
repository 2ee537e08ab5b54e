"""The power goes at any moment of a change: whatever the disk then shows, the history is the old or the new one, whole."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from models.refresh.promises import refresh
from models.refresh.stored_promises import read_promises
from pipelines import keeping
from pipelines.errors import NoHistory
from pipelines.history.generations import current_generation, next_generation
from pipelines.journey import load_files
from tests.conftest import ROOT
from tests.loading import UTC, World
from tests.torture.measured import Tell, full
from tests.torture.power import Disk, digest, laid_out, operations_of
from tests.torture.recording import Operation
from tests.torture.wholeness import told, week_files

pytestmark = [pytest.mark.torture, pytest.mark.skipif(os.name == "nt", reason="A file has no number on Windows")]
GONE = "Quorvex Motors"
LATE = 'calendars.standard.monday=["11:00-17:30"]'
# How likely changes of names and new contents have reached the disk: all of one and none of the other, and in between.
REACHED = ((0, 0), (1, 1), (1, 0), (0, 1), *((0.5, 0.5), (0.7, 0.3), (0.3, 0.7)) * (20 if full() else 3))
CONTROLS = 3
A_LOAD_EVERY = 40
NONE = ("none", "")
# What a history and the settings beside it say.
Said = tuple[str, str]
MODULES = {"fit": "models"}
VERBS: dict[str, tuple[str, ...]] = {
    "a first load": ("load", "{beside}/week-1.csv", "{beside}/status-1.csv", "--timezone", "UTC"),
    "a load": ("load", "{beside}/week-2.csv", "{beside}/status-2.csv", "--timezone", "UTC"),
    "undo": ("undo", "3"), "erase": ("erase", GONE, "--yes"), "restore": ("restore", "{beside}/b.zip", "--yes"),
    "settings": ("settings", LATE), "fit": ("fit",),
}  # fmt: skip


@dataclass
class Seen:
    """The states that were looked at, by what was found."""

    allowed: set[Said]
    after: Said
    passing: set[Said] = field(default_factory=set)
    found: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    random: Random = field(default_factory=lambda: Random(1))

    @property
    def problems(self) -> int:
        return len(self.bad)


@pytest.fixture
def cut() -> Iterator[Path]:
    """A folder for one state after the other, in memory where there is such a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of one week with promises, its backup, and the exports of the weeks."""
    folder = tmp_path_factory.mktemp("power")
    world = World(folder / "root" / "home")
    world.settings('[company]\nname = "Before"\n')
    for number in (1, 2):
        for file in week_files(world.home, number):
            shutil.copy(file, folder)
    load_files(world.home, [folder / "week-1.csv", folder / "status-1.csv"], UTC)
    keeping.back_up(world.home, folder / "b.zip")
    world.settings('[company]\nname = "Since"\n')
    load_files(world.home, [folder / "status-2.csv"], UTC)
    (world.home / "inbox").mkdir()
    (world.home / "inbox" / "week.csv").write_text(f"ticket_id,client\nW1,{GONE}\n", encoding="utf-8")
    refresh(world.home)
    shutil.rmtree(folder / "root" / "files")
    return folder


def recorded(root: Path, module: str, words: list[str], log: Path) -> list[Operation]:
    command = [sys.executable, "-m", "tests.torture.recording", str(log), str(root), module, *words]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return operations_of(log)


def says(home: Path) -> Said:
    """What a home says: nothing, a history that is whole with the settings beside it, or that it is torn, and how."""
    try:
        history, promised = told(home), read_promises(home) is not None
    except NoHistory:
        return NONE if current_generation(home) is None else ("torn", "the history is not where the pointer says")
    except Exception as error:  # noqa: BLE001 - whatever it is, the history cannot be used
        return "torn", type(error).__name__
    return f"{sorted(history.loads)} {history.measured} {'with' if promised else 'without'} promises", history.settings


def states(log: Path, operations: list[Operation], random: Random, begin: int, times: int) -> Iterator[tuple[dict[str, bytes | None], int, bool]]:
    """Every state that is another one, after which operation; and whether that was the last, so that it counts as done."""
    disk, known = Disk(log), set[str]()
    for place, operation in enumerate(operations):
        disk.happen(operation)
        for names, newest in REACHED * times if place >= begin else ():
            tree, done = disk.after_cut(random, names, newest), place == len(operations) - 1
            mark = f"{digest(tree)}{done}"
            if mark not in known:
                known.add(mark)
                yield tree, place, done


def looked_at(log: Path, operations: list[Operation], seen: Seen, folder: Path, next_act: Callable[[Path], None]) -> None:
    """Lay every state out, ask it what it says, and change it once more."""
    for number, (tree, place, done) in enumerate(states(log, operations, seen.random, operations.index(["begin"]), 1)):
        root = folder / "root"
        laid_out(tree, root)
        home = root / "home"
        said = says(home)
        if said not in ({seen.after} if done else seen.allowed | seen.passing):
            seen.bad.append(f"at {place}: {said}")
        else:
            next_act(home)
            again = says(home)
            if again not in seen.allowed:
                seen.bad.append(f"at {place}, after the next act: {again}")
            if number % A_LOAD_EVERY == 0:
                load_files(home, week_files(home, 7), UTC)
                assert "week-7.csv" in told(home).files
        if done:
            seen.names.update(path for path, content in tree.items() if content and GONE.encode() in content)
        seen.found["torn" if said[0] == "torn" else "after" if said == seen.after else "before or between"] += 1
        shutil.rmtree(root)


def controlled(log: Path, operations: list[Operation], seen: Seen, folder: Path) -> None:
    """The same without a single fsync, from the last name that was given: a proof that finds nothing there proves nothing."""
    unsynced = [one for one in operations if one[0] != "fsync"]
    last = max(place for place, one in enumerate(unsynced) if one[0] in ("rename", "write"))
    for tree, place, _ in states(log, unsynced, seen.random, last, CONTROLS):
        laid_out(tree, folder / "root")
        said = says(folder / "root" / "home")
        seen.found["all"] += 1
        if said not in seen.allowed | seen.passing:
            seen.bad.append(f"at {place}: {said}")
        shutil.rmtree(folder / "root")


def publish_again(home: Path) -> None:
    """What any writer does first, and a new generation."""
    if current_generation(home):
        with next_generation(home) as build:
            build.keep = True


@pytest.mark.parametrize("name", VERBS)
def test_whatever_the_disk_shows_the_history_is_whole(name: str, beside: Path, tmp_path: Path, cut: Path, tell: Tell) -> None:
    root, log = tmp_path / "work", tmp_path / "log"
    if name == "a first load":
        root.mkdir()
    else:
        shutil.copytree(beside / "root", root)
    before = says(root / "home")
    words = [word.format(beside=beside) for word in VERBS[name]]
    operations = recorded(root, MODULES.get(name, "pipelines"), [*words, "--home", str(root / "home")], log)
    after = says(root / "home")
    assert "torn" not in (before[0], after[0])
    seen = Seen({before, after, *between(name, before, after)}, after, passing(name, before, after))

    looked_at(log, operations, seen, cut, publish_again)

    assert seen.bad == []
    if name == "erase":
        assert seen.names == set()
    naive = Seen(seen.allowed, after, seen.passing)
    controlled(log, operations, naive, cut)
    tell(f"power cuts in {name}", f"{seen.found.total()} states, 0 problems; without fsync {naive.problems} of {naive.found.total()}")
    assert naive.problems > naive.found.total() / 10


def between(name: str, before: Said, after: Said) -> set[Said]:
    """Settings come before the history that they measure; whatever measures next goes by them."""
    return {(before[0], after[1])} if name == "settings" else set()


def passing(name: str, before: Said, after: Said) -> set[Said]:
    """What only the next writer mends: a restore's settings before its pointer, and older promises that have still to go."""
    early = {(before[0], settings) for settings in (after[1], "")} if name == "restore" else set()
    late = {(after[0].replace("without promises", "with promises"), after[1])} if name in ("restore", "erase") else set()
    return early | late


def test_a_file_that_is_written_in_place_is_torn(beside: Path, tmp_path: Path, cut: Path, tell: Tell) -> None:
    """The control: the same cuts, and a writer who writes over the history."""
    root, other = tmp_path / "work", tmp_path / "other"
    shutil.copytree(beside / "root", root)
    shutil.copytree(beside / "root", other)
    load_files(other / "home", [beside / "week-2.csv"], UTC)
    written, place = current_generation(other / "home"), current_generation(root / "home")
    assert written is not None
    assert place is not None
    before = says(root / "home")

    operations = recorded(root, "tests.torture.naive", [str(written / "history.duckdb"), str(place / "history.duckdb")], tmp_path / "log")
    seen = Seen({before, says(root / "home")}, says(root / "home"))
    controlled(tmp_path / "log", operations, seen, cut)

    tell("power cuts of a file written in place", f"{seen.problems} of {seen.found.total()} states torn")
    assert seen.problems > seen.found.total() / 10
