"""Homes that many tests begin with are made once a run, for all workers, and copied."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

# Set by the process that starts the run, which deletes the folder; its workers take it over.
OURS = "TURNAROUND_TESTS_MADE" not in os.environ
MADE = Path(os.environ.setdefault("TURNAROUND_TESTS_MADE", str(Path(tempfile.gettempdir(), f"turnaround-made-{os.getpid()}"))))


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name that `make` filled the first time that it was asked for; nobody writes into it."""
    MADE.mkdir(exist_ok=True)
    folder = MADE / name
    with FileLock(MADE / f"{name}.lock"):
        if not folder.exists():
            draft = MADE / f"{name}.draft"
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            make(draft)
            draft.rename(folder)
    return folder


def forget_made() -> None:
    """Delete what this run has made, if it began here."""
    if OURS:
        shutil.rmtree(MADE, ignore_errors=True)
