"""The owner's own settings, written into settings.toml of the home; remarks and order of the file stay.

What changes measured times measures the history again; where that fails, the old file comes back.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import tomlkit
from filelock import FileLock
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Item

from pipelines.errors import SettingsInvalid
from pipelines.history.files import written_whole
from pipelines.history.generations import current_generation
from pipelines.journey import Say, measure_again
from pipelines.measure.clock.calendars import holidays_of
from pipelines.setting_names import Keys, check_names, keys_of, shipped, value_of
from pipelines.settings import Settings, laid_over_shipped, read_settings

__all__ = ["import_settings", "own_text", "parsed", "value_of", "write_settings"]

FILE, BEFORE = "settings.toml", "settings.toml.before"
NONE_YET = "# Your own settings. There are none yet: all are the defaults.\n"
A_YEAR = (2026,)
MOST_BYTES = 1024 * 1024


def write_settings(home: Path, changes: Mapping[str, Any], back: Iterable[str] = (), say: Say = lambda _: None) -> bool:
    """Write values by name, such as company.name, and take names `back` to their defaults: all or none.

    Whether the history was measured again; raises SettingsInvalid with a plain sentence.
    """

    def draft() -> str:
        document = _document(home)
        for name in back:
            _take_out(document, keys_of(name))
        for name, value in changes.items():
            _put(document, keys_of(name), value)
        return _text(document)

    return _rewritten(home, draft, say)


def import_settings(home: Path, content: bytes, say: Say = lambda _: None) -> bool:
    """Put a whole file in the place of the own settings, once all of it fits; the old one is kept beside it."""
    parsed(content)
    text = content.decode("utf-8-sig")

    def draft() -> str:
        if (home / FILE).exists():
            written_whole(home / BEFORE, (home / FILE).read_bytes())
        return text

    return _rewritten(home, draft, say)


def parsed(content: bytes) -> dict[str, Any]:
    """What a whole file of settings says, every name and value of it checked; raises SettingsInvalid."""
    if len(content) > MOST_BYTES:
        raise SettingsInvalid("A file of settings is smaller than 1 MB; this is another file.")
    try:
        written = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"This file of settings cannot be read: {error}. Mend that line.") from None
    check_names(written)
    _checked(written)
    return written


def own_text(home: Path) -> str:
    """The owner's settings as they are written; a remark where there are none."""
    file = home / FILE
    return file.read_text("utf-8", errors="replace") if file.exists() else NONE_YET


def _rewritten(home: Path, draft: Callable[[], str], say: Say) -> bool:
    """Write the draft; where it changes measured times, the history is measured by it, or nothing changes."""
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "writer.lock"):
        text = draft()
        new = _checked(tomllib.loads(text))
        if current_generation(home) is None or _measures(new) == _measures(_as_it_was(home)):
            _write(home, text)
            return False
    before: list[bytes | None] = []

    def swap() -> None:
        text = draft()
        _checked(tomllib.loads(text))
        before.append((home / FILE).read_bytes() if (home / FILE).exists() else None)
        _write(home, text)

    try:
        measure_again(home, say, first=swap)
    except BaseException:
        for content in before:
            _write(home, content)
        raise
    return True


def _measures(settings: Settings | None) -> tuple[object, ...]:
    """What measured times depend on."""
    if settings is None:
        return ()
    return (
        settings.timezone, settings.default_calendar, settings.calendars, settings.tiers, settings.offices,
        settings.road, settings.distance_bands, settings.clocks_that_pause, settings.matrix,
    )  # fmt: skip


def _as_it_was(home: Path) -> Settings | None:
    try:
        return read_settings(home)
    except SettingsInvalid:
        return None


def _checked(written: dict[str, Any]) -> Settings:
    settings = laid_over_shipped(written)
    for calendar in settings.calendars.values():
        holidays_of(calendar, A_YEAR)
    return settings


def _write(home: Path, content: str | bytes | None) -> None:
    if content is None:
        (home / FILE).unlink(missing_ok=True)
    else:
        written_whole(home / FILE, content.encode("utf-8") if isinstance(content, str) else content)


def _text(document: tomlkit.TOMLDocument) -> str:
    """As it is to be written; a value that would not be read back where it belongs is not written."""
    text = tomlkit.dumps(document)
    meant, read = (json.dumps(one, sort_keys=True, default=str) for one in (document.unwrap(), tomllib.loads(text)))
    if meant != read:
        raise SettingsInvalid("settings.toml in your home is written so that nothing can be added; edit it by hand.")
    return text


def _document(home: Path) -> tomlkit.TOMLDocument:
    file = home / FILE
    try:
        return tomlkit.parse(file.read_text("utf-8")) if file.exists() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"settings.toml in your home cannot be read: {error}. Mend that line.") from None


def _put(document: tomlkit.TOMLDocument, keys: Keys, value: Any) -> None:
    table: Any = document
    if keys[0] == "calendars" and len(keys) > 2:
        _begin_calendar(document, keys[1])
    for key in keys[:-1]:
        if not isinstance(table.setdefault(key, tomlkit.table(is_super_table=False)), dict):
            name = ".".join(keys)
            raise SettingsInvalid(f"{key} in settings.toml of your home is a value, so {name!r} has no place there.")
        table = table[key]
    table[keys[-1]] = _item(value, keys)


def _begin_calendar(document: tomlkit.TOMLDocument, name: str) -> None:
    """A calendar of the home stands for the whole calendar, so the first change of one begins with all of it."""
    if name not in document.get("calendars", {}) and name in shipped()["calendars"]:
        _put(document, ("calendars", name), shipped()["calendars"][name])


def _item(value: Any, keys: Keys) -> Item | Any:
    """A calendar and an office as parts of their own, whatever stands inside others on one line."""
    if keys == ("offices",) and isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        parts = tomlkit.aot()
        for office in value:
            parts.append(tomlkit.item(office))
        return parts
    if isinstance(value, dict):
        table: Any = tomlkit.table() if keys[0] == "calendars" and len(keys) == 2 else tomlkit.inline_table()
        for key, inner in value.items():
            table[key] = _item(inner, (*keys, key))
        return table
    if isinstance(value, list):
        array = tomlkit.array()
        for inner in value:
            array.append(_item(inner, (*keys, "")))
        return array.multiline(len(str(value)) > 80)
    return value


def _take_out(document: tomlkit.TOMLDocument, keys: Keys) -> None:
    table: Any = document
    for key in keys[:-1]:
        if not isinstance(table, dict) or key not in table:
            return
        table = table[key]
    if isinstance(table, dict) and keys[-1] in table:
        del table[keys[-1]]
