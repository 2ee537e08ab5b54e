"""Files in, and what can be promised from them."""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from dashboard.actions.child import ask

# A file is read within a minute (intake/limits.py); measuring a long history anew may take longer.
UPLOAD_SECONDS = 180
SAMPLE_SECONDS = 180
INBOX_SECONDS = 600
FIT_SECONDS = 300
MOST_BYTES = 50 * 1024 * 1024
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
    encoding: str = ""

    def words(self) -> list[str]:
        """As the command line takes them."""
        order = {None: [], True: ["--day-first"], False: ["--month-first"]}[self.day_first]
        source = ["--source", self.source] if self.source else []
        zone = ["--timezone", self.timezone] if self.timezone else []
        encoding = ["--encoding", self.encoding] if self.encoding else []
        return [*source, *zone, *order, *(["--allow-quarantine"] if self.allow_quarantine else []), *encoding]


@dataclass(frozen=True)
class Loaded:
    """What became of one file: a report, or the sentence that refuses it."""

    name: str
    report: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()


def load(upload: Upload, answers: Answers) -> Loaded:
    """Load one uploaded file; a refused one leaves the history as it was."""
    content, name = upload.getvalue(), safe_name(upload.name)
    if len(content) > MOST_BYTES:
        return Loaded(name, refusal=f"{name} is larger than 50 MB; load it from a shell: python -m pipelines load FILE")
    with tempfile.TemporaryDirectory(prefix="turnaround-upload-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, name)
        file.write_bytes(content)
        return _loaded(name, [str(file), "--as-page", *answers.words()], UPLOAD_SECONDS)


def load_sample() -> Loaded:
    """Load the made-up firm that ships with Turnaround."""
    return _loaded("The sample", ["--sample"], SAMPLE_SECONDS)


def load_parked(name: str, answers: Answers) -> Loaded:
    """Load a file of the inbox with what the owner says about it; once loaded it is put away."""
    return _loaded(name, ["--inbox", name, *answers.words()], INBOX_SECONDS)


def load_inbox() -> Loaded:
    """Load what waits in the inbox and was not tried yet."""
    return _loaded("The inbox", ["--inbox"], INBOX_SECONDS)


def fit() -> str:
    """Work out what can be promised; a sentence where that did not work."""
    took_long = "Working out what can be promised took too long and was stopped."
    failed = "What can be promised could not be worked out."
    return ask(("models", "fit"), FIT_SECONDS, too_long=took_long, failed=failed).refusal


def safe_name(name: str) -> str:
    """A file name that is nothing but a name, with its ending."""
    bare = NOT_IN_A_NAME.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .-")
    return bare[-100:].lstrip(" .-") or "upload.csv"


def _loaded(name: str, words: Sequence[str], limit: int) -> Loaded:
    too_long, failed = TOO_LONG.format(name=name, limit=limit), FAILED.format(name=name)
    reply = ask(("pipelines", "load", *words), limit, too_long=too_long, failed=failed)
    return Loaded(name, reply.said or {}, reply.refusal, reply.question, reply.choices)
