"""Every setting by name: what is in force, whether it is the owner's own, and what two sets of settings differ in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.setting_names import OFFICES, shipped
from pipelines.settings import own_toml, read_settings

# Tables that hold one setting a line, where others are a value as a whole.
OPEN = ("prices.premium", "tiers.plans", "prices.per_user", "prices.credits", "staffing.skills", "promise.tiers")
WHOLE = {"priorities.matrix", "contract.definitions"}


@dataclass(frozen=True)
class Setting:
    """A setting by its name; `value` is None where the owner's own file does not have it and nothing ships."""

    name: str
    value: Any
    own: bool


@dataclass(frozen=True)
class Difference:
    """What another file of settings would change: from, and to; None: it is not there."""

    name: str
    before: Any
    after: Any


def own_settings(home: Path) -> dict[str, Any]:
    """The owner's own settings alone, by name; raises SettingsInvalid where the file cannot be read."""
    return dict(_named(own_toml(home)))


def in_force(home: Path) -> list[Setting]:
    """All settings, the shipped ones in their order first; raises SettingsInvalid where they cannot be in force."""
    read_settings(home)
    own, default = own_settings(home), dict(_named(shipped()))
    return [Setting(name, (default | own)[name], name in own) for name in default | own]


def differences(home: Path, written: Mapping[str, Any]) -> list[Difference]:
    """What would be in force otherwise with another file in the place of the own one; raises SettingsInvalid."""
    default = dict(_named(shipped()))
    before, after = default | own_settings(home), default | dict(_named(written))
    return [
        Difference(name, before.get(name), after.get(name))
        for name in before | after
        if before.get(name) != after.get(name)
    ]


def _named(written: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for part, values in written.items():
        if part == OFFICES:
            yield part, values
            continue
        for key, value in values.items() if isinstance(values, Mapping) else ():
            name = f"{part}.{key}"
            if name in OPEN and isinstance(value, Mapping):
                yield from ((f"{name}.{inner}", one) for inner, one in value.items())
            else:
                yield name, value
