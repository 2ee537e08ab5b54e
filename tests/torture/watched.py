"""A command of ours under watch: what it said, how it ended, and the most memory that any of its processes held."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from tests.conftest import ROOT

SECONDS = 60
MOST_MEMORY = 1 << 30


@dataclass(frozen=True)
class Ended:
    """How a command ended; one that was stopped for its time has no exit code."""

    code: int | None
    out: str
    said: str
    memory: int


def watched(words: Sequence[str], home: Path, seconds: float = SECONDS) -> Ended:
    """Run `python -m WORDS` on a home; whatever still runs after its time is killed."""
    environment = {**os.environ, "TURNAROUND_HOME": str(home), "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=said, start_new_session=True
        )
        stopped = Timer(seconds, os.killpg, (child.pid, signal.SIGKILL))
        stopped.start()
        # Its own figures and those of every child that it waited for; ru_maxrss counts kilobytes.
        _, status, usage = os.wait4(child.pid, 0)
        in_time = stopped.is_alive()
        stopped.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, said):
            file.seek(0)
        code = child.returncode if in_time else None
        return Ended(code, out.read().decode("utf-8", "replace"), said.read().decode("utf-8", "replace"), usage.ru_maxrss * 1024)
