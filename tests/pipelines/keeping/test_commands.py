"""The shell's words: JSON for programs, sentences for people, exit code 2 where something is refused."""

import json
from pathlib import Path

import pytest

from tests.loading import LENIENT, World
from tests.pipelines.test_shell import run

TICKETS = "ticket_id,opened_at,status,resolved_at,client\nT-1,2019-03-02 09:00,resolved,2019-03-02 10:00,Alder Dental\nT-2,never,open,,Bexley\nT-3,2026-03-02 09:00,open,,Bexley"


@pytest.fixture
def kept(world: World) -> World:
    world.begin({"f.csv": TICKETS}, LENIENT)
    return world


def test_the_ledger_prints_what_became_of_each_file(kept: World) -> None:
    (entry,) = json.loads(run("loads", "--home", kept.home, "--json")[1])

    assert (entry["load"], entry["file"], entry["source"], entry["records"]) == (1, "f.csv", "generic", 3)
    assert entry["outcomes"] == {"new": 2, "quarantined": 1}
    assert "f.csv (generic): 3 records: 2 new, 1 quarantined" in run("loads", "--home", kept.home)[1]


def test_undo_tells_what_is_left(kept: World) -> None:
    assert json.loads(run("undo", "1", "--home", kept.home, "--json")[1]) == {"load": 1, "file": "f.csv", "tickets": 0}
    assert "UNDONE" in run("loads", "--home", kept.home)[1]


def test_rejected_rows_are_written_to_a_file(kept: World, tmp_path: Path) -> None:
    code, out, _ = run("rejected", "1", "--to", tmp_path / "r.csv", "--home", kept.home)

    assert (code, out.startswith("r.csv is written")) == (0, True)
    assert "T-2,never,open,,Bexley" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")


@pytest.mark.torture
def test_erase_tells_first_and_then_does(kept: World) -> None:
    told = run("erase", "alder dental", "--home", kept.home)[1]
    done = json.loads(run("erase", "alder dental", "--yes", "--home", kept.home, "--json")[1])

    assert told.startswith("To be erased: 1 tickets")
    assert (done["tickets"], done["done"], done["inbox"]) == (1, True, [])
    assert [row[0] for row in kept.rows("ticket", "ticket_id")] == ["T-3"]


def test_retain_tells_first_and_then_does(kept: World) -> None:
    told = run("retain", "--months", "12", "--home", kept.home)[1]
    done = json.loads(run("retain", "--months", "12", "--yes", "--home", kept.home, "--json")[1])

    assert told.startswith("To be forgotten: 1 tickets")
    assert (done["tickets"], done["done"]) == (1, True)


def test_backup_and_restore_tell_what_they_hold(kept: World, tmp_path: Path) -> None:
    made = json.loads(run("backup", "--to", tmp_path / "b.zip", "--home", kept.home, "--json")[1])
    restored = json.loads(run("restore", tmp_path / "b.zip", "--home", tmp_path / "new", "--json")[1])

    assert (made["file"], made["tickets"]) == ("b.zip", 2)
    assert restored["tickets"] == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["undo", "9"], "no load with the number"),
        (["rejected", "9", "--to", "x.csv"], "no load with the number"),
        (["erase", "Nobody"], "Nothing here names"),
        (["retain"], "how many months"),
        (["backup", "--to", "/nowhere/b.zip"], "could not be written"),
        (["restore", "nowhere.zip"], "is not there"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_code_2(kept: World, words: list[str], sentence: str) -> None:
    code, out, err = run(*words, "--home", kept.home)

    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["loads"], ["undo", "1"], ["erase", "A"], ["retain"], ["backup", "--to", "b.zip"]])
def test_without_a_history_it_says_what_to_do(world: World, words: list[str]) -> None:
    code, _, err = run(*words, "--home", world.home)

    assert code == 2
    assert "no history yet" in err
