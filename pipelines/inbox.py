"""The inbox: files that are dropped into a folder of the home are loaded one by one; what cannot be stays, and why.

A file that is loaded moves to `inbox/loaded/`. One that is refused, or asks something, stays where it is and is
written down in `inbox/parked.json`, so that it is not tried again until it changes or is answered.
"""

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pipelines.errors import FileRefused, HistoryBusy, NeedsAnswer, TurnaroundError
from pipelines.history.files import moved_into_place
from pipelines.intake.answers import Answers
from pipelines.intake.reading import sha256_of
from pipelines.journey import LoadReport, Say, load_files

LOADED, PARKED = "loaded", "parked.json"
SETTLED_SECONDS = 2
WAIT_SECONDS = 60
PARTIAL = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp")
NOT_FOR_US = (LOADED, PARKED, "desktop.ini", "thumbs.db")
NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Parked:
    """A file that waits in the inbox: why, what it asks, and which answers fit; by `sha256` a change is seen."""

    name: str
    sentence: str
    question: str = ""
    choices: tuple[str, ...] = ()
    sha256: str = ""
    at: str = ""


@dataclass(frozen=True)
class InboxReport:
    """What became of the inbox: the loads in their order, what waits for the owner, what is still being written."""

    loads: tuple[LoadReport, ...]
    parked: tuple[Parked, ...]
    unfinished: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As programs read it: like one load report of all files, and what is parked beside it."""
        last = self.loads[-1].as_json() if self.loads else {"tickets": None, "as_of": None}
        files = [file for report in self.loads for file in report.as_json()["files"]]
        asked = self.parked[0] if self.parked else Parked("", "")
        parked = [asdict(file) for file in self.parked]
        told = {"parked": parked, "unfinished": self.unfinished, "question": asked.question, "choices": asked.choices}
        return {**last, "files": files, **told}


def inbox_folder(home: Path) -> Path:
    """The folder that files are dropped into; made where it is missing."""
    folder = home / "inbox"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TurnaroundError(
            f"The inbox could not be made ({error.strerror}); check the folder of your home."
        ) from None
    return folder


def load_inbox(
    home: Path,
    answers: Answers = NO_ANSWERS,
    names: Sequence[str] = (),
    say: Say = lambda _: None,
    now: float | None = None,
) -> InboxReport:
    """Load what waits in the inbox, the oldest first; a parked file is tried again once it is named or answered."""
    inbox = inbox_folder(home)
    with _alone(home):
        files = _waiting(inbox)
        _check_names(names, files)
        known = {entry.name: entry for entry in parked(home)}
        tried = known if not names and answers == NO_ANSWERS else {}
        loads, unfinished = [], []
        for file in (file for file in files if not names or file.name in names):
            became = _taken(home, file, answers, tried.get(file.name), say, time.time() if now is None else now)
            known.pop(file.name, None)
            if isinstance(became, LoadReport):
                loads.append(became)
            elif became is None:
                unfinished.append(file.name)
            else:
                known[file.name] = became
            _write_down(inbox, list(known.values()))
    waiting = tuple(entry for entry in known.values() if not names or entry.name in names)
    return InboxReport(tuple(loads), waiting, tuple(unfinished))


def parked(home: Path) -> list[Parked]:
    """What waits in the inbox for an answer, or for another file of its name."""
    inbox = home / "inbox"
    try:
        written = json.loads((inbox / PARKED).read_text(encoding="utf-8"))
        entries = [Parked(**{**entry, "choices": tuple(entry["choices"])}) for entry in written]
    except (OSError, ValueError, TypeError, KeyError):
        return []  # it only saves trying again
    return [entry for entry in entries if os.path.lexists(inbox / entry.name)]


def new_files(home: Path) -> list[str]:
    """The names of files in the inbox that were not tried yet, the oldest first."""
    inbox, known = home / "inbox", {entry.name for entry in parked(home)}
    return [file.name for file in _waiting(inbox) if file.name not in known] if inbox.is_dir() else []


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    try:
        with FileLock(home / "inbox.lock", timeout=WAIT_SECONDS):
            yield
    except Timeout:
        raise HistoryBusy("The inbox is being loaded at this moment; try again when that is done.") from None


def _waiting(inbox: Path) -> list[Path]:
    """The files of the inbox, the oldest first; parts of downloads, office locks and hidden files left out."""
    names = [name for name in os.listdir(inbox) if not _is_passed_over(name)]  # noqa: PTH208 - names, whatever they are
    return sorted((inbox / name for name in names), key=lambda file: (_changed(file), file.name))


def _changed(file: Path) -> float:
    try:
        return file.lstat().st_mtime
    except OSError:
        return 0.0  # gone already: what takes it will say so


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower().endswith(PARTIAL) or name.lower() in NOT_FOR_US


def _check_names(names: Sequence[str], files: Sequence[Path]) -> None:
    there = {file.name for file in files}
    for name in names:
        if name not in there:
            raise FileRefused(f"{Path(name).name} is not in the inbox; put it there, or leave out --inbox to load it.")


def _taken(
    home: Path, file: Path, answers: Answers, before: Parked | None, say: Say, now: float
) -> LoadReport | Parked | None:
    """What became of one file: loaded and moved, parked, or None where it is still being written."""
    odd = _oddity(file)
    if odd:
        return _parked(file, odd)
    try:
        seen = file.stat()
        if abs(now - seen.st_mtime) < SETTLED_SECONDS:
            return None
        digest = sha256_of(file)
        if _state(file.stat()) != _state(seen):
            return None
    except (FileRefused, OSError) as error:
        return _parked(file, str(error) if isinstance(error, FileRefused) else f"{file.name} cannot be opened.")
    if before is not None and before.sha256 == digest:
        return before
    return _loaded(home, file, answers, digest, say)


def _loaded(home: Path, file: Path, answers: Answers, digest: str, say: Say) -> LoadReport | Parked:
    try:
        report = load_files(home, [file], answers, say)
    except NeedsAnswer as asked:
        return _parked(file, str(asked), digest, asked.question, asked.choices)
    except FileRefused as refused:
        return _parked(file, str(refused), digest)
    except TurnaroundError:
        raise  # the history or the settings, not the file: no other file would fare better
    except Exception as error:  # noqa: BLE001 - whatever a file does, it never stops the others
        why = f"{file.name} could not be loaded, for a reason that was not foreseen ({type(error).__name__})."
        return _parked(file, f"{why} Export it again, or as CSV.", digest)
    return (
        report
        if _moved(file)
        else _parked(file, f"{file.name} is loaded, but could not be moved; take it out of the inbox yourself.", digest)
    )


def _oddity(file: Path) -> str:
    """Why something in the inbox is no file to read; "" where it is one."""
    if not file.name.isprintable() or file.name.startswith("-"):
        return "A file in the inbox has a name that cannot be used; rename it with plain letters and digits."
    if file.is_symlink():
        return f"{file.name} is a link; put the file itself into the inbox."
    if file.is_dir():
        return f"{file.name} is a folder; put the files that it holds into the inbox themselves."
    return "" if file.is_file() else f"{file.name} is not a file that can be read; take it out of the inbox."


def _state(seen: os.stat_result) -> tuple[int, int]:
    return seen.st_size, seen.st_mtime_ns


def _moved(file: Path) -> bool:
    """Put a loaded file away, under a name that nothing there has; False where that is not allowed."""
    folder = file.parent / LOADED
    try:
        folder.mkdir(exist_ok=True)
        file.rename(_free(folder, file.name))
    except FileNotFoundError:
        return True  # its owner was faster
    except OSError:
        return False
    return True


def _free(folder: Path, name: str) -> Path:
    ending = "".join(Path(name).suffixes[-2:]) if name.endswith(".gz") else Path(name).suffix
    place, number = folder / name, 2
    while os.path.lexists(place):
        place = folder / f"{name.removesuffix(ending)} ({number}){ending}"
        number += 1
    return place


def _parked(file: Path, sentence: str, digest: str = "", question: str = "", choices: Sequence[str] = ()) -> Parked:
    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    return Parked(file.name, sentence, question, tuple(choices), digest, at)


def _write_down(inbox: Path, entries: Sequence[Parked]) -> None:
    """Replace the list of parked files at once, so that nobody reads half of it."""
    try:
        draft = inbox / f".{PARKED}"
        draft.write_text(json.dumps([asdict(entry) for entry in entries], indent=2), encoding="utf-8")
        moved_into_place(draft, inbox / PARKED)
    except OSError as error:
        raise TurnaroundError(f"The inbox could not be written to ({error.strerror}); check its folder.") from None
