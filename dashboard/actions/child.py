"""One command of ours in a child process with a time limit: what it answers, or the sentence that refuses."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import loaders
from pipelines.settings import ROOT, home_folder

REFUSED = 2


@dataclass(frozen=True)
class Reply:
    """What a command answered as JSON, or why it refused, and what it asks of the owner."""

    said: Any = None
    refusal: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()


def ask(words: Sequence[str], limit: int, *, too_long: str, failed: str, named: Sequence[str] = ()) -> Reply:
    """Run `python -m WORDS --home HOME --json -- NAMED`; the caches are cleared after it, whatever it did.

    `named` comes from a stranger's file: behind the two dashes it cannot be an option.
    """
    last = ["--", *named] if named else []
    try:
        done = _run(["-m", *words, "--home", str(home_folder()), "--json", *last], limit)
    except subprocess.TimeoutExpired:
        return Reply(refusal=too_long)
    finally:
        loaders.forget()
    said = _json(done.stdout)
    if done.returncode == REFUSED:
        asks = said if isinstance(said, dict) else {}
        return Reply(None, _sentence(done.stderr), asks.get("question", ""), tuple(asks.get("choices", ())))
    return Reply(said) if done.returncode == 0 and said is not None else Reply(refusal=failed)


def _run(command: Sequence[str], limit: int) -> subprocess.CompletedProcess[str]:
    # A child that is stopped for its time clears nothing away: its copies of what it read lie in a folder of ours.
    with tempfile.TemporaryDirectory(prefix="turnaround-child-", ignore_cleanup_errors=True) as folder:
        # What the child says of its own accord may name paths: only its sentences are read.
        quiet = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONUTF8": "1", "TMPDIR": folder, "TEMP": folder}
        return subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=limit,
            check=False,
        )


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return None


def _sentence(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "The file was refused."
