"""The inbox: one file never stops another, nothing is tried twice for nothing, nothing is lost."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from pipelines.errors import FileRefused, HistoryBusy, SettingsInvalid
from pipelines.inbox import InboxReport, inbox_folder, load_inbox, new_files, parked
from pipelines.intake.answers import Answers
from pipelines.intake.reading import sha256_of
from pipelines.journey import LoadReport, Say, load_files
from tests.loading import World
from tests.pipelines.test_shell import run

HEAD = "ticket_id,opened_at,status\n"
UNSURE = HEAD + "T-{0},03/04/2026 09:00,open\nT-{0}b,05/06/2026 09:00,open\n"
NOW = datetime(2026, 4, 1, 12, 0).timestamp()


@pytest.fixture
def inbox(world: World) -> Path:
    return inbox_folder(world.home)


def drop(inbox: Path, name: str, text: str, age: float = 60) -> Path:
    file = inbox / name
    file.write_text(text, encoding="utf-8")
    os.utime(file, (NOW - age, NOW - age))
    return file


def told(report: InboxReport) -> tuple[list[str], list[str]]:
    """The names of what was loaded, in order, and of what is parked."""
    return [file.file for load in report.loads for file in load.files], [entry.name for entry in report.parked]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_an_inbox_that_is_missing_is_made_and_holds_nothing(world: World) -> None:
    assert (new_files(world.home), parked(world.home)) == ([], [])
    assert told(load_inbox(world.home)) == ([], [])
    assert (world.home / "inbox").is_dir()


def test_files_are_loaded_the_oldest_first_and_put_away(world: World, inbox: Path) -> None:
    drop(inbox, "a.csv", HEAD + "T-1,2026-03-02 09:00,closed", age=100)
    drop(inbox, "b.csv", HEAD + "T-1,2026-03-02 09:00,open\nT-2,2026-03-02 09:00,open", age=200)

    assert told(load_inbox(world.home, now=NOW)) == (["b.csv", "a.csv"], [])
    assert names(inbox / "loaded") == ["a.csv", "b.csv"]
    assert world.rows("ticket", "ticket_id") == [("T-1",), ("T-2",)]
    assert told(load_inbox(world.home, now=NOW)) == ([], [])


def test_a_file_that_is_refused_or_asks_stays_and_never_stops_the_others(world: World, inbox: Path) -> None:
    drop(inbox, "1.csv", "nothing,of,ours\n1,2,3\n", age=300)
    drop(inbox, "2.csv", UNSURE.format(2), age=200)
    drop(inbox, "3.csv", HEAD + "T-3,2026-03-02 09:00,open", age=100)

    report = load_inbox(world.home, now=NOW)

    assert told(report) == (["3.csv"], ["1.csv", "2.csv"])
    assert [("not an export" in entry.sentence, "day or" in entry.sentence) for entry in report.parked] == [(True, False), (False, True)]
    assert names(inbox) == ["1.csv", "2.csv", "loaded", "parked.json"]
    assert parked(world.home) == list(report.parked)
    drop(inbox, "4.csv", HEAD)
    assert new_files(world.home) == ["4.csv"]
    assert {len(entry.sha256) for entry in report.parked} == {64}


def test_what_is_parked_is_not_tried_again_until_it_changes(world: World, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(inbox, "a.csv", UNSURE.format(1))
    first = load_inbox(world.home, now=NOW)
    tries: list[str] = []

    def counting(home: Path, files: list[Path], answers: Answers, say: Say) -> LoadReport:
        tries.append(files[0].name)
        return load_files(home, files, answers, say)

    monkeypatch.setattr("pipelines.inbox.load_files", counting)

    os.utime(inbox / "a.csv", (NOW - 30, NOW - 30))
    assert load_inbox(world.home, now=NOW).parked == first.parked
    assert tries == []
    drop(inbox, "a.csv", HEAD + "T-1,2026-03-02 09:00,open")
    assert told(load_inbox(world.home, now=NOW)) == (["a.csv"], [])
    assert tries == ["a.csv"]
    assert parked(world.home) == []


def test_an_answer_loads_the_file_that_asked_and_leaves_the_others(world: World, inbox: Path) -> None:
    drop(inbox, "a.csv", UNSURE.format(1))
    drop(inbox, "b.csv", UNSURE.format(2))
    load_inbox(world.home, now=NOW)

    assert told(load_inbox(world.home, Answers(day_first=True), ["a.csv"], now=NOW)) == (["a.csv"], [])
    assert [entry.name for entry in parked(world.home)] == ["b.csv"]
    assert [row[0].month for row in world.rows("ticket", "opened_at")] == [4, 6]


def test_an_answer_without_a_name_is_for_every_file(world: World, inbox: Path) -> None:
    drop(inbox, "a.csv", UNSURE.format(1))
    drop(inbox, "b.csv", UNSURE.format(2))
    load_inbox(world.home, now=NOW)

    assert told(load_inbox(world.home, Answers(day_first=False), now=NOW)) == (["a.csv", "b.csv"], [])


def test_a_name_that_is_not_in_the_inbox_is_refused(world: World, inbox: Path) -> None:
    drop(inbox, "a.csv", HEAD)

    with pytest.raises(FileRefused, match=r"^b\.csv is not in the inbox"):
        load_inbox(world.home, names=["b.csv"])


@pytest.mark.torture
def test_a_file_that_is_still_written_is_left_for_the_next_time(world: World, inbox: Path) -> None:
    drop(inbox, "young.csv", HEAD + "T-1,2026-03-02 09:00,open", age=1)

    report = load_inbox(world.home, now=NOW)
    assert (told(report), report.unfinished) == (([], []), ("young.csv",))
    assert told(load_inbox(world.home, now=NOW + 2)) == (["young.csv"], [])


def test_a_file_that_grows_while_it_is_looked_at_is_left_for_the_next_time(
    world: World, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = drop(inbox, "a.csv", HEAD + "T-1,2026-03-02 09:00,open")

    def slowly(path: Path) -> str:
        digest = sha256_of(path)
        with path.open("a", encoding="utf-8") as more:
            more.write("\nT-2,2026-03-02 09:00,open")
        return digest

    monkeypatch.setattr("pipelines.inbox.sha256_of", slowly)

    assert load_inbox(world.home, now=NOW).unfinished == ("a.csv",)
    assert file.exists()


@pytest.mark.parametrize("name", ["a.csv.part", "a.crdownload", "~$a.csv", ".a.csv", "a.TMP", "desktop.ini"])
def test_parts_of_downloads_and_hidden_files_are_passed_over(world: World, inbox: Path, name: str) -> None:
    drop(inbox, name, "whatever")

    report = load_inbox(world.home, now=NOW)
    assert (told(report), report.unfinished) == (([], []), ())


def test_links_folders_and_things_that_are_no_files_have_a_sentence(world: World, inbox: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(HEAD + "T-9,2026-03-02 09:00,open")
    (inbox / "link.csv").symlink_to(secret)
    (inbox / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    (inbox / "folder").mkdir()
    os.mkfifo(inbox / "pipe.csv")
    (inbox / "--home=x.csv").write_text(HEAD)
    drop(inbox, "good.csv", HEAD + "T-1,2026-03-02 09:00,open")

    report = load_inbox(world.home, now=NOW)

    assert told(report)[0] == ["good.csv"]
    assert sorted(entry.sentence.partition(" is ")[2].partition(";")[0] or entry.sentence for entry in report.parked) == [
        "A file in the inbox has a name that cannot be used; rename it with plain letters and digits.",
        "a folder", "a link", "a link", "not a file that can be read",
    ]
    assert world.rows("ticket", "ticket_id") == [("T-1",)]
    (inbox / "gone.csv").unlink()
    assert "gone.csv" not in told(load_inbox(world.home, now=NOW))[1]


def test_a_file_beyond_the_limit_has_a_sentence_and_is_not_read(world: World, inbox: Path) -> None:
    with (inbox / "huge.csv").open("wb") as file:
        file.truncate((4 << 30) + 1)
    os.utime(inbox / "huge.csv", (NOW - 60, NOW - 60))

    assert "larger than" in load_inbox(world.home, now=NOW).parked[0].sentence


def test_a_name_that_was_loaded_before_gets_a_number(world: World, inbox: Path) -> None:
    for number in range(3):
        drop(inbox, "week.csv", HEAD + f"T-{number},2026-03-02 09:00,open")
        load_inbox(world.home, now=NOW)

    assert names(inbox / "loaded") == ["week (2).csv", "week (3).csv", "week.csv"]
    assert len(world.rows("ticket", "ticket_id")) == 3


def test_the_same_file_again_changes_nothing_and_is_put_away(world: World, inbox: Path) -> None:
    for name in ("a.csv", "b.csv"):
        drop(inbox, name, HEAD + "T-1,2026-03-02 09:00,open")

    assert told(load_inbox(world.home, now=NOW)) == (["a.csv", "b.csv"], [])
    assert len(world.frame("load")) == 1


def test_what_was_not_foreseen_parks_the_file_without_its_words(world: World, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(home: Path, files: list[Path], answers: Answers, say: Say) -> LoadReport:
        if files[0].name == "a.csv":
            raise ZeroDivisionError("secret /x/y")
        return load_files(home, files, answers, say)

    monkeypatch.setattr("pipelines.inbox.load_files", breaks)
    drop(inbox, "a.csv", HEAD, age=90)
    drop(inbox, "b.csv", HEAD + "T-1,2026-03-02 09:00,open", age=80)
    report = load_inbox(world.home, now=NOW)

    assert told(report) == (["b.csv"], ["a.csv"])
    assert "not foreseen" in report.parked[0].sentence
    assert "secret" not in report.parked[0].sentence


def test_settings_that_cannot_be_read_park_nothing(world: World, inbox: Path) -> None:
    drop(inbox, "a.csv", HEAD + "T-1,2026-03-02 09:00,open")
    world.settings("[company")

    with pytest.raises(SettingsInvalid):
        load_inbox(world.home, now=NOW)
    assert parked(world.home) == []
    assert (inbox / "a.csv").exists()


def test_two_at_once_wait_for_each_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.inbox.WAIT_SECONDS", 0.01)
    world.home.mkdir(parents=True)
    with FileLock(world.home / "inbox.lock"), pytest.raises(HistoryBusy, match="try again"):
        load_inbox(world.home)
    assert told(load_inbox(world.home)) == ([], [])


@pytest.mark.parametrize("text", ["{", "[1]", '[{"name": "a.csv"}]', '{"a": 1}'])
def test_a_damaged_list_of_parked_files_is_made_anew(world: World, inbox: Path, text: str) -> None:
    drop(inbox, "a.csv", UNSURE.format(1))
    (inbox / "parked.json").write_text(text)

    assert told(load_inbox(world.home, now=NOW)) == ([], ["a.csv"])
    assert json.loads((inbox / "parked.json").read_text())[0]["name"] == "a.csv"


def test_the_shell_says_a_line_a_file_and_2_where_something_is_parked(world: World, inbox: Path) -> None:
    assert run("load", "--inbox", "--home", world.home) == (0, "There is nothing in the inbox.\n", "")
    drop(inbox, "a.csv", UNSURE.format(1))
    drop(inbox, "b.csv", HEAD + "T-2,2026-03-02 09:00,open")

    code, out, err = run("load", "--inbox", "--home", world.home)
    assert (code, "b.csv: 1 records" in out, err.startswith("a.csv: opened_at has dates"), len(err.splitlines())) == (2, True, True, 1)
    assert run("load", "--inbox", "--home", world.home)[::2] == (2, err)
    report = json.loads(run("load", "--inbox", "--home", world.home, "--json")[1])
    assert [entry["name"] for entry in report["parked"]] == ["a.csv"]
    code, out, _ = run("load", "--inbox", "a.csv", "--day-first", "--home", world.home, "--json")
    assert (code, json.loads(out)["tickets"], json.loads(out)["files"][0]["file"]) == (0, 3, "a.csv")


def test_the_sample_and_the_inbox_are_not_asked_for_at_once(world: World) -> None:
    assert run("load", "--inbox", "--sample", "--home", world.home)[0] == 2
