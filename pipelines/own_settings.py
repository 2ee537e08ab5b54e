"""The owner's own settings, written into settings.toml of the home; remarks and order of the file stay.

What changes measured times measures the history again; where that fails, the old file comes back.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from pipelines.access_settings import Access, access
from pipelines.errors import SettingsInvalid
from pipelines.history.files import written_whole
from pipelines.history.generations import current_generation, tidy
from pipelines.journey import Say, measure_again
from pipelines.measure.clock.calendars import holidays_of
from pipelines.measured_by import measured_by, rules_of
from pipelines.setting_names import check_names, value_of
from pipelines.settings import Settings, laid_over_shipped, read_access, read_settings, toml_of
from pipelines.settings_document import rewritten

__all__ = ["Imported", "import_settings", "keeps_access", "own_text", "parsed", "value_of", "write_settings"]

FILE, BEFORE = "settings.toml", "settings.toml.before"
NONE_YET = "# Your own settings. There are none yet: all are the defaults.\n"
A_YEAR = (2026,)
MOST_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Imported:
    """Whether an import measured the history again, and whether the old file now is settings.toml.before."""

    measured: bool
    kept_before: bool


def write_settings(home: Path, changes: Mapping[str, Any], back: Iterable[str] = (), say: Say = lambda _: None) -> bool:
    """Write values by name, such as company.name, and take names `back` to their defaults: all or none.

    Whether the history was measured again; raises SettingsInvalid with a plain sentence.
    """
    taken = tuple(back)
    return _rewritten(home, lambda: rewritten(_standing(home) or b"", changes, taken), say)


def import_settings(home: Path, content: bytes, say: Say = lambda _: None) -> Imported:
    """Put a whole file in the place of the own settings, once all of it fits; the old one is kept beside it."""
    parsed(content)
    text = content.decode("utf-8-sig")
    kept = _standing(home) not in (None, text.encode("utf-8"))
    return Imported(_rewritten(home, lambda: text, say, keep_before=True), kept)


def parsed(content: bytes) -> dict[str, Any]:
    """What a whole file of settings says, every name and value of it checked; raises SettingsInvalid."""
    if len(content) > MOST_BYTES:
        raise SettingsInvalid("A file of settings is smaller than 1 MB; this is another file.")
    written = toml_of(content, "This file of settings")
    check_names(written)
    _checked(written)
    return written


def keeps_access(home: Path, written: Mapping[str, Any], what: str) -> None:
    """Raise where other settings say otherwise than the own ones who may reach the dashboard: no page changes that."""
    try:
        standing = read_access(home)
    except SettingsInvalid:
        standing = Access()
    if access(written.get("access", {})) != standing:
        raise SettingsInvalid(f"{what} says otherwise who may reach the dashboard ([access]): use it from a shell.")


def own_text(home: Path) -> str:
    """The owner's settings as they are written; a remark where there are none."""
    file = home / FILE
    return file.read_text("utf-8-sig", errors="replace") if file.exists() else NONE_YET


def _rewritten(home: Path, draft: Callable[[], str], say: Say, *, keep_before: bool = False) -> bool:
    """Write the draft; where the history was measured by other rules, it is measured by these, or nothing changes."""
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "writer.lock"):
        tidy(home)
        text = draft()
        rules = rules_of(_checked(toml_of(text.encode("utf-8"))))
        if current_generation(home) is None or rules == (measured_by(home) or _rules_as_written(home)):
            _swap(home, text, keep_before=keep_before)
            return False
    before: list[tuple[str, bytes | None]] = []

    def swap() -> None:
        text = draft()
        _checked(toml_of(text.encode("utf-8")))
        before.extend((name, _standing(home, name)) for name in (FILE, BEFORE))
        _swap(home, text, keep_before=keep_before)

    try:
        measure_again(home, say, first=swap)
    except BaseException:
        for name, content in before:
            _write(home / name, content)
        raise
    return True


def _rules_as_written(home: Path) -> str:
    """For a history of an older version, which does not tell its rules: those of the settings before the change."""
    try:
        return rules_of(read_settings(home))
    except SettingsInvalid:
        return ""


def _checked(written: dict[str, Any]) -> Settings:
    settings = laid_over_shipped(written)
    for calendar in settings.calendars.values():
        holidays_of(calendar, A_YEAR)
    return settings


def _swap(home: Path, text: str, *, keep_before: bool) -> None:
    old, new = _standing(home), text.encode("utf-8")
    if keep_before and old not in (None, new):
        _write(home / BEFORE, old)
    _write(home / FILE, new)


def _standing(home: Path, name: str = FILE) -> bytes | None:
    file = home / name
    return file.read_bytes() if file.exists() else None


def _write(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    elif not (file.exists() and file.read_bytes() == content):
        written_whole(file, content)
