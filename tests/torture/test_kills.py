"""A crash never loses or half-loads a week: writers are killed at any point of their life, and what they left is whole."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from models.refresh.promises import refresh
from models.refresh.stored_promises import read_promises
from pipelines import keeping
from pipelines.errors import TurnaroundError
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.measured_by import is_measured_otherwise
from tests.loading import UTC, World
from tests.torture.killing import Life, Point, killed, lived
from tests.torture.measured import Tell, full
from tests.torture.wholeness import A_WEEK, Told, left_behind, told, week_files

pytestmark = pytest.mark.torture
TIMES = 20 if full() else 1
A_CHAIN = 12
GONE = "Quorvex Motors"
LATE = 'calendars.standard.monday=["11:00-17:30"]'
LISTS = {
    "clients.csv": "client,site,tier\nAlder Dental,Main,Gold\nQuorvex Motors,Main,Silver",
    "targets.csv": "valid_from,clock,tier,amount,unit\n2026-01-01,resolution,,4,business_hours",
}


@dataclass(frozen=True)
class Verb:
    """A command that changes a home, and how often it is killed."""

    words: tuple[str, ...]
    times: int
    module: str = "pipelines"


VERBS = {
    "undo": Verb(("undo", "5"), 4), "erase": Verb(("erase", GONE, "--yes"), 6), "restore": Verb(("restore", "{beside}/b.zip", "--yes"), 6),
    "settings": Verb(("settings", LATE), 4), "targets": Verb(("targets", "save", "{beside}/tight.csv", "--from", "2026-03-09"), 3),
    "fit": Verb(("fit",), 3, "models"),
}  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two weeks, lists, settings and promises, and beside it a backup of when it was otherwise."""
    world = World(tmp_path_factory.mktemp("kills") / "home")
    world.settings('# before\n[company]\nname = "Before"\n')
    world.load(LISTS)
    load_files(world.home, week_files(world.home, 1), UTC)
    (world.home / "inbox").mkdir()
    (world.home / "inbox" / "old.csv").write_text("ticket_id\n", encoding="utf-8")
    keeping.back_up(world.home, world.home.parent / "b.zip")
    world.settings('# since\n[company]\nname = "Since"\n[calendars.standard]\ntuesday = ["10:00-17:30"]\n')
    (world.home / "inbox" / "old.csv").unlink()
    (world.home / "inbox" / "new.csv").write_text(f"ticket_id,client\nW1,{GONE}\n", encoding="utf-8")
    load_files(world.home, week_files(world.home, 2), UTC)
    (world.home.parent / "tight.csv").write_text("clock,amount,unit\nresolution,150,business_minutes\n", encoding="utf-8")
    refresh(world.home)
    return world.home


