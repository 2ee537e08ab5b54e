"""The text of settings.toml with some values changed: remarks, the order and the ends of lines stay."""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable, Item

from pipelines.errors import SettingsInvalid
from pipelines.setting_names import Keys, keys_of, shipped
from pipelines.settings import toml_of

NewTable = Callable[[], Any]
CLOSED = "settings.toml in your home is written so that nothing can be added; edit it by hand."


def rewritten(content: bytes, changes: Mapping[str, Any], back: Iterable[str] = ()) -> str:
    """The text with values by name, such as company.name, and names `back` taken out; raises SettingsInvalid."""
    gone, put = [keys_of(name) for name in back], {keys_of(name): value for name, value in changes.items()}
    toml_of(content)
    text = content.decode("utf-8-sig")
    for new_table in (_table, tomlkit.inline_table):
        found = _drafted(text.replace("\r\n", "\n"), put, gone, new_table)
        if found is not None:
            return found.replace("\n", "\r\n") if "\r\n" in text else found
    raise SettingsInvalid(CLOSED)


def _table() -> Any:
    return tomlkit.table(is_super_table=False)


def _drafted(text: str, put: Mapping[Keys, Any], gone: Iterable[Keys], new_table: NewTable) -> str | None:
    """None where a value would not be read back where it belongs."""
    try:
        document = tomlkit.parse(text)
        for keys in gone:
            _take_out(document, keys)
        for keys, value in put.items():
            _put(document, keys, value, new_table)
        found = tomlkit.dumps(document)
        meant, read = (
            json.dumps(one, sort_keys=True, default=str) for one in (document.unwrap(), tomllib.loads(found))
        )
    except (TOMLKitError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    return found if meant == read else None


def _put(document: tomlkit.TOMLDocument, keys: Keys, value: Any, new_table: NewTable) -> None:
    table: Any = document
    if keys[0] == "calendars" and len(keys) > 2:
        _begin_calendar(document, keys[1], new_table)
    for key in keys[:-1]:
        fresh = tomlkit.inline_table() if isinstance(table, InlineTable) else new_table()
        if not isinstance(table.setdefault(key, fresh), dict):
            name = ".".join(keys)
            raise SettingsInvalid(f"{key} in settings.toml of your home is a value, so {name!r} has no place there.")
        table = table[key]
    table[keys[-1]] = _item(value, keys, on_one_line=isinstance(table, InlineTable))


def _begin_calendar(document: tomlkit.TOMLDocument, name: str, new_table: NewTable) -> None:
    """A calendar of the home stands for the whole calendar, so the first change of one begins with all of it."""
    if name not in document.get("calendars", {}) and name in shipped()["calendars"]:
        _put(document, ("calendars", name), shipped()["calendars"][name], new_table)


def _item(value: Any, keys: Keys, *, on_one_line: bool = False) -> Item | Any:
    """A calendar and an office as parts of their own, whatever stands inside others on one line."""
    if keys == ("offices",) and isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        parts = tomlkit.aot()
        for office in value:
            parts.append(tomlkit.item(office))
        return parts
    if isinstance(value, dict):
        is_part = keys[0] == "calendars" and len(keys) == 2 and not on_one_line
        table: Any = tomlkit.table() if is_part else tomlkit.inline_table()
        for key, inner in value.items():
            table[key] = _item(inner, (*keys, key), on_one_line=not is_part)
        return table
    if isinstance(value, list):
        array = tomlkit.array()
        for inner in value:
            array.append(_item(inner, (*keys, ""), on_one_line=True))
        return array.multiline(len(str(value)) > 80 and not on_one_line)
    return value


def _take_out(document: tomlkit.TOMLDocument, keys: Keys) -> None:
    table: Any = document
    for key in keys[:-1]:
        if not isinstance(table, dict) or key not in table:
            return
        table = table[key]
    if isinstance(table, dict) and keys[-1] in table:
        del table[keys[-1]]
