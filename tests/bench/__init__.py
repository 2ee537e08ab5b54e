"""Measured speed: `python -m tests.bench NAME [--json] [--big]`; a module is a benchmark, a folder what it needs.

A benchmark has one function, `measure(*, big: bool) -> Iterable[Figure]`. Comparators run in the same process on the
same rows; times are CPU times, medians of rounds that take turns, and whether a goal is met follows from the figures
of this very run.
"""

import os

# Before numpy is imported: on a busy machine, small fits on many threads take thirty times as long.
os.environ["OMP_NUM_THREADS"] = "1"
