"""A column of amounts as a stranger's list has them: whatever cannot be one is missing."""

import numpy as np
import pandas as pd


def amounts(frame: pd.DataFrame, name: str) -> pd.Series:
    """The column as numbers of 0 or more; missing where it is anything else, or where there is no such column."""
    if name not in frame:
        return pd.Series(np.nan, index=frame.index, dtype=float)
    numbers = pd.to_numeric(frame[name], errors="coerce").astype(float)
    return numbers.where((numbers >= 0) & np.isfinite(numbers))


def told(frame: pd.DataFrame, name: str) -> pd.Series:
    """The same, with 0 as "not told"."""
    numbers = amounts(frame, name)
    return numbers.where(numbers > 0)
