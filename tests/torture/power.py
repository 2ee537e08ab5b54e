"""What a disk may show after a power cut: of recorded operations, what was synced, and of the rest any part.

The rules are harsher than those of usual disks. A file shows what was synced last, or a later content, or one that is
cut short, zeros, or old and new blocks in a mixture. A name that was given, changed or taken away is there or not,
each by itself, until its folder was synced; syncing a file does not sync its name.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.torture.recording import ROOT_ID, Entry, Operation

BLOCK = 4096


@dataclass
class Change:
    """A change of names: who is there, where it was, and the folders of which one must be synced."""

    own: int | None
    to: Entry
    before: Entry | None = None
    durable: bool = False

    @property
    def folders(self) -> set[int]:
        return {entry[0] for entry in (self.to, self.before) if entry}


@dataclass
class Disk:
    """Everything that happened up to the cut."""

    log: Path
    changes: list[Change] = field(default_factory=list)
    contents: dict[int, list[str]] = field(default_factory=dict)
    synced: dict[int, int] = field(default_factory=dict)
    folders: set[int] = field(default_factory=lambda: {ROOT_ID})

    def happen(self, operation: Operation) -> None:
        kind, *what = operation
        if kind == "begin":
            self._all_durable()
        elif kind == "add":
            self.changes.append(Change(what[0], (what[1], what[2])))
            self.folders.update([what[0]] if what[3] else [])
        elif kind == "rename":
            self.changes.append(Change(what[0], (what[3], what[4]), (what[1], what[2])))
        elif kind == "remove":
            self.changes.append(Change(None, (what[0], what[1])))
        elif kind == "write":
            self.contents.setdefault(what[0], []).append(what[1])
        elif what[0] in self.folders:
            for change in self.changes:
                change.durable = change.durable or what[0] in change.folders
        else:
            self.synced[what[0]] = len(self.contents.get(what[0], []))

    def _all_durable(self) -> None:
        for change in self.changes:
            change.durable = True
        self.synced = {own: len(versions) for own, versions in self.contents.items()}

    def after_cut(self, random: Random, names: float, newest: float) -> dict[str, bytes | None]:
        """The tree as it may be found: each path with its content, None for a folder.

        `names` and `newest`: how likely a change of names has come to the disk, and a content is the newest.
        """
        found: dict[Entry, int] = {}
        for change in self.changes:
            if change.durable or random.random() < names:
                if change.before:
                    found.pop(change.before, None)
                if change.own is None:
                    found.pop(change.to, None)
                else:
                    found[change.to] = change.own
        return dict(self._below(ROOT_ID, "", found, random, newest))

    def _below(self, folder: int, path: str, found: dict[Entry, int], random: Random, newest: float) -> list[tuple[str, bytes | None]]:
        tree: list[tuple[str, bytes | None]] = []
        for (above, name), own in sorted(found.items()):
            if above == folder and own in self.folders:
                tree += [(f"{path}{name}", None), *self._below(own, f"{path}{name}/", found, random, newest)]
            elif above == folder:
                tree.append((f"{path}{name}", self._content(own, random, newest)))
        return tree

    def _content(self, own: int, random: Random, newest: float) -> bytes:
        versions, synced = self.contents.get(own, []), self.synced.get(own, 0)
        last = self._read(versions[-1]) if versions else b""
        if synced == len(versions) or random.random() < newest:
            return last
        old = self._read(versions[synced - 1]) if synced else b""
        cut = random.randint(0, len(last))
        later = self._read(random.choice(versions[synced:]))
        return random.choice([old, later, last[:cut], last[:cut] + bytes(len(last) - cut), bytes(len(last)), _mixed(old, last, random)])

    def _read(self, name: str) -> bytes:
        return (self.log / name).read_bytes()


def _mixed(old: bytes, new: bytes, random: Random) -> bytes:
    """Block by block the old or the new content; what the old one lacks is zeros."""
    old = old.ljust(len(new), b"\0")
    return b"".join((new if random.random() < 0.5 else old)[place : place + BLOCK] for place in range(0, len(new), BLOCK))


def operations_of(log: Path) -> list[Operation]:
    """What was recorded."""
    operations: list[Operation] = json.loads((log / "operations.json").read_text(encoding="utf-8"))
    return operations


def laid_out(tree: dict[str, bytes | None], root: Path) -> None:
    """Make such a tree."""
    root.mkdir(parents=True)
    for path, content in tree.items():
        if content is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(content)


def digest(tree: dict[str, bytes | None]) -> str:
    """One hash of a whole tree."""
    whole = hashlib.sha256()
    for path, content in sorted(tree.items()):
        whole.update(f"{path}\0{content is None}\0".encode() + hashlib.sha256(content or b"").digest())
    return whole.hexdigest()
