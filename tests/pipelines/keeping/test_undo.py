"""Any load can be taken back: its rows go, its line stays, and the same file can come again."""

import pytest

from pipelines import keeping
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.history.generations import current_generation
from tests.loading import LENIENT, World

FIRST = "ticket_id,opened_at,status,resolved_at\nT-1,2026-03-02 09:00,resolved,2026-03-02 10:00\nT-2,2026-03-02 09:00,open,"
SECOND = "ticket_id,opened_at,status,resolved_at\nT-2,2026-03-02 09:00,resolved,2026-03-03 10:00\nT-3,2026-03-03 09:00,open,"


def tickets(world: World) -> list[tuple[object, ...]]:
    return sorted(world.rows("ticket", "ticket_id", "status"))


@pytest.mark.torture
def test_a_load_is_taken_back_and_the_older_state_stands_again(world: World) -> None:
    world.load({"first.csv": FIRST})
    world.load({"second.csv": SECOND})
    assert tickets(world) == [("T-1", "resolved"), ("T-2", "resolved"), ("T-3", "open")]

    undone = keeping.undo_load(world.home, 2)

    assert undone == keeping.Undone(2, "second.csv", 2)
    assert tickets(world) == [("T-1", "resolved"), ("T-2", "open")]
    assert min(world.rows("ticket_clock", "ticket_id", "clock", "state")) == ("T-1", "resolution", "no_target")


@pytest.mark.torture
def test_the_ledger_keeps_the_line_of_an_undone_load(world: World) -> None:
    world.load({"first.csv": FIRST + "\n,2026-03-02 09:00,,"}, LENIENT)
    keeping.undo_load(world.home, 1)

    (entry,) = keeping.loads(world.home)
    assert (entry["load"], entry["file"], entry["records"], len(entry["sha256"])) == (1, "first.csv", 3, 64)
    assert entry["outcomes"] == {"new": 2, "quarantined": 1}
    assert entry["reasons"] == {"ticket_id: missing or not readable": 1}
    assert entry["fields"] == ["ticket_id", "opened_at", "resolved_at", "status"]
    assert entry["undone_at"] is not None


@pytest.mark.torture
def test_the_last_load_undone_leaves_an_empty_history_that_can_be_loaded_again(world: World) -> None:
    world.load({"first.csv": FIRST})

    assert keeping.undo_load(world.home, 1).tickets == 0
    assert tickets(world) == []
    again = world.load({"first.csv": FIRST})

    assert again.files[0].outcomes == {"new": 2}
    assert [(entry["load"], entry["undone_at"] is None) for entry in keeping.loads(world.home)] == [(2, True), (1, False)]


@pytest.mark.parametrize("load", [0, 2, -1])
def test_an_unknown_load_is_a_sentence_and_changes_nothing(world: World, load: int) -> None:
    world.load({"first.csv": FIRST})
    before = current_generation(world.home)

    with pytest.raises(TurnaroundError, match="no load with the number"):
        keeping.undo_load(world.home, load)

    assert current_generation(world.home) == before


@pytest.mark.torture
def test_what_is_undone_cannot_be_undone_again(world: World) -> None:
    world.load({"first.csv": FIRST})
    keeping.undo_load(world.home, 1)

    with pytest.raises(TurnaroundError, match="undone already"):
        keeping.undo_load(world.home, 1)


def test_without_a_history_there_is_nothing_to_undo(world: World) -> None:
    with pytest.raises(NoHistory):
        keeping.undo_load(world.home, 1)
    assert not (world.home / "generations").exists()
