"""The file of kept plans in a home: what is in it is read by models.refresh.plans, and forgotten with a client here."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from filelock import FileLock

from pipelines.history.files import written_whole
from pipelines.targets.register import plain

FILE = "plans.json"
CLIENT = "client="


def plans_naming(home: Path, names: Iterable[str], pattern: re.Pattern[str]) -> list[Any]:
    """The plans with a client as a buyer, or in their own name; none where the file is missing or cannot be read."""
    return [one for one in _plans(home) if _names(one, names, pattern)]


def forget_plans_naming(home: Path, names: Iterable[str], pattern: re.Pattern[str]) -> None:
    """Take out every plan that names a client."""
    known = list(names)
    with FileLock(home / "writer.lock"):
        plans = _plans(home)
        left = [one for one in plans if not _names(one, known, pattern)]
        if len(left) < len(plans):
            written_whole(home / FILE, json.dumps(left, indent=1).encode())


def _plans(home: Path) -> list[Any]:
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return found if isinstance(found, list) else []


def _names(stored: Any, names: Iterable[str], pattern: re.Pattern[str]) -> bool:
    if not isinstance(stored, dict):
        return False
    gone = {plain(name) for name in names}
    buyers = [str(word).removeprefix(CLIENT) for word in stored.get("what_if", []) if str(word).startswith(CLIENT)]
    return any(plain(buyer) in gone for buyer in buyers) or bool(pattern.search(str(stored.get("name", ""))))