def points(life: Life, number: int, random: Random) -> Iterator[Point]:
    """Half at any moment of a life, half before any act of the phases in turn, so that the short ones come up as well."""
    phases = sorted(life.acts)
    random.shuffle(phases)
    for place in range(number):
        phase = phases[(place // 2) % len(phases)]
        yield Point(random.uniform(0.1, 1)) if place % 2 else Point(0, phase, random.randint(1, life.acts[phase]))


def told_of(found: Counter[str]) -> str:
    return ", ".join(f"{sign} {number}" for sign, number in found.most_common())


@pytest.mark.parametrize("seed", range(2 * TIMES))
def test_a_killed_load_is_there_whole_or_not_at_all_and_no_other_is_lost(seed: int, tmp_path: Path, tell: Tell) -> None:
    random, home = Random(seed), tmp_path / "home"
    words = [*map(str, week_files(home, 0)), "--timezone", "UTC", "--home", str(home)]
    life, acknowledged, found = lived("pipelines", ["load", *words], tmp_path / "acts"), {0}, Counter[str]()
    for number, point in enumerate(points(life, A_CHAIN, random), start=1):
        files = week_files(home, number)
        code = killed("pipelines", ["load", *map(str, files), "--timezone", "UTC", "--home", str(home)], point, life)
        if code == 0:
            acknowledged.add(number)
        found[f"{left_behind(home)}" if code else "none, it was done"] += 1

        after = weeks(told(home))
        assert acknowledged <= after <= acknowledged | {number}, f"{point}: {acknowledged} and {number}, but {after}"
        load_files(home, files, UTC)
        acknowledged.add(number)
        assert weeks(told(home)) == acknowledged
        assert_swept(home)
    tell(f"loads killed, chain {seed}", f"{A_CHAIN - found['none, it was done']}; acknowledged lost 0, half-loaded 0; left: {told_of(found)}")


def weeks(history: Told) -> set[int]:
    """The weeks that a history holds, each of them whole."""
    numbers = {int(name.split("-")[1].removesuffix(".csv")) for name in history.files}
    assert history.loads == {(f"{kind}-{number}.csv", A_WEEK) for number in numbers for kind in ("week", "status")}
    assert history.tickets == {f"W{number}-{place}" for number in numbers for place in range(A_WEEK)}
    return numbers


def assert_swept(home: Path) -> None:
    """The next writer leaves nothing of a dead one but a draft that the next of its name overwrites, or that its generation takes along."""
    assert left_behind(home) in ("nothing", "a draft")
    assert len(list((home / "generations").iterdir())) <= 3
    assert {file.suffix for file in home.iterdir()} <= {"", ".lock", ".toml", ".before", ".salt", ".csv", ".part"}


@pytest.mark.parametrize("name", VERBS)
def test_every_other_change_is_made_whole_or_not_at_all(name: str, furnished: Path, tmp_path: Path, tell: Tell) -> None:
    """Before or after, never between; and the next load works on either and leaves the same as if nobody had died."""
    verb, random, found = VERBS[name], Random(name), Counter[str]()
    words = [word.format(beside=furnished.parent) for word in verb.words]
    done = copied(furnished, tmp_path / "done")
    life = lived(verb.module, [*words, "--home", str(done)], tmp_path / "acts")
    before, after = told(furnished), told(done)
    next_before, next_after = loaded_next(copied(furnished, tmp_path / "other")), loaded_next(done)

    for number, point in enumerate(points(life, verb.times * TIMES, random)):
        home = copied(furnished, tmp_path / f"{number}" / "home")
        code = killed(verb.module, [*words, "--home", str(home)], point, life)
        found[left_behind(home) if code else "none, it was done"] += 1
        seen = told(home)

        assert seen.measured in ({before.measured, after.measured} if code else {after.measured}), point
        assert seen.loads in (before.loads, after.loads), point
        then = loaded_next(home)
        assert then in ((next_before, next_after, between(name, next_before, next_after)) if code else (next_after,)), point
        if name == "erase":
            assert erased_at_last(home) == [], point
        shutil.rmtree(home.parent)
    tell(f"killed in {name}", f"{sum(found.values()) - found['none, it was done']}; half-done 0; left: {told_of(found)}")


def between(name: str, before: tuple[Told, list[str]], after: tuple[Told, list[str]]) -> tuple[Told, list[str]]:
    """What a change may leave beside before and after: erasing takes the copies of exports away last."""
    return (after[0], before[1]) if name == "erase" else after


def copied(home: Path, to: Path) -> Path:
    return Path(shutil.copytree(home, to))


def loaded_next(home: Path) -> tuple[Told, list[str]]:
    """What a home says once the next week is loaded, and what stands in its inbox."""
    load_files(home, week_files(home, 7), Answers(timezone="UTC"))
    assert_swept(home)
    assert not is_measured_otherwise(home)
    read_promises(home)
    return told(home), sorted(file.name for file in (home / "inbox").iterdir())


def erased_at_last(home: Path) -> list[str]:
    """The files that still name the client once it was erased again; whoever died had not told that it was done."""
    with suppress(TurnaroundError):
        keeping.erase(home, GONE, yes=True)
    return [file.name for file in home.rglob("*") if file.is_file() and GONE.encode() in file.read_bytes()]
