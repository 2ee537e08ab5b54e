"""What missed promises give back to clients."""

from typing import Any

import numpy as np
import pandas as pd

from models.pricing.reasons import NO_FEE, NO_RECORD
from pipelines.prices import Prices

COLUMNS = [
    "tier", "n", "without", "credit_percent",
    "expected_month", "expected_low", "expected_high", "worst_month", "why_none",
]  # fmt: skip


def credits_at_risk(fees: pd.DataFrame, prices: Prices, missed: pd.DataFrame) -> pd.DataFrame:
    """One row a tier that has a credit: n clients, those without a fee, and credits a month, expected and at worst.

    missed: tier, and share, low and high of months in which a client of that tier finds its promise missed.
    """
    shares = missed.drop_duplicates("tier").set_index("tier")[["share", "low", "high"]].astype(float)
    rows = [
        _of_tier(fees[fees["tier"] == tier], percent, shares.reindex([tier]))
        for tier, percent in prices.credits.items()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _of_tier(fees: pd.DataFrame, percent: float, shares: pd.DataFrame) -> dict[str, Any]:
    tier, (share, low, high) = shares.index[0], shares.to_numpy()[0]
    known = fees["fee_month"].dropna()
    no_fee = len(fees) > 0 and known.empty
    worst = np.nan if no_fee else percent / 100 * known.sum()
    return {
        "tier": tier,
        "n": len(fees),
        "without": len(fees) - len(known),
        "credit_percent": percent,
        "expected_month": worst * share,
        "expected_low": worst * low,
        "expected_high": worst * high,
        "worst_month": worst,
        "why_none": NO_FEE if no_fee else NO_RECORD if np.isnan(share) else "",
    }
