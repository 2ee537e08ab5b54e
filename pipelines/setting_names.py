"""Names of settings, such as company.name: which there are, where each stands, and values as they are typed."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.scorecard import NUMBERS
from pipelines.settings import SHIPPED, WEEKDAYS

OFFICES = "offices"
CALENDAR = ("title", "holidays", *WEEKDAYS)
PLAN = ("hours", "included")
WORDY = ("contract.definitions.", "priorities.matrix.")
ENDS_IN_WORDS = {"scorecard": (".owner",), "tiers": (".hours",), "calendars": (".title", ".holidays")}
Keys = tuple[str, ...]


@cache
def shipped() -> dict[str, Any]:
    """The defaults as they are written."""
    return tomllib.loads((SHIPPED / "settings.toml").read_text(encoding="utf-8"))


def keys_of(name: str) -> Keys:
    """Where a setting stands; a plan or calendar may have dots in its name. Raises SettingsInvalid for no setting."""
    part, _, rest = name.partition(".")
    if name == OFFICES:
        return (OFFICES,)
    if part not in shipped() or not rest or rest.startswith(".") or rest.endswith("."):
        raise SettingsInvalid(f"{name!r} cannot be written here; write a name such as prices.technician_month.")
    if part == "calendars":
        keys = (part, *_ending_in(CALENDAR, rest))
    elif rest.startswith("plans.") and part == "tiers":
        keys = (part, "plans", *_ending_in(PLAN, rest.removeprefix("plans.")))
    else:
        keys = (part, *rest.split(".", -1 if part == "priorities" else 1))
    _check(keys)
    return keys


def check_names(written: Mapping[str, Any]) -> None:
    """Raise where a whole file has a name that nobody reads: it would be lost without a word."""
    for part, values in written.items():
        if part not in (*shipped(), OFFICES):
            raise SettingsInvalid(f"Settings have no part {part!r}; it is one of {', '.join((*shipped(), OFFICES))}.")
        if part != OFFICES and not isinstance(values, Mapping):
            raise SettingsInvalid(f"{part} must be a part of its own that begins with [{part}].")
        for key in values if part != OFFICES else ():
            fields = values[key] if part == "calendars" else ()
            if part == "calendars" and not isinstance(fields, Mapping):
                raise SettingsInvalid(f"Calendar {key!r} must be a part of its own that begins with [calendars.{key}].")
            for keys in ((part, key), *((part, key, field) for field in fields)):
                _check(keys)


def value_of(text: str, name: str = "") -> Any:
    """A value as it is typed: a list or table in TOML or JSON, a number, true or false; else the words themselves.

    Where `name` is a text, the words stay words: a phone number is no number.
    """
    quoted = text.startswith('"') and text.endswith('"') and len(text) > 1
    if quoted or text[:1] in ("[", "{"):
        return _parsed(text)
    if _is_words(name):
        return text
    if text in ("true", "false"):
        return text == "true"
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        try:
            return tomllib.loads(f"value = {text}")["value"]
        except tomllib.TOMLDecodeError:
            return text
    except RecursionError:
        raise SettingsInvalid(f"{text[:20]}... has too many brackets inside each other.") from None


def _is_words(name: str) -> bool:
    """Whether a text belongs there: the default is one, or it is one of a name of the owner's own."""
    part, _, key = name.partition(".")
    default = shipped().get(part, {})
    for inner in key.split("."):
        default = default.get(inner) if isinstance(default, Mapping) else None
    own = name.startswith(WORDY) or (part in ENDS_IN_WORDS and name.endswith(ENDS_IN_WORDS[part]))
    return isinstance(default, str) or own


def _ending_in(fields: tuple[str, ...], rest: str) -> Keys:
    first, _, last = rest.rpartition(".")
    return (first, last) if first and last in fields else (rest,)


def _check(keys: Keys) -> None:
    part, key = keys[0], keys[1]
    known = NUMBERS if part == "scorecard" else shipped()[part]
    if part == "calendars":
        known, key = (CALENDAR, keys[2]) if len(keys) > 2 else ((key,), key)
    if key not in known:
        raise SettingsInvalid(f"{part} has no setting {key!r}; write one of {', '.join(known)}.")
