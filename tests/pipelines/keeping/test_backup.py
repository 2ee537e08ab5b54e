"""A backup restores; what is damaged, foreign or hostile changes nothing."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from pipelines import keeping
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.history import besides, restore
from pipelines.history.erase import SALT
from tests.loading import World

TICKETS = "ticket_id,opened_at,status,client\nT-1,2026-03-02 09:00,open,Alder Dental\nT-2,2026-03-02 09:00,open,Bexley Motors"
MORE = "ticket_id,opened_at,status\nT-3,2026-03-03 09:00,open"


@pytest.fixture
def saved(world: World) -> tuple[World, Path]:
    """A home with settings and an inbox, and its backup."""
    world.begin({"f.csv": TICKETS})
    world.settings('[company]\nname = "Before"\n')
    (world.home / "inbox").mkdir()
    (world.home / "inbox" / "week.csv").write_text("ticket_id\n", encoding="utf-8")
    file = world.home.parent / "b.zip"
    keeping.back_up(world.home, file)
    return world, file


def ids(home: Path) -> list[object]:
    return sorted(row[0] for row in World(home).rows("ticket", "ticket_id"))


def contents(home: Path) -> dict[str, bytes]:
    files = [file for file in sorted(home.rglob("*")) if file.is_file() and file.name != "writer.lock"]
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in files}


def test_a_backup_restores_into_an_empty_home(saved: tuple[World, Path], tmp_path: Path) -> None:
    world, file = saved

    restored = keeping.restore(tmp_path / "new", file, yes=False)

    assert restored.tickets == 2
    assert ids(tmp_path / "new") == ["T-1", "T-2"]
    was, now = contents(world.home), contents(tmp_path / "new")
    assert sorted(now) == sorted(was)
    assert [now[name] == was[name] for name in now].count(False) == 0


@pytest.mark.torture
def test_a_backup_holds_the_current_generation_alone(saved: tuple[World, Path]) -> None:
    world, file = saved
    world.load({"g.csv": MORE})
    keeping.back_up(world.home, world.home / "again.zip")
    keeping.back_up(world.home, world.home / "again.zip")  # neither itself nor an older one in it

    names = zipfile.ZipFile(world.home / "again.zip").namelist()

    assert sorted(names) == [
        "CURRENT", "generations/00000002/history.duckdb", "generations/00000002/measured-by",
        "generations/00000002/schema-version", "inbox/week.csv", "settings.toml", "turnaround-backup.json",
    ]  # fmt: skip
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.torture
def test_a_restore_over_a_home_replaces_all_of_it(saved: tuple[World, Path]) -> None:
    world, file = saved
    world.load({"g.csv": MORE})
    world.settings('[company]\nname = "After"\n')
    (world.home / "catalogue.toml").write_text('[software]\n"New" = ["new"]\n', encoding="utf-8")

    keeping.restore(world.home, file, yes=True)

    assert ids(world.home) == ["T-1", "T-2"]
    assert "Before" in (world.home / "settings.toml").read_text(encoding="utf-8")
    assert sorted(name for name in contents(world.home) if not name.startswith("generations")) == ["CURRENT", "inbox/week.csv", "settings.toml"]
    assert world.load({"g.csv": MORE}).tickets == 3


def test_over_a_home_it_asks_first(saved: tuple[World, Path]) -> None:
    world, file = saved
    before = contents(world.home)

    with pytest.raises(TurnaroundError, match="say --yes"):
        keeping.restore(world.home, file, yes=False)

    assert contents(world.home) == before


def rewritten(file: Path, to: Path, **members: bytes | None) -> Path:
    """The backup with some members changed; None leaves one out."""
    changed = {name.replace("__", "/").replace("_dot_", "."): content for name, content in members.items()}
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            content = changed.pop(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in changed.items():
            new.writestr(name, content or b"")
    return to


def hostile(file: Path, to: Path, name: str) -> Path:
    """A backup whose manifest also vouches for a file of that name."""
    with zipfile.ZipFile(file) as old:
        manifest = json.loads(old.read(besides.MANIFEST))
    empty = {"bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
    manifest["files"][name] = empty
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w") as new:
        for member in old.namelist():
            if member != besides.MANIFEST:
                new.writestr(member, old.read(member))
        new.writestr(name, b"")
        new.writestr(besides.MANIFEST, json.dumps(manifest))
    return to


@pytest.mark.parametrize("name", ["../evil.txt", "/tmp/evil.txt", "a/../../evil.txt", "C:evil.txt", "..\\evil.txt"])
def test_nothing_is_ever_written_outside_the_home(saved: tuple[World, Path], tmp_path: Path, name: str) -> None:
    world, file = saved
    before = contents(world.home)

    with pytest.raises(TurnaroundError, match="damaged"):
        keeping.restore(world.home, hostile(file, tmp_path / "evil.zip", name), yes=True)

    assert contents(world.home) == before
    assert not list(tmp_path.rglob("*evil.txt"))


@pytest.mark.parametrize("kind", ["no zip", "another zip", "cut", "some bytes", "more than it says", "less than it says", "no history", "newer"])
def test_what_is_damaged_or_foreign_is_refused_and_changes_nothing(saved: tuple[World, Path], tmp_path: Path, kind: str) -> None:
    world, file = saved
    before, bad = contents(world.home), tmp_path / "bad.zip"
    match kind:
        case "no zip":
            bad.write_bytes(b"ticket_id,opened_at\n")
        case "another zip":
            with zipfile.ZipFile(bad, "w") as archive:
                archive.writestr("notes.txt", "hello")
        case "cut":
            bad.write_bytes(file.read_bytes()[:-400])
        case "some bytes":
            with zipfile.ZipFile(file) as archive:
                largest = max(archive.infolist(), key=lambda entry: entry.compress_size)
            content = bytearray(file.read_bytes())
            # Near the start: the middle is one long run of zeros, which many bytes can say.
            start = largest.header_offset + 30 + len(largest.filename) + 500
            content[start : start + 40] = bytes(40)
            bad.write_bytes(content)
        case "more than it says":
            rewritten(file, bad, extra_dot_toml=b"x")
        case "less than it says":
            rewritten(file, bad, settings_dot_toml=None)
        case "no history":
            shutil.copy(file, bad)
            rewritten(file, bad, CURRENT=b"99999999")
        case "newer":
            rewritten(file, bad, **{"turnaround-backup.json": b'{"format": 2, "made_at": "", "files": {}}'})

    with pytest.raises(TurnaroundError) as refused:
        keeping.restore(world.home, bad, yes=True)

    assert "nothing was changed" in str(refused.value) or "update this one" in str(refused.value)
    assert contents(world.home) == before


@pytest.mark.torture
def test_a_history_that_does_not_open_after_the_change_brings_the_old_one_back(
    saved: tuple[World, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    world, file = saved
    world.load({"g.csv": MORE})
    before = contents(world.home)
    monkeypatch.setattr(restore, "open_history", refuse)

    with pytest.raises(TurnaroundError, match="does not open"):
        keeping.restore(world.home, file, yes=True)

    assert contents(world.home) == before


def refuse(_: Path) -> None:
    raise TurnaroundError("It does not open.")


@pytest.mark.torture
def test_who_was_erased_since_the_backup_stays_erased(saved: tuple[World, Path]) -> None:
    world, file = saved
    keeping.erase(world.home, "Bexley Motors", yes=True)

    keeping.restore(world.home, file, yes=True)

    assert ids(world.home) == ["T-1"]
    assert (world.home / SALT).exists()
    assert world.load({"f.csv": TICKETS}).files[0].outcomes == {"erased before": 1, "new": 1}


def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(saved: tuple[World, Path], tmp_path: Path) -> None:
    world, _ = saved

    with pytest.raises(TurnaroundError, match="could not be written"):
        keeping.back_up(world.home, tmp_path / "nowhere" / "b.zip")
    with pytest.raises(NoHistory):
        keeping.back_up(tmp_path / "empty", tmp_path / "e.zip")

    assert not list(tmp_path.glob("*.part"))
