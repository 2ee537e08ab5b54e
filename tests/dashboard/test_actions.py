from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard import actions, loaders
from dashboard.actions import Answers, child
from tests.dashboard.worlds import tickets

AtHome = Callable[[Path], None]
UNSURE = "ticket_id,opened_at,resolved_at,issue_type\n" + "".join(f"T-{n},03/0{n}/2026 09:00,03/0{n}/2026 10:00,Email\n" for n in range(1, 8))


@dataclass
class File:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


@pytest.mark.torture
def test_an_upload_is_loaded_and_reported(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)

    loaded = actions.load(File("week 34.csv", tickets(1, 8).encode()), Answers())

    assert loaded.refusal == ""
    assert loaded.report["files"][0]["file"] == "week 34.csv"
    assert loaded.report["files"][0]["outcomes"] == {"new": 8}
    assert loaders.facts().tickets == 8  # type: ignore[union-attr]


@pytest.mark.torture
def test_a_question_is_answered_and_the_file_is_loaded(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)

    asked = actions.load(File("a.csv", UNSURE.encode()), Answers())
    answered = actions.load(File("a.csv", UNSURE.encode()), Answers(day_first=True))

    assert "--day-first" in asked.refusal
    assert answered.report["tickets"] == 7


def test_a_refused_file_leaves_the_history_as_it_was(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)

    loaded = actions.load(File("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9), Answers())

    assert loaded.refusal
    assert str(tmp_path) not in loaded.refusal
    assert loaders.facts() is None


@pytest.mark.torture
def test_promises_are_worked_out(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)
    actions.load(File("a.csv", tickets(2, 40).encode()), Answers())

    assert loaders.promises() is None
    assert actions.fit() == ""
    assert loaders.promises() is not None


@pytest.mark.torture
def test_without_a_history_the_fit_says_so_in_a_sentence(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)

    assert "load" in actions.fit()


def test_a_load_that_takes_too_long_is_stopped(at_home: AtHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home(tmp_path)
    monkeypatch.setattr(actions.loading, "UPLOAD_SECONDS", 0.01)

    assert "was stopped" in actions.load(File("a.csv", tickets(1, 8).encode()), Answers()).refusal


def test_what_a_child_says_of_its_own_is_not_shown(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)
    (tmp_path / "CURRENT").write_text("00000001")
    (tmp_path / "generations" / "00000001").mkdir(parents=True)
    (tmp_path / "generations" / "00000001" / "history.duckdb").write_bytes(b"secret path /x/y")

    loaded = actions.load(File("a.csv", tickets(1, 8).encode()), Answers())

    assert loaded.refusal == "The history cannot be opened: it is damaged or in use. Restore a backup."
    assert "secret" not in loaded.refusal


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("tickets.csv", "tickets.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a b.csv.gz", "a b.csv.gz"),
        ("--home=x.csv", "home_x.csv"),
        (".hidden.csv", "hidden.csv"),
        ("Tickets für Müller;rm.csv", "Tickets f_r M_ller_rm.csv"),
        ("/", "upload.csv"),
        ("x" * 300 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_an_upload_keeps_a_name_that_is_nothing_but_a_name(given: str, safe: str) -> None:
    assert actions.safe_name(given) == safe


def test_answers_are_words_of_the_command_line() -> None:
    words = Answers("generic", "Europe/Berlin", day_first=False, allow_quarantine=True).words()

    assert words == ["--source", "generic", "--timezone", "Europe/Berlin", "--month-first", "--allow-quarantine"]
    assert Answers().words() == []


def test_what_a_child_leaves_in_its_folder_for_temporary_files_goes_when_it_has_ended() -> None:
    done = child._run(["-c", "import tempfile; print(tempfile.mkdtemp())"], 60)

    assert done.returncode == 0
    assert not Path(done.stdout.strip()).exists()
