"""The owner's own figures, written into settings.toml of the home; remarks and order of the file stay."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from filelock import FileLock
from tomlkit.exceptions import TOMLKitError

from pipelines.errors import SettingsInvalid
from pipelines.settings import laid_over_shipped

PARTS = ("prices", "staffing", "scorecard", "email")
Value = float | str | bool


def write_settings(home: Path, changes: Mapping[str, Value]) -> None:
    """Write values by name, such as prices.premium.amount, all or none; raises SettingsInvalid with a plain sentence.

    Only what no measured time depends on can be written so: prices and staffing.
    """
    home.mkdir(parents=True, exist_ok=True)
    file = home / "settings.toml"
    with FileLock(home / "writer.lock"):
        document = _parsed(file)
        for name, value in changes.items():
            _put(document, name, value)
        text = tomlkit.dumps(document)
        laid_over_shipped(tomllib.loads(text))
        draft = file.with_suffix(".toml.next")
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)


def value_of(text: str) -> Value:
    """A number where it is written as one, whole where it is whole; true and false as such; else the words."""
    if text in ("true", "false"):
        return text == "true"
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _parsed(file: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(file.read_text("utf-8")) if file.exists() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"settings.toml in your home cannot be read: {error}. Mend that line.") from None


def _put(document: tomlkit.TOMLDocument, name: str, value: Value) -> None:
    part, *inner = name.split(".", 2)
    if part not in PARTS or not inner or not all(inner):
        raise SettingsInvalid(f"{name!r} cannot be written here; write a name such as prices.technician_month.")
    table = document
    for key in (part, *inner[:-1]):
        if not isinstance(table.setdefault(key, tomlkit.table()), dict):
            raise SettingsInvalid(f"{key} in settings.toml of your home is a value, so {name!r} has no place there.")
        table = table[key]
    table[inner[-1]] = value
