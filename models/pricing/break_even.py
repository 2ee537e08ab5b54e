"""The smallest surcharge at which Premium Response loses nothing: a staircase, for cost jumps with each hire."""

import numpy as np
import pandas as pd

from models.pricing.offer import Offer
from models.pricing.reasons import NO_COST, NO_PRICES, NOBODY, TOO_MANY, first_reason
from models.pricing.spread import spread
from models.shares import Floats


def break_even(offer: Offer, hire_month: float | None, more_month: float = 0.0) -> pd.DataFrame:
    """One row an uptake: hires, and `amount` of the surcharge that pays for them, with _low and _high; why_none."""
    return _amounts(offer, offer.hires, hire_month, more_month).assign(**spread(offer.hires).columns("hires"))


def surcharge_for_a_hire(offer: Offer, hire_month: float | None) -> pd.DataFrame:
    """One row an uptake: the `amount` of the surcharge that pays for one technician, with _low and _high; why_none."""
    return _amounts(offer, np.ones_like(offer.hires), hire_month)


def _amounts(offer: Offer, hires: Floats, hire_month: float | None, more_month: float = 0.0) -> pd.DataFrame:
    cost = hires * (np.nan if hire_month is None else hire_month) + more_month
    # Who pays nothing covers a cost of nothing, and no other.
    nothing = np.where(cost == 0, 0.0, np.inf)
    needed = np.divide(cost, offer.base, out=nothing, where=offer.base > 0)
    needed[:, offer.unpaid] = np.inf
    frame = offer.described().assign(**spread(needed).columns("amount"))
    reasons = {
        NOBODY: frame["buyers"] == 0,
        NO_PRICES: pd.Series(offer.unpaid),
        NO_COST: pd.Series(hire_month is None, frame.index),
        TOO_MANY: frame["amount"].isna(),
    }
    return frame.assign(why_none=first_reason(frame, reasons))
