"""What clients leave after the hands-on hours that they take."""

import numpy as np
import pandas as pd

from models.pricing.columns import amounts
from models.pricing.hire import hour_cost
from models.pricing.reasons import NO_COST, NO_FEE, NO_HANDS_ON, NO_HOURS, first_reason
from pipelines.prices import Prices

MONEY = ["fee_month", "cost_month", "profit_month"]


def client_profit(clients: pd.DataFrame, fees: pd.DataFrame, prices: Prices, productive_hours: float) -> pd.DataFrame:
    """One row a client: fee, hands-on hours, cost and profit a month, margin_share of the fee, why_none.

    productive_hours: what a technician works on tickets in a month.
    """
    hour = hour_cost(prices, productive_hours)
    frame = fees[["client", "tier", "fee_month"]].assign(
        hands_on_hours_month=amounts(clients, "hands_on_hours_month"),
        cost_month=lambda told: told["hands_on_hours_month"] * (np.nan if hour is None else hour),
        profit_month=lambda told: told["fee_month"] - told["cost_month"],
        margin_share=lambda told: told["profit_month"] / told["fee_month"],
    )
    reasons = {
        NO_COST: pd.Series(prices.technician_month is None, frame.index),
        NO_HOURS: pd.Series(hour is None, frame.index),
        NO_FEE: frame["fee_month"].isna(),
        NO_HANDS_ON: frame["hands_on_hours_month"].isna(),
    }
    return frame.assign(why_none=first_reason(frame, reasons))


def tier_profit(profit: pd.DataFrame) -> pd.DataFrame:
    """One row a tier: n clients, with and without figures; sums a month over those with, margin_share of their fees."""
    known = profit[MONEY].where(profit["profit_month"].notna())
    groups = known.assign(tier=profit["tier"]).groupby("tier", dropna=False, sort=False)
    sums = groups[MONEY].sum(min_count=1).assign(n=groups.size(), with_figures=groups["profit_month"].count())
    shares = {"without": sums["n"] - sums["with_figures"], "margin_share": sums["profit_month"] / sums["fee_month"]}
    columns = ["tier", "n", "with_figures", "without", *MONEY, "margin_share"]
    return sums.assign(**shares).reset_index()[columns]
