"""A load of the ledger, taken apart."""

from typing import Any

import pandas as pd


def by_outcome(outcomes: pd.DataFrame) -> dict[str, int]:
    """Records by outcome; emptied cells are no records."""
    return _summed(outcomes, "outcome")


def by_reason(outcomes: pd.DataFrame) -> dict[str, int]:
    """How often which reason was given, of records and of emptied cells."""
    return _summed(outcomes, "reason")


def notes(load: Any) -> list[str]:
    """What was assumed when the file was read."""
    told = load["notes"]
    return [] if told is None or isinstance(told, float) else [str(note) for note in told]


def _summed(outcomes: pd.DataFrame, by: str) -> dict[str, int]:
    named = outcomes[outcomes[by].notna()]
    return {str(name): int(number) for name, number in named.groupby(by, sort=False)["records"].sum().items()}
