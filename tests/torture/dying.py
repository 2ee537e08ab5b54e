"""`python -m tests.torture.dying PHASE NUMBER LOG MODULE WORDS...`: a command of ours that kills its whole process group.

It dies before its NUMBER-th act of a PHASE, by SIGKILL; with phase `none` it lives, and writes into LOG how many
acts each phase has. Acts are statements of the database and whatever is done to files.
"""

import json
import os
import runpy
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ON_FILES = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "shutil.copyfile", "shutil.rmtree", "subprocess.Popen"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Watch:
    """Counts the acts of each phase, and kills at the one that was asked for."""

    def __init__(self, phase: str, number: int) -> None:
        self.acts: Counter[str] = Counter()
        self._wanted = (phase, number)

    def act(self, phase: str) -> None:
        self.acts[phase] += 1
        if (phase, self.acts[phase]) == self._wanted:
            os.killpg(0, signal.SIGKILL)

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITES):
            return
        if event in ON_FILES:
            phase = phase_of(event, [str(argument) for argument in arguments[:2]])
            if phase:
                self.act(phase)


def phase_of(event: str, names: list[str]) -> str:
    """Which phase of a writer an act on files belongs to; empty for what is none of its acts."""
    if event == "subprocess.Popen":
        return "read"
    if "CURRENT" in names[0]:
        return "pointer"
    if event in ("shutil.rmtree", "os.rmdir", "os.remove"):
        return "prune"
    if event == "shutil.copyfile":
        return "copy"
    if event in ("os.rename", "os.link"):
        return "rename"
    return "" if "__pycache__" in names[0] or names[0].startswith("/dev") else "write"


def watch_the_rest(watch: Watch) -> None:
    """fsync and the database's statements tell no audit hook."""
    from pipelines.connection import Connection  # noqa: PLC0415 - the hook is to see its import

    fsync, run = os.fsync, Connection.run

    def synced(fd: Any) -> None:
        watch.act("fsync")
        fsync(fd)

    def ran(connection: Connection, file: Path, **values: Any) -> None:
        parts = file.parts
        last = "checkpoint" if file.stem == "checkpoint" else next((part for part in ("measure", "derive", "erase") if part in parts), "take in")
        watch.act(last)
        run(connection, file, **values)

    os.fsync = synced
    Connection.run = ran  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    wanted, number, log, module, *words = sys.argv[1:]
    watching = Watch(wanted, int(number))
    watch_the_rest(watching)
    sys.addaudithook(watching.audit)
    sys.argv = [module, *words]
    try:
        runpy.run_module(module, run_name="__main__")
    finally:
        if wanted == "none":
            Path(log).write_text(json.dumps(watching.acts), encoding="utf-8")
