"""Writes: each in a child process with a time limit, then the caches are cleared."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from dashboard import loaders
from pipelines.settings import ROOT, home_folder

UPLOAD_SECONDS = 60
SAMPLE_SECONDS = 180
FIT_SECONDS = 300
MOST_BYTES = 50 * 1024 * 1024
REFUSED = 2
NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._ -]+")
TOO_LONG = (
    "{name} took longer than {limit} seconds to load, so it was stopped and nothing changed. Load it from a shell: \
python -m pipelines load FILE"
)
FAILED = (
    "{name} could not be loaded, and nothing changed. Load it from a shell to learn more: python -m pipelines load FILE"
)


class Upload(Protocol):
    """What Streamlit hands over for a file."""

    name: str

    def getvalue(self) -> bytes:
        """The file's bytes."""


@dataclass(frozen=True)
class Answers:
    """What the owner said about a file that the file itself leaves open."""

    source: str = ""
    timezone: str = ""
    day_first: bool | None = None
    allow_quarantine: bool = False

    def words(self) -> list[str]:
        """As the command line takes them."""
        order = {None: [], True: ["--day-first"], False: ["--month-first"]}[self.day_first]
        source = ["--source", self.source] if self.source else []
        zone = ["--timezone", self.timezone] if self.timezone else []
        return [*source, *zone, *order, *(["--allow-quarantine"] if self.allow_quarantine else [])]


@dataclass(frozen=True)
class Loaded:
    """What became of one file: a report, or the sentence that refuses it."""

    name: str
    report: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""


def load(upload: Upload, answers: Answers) -> Loaded:
    """Load one uploaded file; a refused one leaves the history as it was."""
    content, name = upload.getvalue(), safe_name(upload.name)
    if len(content) > MOST_BYTES:
        return Loaded(name, refusal=f"{name} is larger than 50 MB; load it from a shell: python -m pipelines load FILE")
    with tempfile.TemporaryDirectory(prefix="turnaround-upload-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, name)
        file.write_bytes(content)
        return _loaded(name, [str(file), *answers.words()], UPLOAD_SECONDS)


def load_sample() -> Loaded:
    """Load the made-up firm that ships with Turnaround."""
    return _loaded("The sample", ["--sample"], SAMPLE_SECONDS)


def fit() -> str:
    """Work out what can be promised; a sentence where that did not work."""
    try:
        done = _run(["-m", "models", "fit", "--home", str(home_folder())], FIT_SECONDS)
    except subprocess.TimeoutExpired:
        return "Working out what can be promised took too long and was stopped."
    finally:
        loaders.forget()
    if done.returncode == 0:
        return ""
    return _sentence(done.stderr) if done.returncode == REFUSED else "What can be promised could not be worked out."


def safe_name(name: str) -> str:
    """A file name that is nothing but a name, with its ending."""
    bare = NOT_IN_A_NAME.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .-")
    return bare[-100:].lstrip(" .-") or "upload.csv"


def _loaded(name: str, words: Sequence[str], limit: int) -> Loaded:
    command = ["-m", "pipelines", "load", *words, "--home", str(home_folder()), "--json"]
    try:
        done = _run(command, limit)
    except subprocess.TimeoutExpired:
        return Loaded(name, refusal=TOO_LONG.format(name=name, limit=limit))
    finally:
        loaders.forget()
    if done.returncode == REFUSED:
        return Loaded(name, refusal=_sentence(done.stderr))
    try:
        return (
            Loaded(name, report=json.loads(done.stdout))
            if done.returncode == 0
            else Loaded(name, refusal=FAILED.format(name=name))
        )
    except json.JSONDecodeError:
        return Loaded(name, refusal=FAILED.format(name=name))


def _run(command: Sequence[str], limit: int) -> subprocess.CompletedProcess[str]:
    # What the child says of its own accord may name paths: only its sentences are read.
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONUTF8": "1"}
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


def _sentence(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "The file was refused."
