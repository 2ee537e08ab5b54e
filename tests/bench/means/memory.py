"""The memory of a command with all its children, looked at ten times a second, and of this process."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

LOOK = 0.1
KB_A_GB = 1 << 20


@dataclass(frozen=True)
class Ran:
    """What a command said and took; memory is what all its processes held at once, at most."""

    out: str
    seconds: float
    gigabytes: float


def ran(words: Sequence[str]) -> Ran:
    """Run `python -m WORDS` to its end; raises where it fails."""
    begins, peak = time.perf_counter(), 0
    child = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    while child.poll() is None:
        peak = max(peak, sum(_resident(pid) for pid in _tree(child.pid)))
        time.sleep(LOOK)
    out = child.communicate()[0]
    if child.returncode:
        raise AssertionError(out)
    return Ran(out, time.perf_counter() - begins, peak / KB_A_GB)


def own_peak_starts_anew() -> None:
    """Forget how much this process held before."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def own_peak() -> float:
    """The most gigabytes that this process held since then."""
    return _of("self", "VmHWM") / KB_A_GB


def _tree(pid: int) -> list[int]:
    """A process and all that it has started."""
    try:
        children = [line for file in Path(f"/proc/{pid}/task").glob("*/children") for line in file.read_text().split()]
    except OSError:
        return [pid]  # it has just ended
    return [pid, *(one for child in children for one in _tree(int(child)))]


def _resident(pid: int) -> int:
    try:
        return _of(str(pid), "VmRSS")
    except (OSError, StopIteration):
        return 0


def _of(process: str, name: str) -> int:
    """Kilobytes, as the system counts them."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1])
