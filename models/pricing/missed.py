"""How often a client finds its promise missed in a month: what credits follow."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from models.shares import wilson

# A month of fewer tickets of a client says nothing of a promise.
LEAST = 5
COLUMNS = ["tier", "n", "share", "low", "high"]


def missed_months(months: pd.DataFrame, goals: Mapping[str, float]) -> pd.DataFrame:
    """One row a tier: n client-months of at least LEAST judged tickets of a clock, and the share that missed a goal.

    months: client, tier, month, clock, judged, met; goals: clock -> share to keep. With its 95 % interval.
    """
    if months.empty:
        return pd.DataFrame(columns=COLUMNS)
    told = months[months["judged"] >= LEAST]
    short = told["met"] < told["judged"] * told["clock"].map(dict(goals)).astype(float) - 1e-9
    found = told.assign(short=short).groupby(["tier", "client", "month"])["short"].any()
    rows = []
    for tier, own in found.groupby(level="tier"):
        low, high = wilson(float(own.sum()), len(own))
        rows.append((tier, len(own), float(np.mean(own)), low, high))
    return pd.DataFrame(rows, columns=COLUMNS)
