"""Generations: immutable, atomically current, three kept; a build that fails leaves nothing behind."""

from pathlib import Path

import pytest

from pipelines.connection import StatementFailed
from pipelines.errors import NoHistory
from pipelines.history.generations import DATABASE, current_generation, next_generation, open_history


def publish(home: Path) -> None:
    with next_generation(home) as build:
        build.keep = True


def fail_while_building(home: Path) -> None:
    with next_generation(home) as build:
        build.keep = True
        raise ZeroDivisionError


def test_without_a_load_there_is_no_history(tmp_path: Path) -> None:
    assert current_generation(tmp_path) is None
    with pytest.raises(NoHistory, match="load a ticket export"):
        open_history(tmp_path)


def test_a_published_generation_is_current_and_has_no_write_ahead_log(tmp_path: Path) -> None:
    publish(tmp_path)

    current = current_generation(tmp_path)
    assert current is not None
    assert sorted(file.name for file in current.iterdir()) == [DATABASE, "schema-version"]


def test_three_generations_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        publish(tmp_path)

    assert sorted(folder.name for folder in (tmp_path / "generations").iterdir()) == ["00000003", "00000004", "00000005"]


def test_a_build_that_fails_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    publish(tmp_path)

    with pytest.raises(ZeroDivisionError):
        fail_while_building(tmp_path)

    assert [folder.name for folder in (tmp_path / "generations").iterdir()] == ["00000001"]
    assert (tmp_path / "CURRENT").read_text() == "00000001"


def test_what_a_dead_writer_left_is_built_over(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / "generations" / "building").mkdir()
    (tmp_path / "generations" / "00000002").mkdir()  # finished, but the pointer never came to name it

    publish(tmp_path)

    assert (tmp_path / "CURRENT").read_text() == "00000003"
    assert sorted(folder.name for folder in (tmp_path / "generations").iterdir()) == ["00000001", "00000003"]


def test_what_no_pointer_came_to_name_is_never_kept_in_place_of_what_is_published(tmp_path: Path) -> None:
    publish(tmp_path)
    for number in range(2, 6):
        (tmp_path / "generations" / f"{number:08d}").mkdir()

    publish(tmp_path)
    publish(tmp_path)

    current = current_generation(tmp_path)
    assert current is not None
    assert (current / DATABASE).exists()
    assert len(list((tmp_path / "generations").iterdir())) == 3


@pytest.mark.parametrize("pointer", ["00000009", "", "00000001"])
def test_where_the_history_is_not_in_its_place_it_can_be_loaded_again(tmp_path: Path, pointer: str) -> None:
    publish(tmp_path)
    (tmp_path / "generations" / "00000001" / DATABASE).unlink()
    (tmp_path / "CURRENT").write_text(pointer)
    with pytest.raises(NoHistory, match="load the exports again"):
        open_history(tmp_path)

    publish(tmp_path)

    open_history(tmp_path).close()


def test_a_reader_keeps_what_it_opened_while_the_next_generation_is_built(tmp_path: Path) -> None:
    publish(tmp_path)
    with open_history(tmp_path) as reader:
        publish(tmp_path)
        assert reader.rows(Path("pipelines/history/ledger.sql")) == []
        with open_history(tmp_path) as other:
            assert other.rows(Path("pipelines/history/ledger.sql")) == []


def test_two_readers_of_one_generation_read_at_once_and_neither_can_change_how(tmp_path: Path) -> None:
    publish(tmp_path)
    more = tmp_path / "more.sql"
    more.write_text("set memory_limit = '5GB'")

    with open_history(tmp_path) as reader, open_history(tmp_path) as other:
        assert reader.rows(Path("pipelines/history/ledger.sql")) == other.rows(Path("pipelines/history/ledger.sql")) == []
        for connection in (reader, other):
            with pytest.raises(StatementFailed, match="locked"):
                connection.run(more)
