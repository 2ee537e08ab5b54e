"""Saving a version of targets: a target list that is taken in like one that is loaded, so that it can be undone."""

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.journey import Say, load_files
from pipelines.targets.lines import Line, as_target_list, checked_lines, lay_out
from pipelines.targets.versions import versions

SQL = Path(__file__).parent
LONGEST_NOTE = 500


@dataclass(frozen=True)
class Saved:
    """A version that was saved: its name, how many lines it has, how many tickets it judges."""

    version: str
    lines: int
    tickets: int


def save_version(
    home: Path,
    lines: pd.DataFrame,
    starts_on: date,
    note: str = "",
    *,
    replace: bool = False,
    say: Say = lambda _: None,
) -> Saved:
    """Save lines as the version that starts on a day of the company's; raises with a sentence and loses nothing.

    The note is a fact of the load, and goes with it when it is undone; a version that was replaced then stands again.
    """
    name, said = starts_on.isoformat(), _one_line(note)
    checked = checked_lines(lines)
    with open_history(home) as history:
        lay_out(history, checked)
        _refuse_taken(history, name, replace=replace)
        is_sample = bool(history.value(SQL / "holds_sample.sql"))
    with tempfile.TemporaryDirectory(prefix="turnaround-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / f"targets {name}.csv"
        file.write_bytes(as_target_list(checked, starts_on))
        load_files(home, [file], Answers(), say, is_sample=is_sample, then=lambda build: _note(build, checked, said))
    with open_history(home) as history:
        judged = versions(history).set_index("version")
        return Saved(name, len(checked), int(judged["tickets"].get(name, 0)))


def _refuse_taken(history: Connection, version: str, *, replace: bool) -> None:
    if not replace and version in set(versions(history)["version"]):
        raise NeedsAnswer(
            f"There is a version of targets that starts on {version} already; save yours for another day, or replace it"
            " (--replace).",
            "replace",
        )


def _note(build: Connection, lines: list[Line], note: str) -> bool:
    build.run(SQL / "note_version.sql", note=note)
    if build.value(SQL / "lines_of_newest.sql") != len(lines):
        raise FileRefused("A line of the targets is for a client that was erased, so nothing was saved; leave it out.")
    return True


def _one_line(note: str) -> str:
    text = " ".join(note.split())
    if len(text) > LONGEST_NOTE or not text.isprintable():
        raise FileRefused(f"The note must be plain words, at most {LONGEST_NOTE} characters.")
    return text
