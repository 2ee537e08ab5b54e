"""Whether an ordered attribute makes a difference: a stratified log-rank test for trend (Tarone 1975)."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.promise.known import Floats

# Of hundred orders that make no difference, one is taken for one that does.
CLEARLY = 2.33


def trend(values: Floats, seconds: Floats, stopped: NDArray[np.bool_], strata: NDArray[np.int64]) -> float:
    """By how many standard errors higher values end sooner than others of their stratum; 0 for nothing to tell."""
    known = ~np.isnan(values)
    values, seconds, stopped, strata = values[known], seconds[known], stopped[known], strata[known]
    if len(values) == 0:
        return 0.0
    order = np.lexsort((~stopped, seconds, strata))
    frame = pd.DataFrame(
        {"stratum": strata[order], "seconds": seconds[order], "x": values[order], "ends": stopped[order]}
    )
    frame["x2"], frame["one"] = frame["x"] ** 2, 1.0
    # Sums over those still open: from the end of each stratum backwards, ties together.
    backwards = frame.iloc[::-1].groupby("stratum", sort=False)[["one", "x", "x2"]].cumsum().iloc[::-1]
    at_risk = backwards.groupby([frame["stratum"], frame["seconds"]], sort=False).transform("first")
    mean = at_risk["x"] / at_risk["one"]
    together = frame["ends"].astype(float).groupby([frame["stratum"], frame["seconds"]], sort=False).transform("sum")
    tied = (at_risk["one"] - together) / (at_risk["one"] - 1).clip(lower=1)
    variance = ((at_risk["x2"] / at_risk["one"] - mean**2).clip(lower=0) * tied)[frame["ends"]].sum()
    score = (frame["x"] - mean)[frame["ends"]].sum()
    return float(score / np.sqrt(variance)) if variance > 1e-9 else 0.0
