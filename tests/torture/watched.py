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


# What execs keeps the high-water mark of the process that it was forked from, so a small one stands between
# and tells of its children only; ru_maxrss counts kilobytes.
BETWEEN = """
import os, resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
os.write(int(sys.argv[1]), str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss).encode())
sys.exit(code)
"""


def watched(words: Sequence[str], home: Path, seconds: float = SECONDS) -> Ended:
    """Run `python -m WORDS` on a home; whatever still runs after its time is killed."""
    environment = {**os.environ, "TURNAROUND_HOME": str(home), "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as most:
        child = subprocess.Popen(
            [sys.executable, "-S", "-c", BETWEEN, str(most.fileno()), sys.executable, "-m", *words], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=said, start_new_session=True, pass_fds=[most.fileno()]
        )
        stopped = Timer(seconds, os.killpg, (child.pid, signal.SIGKILL))
        stopped.start()
        child.wait()
        in_time = stopped.is_alive()
        stopped.cancel()
        for file in (out, said, most):
            file.seek(0)
        code = child.returncode if in_time else None
        memory = int(most.read() or 0) * 1024
        return Ended(code, out.read().decode("utf-8", "replace"), said.read().decode("utf-8", "replace"), memory)
