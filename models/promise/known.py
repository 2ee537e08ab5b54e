"""What is known when a ticket is opened: the only columns that a model may read, and which of them have an order."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CATEGORIES = ("issue_kind", "issue_type", "sub_type", "priority", "client", "site", "channel")
# How hard tickets of its type were before this one came in; more of it never shortens the work.
COMPLEXITY = ("earlier_technicians", "earlier_minutes")
LOADS = ("client_load",)
ORDERED = ("tier", "tier_position", "premium", "work_mode", "distance_band", "distance_position")
AT_OPENING = frozenset((*CATEGORIES, *COMPLEXITY, *LOADS, *ORDERED))
MOST_CATEGORIES = 200
SLOWER, FASTER, FREE = -1, 1, 0
# Complexity and load are told apart in steps: finer ones would be noise, and every step is a row more to learn from.
STEPS_A_UNIT = 4


class NotKnownAtOpening(ValueError):
    """A column that no model may read: it is not on the list of what is known when a ticket is opened."""


def refuse_the_future(frame: pd.DataFrame) -> None:
    """Raise NotKnownAtOpening for any column that is not declared in AT_OPENING."""
    unknown = [str(name) for name in frame.columns if name not in AT_OPENING]
    if unknown:
        raise NotKnownAtOpening(f"{', '.join(unknown)}: not known when a ticket is opened; no promise may rest on it.")


@dataclass(frozen=True)
class Column:
    """One attribute as numbers, missing as NaN; sign: which way it moves the share done."""

    numbers: Floats
    sign: int
    coded: bool

    @property
    def varies(self) -> bool:
        """Whether there is anything to learn from it."""
        return len(np.unique(self.numbers[~np.isnan(self.numbers)])) > 1


@dataclass
class Encoding:
    """Columns as numbers: categories by how often they occur, ordered ones with the sign of their order."""

    codes: dict[str, dict[object, int]] = field(default_factory=dict)
    used: list[int] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    coded: list[bool] = field(default_factory=list)

    def fit(self, frame: pd.DataFrame) -> "Encoding":
        """Learn the categories, and which columns vary."""
        refuse_the_future(frame)
        self.codes = {name: _codes(values) for name, values in _categories(frame).items()}
        columns = self._columns(frame)
        self.used = [i for i, column in enumerate(columns) if column.varies]
        self.signs = [columns[i].sign for i in self.used]
        self.coded = [columns[i].coded for i in self.used]
        return self

    def matrix(self, frame: pd.DataFrame) -> Floats:
        """One row a row of the frame; a category that was never seen is missing."""
        refuse_the_future(frame)
        columns = self._columns(frame)
        used = [columns[i].numbers for i in self.used]
        return np.column_stack(used) if used else np.empty((len(frame), 0))

    def _columns(self, frame: pd.DataFrame) -> list[Column]:
        ordered = [
            Column(_numbers(frame, name), FASTER, coded=False) for name in ("tier_position", "premium") if name in frame
        ]
        if "work_mode" in frame:
            ordered += [Column(values, SLOWER, coded=False) for values in _reach(frame)]
        ordered += [Column(_stepped(frame, name), SLOWER, coded=False) for name in COMPLEXITY if name in frame]
        ordered += [Column(_stepped(frame, name, doublings=True), FREE, coded=False) for name in LOADS if name in frame]
        return ordered + [
            Column(np.asarray(values.map(self.codes[name]), np.float64), FREE, coded=True)
            for name, values in _categories(frame).items()
        ]


def _categories(frame: pd.DataFrame) -> dict[str, pd.Series]:
    found = {name: frame[name] for name in CATEGORIES if name in frame}
    return found | {"tier": _unordered_tiers(frame)} if "tier" in frame else found


def _unordered_tiers(frame: pd.DataFrame) -> pd.Series:
    """Tiers that have no place in the owner's order; those that have one are missing here."""
    if "tier_position" not in frame:
        return frame["tier"]
    return frame["tier"].where(frame["tier_position"].isna())


def _reach(frame: pd.DataFrame) -> tuple[Floats, Floats]:
    """How far the work is: remote 0, bands from 1; and whether a visit's distance is unknown, then as the nearest."""
    on_site = (frame["work_mode"] == "on_site").to_numpy()
    band = _numbers(frame, "distance_position") if "distance_position" in frame else np.full(len(frame), np.nan)
    far = np.where(on_site, 1 + np.nan_to_num(band), 0.0)
    return np.where(frame["work_mode"].isna(), np.nan, far), (on_site & np.isnan(band)).astype(float)


def _numbers(frame: pd.DataFrame, name: str) -> Floats:
    return np.asarray(frame[name].astype("Float64").to_numpy(dtype=float, na_value=np.nan), np.float64)


def _stepped(frame: pd.DataFrame, name: str, *, doublings: bool = False) -> Floats:
    numbers = _numbers(frame, name)
    scaled = np.log2(1 + numbers) if doublings else numbers
    return np.asarray(np.round(scaled * STEPS_A_UNIT) / STEPS_A_UNIT)


def _codes(values: pd.Series) -> dict[object, int]:
    """The commonest categories, numbered; rare ones beyond the limit share what missing has."""
    counts = values.value_counts()
    common = sorted(counts.index, key=lambda value: (-counts[value], str(value)))[:MOST_CATEGORIES]
    return {value: number for number, value in enumerate(common)}
