"""The rules that a generation was measured by: what measured times depend on, as one short text beside it."""

import hashlib
from pathlib import Path

from pipelines.errors import SettingsInvalid
from pipelines.history.generations import MEASURED_BY, current_generation
from pipelines.settings import Settings, read_settings


def rules_of(settings: Settings) -> str:
    """A text that is another one where measured times would be others."""
    rules = (
        settings.timezone, settings.default_calendar, sorted(settings.calendars.items()), settings.tiers,
        settings.offices, settings.road, settings.distance_bands, settings.clocks_that_pause, sorted(settings.matrix),
    )  # fmt: skip
    return hashlib.sha256(repr(rules).encode("utf-8")).hexdigest()


def measured_by(home: Path) -> str:
    """The rules of the current generation; empty where there is none, or an older version measured it."""
    folder = current_generation(home)
    try:
        return (folder / MEASURED_BY).read_text(encoding="ascii").strip() if folder else ""
    except (OSError, UnicodeDecodeError):
        return ""


def is_measured_otherwise(home: Path) -> bool:
    """Whether the history was measured by other rules than the settings give; False where that is not known."""
    stands = measured_by(home)
    try:
        return bool(stands) and stands != rules_of(read_settings(home))
    except SettingsInvalid:
        return False
