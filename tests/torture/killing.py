"""Commands of ours that are killed, the whole group, at a moment of the clock or before an act that is named."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Life:
    """How long a command lives by itself, and how many acts each phase of it has."""

    seconds: float
    acts: dict[str, int]


@dataclass(frozen=True)
class Point:
    """Where a command is killed: a share of its life, or an act of a phase."""

    share: float = 0
    phase: str = ""
    number: int = 0


def started(module: str, words: Sequence[str]) -> "subprocess.Popen[bytes]":
    """The command in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *words], cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )


def lived(module: str, words: Sequence[str], log: Path) -> Life:
    """The life of a command that nobody kills."""
    begun = time.monotonic()
    assert started("tests.torture.dying", ["none", "0", str(log), module, *words]).wait() == 0
    return Life(time.monotonic() - begun, json.loads(log.read_text(encoding="utf-8")))


def killed(module: str, words: Sequence[str], point: Point, life: Life) -> int:
    """The exit code of a command that is killed there; 0 where it was done before."""
    if point.phase:
        return started("tests.torture.dying", [point.phase, str(point.number), os.devnull, module, *words]).wait()
    child = started(module, words)
    try:
        return child.wait(life.seconds * point.share)
    except subprocess.TimeoutExpired:
        # It is not reaped yet, so the number of its group is still its own.
        os.killpg(child.pid, signal.SIGKILL)
        return child.wait()
