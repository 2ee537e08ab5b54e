"""An export that is not known: looked at, previewed, remembered; presets of one's own brought in and taken away."""

import hashlib
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dashboard.actions.child import Reply, ask
from dashboard.actions.loading import Upload, safe_name
from pipelines.mapping.naming import free_name, plain_name
from pipelines.mapping.writing import Choices, as_toml
from pipelines.vocabulary import FileKind, TicketState

LOOK_SECONDS = 60
KEEP_SECONDS = 30
TOO_LONG = "That took too long and was stopped; nothing changed."
FAILED = "That did not work, and nothing changed."


def key_of(upload: Upload) -> str:
    """The same letters for the same bytes: what was said about one file never reaches another."""
    return hashlib.sha256(upload.getvalue()).hexdigest()[:16]


def name_for(upload: Upload, taken: Container[str]) -> str:
    """The name that a file suggests for its preset."""
    return free_name(upload.name, taken)


def look(upload: Upload, encoding: str = "") -> Reply:
    """The columns of a file, with examples and proposals."""
    with _files(upload) as (file, _):
        return ask(("pipelines", "look", str(file), *_said(encoding)), LOOK_SECONDS, too_long=TOO_LONG, failed=FAILED)


def preset_text(draft: dict[str, Any]) -> str:
    """What was chosen on the screen, as a preset."""
    return as_toml(
        Choices(
            title=draft["title"],
            source=draft["source"],
            kind=FileKind(draft["kind"]),
            columns=draft["columns"],
            header=draft["header"],
            states={status: TicketState(state) for status, state in draft["states"].items() if state},
            units=draft["units"],
            timezone=draft["timezone"],
            day_first=draft["day_first"],
        )
    )


def preview(upload: Upload, text: str, *, day_first: bool | None, encoding: str = "") -> Reply:
    """Ten measured tickets; what is made on the way lies in a folder that goes even if the child is killed."""
    with _files(upload, text) as (file, preset):
        order = {None: [], True: ["--day-first"], False: ["--month-first"]}[day_first]
        words = ["preview", str(file), "--preset", str(preset), "--scratch", str(file.parent), *order, *_said(encoding)]
        return ask(("pipelines", *words), LOOK_SECONDS, too_long=TOO_LONG, failed=FAILED)


def remember(text: str, name: str, *, replace: bool = False) -> Reply:
    """Keep a preset under a name."""
    with tempfile.TemporaryDirectory(prefix="turnaround-preset-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "preset.toml")
        file.write_text(text, encoding="utf-8", newline="")
        words = ["remember", str(file), f"--as={name}", *(["--replace"] if replace else [])]
        return ask(("pipelines", *words), KEEP_SECONDS, too_long=TOO_LONG, failed=FAILED)


def bring_in(upload: Upload, *, replace: bool = False) -> Reply:
    """Keep a preset that was exported elsewhere, under the name of its file."""
    name = plain_name(safe_name(upload.name).removesuffix(".toml"))
    return remember(upload.getvalue().decode("utf-8-sig", errors="replace"), name, replace=replace)


def forget(name: str) -> Reply:
    """Take a preset of one's own away."""
    return ask(("pipelines", "forget", name), KEEP_SECONDS, too_long=TOO_LONG, failed=FAILED)


def _said(encoding: str) -> list[str]:
    return ["--encoding", encoding] if encoding else []


@contextmanager
def _files(upload: Upload, text: str = "") -> Iterator[tuple[Path, Path]]:
    with tempfile.TemporaryDirectory(prefix="turnaround-upload-", ignore_cleanup_errors=True) as folder:
        file, preset = Path(folder, safe_name(upload.name)), Path(folder, "preset.toml.txt")
        file.write_bytes(upload.getvalue())
        preset.write_text(text, encoding="utf-8", newline="")
        yield file, preset
