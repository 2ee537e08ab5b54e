"""The owner's settings as the page Settings shows them: in force, whose they are, as written; the logo, the inbox."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.loaders.home import settings, today
from pipelines import holiday_places as places
from pipelines.company import Company
from pipelines.errors import SettingsInvalid
from pipelines.inbox import inbox_folder
from pipelines.measured_by import is_measured_otherwise
from pipelines.own_settings import own_text
from pipelines.settings import Settings, home_folder
from pipelines.settings_in_force import Setting, in_force

__all__ = [
    "Rules",
    "closed_days",
    "holiday_places",
    "inbox_place",
    "logo",
    "rules",
    "settings_fault",
    "written_settings",
]


@dataclass(frozen=True)
class Rules:
    """What is in force, every setting by name, the file's own text, and a stamp that changes with it.

    measured_otherwise: whether the history was measured by other rules than these.
    """

    settings: Settings
    found: tuple[Setting, ...]
    text: str
    stamp: str
    measured_otherwise: bool = False

    @property
    def own(self) -> list[str]:
        """The names that the owner has set."""
        return [one.name for one in self.found if one.own]

    def is_own(self, *beginnings: str) -> bool:
        """Whether any setting whose name is or begins so is the owner's own."""
        return any(name == one or name.startswith(f"{one}.") for name in self.own for one in beginnings)


def rules() -> Rules:
    """The owner's settings, read each time: a small file, and never stale."""
    home = home_folder()
    text = own_text(home)
    stamp = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    return Rules(settings(), tuple(in_force(home)), text, stamp, is_measured_otherwise(home))


def settings_fault() -> str:
    """Why the settings cannot be read; empty where they can."""
    try:
        settings()
    except SettingsInvalid as error:
        return str(error)
    return ""


def written_settings() -> str:
    """The owner's settings as they are written, whether or not they can be read."""
    return own_text(home_folder())


def logo(company: Company) -> bytes | None:
    """The logo's bytes; None where there is none in the home."""
    file = home_folder() / company.logo
    return file.read_bytes() if company.logo and file.is_file() else None


def closed_days(calendar: str) -> list[tuple[date, str]]:
    """The next holidays on which a calendar is closed."""
    return places.next_closed(settings().calendars[calendar], today())


def holiday_places() -> dict[str, str]:
    """Countries and regions whose holidays are known, by code."""
    return places.holiday_places()


def inbox_place() -> Path:
    """The folder that files can be dropped into; made where it is missing."""
    return inbox_folder(home_folder())
