"""From curves to what can be signed: the step of the contract ladder above each promise, and the share kept there."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from models.promise.comparing import Change, comparisons
from models.promise.curves import Curves
from models.promise.known import Floats
from models.promise.segment import LEAST_ENDS, POSITIONS, SEGMENT, SHARES
from models.shares import wilson

Z95 = 1.96
# The sure share beyond which no interval reaches: nobody's history can tell it from always.
MOST = 0.995
TOO_FEW = "too few"
NEVER = "never"
BEYOND = "beyond"
ACTUAL = ("n", "still_open", "support", "typical_seconds", "nine_in_ten_seconds", "basis")
FACTORS = ("tier", "premium", "place", "priority", "issue_type")


def proposals(
    rows: pd.DataFrame, safe: int, ends: int, kept_rates: Mapping[str | None, float], ladder: Sequence[int]
) -> pd.DataFrame:
    """One row a segment that occurs; kept_rates: tier -> the share to keep, None for every other tier.

    promised_seconds is the exact time, proposed_seconds the step above it; low_ and high_seconds the steps between
    which it lies for 95 %; why_none says TOO_FEW, NEVER or BEYOND (the ladder) where nothing can be promised. factor_*:
    how much longer the promise is than that of the same job changed as comparing.py says.
    """
    curves = Curves(rows[list(SHARES)].to_numpy(float))
    rates = rows["tier"].map(lambda tier: kept_rates.get(tier, kept_rates[None])).to_numpy(float)
    support = rows["support"].to_numpy(float)
    level = np.minimum(rates * (safe + 1) / safe, 1)
    half = Z95 * np.sqrt(rates * (1 - rates) * (1 / support + 1 / safe))
    promised = _times(curves, level)
    steps = _steps(promised, ladder)
    table = rows[[*SEGMENT, *POSITIONS, *ACTUAL, "seen"]].assign(
        kept_rate=rates, promised_seconds=promised, proposed_seconds=steps,
        low_seconds=_steps(_times(curves, np.maximum(level - half, 0)), ladder),
        high_seconds=_steps(_times(curves, np.clip(level + half, level, np.maximum(level, MOST))), ladder),
    )  # fmt: skip
    kept = curves.done_by(np.nan_to_num(steps, posinf=0))
    table = table.assign(**_shown(kept, 1 / (1 / support + 1 / safe)), why_none="")
    table.loc[~np.isfinite(steps), "why_none"] = BEYOND
    table.loc[~np.isfinite(promised), "why_none"] = NEVER
    if ends < LEAST_ENDS:
        table["why_none"] = TOO_FEW
    told = [
        "promised_seconds",
        "proposed_seconds",
        "low_seconds",
        "high_seconds",
        "kept_share",
        "kept_low",
        "kept_high",
    ]
    table.loc[table["why_none"] != "", told] = np.nan
    table[told] = table[told].replace(np.inf, np.nan)
    return table.assign(**_factors(table))[table["seen"].to_numpy(bool)].drop(columns="seen").reset_index(drop=True)


def _times(curves: Curves, shares: Floats) -> Floats:
    return np.concatenate([Curves(done[None]).time_of(share) for done, share in zip(curves.done, shares, strict=True)])


def _steps(seconds: Floats, ladder: Sequence[int]) -> Floats:
    """The first step not below each time; infinite where the ladder ends before."""
    steps = np.append(np.asarray(ladder, float), np.inf)
    return steps[np.searchsorted(steps[:-1], seconds - 1e-6)]


def _shown(kept: Floats, support: Floats) -> dict[str, Floats]:
    intervals = np.array([wilson(share * n, n) for share, n in zip(kept, support, strict=True)]).reshape(-1, 2)
    return {"kept_share": kept, "kept_low": intervals[:, 0], "kept_high": intervals[:, 1]}


def _factors(table: pd.DataFrame) -> dict[str, Floats]:
    """How much longer each promise is than that of its comparison row; missing where either is."""
    keyed = table[[*SEGMENT]].astype(object).where(table[[*SEGMENT]].notna(), None)
    promised = dict(zip(keyed.itertuples(index=False, name=None), table["promised_seconds"], strict=True))
    return {f"factor_{name}": _ratio(table, keyed, promised, change) for name, change in comparisons(table).items()}


def _ratio(
    table: pd.DataFrame, keyed: pd.DataFrame, promised: dict[tuple[object, ...], float], change: Change
) -> Floats:
    other = keyed.assign(**{name: value for name, value in change.items() if name in SEGMENT}).astype(object)
    other = other.where(other.notna(), None)
    against = np.array([promised.get(key, np.nan) for key in other.itertuples(index=False, name=None)], float)
    own = table["promised_seconds"].to_numpy(float)
    return np.asarray(np.divide(own, against, out=np.full(len(own), np.nan), where=against > 0))
