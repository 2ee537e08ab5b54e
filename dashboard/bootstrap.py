"""Sets up the project's own environment on a fresh machine.

Only the standard library, and nothing that an older Python cannot read: this runs before anything is installed,
and has to say so when Python is too old.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
RUN_TIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
COVERED = {RUN_TIME: (RUN_TIME,), DEVELOPMENT: (DEVELOPMENT, RUN_TIME)}
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)\s*(;)?", re.MULTILINE)
UNFINISHED = "turnaround-unfinished"
SECONDS_BETWEEN_SIGNS_OF_LIFE = 20
SECONDS_TO_END = 30


class SetupFailed(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def enter(module: str, lock: str, arguments: Sequence[str]) -> None:
    """Return when this interpreter holds what `lock` names; else set it up and start `module` again inside."""
    check_python(sys.version_info[:2])
    venv = venv_folder()
    ours = _is_running_in(venv)
    if installed(venv, lock) if ours else matches_this_interpreter(lock):
        return
    prepare(venv, lock)
    if not ours:
        hand_over([str(python_of(venv)), "-m", module, *arguments])


def say(text: str) -> None:
    """Tell the person at the keyboard, at once."""
    print(f"Turnaround: {text}", flush=True)


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old, in words."""
    if version < OLDEST_PYTHON:
        has, needs = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
        raise SetupFailed(
            f"this is Python {has}, and Python {needs} or newer is needed. "
            "Install it from python.org or your system's packages, then run the command again with it."
        )


def venv_folder() -> Path:
    """Where the environment lives: .venv beside the code, or what TURNAROUND_VENV names."""
    return Path(os.environ.get("TURNAROUND_VENV") or ROOT / ".venv").expanduser().resolve()


def python_of(venv: Path) -> Path:
    """Its interpreter, on any system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def _is_running_in(venv: Path) -> bool:
    return Path(sys.prefix).resolve() == venv


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _stamp(venv: Path, lock: str) -> Path:
    return venv / f"turnaround-{lock}.sha256"


def installed(venv: Path, lock: str) -> bool:
    """Whether exactly this lock was installed there, to the end."""
    stamp = _stamp(venv, lock)
    return python_of(venv).exists() and stamp.is_file() and stamp.read_text(encoding="ascii") == _fingerprint(lock)


def matches_this_interpreter(lock: str) -> bool:
    """Whether somebody installed the locked versions here by other means, such as `pip install -r`."""
    wanted: dict[str, set[str]] = {}
    everywhere: set[str] = set()
    for name, version, marker in PIN.findall((ROOT / lock).read_text(encoding="utf-8")):
        wanted.setdefault(name, set()).add(version)
        if not marker:
            everywhere.add(name)
    return all(_has(name, versions, everywhere=name in everywhere) for name, versions in wanted.items())


def _has(name: str, versions: set[str], *, everywhere: bool) -> bool:
    try:
        return importlib.metadata.version(name) in versions
    except importlib.metadata.PackageNotFoundError:
        return not everywhere


def prepare(venv: Path, lock: str) -> None:
    """Make the environment and install the lock, unless that was done already; one start at a time."""
    if installed(venv, lock):
        return
    venv.parent.mkdir(parents=True, exist_ok=True)
    with only_one(venv.with_name(f"{venv.name}.lock")):
        if installed(venv, lock):
            return
        if not _is_usable(venv):
            _create(venv)
        _install(venv, lock)


def _is_usable(venv: Path) -> bool:
    """Whether pip runs there and no install broke off: half a package may look whole to pip."""
    if not python_of(venv).exists() or (venv / UNFINISHED).exists():
        return False
    pip = [str(python_of(venv)), "-I", "-m", "pip", "--version"]
    return subprocess.run(pip, capture_output=True, check=False).returncode == 0


def _create(venv: Path) -> None:
    if venv.exists() and any(venv.iterdir()) and not (venv / "pyvenv.cfg").exists():
        raise SetupFailed(f"{venv} holds something else. Name an empty folder in TURNAROUND_VENV.")
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise SetupFailed(
            "this Python cannot make environments. On Debian or Ubuntu run `sudo apt install python3-venv`; "
            "elsewhere install Python from python.org. Then run the command again."
        )
    say(f"making a folder for the packages: {venv}")
    if run([sys.executable, "-m", "venv", "--clear", str(venv)]):
        raise SetupFailed(f"the environment could not be made. Delete {venv}, then run the command again.")


def _install(venv: Path, lock: str) -> None:
    say("installing the packages. The first time takes one to three minutes; later starts take seconds.")
    for known in COVERED:
        _stamp(venv, known).unlink(missing_ok=True)
    (venv / UNFINISHED).touch()
    pip = [str(python_of(venv)), "-I", "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    if run([*pip, "--require-hashes", "-r", str(ROOT / lock)], still="still installing"):
        raise SetupFailed("the packages could not be installed. Check the internet connection, then run it again.")
    (venv / UNFINISHED).unlink()
    for covered in COVERED[lock]:
        _stamp(venv, covered).write_text(_fingerprint(covered), encoding="ascii")


@contextmanager
def only_one(lock_file: Path) -> Iterator[None]:
    """Wait until no other start works on the same environment; the system lets go when a process dies."""
    with lock_file.open("ab") as file:
        # pip holds the lock as well, so that a start after a kill waits for the orphan to end.
        os.set_inheritable(file.fileno(), True)
        locked = _try_lock(file)
        if not locked:
            say("another start is setting up the same environment; waiting for it.")
        while not locked:
            time.sleep(0.2)
            locked = _try_lock(file)
        yield


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def hand_over(
    command: Sequence[str], environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> NoReturn:
    """Become `command`: on POSIX the same process, so that signals reach it by nature; on Windows its parent."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(run(command, environment=environment, cwd=cwd))
    if cwd is not None:
        os.chdir(cwd)
    os.execve(command[0], list(command), dict(os.environ if environment is None else environment))


def run(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    still: str = "",
) -> int:
    """Run a child to its end and return its exit code; what ends us ends the child first."""
    before = {number: signal.signal(number, _leave) for number in _ending_signals()}
    child = subprocess.Popen(list(command), env=environment, cwd=cwd, close_fds=False)
    try:
        return _wait(child, still)
    except BaseException:
        _end(child)
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ending_signals() -> list[signal.Signals]:
    return [signal.Signals[name] for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


def _leave(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _wait(child: subprocess.Popen[bytes], still: str) -> int:
    started = time.monotonic()
    while True:
        try:
            return child.wait(timeout=SECONDS_BETWEEN_SIGNS_OF_LIFE if still else None)
        except subprocess.TimeoutExpired:
            say(f"{still} ({time.monotonic() - started:.0f} seconds so far).")


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ask the child to end; on Windows Ctrl+C has asked it already, and terminating gives no time to tidy up."""
    if os.name != "nt":
        child.terminate()
    try:
        child.wait(timeout=SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
