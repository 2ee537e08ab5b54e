"""A restore that was cut off is taken back by the next writer; what came meanwhile is left alone."""

from pathlib import Path

import pytest

from pipelines.history import besides
from pipelines.history.besides import BEFORE, besides_history, forget_kept, keep_besides, tidy_restore
from pipelines.history.generations import only_writer, point_to


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A home in which a restore has kept the old files and was killed once it had brought in some of the new ones."""
    home, staged = tmp_path / "home", tmp_path / "staged"
    for folder, text in ((home, "old"), (staged, "new")):
        (folder / "inbox").mkdir(parents=True)
        (folder / "settings.toml").write_text(text)
    (home / "inbox" / "old.csv").write_text("old")
    (staged / "inbox" / "new.csv").write_text("new")
    point_to(home, "00000001")
    keep_besides(home, staged)
    for file in list(besides_history(home)):
        file.unlink()
    (home / "settings.toml").write_text("new")
    (home / "inbox" / "new.csv").write_text("new")
    return home


def texts(home: Path) -> dict[str, str]:
    return {file.relative_to(home).as_posix(): file.read_text() for file in besides_history(home)}


def test_the_next_writer_puts_back_what_stood_there(cut: Path) -> None:
    (cut / "inbox" / "came since.csv").write_text("since")

    with only_writer(cut):
        pass

    assert texts(cut) == {"settings.toml": "old", "inbox/old.csv": "old", "inbox/came since.csv": "since"}
    assert not (cut / BEFORE).exists()


def test_putting_back_can_itself_be_cut_off(cut: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(besides, "durable", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tidy_restore(cut)
    monkeypatch.undo()

    tidy_restore(cut)

    assert texts(cut) == {"settings.toml": "old", "inbox/old.csv": "old"}


def test_a_restore_that_came_to_its_pointer_stays(cut: Path) -> None:
    point_to(cut, "00000002")

    tidy_restore(cut)

    assert texts(cut) == {"settings.toml": "new", "inbox/new.csv": "new"}
    assert not (cut / BEFORE).exists()


def test_where_a_disk_knows_no_second_names_the_files_are_copied(cut: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuse)
    tidy_restore(cut)

    assert texts(cut) == {"settings.toml": "old", "inbox/old.csv": "old"}
    forget_kept(cut)
