"""`python -m dashboard`: sets up what is missing, loads the sample into an empty home, then the inbox, and opens."""

from __future__ import annotations

import argparse
import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import bootstrap, shell_documents

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = "127.0.0.1"
USUAL_PORT = 8501
PORTS_TO_TRY = 100
REFUSED = 2
STEPS = (
    ("inbox", ("pipelines", "load", "--inbox")),
    ("checks", ("pipelines", "checks")),
    ("fit", ("models", "fit")),
    ("back-test", ("models", "backtest", "--every", "28")),
    ("desk", ("models", "desk")),
    ("report", ("dashboard.reporting", "--mail-if-set-up")),
)


def main(arguments: Sequence[str]) -> int:
    """Run one command inside the project's own environment."""
    options = options_from(arguments)
    try:
        bootstrap.enter("dashboard", bootstrap.RUN_TIME, arguments)
        return COMMANDS[options.command](options)
    except (bootstrap.SetupFailed, OSError) as problem:
        print(f"Turnaround: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        bootstrap.say("stopped.")
        return 130


def options_from(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; needs no package, so that --help answers at once."""
    if arguments and arguments[0] in OWN_OPTIONS:
        return OWN_OPTIONS[arguments[0]](arguments)
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    parser.add_argument("command", nargs="?", default="open", choices=sorted(COMMANDS), help="default: open")
    parser.add_argument("--home", type=Path, help="folder of your own data (default: TURNAROUND_HOME, or data/local)")
    parser.add_argument("--port", type=int, help=f"port on {ADDRESS} (default: {USUAL_PORT}, or the next free one)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    parser.add_argument(
        "--week", help="report: the week of this day, such as 2026-03-02 (default: the newest whole one)"
    )
    parser.add_argument("--to", type=Path, help="report: the folder to write into (default: reports in your home)")
    parser.add_argument("--mail", action="store_true", help="report: send it, too, as [email] in your settings says")
    return parser.parse_args(arguments)


def open_dashboard(options: argparse.Namespace) -> int:
    """Serve the dashboard until it is stopped."""
    home = home_of(options)
    load_sample_if_empty(home)
    bring_up_to_date(home)
    load_inbox(home)
    port = free_port() if options.port is None else checked_port(options.port)
    bootstrap.say(f"opening the dashboard at http://{ADDRESS}:{port} (Ctrl+C stops it).")
    environment = {**os.environ, "TURNAROUND_HOME": str(home)}
    bootstrap.hand_over(server_command(port, browser=not options.no_browser), environment, bootstrap.ROOT)


def weekly(options: argparse.Namespace) -> int:
    """The whole Monday, a line a step: inbox, checks, fit, back-test, desk, report, and mail where it is set up.

    A step that fails stops no other one, and the report says so; the exit code is that of the first that failed, and
    the last line names all.
    """
    home = home_of(options)
    bring_up_to_date(home)
    failed: dict[str, int] = {}
    for name, words in STEPS:
        told = [f"--failed={one}" for one in failed] if name == "report" else []
        code = step(name, (*words, *told), home)
        if code:
            failed[name] = code
    if not failed:
        bootstrap.say("all steps are done.")
        return 0
    bootstrap.say(f"these steps failed: {', '.join(failed)}. What they say stands above.")
    return next(iter(failed.values()))


def step(name: str, words: Sequence[str], home: Path) -> int:
    """Run one step of the week, and say how it went."""
    if name == "inbox" and not _has_files(home / "inbox"):
        bootstrap.say("inbox: nothing waits.")
        return 0
    began = time.monotonic()
    command = [sys.executable, "-m", *words, "--home", str(home)]
    code = bootstrap.run(command, cwd=bootstrap.ROOT, still=f"{name}: still working")
    # A desk that cannot be learnt says why, and nothing else depends on it.
    may_fail = name == "desk" and code == REFUSED
    told = "done" if not code else "not possible yet, for the reason above" if may_fail else "FAILED"
    bootstrap.say(f"{name}: {told} ({time.monotonic() - began:.0f} s).")
    return 0 if may_fail else code


def report(options: argparse.Namespace) -> int:
    """Write the report of a week, and send it where that was asked for."""
    named = {name: getattr(options, name) for name in ("week", "to")}
    given = [part for name, value in named.items() if value for part in (f"--{name}", _named(value))]
    words = ("dashboard.reporting", *given, *(["--mail"] if options.mail else []))
    command = [sys.executable, "-m", *words, "--home", str(home_of(options))]
    return bootstrap.run(command, cwd=bootstrap.ROOT, still="still writing the report")


def _named(value: str | Path) -> str:
    """The child runs in another folder: a path is told whole."""
    return str(value.expanduser().resolve()) if isinstance(value, Path) else value


def home_of(options: argparse.Namespace) -> Path:
    """The folder of the owner's own data."""
    named = options.home or os.environ.get("TURNAROUND_HOME") or bootstrap.ROOT / "data" / "local"
    return Path(named).expanduser().resolve()


def load_sample_if_empty(home: Path) -> None:
    """An owner who has loaded nothing yet sees the made-up firm, not an empty page."""
    if (home / "CURRENT").exists():
        return
    bootstrap.say("there is no history yet, so the sample of a made-up firm is loaded. This takes up to a minute.")
    for words in (("pipelines", "load", "--sample"), ("models", "fit")):
        command = [sys.executable, "-m", *words, "--home", str(home)]
        if bootstrap.run(command, cwd=bootstrap.ROOT, still="still loading") and not (home / "CURRENT").exists():
            bootstrap.say("the sample could not be loaded. The dashboard opens empty; load an export on its Data page.")
            return


def bring_up_to_date(home: Path) -> None:
    """Migrate a history that an older Turnaround wrote before anything reads it; where that fails, the page says so."""
    if not (home / "CURRENT").exists():
        return
    before = _generation(home)
    command = [sys.executable, "-m", "pipelines", "upgrade", "--quietly", "--home", str(home)]
    done = bootstrap.run(command, cwd=bootstrap.ROOT, still="still bringing the history up to date")
    if not done and _generation(home) != before:
        _fit(home)


def load_inbox(home: Path) -> None:
    """Load what waits in the inbox; a file that cannot be loaded waits on the page Data and never stops the start."""
    if not _has_files(home / "inbox"):
        return
    bootstrap.say("loading the inbox.")
    before = _generation(home)
    load = [sys.executable, "-m", "pipelines", "load", "--inbox", "--home", str(home)]
    if bootstrap.run(load, cwd=bootstrap.ROOT, still="still loading"):
        bootstrap.say("something in the inbox could not be loaded; the page Data says what to do.")
    if _generation(home) != before:
        _fit(home)


def _fit(home: Path) -> None:
    fit = [sys.executable, "-m", "models", "fit", "--home", str(home)]
    bootstrap.run(fit, cwd=bootstrap.ROOT, still="still working out what can be promised")


def _has_files(inbox: Path) -> bool:
    """Whether anything was dropped into the inbox; it is made where it is missing, if that is allowed."""
    try:
        inbox.mkdir(parents=True, exist_ok=True)
        return any(file.name not in ("loaded", "parked.json") for file in inbox.iterdir())
    except OSError:
        return False


def _generation(home: Path) -> str:
    try:
        return (home / "CURRENT").read_text(encoding="ascii")
    except OSError:
        return ""


def free_port() -> int:
    """The usual port, or the next one that nobody listens on."""
    for port in range(USUAL_PORT, USUAL_PORT + PORTS_TO_TRY):
        if _is_free(port):
            return port
    raise bootstrap.SetupFailed(f"no free port from {USUAL_PORT} on. Name one with --port.")


def checked_port(port: int) -> int:
    """A port that was asked for, or a sentence when it is taken."""
    if not _is_free(port):
        raise bootstrap.SetupFailed(f"port {port} is in use. Name another one with --port, or leave it out.")
    return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # Windows reads this option the other way round: it would call a taken port free.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
        return True


def server_command(port: int, *, browser: bool) -> list[str]:
    """Start Streamlit; everything an owner may change stands in .streamlit/config.toml."""
    command = [sys.executable, "-m", "streamlit", "run", str(Path("dashboard", "app.py")), "--server.port", str(port)]
    command += ["--server.fileWatcherType", "none", "--logger.hideWelcomeMessage", "true"]
    return command if browser else [*command, "--server.headless", "true"]


# Each further command is one line here; it imports what it needs inside its own function.
COMMANDS = {"open": open_dashboard, "report": report, "weekly": weekly, "documents": shell_documents.documents}
# What a command of its own takes stands in its own module.
OWN_OPTIONS = {"documents": shell_documents.options_from}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
