"""CPU time of rivals that take turns."""

import statistics
import time
from collections.abc import Callable, Mapping


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of all threads of this process while `work` runs."""
    begins = time.process_time()
    work()
    return time.process_time() - begins


def in_turns(rivals: Mapping[str, Callable[[], object]], rounds: int = 5) -> dict[str, float]:
    """The median CPU seconds of each rival; they take turns, after one round that does not count."""
    measured: dict[str, list[float]] = {name: [] for name in rivals}
    for number in range(rounds + 1):
        for name, work in rivals.items():
            seconds = cpu_seconds(work)
            if number:
                measured[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in measured.items()}
