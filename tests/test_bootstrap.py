"""The start on a fresh machine: what it decides, what it says, and that nothing is done twice."""

import ast
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import __main__ as command
from dashboard import bootstrap
from tests import __main__ as suite
from tests.conftest import ROOT

LOCK = "thing==1.0 \\\n    --hash=sha256:00\n"
OURS = f"pytest=={pytest.__version__}"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two locks and nothing installed."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / bootstrap.RUN_TIME).write_text(LOCK, encoding="utf-8")
    (root / bootstrap.DEVELOPMENT).write_text(LOCK + "other==2.0\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "ROOT", root)
    monkeypatch.delenv("TURNAROUND_VENV", raising=False)
    return root


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were run: nothing is really installed."""
    commands: list[list[str]] = []

    def pretend(words: list[str], **_: object) -> int:
        commands.append(words)
        if words[1:3] == ["-m", "venv"]:
            make_environment(Path(words[-1]))
        return 0

    monkeypatch.setattr(bootstrap, "run", pretend)
    monkeypatch.setattr(bootstrap, "_is_usable", lambda venv: bootstrap.python_of(venv).exists())
    return commands


def make_environment(venv: Path) -> Path:
    """What venv leaves, as far as the start looks at it."""
    bootstrap.python_of(venv).parent.mkdir(parents=True, exist_ok=True)
    bootstrap.python_of(venv).touch()
    (venv / "pyvenv.cfg").touch()
    return venv


def test_a_first_start_makes_the_environment_and_installs_with_hashes(checkout: Path, ran: list[list[str]]) -> None:
    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)

    assert [words[2] for words in ran] == ["venv", "-m"]
    assert ran[1][-3:] == ["--require-hashes", "-r", str(checkout / bootstrap.RUN_TIME)]


def test_a_second_start_does_nothing(checkout: Path, ran: list[list[str]]) -> None:
    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)
    ran.clear()

    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)

    assert ran == []


def test_a_changed_lock_is_installed_into_the_same_environment(checkout: Path, ran: list[list[str]]) -> None:
    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)
    ran.clear()
    (checkout / bootstrap.RUN_TIME).write_text(LOCK.replace("1.0", "1.1"), encoding="utf-8")

    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)

    assert [words[3:5] for words in ran] == [["pip", "install"]]


def test_what_tests_need_holds_what_the_dashboard_needs(checkout: Path, ran: list[list[str]]) -> None:
    bootstrap.prepare(checkout / ".venv", bootstrap.DEVELOPMENT)
    assert bootstrap.installed(checkout / ".venv", bootstrap.RUN_TIME)

    ran.clear()
    (checkout / bootstrap.RUN_TIME).write_text("thing==3.0\n", encoding="utf-8")
    bootstrap.prepare(checkout / ".venv", bootstrap.RUN_TIME)

    assert len(ran) == 1
    assert not bootstrap.installed(checkout / ".venv", bootstrap.DEVELOPMENT)


def test_an_install_that_broke_off_is_done_again_from_the_start(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv = make_environment(checkout / ".venv")
    monkeypatch.setattr(bootstrap, "run", lambda *_, **__: 1)

    with pytest.raises(bootstrap.SetupFailed, match="Check the internet connection"):
        bootstrap._install(venv, bootstrap.RUN_TIME)

    assert not bootstrap.installed(venv, bootstrap.RUN_TIME)
    assert not bootstrap._is_usable(venv)


def test_the_stamp_is_the_fingerprint_of_the_lock(checkout: Path) -> None:
    venv = make_environment(checkout / ".venv")
    stamp = venv / f"turnaround-{bootstrap.RUN_TIME}.sha256"
    assert not bootstrap.installed(venv, bootstrap.RUN_TIME)

    stamp.write_text(hashlib.sha256((checkout / bootstrap.RUN_TIME).read_bytes()).hexdigest(), encoding="ascii")

    assert bootstrap.installed(venv, bootstrap.RUN_TIME)
    bootstrap.python_of(venv).unlink()
    assert not bootstrap.installed(venv, bootstrap.RUN_TIME)


def test_a_folder_that_holds_something_else_is_never_cleared(checkout: Path) -> None:
    (checkout / "precious").mkdir()
    (checkout / "precious" / "photo.jpg").touch()

    with pytest.raises(bootstrap.SetupFailed, match="holds something else"):
        bootstrap._create(checkout / "precious")

    assert (checkout / "precious" / "photo.jpg").exists()


def test_a_python_without_venv_is_told_what_to_install(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(bootstrap.SetupFailed, match="sudo apt install python3-venv"):
        bootstrap._create(checkout / ".venv")


def test_an_old_python_is_refused_in_words() -> None:
    with pytest.raises(bootstrap.SetupFailed, match=r"this is Python 3\.9, and Python 3\.11 or newer is needed"):
        bootstrap.check_python((3, 9))

    bootstrap.check_python((3, 11))


def test_the_start_can_be_read_by_a_python_that_is_too_old() -> None:
    for file in ("dashboard/__init__.py", "dashboard/__main__.py", "dashboard/bootstrap.py", "tests/__main__.py"):
        text = (ROOT / file).read_text(encoding="utf-8")
        ast.parse(text, feature_version=(3, 7))
        assert "bootstrap" not in text or "from __future__ import annotations" in text


@pytest.mark.parametrize(
    ("lock", "matches"),
    [
        (f"{OURS} \\\n    --hash=sha256:00\n", True),
        ("pytest==0.1\n", False),
        (f"pytest==0.1 ; python_full_version < '3.11'\n{OURS} ; python_full_version >= '3.11'\n", True),
        ("not-to-be-had==1 ; sys_platform == 'win32'\n", True),
        ("not-to-be-had==1\n", False),
    ],
)
def test_an_environment_made_by_hand_counts_when_its_versions_are_the_locked_ones(
    checkout: Path, lock: str, matches: bool
) -> None:
    (checkout / bootstrap.RUN_TIME).write_text(lock, encoding="utf-8")

    assert bootstrap.matches_this_interpreter(bootstrap.RUN_TIME) is matches


def test_another_place_for_the_environment_can_be_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bootstrap.venv_folder() == checkout / ".venv"

    monkeypatch.setenv("TURNAROUND_VENV", str(checkout / "elsewhere"))

    assert bootstrap.venv_folder() == checkout / "elsewhere"


@pytest.mark.torture
def test_two_starts_at_once_wait_for_each_other(tmp_path: Path) -> None:
    hold = "import sys, time; from pathlib import Path; from dashboard.bootstrap import only_one\n"
    hold += "with only_one(Path(sys.argv[1])): print('in', flush=True); time.sleep(1); print('out', flush=True)"
    words = [sys.executable, "-c", hold, str(tmp_path / "lock")]

    starts = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = sorted(start.communicate(timeout=20)[0].splitlines() for start in starts)

    assert said[0][0].startswith("Turnaround: another start is setting up the same environment")
    assert [lines[-2:] for lines in said] == [["in", "out"]] * 2


def test_a_killed_start_leaves_no_lock_behind(tmp_path: Path) -> None:
    hold = "import os, sys; from pathlib import Path; from dashboard.bootstrap import only_one\n"
    hold += "with only_one(Path(sys.argv[1])): os._exit(9)"
    subprocess.run([sys.executable, "-c", hold, str(tmp_path / "lock")], cwd=ROOT, check=False, timeout=20)

    with bootstrap.only_one(tmp_path / "lock"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to pass on")
def test_what_ends_the_start_ends_its_child(tmp_path: Path) -> None:
    child = f"import os, pathlib, time; pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid())); "
    child += "time.sleep(60)"
    parent = f"import sys; from dashboard import bootstrap; bootstrap.run([sys.executable, '-c', {child!r}])"
    start = subprocess.Popen([sys.executable, "-c", parent], cwd=ROOT)
    wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text(encoding="ascii") != "")

    start.send_signal(signal.SIGTERM)

    assert start.wait(timeout=10) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text(encoding="ascii")), 0)


def wait_for(happened: Callable[[], bool]) -> None:
    """Look every 50 ms, for ten seconds at most."""
    for _ in range(200):
        if happened():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen")


def test_help_needs_no_package_and_names_every_option() -> None:
    words = [sys.executable, "-S", "-m", "dashboard", "--help"]
    shown = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert all(option in shown for option in ("--home", "--port", "--no-browser", "open"))


def test_options_have_the_owners_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TURNAROUND_HOME")
    options = command.options_from([])

    assert (options.command, options.port, options.no_browser) == ("open", None, False)
    assert command.home_of(options) == ROOT / "data" / "local"


def test_the_home_named_in_the_command_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TURNAROUND_HOME", str(tmp_path / "environment"))

    assert command.home_of(command.options_from([])) == tmp_path / "environment"
    assert command.home_of(command.options_from(["--home", str(tmp_path / "named")])) == tmp_path / "named"


def test_only_an_empty_home_gets_the_sample(tmp_path: Path, ran: list[list[str]]) -> None:
    command.load_sample_if_empty(tmp_path)
    assert [words[1:] for words in ran] == [
        ["-m", "pipelines", "load", "--sample", "--home", str(tmp_path)], ["-m", "models", "fit", "--home", str(tmp_path)],
    ]

    (tmp_path / "CURRENT").touch()
    command.load_sample_if_empty(tmp_path)
    assert len(ran) == 2


def test_a_sample_that_cannot_be_loaded_does_not_keep_the_dashboard_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "run", lambda *_, **__: 1)

    command.load_sample_if_empty(tmp_path)

    assert "opens empty; load an export on its Data page" in capsys.readouterr().out


def test_what_is_in_the_inbox_is_loaded_before_the_dashboard_opens(tmp_path: Path, ran: list[list[str]]) -> None:
    command.load_inbox(tmp_path)
    assert (ran, (tmp_path / "inbox").is_dir()) == ([], True)

    (tmp_path / "inbox" / "loaded").mkdir()
    (tmp_path / "inbox" / "parked.json").touch()
    command.load_inbox(tmp_path)
    assert ran == []

    (tmp_path / "inbox" / "week.csv").touch()
    command.load_inbox(tmp_path)
    assert [words[1:] for words in ran] == [["-m", "pipelines", "load", "--inbox", "--home", str(tmp_path)]]


def test_promises_are_worked_out_anew_where_the_inbox_changed_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def pretend(words: list[str], **_: object) -> int:
        commands.append(words[2:4])
        (tmp_path / "CURRENT").write_text(str(len(commands)), encoding="ascii")
        return 0

    monkeypatch.setattr(bootstrap, "run", pretend)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "week.csv").touch()

    command.load_inbox(tmp_path)

    assert commands == [["pipelines", "load"], ["models", "fit"]]


@pytest.mark.parametrize(
    ("fails", "code", "said"),
    [
        ((), 0, "all steps are done"), (("desk",), 0, "desk: not possible yet"), (("fit",), 2, "these steps failed: fit."),
        (("load", "backtest"), 2, "these steps failed: inbox, back-test."),
    ],
)  # fmt: skip
def test_the_week_runs_every_step_and_names_those_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fails: tuple[str, ...], code: int, said: str
) -> None:
    commands: list[str] = []

    told: list[str] = []

    def pretend(words: list[str], **_: object) -> int:
        commands.append(words[3] if words[2] != "dashboard.reporting" else "report")
        told.extend(word.removeprefix("--failed=") for word in words if word.startswith("--failed="))
        return 2 if words[3] in fails else 0

    monkeypatch.setattr(bootstrap, "run", pretend)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "week.csv").touch()

    assert command.weekly(command.options_from(["weekly", "--home", str(tmp_path)])) == code
    assert commands == ["load", "checks", "fit", "backtest", "desk", "report"]
    assert told == [{"load": "inbox", "backtest": "back-test"}.get(name, name) for name in fails if name != "desk"]
    assert said in capsys.readouterr().out


def test_a_report_is_asked_for_with_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def pretend(words: list[str], **_: object) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(bootstrap, "run", pretend)
    monkeypatch.chdir(tmp_path)

    assert command.report(command.options_from(["report", "--week", "2026-03-02", "--to", "out", "--mail", "--home", "h"])) == 0
    assert asked[0][2:] == [
        "dashboard.reporting", "--week", "2026-03-02", "--to", str(tmp_path / "out"), "--mail", "--home", str(tmp_path / "h"),
    ]  # fmt: skip


def test_an_inbox_that_cannot_be_loaded_does_not_keep_the_dashboard_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "run", lambda *_, **__: 2)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "week.csv").touch()
    (tmp_path / "file").touch()

    command.load_inbox(tmp_path)
    command.load_inbox(tmp_path / "file")

    assert capsys.readouterr().out.count("the page Data says what to do") == 1


def test_a_taken_port_is_passed_over_and_refused_by_name() -> None:
    with socket.socket() as taken:
        taken.bind((command.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert command.free_port() != port
        with pytest.raises(bootstrap.SetupFailed, match=f"port {port} is in use"):
            command.checked_port(port)


def test_the_server_takes_its_settings_from_the_config_file() -> None:
    words = command.server_command(8600, browser=False)

    assert words[1:6] == ["-m", "streamlit", "run", str(Path("dashboard", "app.py")), "--server.port"]
    assert words[-2:] == ["--server.headless", "true"]
    assert "--server.headless" not in command.server_command(8600, browser=True)


def test_all_checks_run_after_a_failure_and_tests_come_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tools: list[str] = []

    def pretend(words: list[str], **_: object) -> int:
        tools.append(words[2])
        return int(words[2] == "ruff")

    monkeypatch.setattr(bootstrap, "enter", lambda *_: None)
    monkeypatch.setattr(bootstrap, "run", pretend)

    assert suite.main(["-k", "clock"]) != 0
    assert tools == ["ruff", "ruff", "mypy", "pytest"]
    assert "FAILED before the tests: lint, format." in capsys.readouterr().out
