"""The owner's own presets in the home: read back before they are kept, listed, and taken away again."""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.errors import FileRefused, NeedsAnswer, SettingsInvalid
from pipelines.history.files import moved_into_place
from pipelines.intake import fields
from pipelines.intake.preset import Preset, all_presets
from pipelines.mapping.naming import checked_name
from pipelines.settings import SHIPPED, known_zone

FOLDER = "sources"
MOST_BYTES = 1 << 20


@dataclass(frozen=True)
class OwnPreset:
    """One of the owner's presets: its name, and its text to take away."""

    name: str
    text: str


def own_presets(home: Path) -> list[OwnPreset]:
    """Every preset of the owner's, by name."""
    return [OwnPreset(file.stem, file.read_text(encoding="utf-8")) for file in sorted((home / FOLDER).glob("*.toml"))]


def shipped_names() -> frozenset[str]:
    """The names of the presets that ship."""
    return frozenset(file.stem for file in (SHIPPED / FOLDER).glob("*.toml"))


def preset_of(text: str, name: str) -> Preset:
    """The preset that a text says, checked; raises a sentence where it says none."""
    with tempfile.TemporaryDirectory(prefix="turnaround-preset-") as folder:
        (Path(folder) / FOLDER).mkdir()
        (Path(folder) / FOLDER / f"{name}.toml").write_text(text, encoding="utf-8", newline="")
        try:
            _check_shape(tomllib.loads(text))
            return _checked(all_presets(Path(folder))[name])
        except SettingsInvalid as error:
            raise FileRefused(str(error)) from None


def text_of(file: Path) -> str:
    """The text of a preset that was handed over; raises FileRefused with a sentence."""
    try:
        content = file.read_bytes()[: MOST_BYTES + 1]
        text = content.decode("utf-8-sig")
        tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise FileRefused(f"{file.name} is not a preset: it cannot be read as TOML. Export it again.") from None
    if len(content) > MOST_BYTES:
        raise FileRefused(f"{file.name} is too large to be a preset; export it again.")
    return text


def remember(home: Path, text: str, name: str, *, replace: bool = False) -> Preset:
    """Keep a preset in the home under a name of its own; a half-written one is never seen."""
    checked_name(name)
    if name in shipped_names():
        raise FileRefused(f"{name} is a source that ships with Turnaround; choose another name.")
    target = home / FOLDER / f"{name}.toml"
    if target.exists() and not replace:
        raise NeedsAnswer(
            f"There is a preset of yours named {name}; choose another name, or say that it shall be replaced with"
            " --replace.",
            question="replace",
        )
    preset = preset_of(text, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    _written(target, text)
    return preset


def forget(home: Path, name: str) -> None:
    """Take a preset of the owner's away; what was loaded with it stays."""
    target = home / FOLDER / f"{checked_name(name)}.toml"
    if not target.exists():
        raise FileRefused(f"There is no preset of yours named {name}.")
    target.unlink()


def _written(target: Path, text: str) -> None:
    draft = target.with_suffix(f".{os.getpid()}.draft")
    with draft.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    moved_into_place(draft, target)


def _check_shape(written: dict[str, Any]) -> None:
    """Lists of text where lists of text belong: `columns.client = "Firm"` would be read as four columns."""
    tables = [written.get(name, {}) for name in ("columns", "status")]
    lists = [values for table in tables if isinstance(table, dict) for values in table.values()]
    texts = [written.get(name, "") for name in ("title", "source", "kind", "evidence", "timezone")]
    texts += [text for values in (*lists, written.get("missing")) if isinstance(values, list) for text in values]
    fine = all(isinstance(table, dict) for table in (*tables, written.get("units", {}), written.get("zones", {})))
    fine = fine and all(isinstance(values, list) for values in (*lists, written.get("missing")))
    if not fine or not all(isinstance(text, str) for text in texts):
        raise FileRefused("This is not a preset: its columns and statuses must be lists of names. Export it again.")


def _checked(preset: Preset) -> Preset:
    """What all_presets lets pass and a load could not use."""
    lacking = [field for field in fields.REQUIRED[preset.kind] if field not in preset.columns]
    if lacking:
        raise FileRefused(f"Say which column holds {lacking[0]}; without it no row can be read.")
    for zone in (*preset.zones.values(), preset.timezone):
        known_zone(zone) if zone else None
    return preset
