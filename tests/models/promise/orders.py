"""Orders that a promise must keep, and a count of the pairs that break them."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd

from models.promise.known import Floats


def grid(types: Sequence[str], tiers: int = 3) -> pd.DataFrame:
    """Every combination, places from near to far, distance missing too."""
    places = [("remote", None), ("on_site", None), ("on_site", 0), ("on_site", 1), ("on_site", 2), ("on_site", 3)]
    cells = product(types, range(tiers), (False, True), places)
    return pd.DataFrame(
        [(name, f"tier {tier}", tier, premium, mode, band) for name, tier, premium, (mode, band) in cells],
        columns=["issue_type", "tier", "tier_position", "premium", "work_mode", "distance_position"],
    )


def longer_though_better(cells: pd.DataFrame, promised: Floats) -> int:
    """Pairs of cells, equal but for one ordered attribute, in which the better one has the longer promise.

    An unknown distance is only known to be a visit, and at least as far as the nearest one.
    """
    place = cells["work_mode"].eq("on_site") * (2 + cells["distance_position"].fillna(-1))
    told = cells.assign(place=place, promised=promised)
    unknown, placed, near = told[place == 1], told[place != 1], told[place <= 2]
    wrong = _against(placed, "tier_position", ascending=False) + _against(placed, "premium", ascending=False)
    wrong += _against(unknown, "tier_position", ascending=False) + _against(unknown, "premium", ascending=False)
    last = near.assign(place=near["place"].replace(1, 3))
    return wrong + _against(placed, "place", ascending=True) + _against(last[last["place"] != 0], "place", ascending=True)


def fair_times(cells: pd.DataFrame) -> Floats:
    """Times that differ in every pair, each in the right direction."""
    visit = cells["work_mode"].eq("on_site") * (2 + cells["distance_position"].fillna(0.5))
    return np.asarray(100 - 10 * cells["tier_position"] - cells["premium"] + visit, np.float64)


def _against(told: pd.DataFrame, name: str, *, ascending: bool) -> int:
    alike = [other for other in ("issue_type", "tier_position", "premium", "place") if other != name]
    ordered = [own["promised"].to_numpy() for _, own in told.sort_values(name, ascending=ascending).groupby(alike)]
    return sum(int((times[:-1] > times[1:]).sum()) for times in ordered)
