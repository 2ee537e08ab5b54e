"""The file of kept plans in a home: what is in it is read by models.refresh.plans, and forgotten with a client here."""

import json
import re
from pathlib import Path
from typing import Any

from pipelines.history.files import written_whole

FILE = "plans.json"


def plans_naming(home: Path, pattern: re.Pattern[str]) -> list[Any]:
    """The plans that name a client; none where the file is missing or cannot be read."""
    return [one for one in _plans(home) if pattern.search(_text(one))]


def forget_plans_naming(home: Path, pattern: re.Pattern[str]) -> None:
    """Take out every plan that names a client."""
    if plans_naming(home, pattern):
        left = [one for one in _plans(home) if not pattern.search(_text(one))]
        written_whole(home / FILE, json.dumps(left, indent=1).encode())


def _plans(home: Path) -> list[Any]:
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return found if isinstance(found, list) else []


def _text(plan: Any) -> str:
    return json.dumps(plan, ensure_ascii=False)
