"""`python -m tests.torture.recording LOG ROOT MODULE WORDS...`: a command of ours, and what it did to the files below ROOT.

Before each of its acts on files, and before each fsync, the tree is compared with what it was: the differences are the
operations, in their order. What the database writes by itself is seen at the next act, and counts as not yet on the disk.
"""

import hashlib
import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

ACTS = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.truncate"}
ROOT_ID = 0
Entry = tuple[int, str]
Operation = list[Any]


class Recorder:
    """Names each file and folder once, keeps every content under its hash, and lists the operations."""

    def __init__(self, root: Path, log: Path) -> None:
        self.operations: list[Operation] = []
        self._root, self._log, self._busy, self._numbers = root, log, False, iter(range(1, 1 << 30))
        self._ids = {root.stat().st_ino: ROOT_ID}
        self._entries: dict[Entry, int] = {}
        self._states: dict[int, tuple[int, int]] = {}
        self._contents: dict[int, str] = {}
        log.mkdir(parents=True, exist_ok=True)

    def look(self) -> None:
        """Write down what has changed since the last look."""
        if self._busy:
            return
        self._busy = True
        try:
            self._differences(*self._walked())
        finally:
            self._busy = False

    def synced(self, handle: int) -> None:
        inode = os.fstat(handle).st_ino
        self._states.pop(self._ids.get(inode, ROOT_ID), None)  # the clock of a disk is coarse: what is synced is read
        self.look()
        if inode in self._ids:
            self.operations.append(["fsync", self._ids[inode]])

    def _walked(self) -> tuple[dict[Entry, int], dict[int, os.stat_result], dict[int, Path]]:
        entries: dict[Entry, int] = {}
        states: dict[int, os.stat_result] = {}
        paths: dict[int, Path] = {}
        waiting, ids = [(self._root, ROOT_ID)], {self._root.stat().st_ino: ROOT_ID}
        while waiting:
            folder, above = waiting.pop()
            for item in sorted(os.scandir(folder), key=lambda item: item.name):
                state = item.stat(follow_symlinks=False)
                own = ids[state.st_ino] = self._ids.get(state.st_ino) or next(self._numbers)
                self._ids[state.st_ino] = own
                entries[above, item.name], states[own], paths[own] = own, state, Path(item.path)
                if item.is_dir(follow_symlinks=False):
                    waiting.append((Path(item.path), own))
        self._ids = ids
        return entries, states, paths

    def _differences(self, entries: dict[Entry, int], states: dict[int, os.stat_result], paths: dict[int, Path]) -> None:
        # What was written into a file before it was moved comes first.
        for own, path in paths.items():
            if own in self._contents:
                self._written(own, path, states[own])
        gone = {entry: own for entry, own in self._entries.items() if entries.get(entry) != own}
        for entry, own in entries.items():
            if self._entries.get(entry) != own:
                before = next((other for other, its in gone.items() if its == own), None)
                if before is not None:
                    self.operations.append(["rename", own, *before, *entry])
                    del gone[before]
                else:
                    self.operations.append(["add", own, *entry, paths[own].is_dir()])
        self.operations += [["remove", *entry] for entry in gone if entry not in entries]
        self._entries = entries
        for own, path in paths.items():
            if own not in self._contents and not path.is_dir():
                self._written(own, path, states[own])

    def _written(self, own: int, path: Path, state: os.stat_result) -> None:
        seen = (state.st_size, state.st_mtime_ns)
        if self._states.get(own) == seen and state.st_size > 1 << 16:
            return
        content = path.read_bytes()
        name = hashlib.sha256(content).hexdigest()
        if self._contents.get(own) != name:
            (self._log / name).write_bytes(content)
            self.operations.append(["write", own, name])
        self._states[own], self._contents[own] = seen, name


def main(log: Path, root: Path, module: str, words: list[str]) -> None:
    """Run a module under the eyes of a recorder."""
    recorder, fsync = Recorder(root, log), os.fsync
    recorder.look()
    recorder.operations.append(["begin"])

    def synced(fd: Any) -> None:
        recorder.synced(fd if isinstance(fd, int) else fd.fileno())
        fsync(fd)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ACTS and (event != "open" or (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))):
            recorder.look()

    os.fsync = synced
    sys.addaudithook(hook)
    sys.argv = [module, *words]
    try:
        runpy.run_module(module, run_name="__main__")
    finally:
        recorder.look()
        (log / "operations.json").write_text(json.dumps(recorder.operations), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:])
