"""Tickets come and go wrong in bunches: how much wider luck is than for as many independent tickets.

The tickets of one week are alike (one likeness for all groups, by its moments, as in cluster samples), so a group with
more tickets a week is told less by each of them.
"""

import numpy as np
import pandas as pd

from models.shares import Floats


def scatter(weeks: pd.DataFrame, groups: pd.Series) -> Floats:
    """One factor a group, 1 is chance. weeks: one row a group and week with `group`, `tickets` and `hits`."""
    own = weeks[weeks["tickets"] > 0]
    bunch = (own["tickets"] ** 2).groupby(own["group"]).sum() / own.groupby("group")["tickets"].sum()
    return 1 + likeness(own) * (groups.map(bunch).fillna(1).to_numpy(float) - 1)


def likeness(weeks: pd.DataFrame) -> float:
    """How alike the tickets of one week are beyond what their group explains: 0 not at all, 1 wholly."""
    own = weeks[weeks["tickets"] > 0]
    sums = own.groupby("group")[["tickets", "hits"]].transform("sum")
    tickets, share = own["tickets"].to_numpy(float), (sums["hits"] / sums["tickets"]).to_numpy(float)
    noise = tickets * share * (1 - share)
    known = noise > 0
    free = known.sum() - own.loc[known, "group"].nunique()
    beyond = ((own["hits"].to_numpy(float) - tickets * share)[known] ** 2 / noise[known]).sum() - free
    below = (tickets[known] - 1).sum()
    return float(np.clip(beyond / below, 0.0, 1.0)) if below > 0 else 0.0
