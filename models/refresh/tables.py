"""Results as plain tables in a JSON file beside the generation that they are of, named by how they were made."""

import hashlib
import json
import math
import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pipelines.history.files import moved_into_place
from pipelines.history.generations import current_generation
from pipelines.settings import Settings

# Raised with every change of the method: what an older one has stored is then no longer shown as today's.
METHOD = 1


def fingerprint(settings: Settings, by_priority: bool) -> str:  # noqa: FBT001 - part of the name, like the others
    """What results depend on beside the history: the method, and whatever of the settings has a part in it."""
    rates = sorted((str(tier), rate) for tier, rate in settings.kept_rates.items())
    hours = [settings.default_calendar, sorted(settings.calendars.items()), settings.clocks_that_pause]
    parts = [METHOD, settings.tiers, settings.distance_bands, rates, hours, by_priority]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def write(folder: Path, name: str, content: dict[str, Any]) -> None:
    """Store whole or not at all."""
    draft = folder / f"{name}.{os.getpid()}-{threading.get_ident()}.next"
    draft.write_text(json.dumps(content), encoding="utf-8")
    moved_into_place(draft, folder / f"{name}.json")


def read(folder: Path, name: str) -> dict[str, Any] | None:
    """What is stored under a name, None where nothing is or where it was cut short."""
    try:
        content: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return content


def newest(home: Path, pattern: str) -> tuple[dict[str, Any], bool] | None:
    """The newest stored content whose file has such a name, and whether it is of the current generation."""
    current = current_generation(home)
    for folder in sorted((home / "generations").glob("[0-9]*"), reverse=True) if current else []:
        files = sorted(folder.glob(f"{pattern}.json"), key=lambda file: file.stat().st_mtime_ns)
        content = read(folder, files[-1].stem) if files else None
        if content is not None and current and folder.name <= current.name:
            return content, folder == current
    return None


def as_table(frame: pd.DataFrame) -> dict[str, Any]:
    """A frame as JSON: columns and rows."""
    plain = frame.astype(object).where(frame.notna(), None)
    kept: dict[str, Any] = json.loads(plain.to_json(orient="split", index=False, double_precision=7, date_format="iso"))
    return kept


def from_table(stored: dict[str, Any]) -> pd.DataFrame:
    """The frame again."""
    return pd.DataFrame(stored["data"], columns=stored["columns"])


def plain(content: Any) -> Any:
    """The same with numbers that JSON knows: what is not a number, or is without end, becomes null."""
    if isinstance(content, dict):
        return {name: plain(value) for name, value in content.items()}
    if isinstance(content, list | tuple):
        return [plain(value) for value in content]
    if isinstance(content, np.generic):
        return plain(content.item())
    return None if isinstance(content, float) and not math.isfinite(content) else content
