"""What stands on the page Settings: its first sentences, and what a form has changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.digest.opening import spoken, week_of
from dashboard.loaders import Rules
from dashboard.wording import rules as words
from pipelines.settings_in_force import Setting

MATRIX_WORDS = ("high", "medium", "low")


def answer(rules: Rules) -> tuple[str, str]:
    """Who works when and promises what; how many rules there are and whose they are."""
    own = rules.settings
    hours = spoken(week_of(own.calendars[own.default_calendar].windows))
    first = words.rules(own.company.name, hours, own.timezone, own.kept_rate)
    return first, words.counts(len(own.tiers), len(own.distance_bands), len(own.offices), len(rules.own))


def changed(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What was written differently from what stands."""
    return {name: value for name, value in given.items() if value != before.get(name)}


def beginning(found: Sequence[Setting], *beginnings: str) -> dict[str, str]:
    """The owner's own settings of a part, by name, as people call them."""
    return {
        one.name: words.title(one.name)
        for one in found
        if one.own and any(one.name == name or one.name.startswith(f"{name}.") for name in beginnings)
    }


def table(found: Sequence[Setting]) -> pd.DataFrame:
    """Every setting in force."""
    rows = [(words.title(one.name), said(one.value), "yours" if one.own else "default", one.name) for one in found]
    return pd.DataFrame(rows, columns=["Setting", "In force", "Whose", "Its name in the file"])


def differences(changes: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """What another file would change."""
    rows = [(words.title(one["name"]), said(one["before"]), said(one["after"])) for one in changes]
    return pd.DataFrame(rows, columns=["Setting", "Now", "With this file"])


def said(value: Any) -> str:
    """A value on one line, as people read it."""
    if value is None or value in ("", [], {}):
        return wording.DASH
    if isinstance(value, Mapping):
        return wording.shown("; ".join(f"{key}: {said(inner)}" for key, inner in value.items()))
    if isinstance(value, list | tuple):
        return wording.shown(", ".join(map(said, value)))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else wording.shown(value)
