"""Whether Premium Response pays for the hires that it causes, by surcharge and uptake."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from models.pricing.offer import Offer
from models.pricing.reasons import NO_COST, NO_PRICES, TOO_MANY, first_reason
from models.pricing.spread import spread


def margins(offer: Offer, amounts: Sequence[float], hire_month: float | None, more_month: float = 0.0) -> pd.DataFrame:
    """One row an amount of the surcharge and uptake; hire_month: a technician's cost a month, None where not told.

    more_month: what else it costs a month, whoever buys.

    income, hires, cost and margin a month, each with _low and _high; pays_share: the share of draws whose margin is not
    below 0; why_none says why cost or margin is missing.
    """
    return pd.concat([_margins(offer, amount, hire_month, more_month) for amount in amounts], ignore_index=True)


def _margins(offer: Offer, amount: float, hire_month: float | None, more_month: float) -> pd.DataFrame:
    no_prices = offer.unpaid & (offer.buyers > 0)
    income = np.where(no_prices, np.nan, offer.base * amount)
    cost = offer.hires * (np.nan if hire_month is None else hire_month) + more_month
    frame = offer.described().assign(
        amount=amount,
        **spread(income).columns("income"),
        **spread(offer.hires).columns("hires"),
        **spread(cost).columns("cost"),
        **spread(cost - income).negative().columns("margin"),
    )
    # The middle of draws need not add up; what is shown does.
    left = (frame["income"] - frame["cost"]).clip(frame["margin_low"], frame["margin_high"])
    frame = frame.assign(margin=left.where(frame["margin"].notna()))
    reasons = {
        NO_PRICES: pd.Series(no_prices),
        NO_COST: pd.Series(hire_month is None, frame.index),
        TOO_MANY: frame["hires"].isna(),
    }
    # At the break-even itself, cost and income may differ in the last digit.
    pays = pd.Series((cost <= income * (1 + 1e-12)).mean(axis=0)).mask(no_prices | (hire_month is None))
    return frame.assign(pays_share=pays, why_none=first_reason(frame, reasons))
