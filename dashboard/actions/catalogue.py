"""The owner's say in the service catalogue: lines for categories, proposals asked for, accepted and taken back.

Each answers with the sentence that refuses it, "" where it was done.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.actions.child import ask
from dashboard.actions.loading import fit

SECONDS = 300
TOO_LONG = "That took longer than five minutes, so it was stopped. Try it from a shell: python -m {}"
FAILED = "That did not work, and your history is as it was. Try it from a shell to learn more: python -m {}"


def save_catalogue(changes: Sequence[Mapping[str, str]]) -> str:
    """Keep these lines (category, line, kind) in the home, and measure again."""
    with tempfile.TemporaryDirectory(prefix="turnaround-catalogue-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "changes.json")
        file.write_text(json.dumps(list(changes)), encoding="utf-8")
        return _done("pipelines", "catalogue", "--changes", str(file)) or fit()


def propose() -> str:
    """Learn from the labelled tickets, and propose issue types for the others."""
    return _done("models", "catalogue")


def accept(lines: Sequence[str]) -> str:
    """Keep what is proposed for these lines, and measure again."""
    return _done("models", "catalogue", *(f"--accept={line}" for line in lines)) or fit()


def forget_accepted() -> str:
    """Take back every accepted proposal, and measure again."""
    return _done("pipelines", "catalogue", "--forget") or fit()


def _done(*words: str) -> str:
    shell = " ".join(words[:2])
    return ask(words, SECONDS, too_long=TOO_LONG.format(shell), failed=FAILED.format(shell)).refusal
