"""Group quantiles on log hours, each drawn to its parent group as if that were thirty tickets more."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.promise.curves import AT_ONCE, log_time
from models.promise.known import Floats
from models.shares import done_curve

PARENT_WEIGHT = 30
Quantile = Callable[[Floats, NDArray[np.bool_], float], float]


def dropping_open(seconds: Floats, stopped: NDArray[np.bool_], share: float) -> float:
    """The quantile of those that ended, as most desks compute it."""
    ended = seconds[stopped]
    return float(np.quantile(ended, share, method="inverted_cdf")) if len(ended) else float("nan")


def kaplan_meier(seconds: Floats, stopped: NDArray[np.bool_], share: float) -> float:
    """The same with open tickets; NaN where it was never reached."""
    time = done_curve(seconds, stopped).time_of(share)
    return time if np.isfinite(time) else float("nan")


def group_quantile(known: pd.DataFrame, asked: pd.DataFrame, second: str, share: float, of: Quantile) -> Floats:
    """Seconds for each row of `asked`: issue type within all, issue type x `second` within its issue type."""
    types, cells = (known["issue_type"].astype(str), *_cell(known, second)), (asked["issue_type"].astype(str), *_cell(asked, second))
    root = _log_quantile(known, of, share)
    by_type = _shrunk(known, types[0], dict.fromkeys(types[0].unique(), root), of, share)
    parents = {cell: by_type[name] for name, cell in zip(types[0], types[1], strict=True)}
    by_cell = _shrunk(known, types[1], parents, of, share)
    told = [by_cell.get(cell, by_type.get(name, root)) for name, cell in zip(*cells, strict=True)]
    return np.asarray(np.exp(np.array(told)) - AT_ONCE)


def _cell(frame: pd.DataFrame, second: str) -> tuple["pd.Series[str]"]:
    return (frame["issue_type"].astype(str) + " | " + frame[second].astype(str),)


def _shrunk(known: pd.DataFrame, names: "pd.Series[str]", parents: dict[str, float], of: Quantile, share: float) -> dict[str, float]:
    found = {}
    for name, own in known.groupby(names.to_numpy()):
        tickets = int((~own["still_open"]).sum()) if of is dropping_open else len(own)
        value, parent = _log_quantile(own, of, share), parents[str(name)]
        value = parent if np.isnan(value) else value
        found[str(name)] = (tickets * value + PARENT_WEIGHT * parent) / (tickets + PARENT_WEIGHT)
    return found


def _log_quantile(own: pd.DataFrame, of: Quantile, share: float) -> float:
    return of(log_time(own["business_seconds"].to_numpy(float)), ~own["still_open"].to_numpy(bool), share)
