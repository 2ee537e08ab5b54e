"""How many clients must buy Premium Response to pay for one technician."""

from dataclasses import dataclass
from math import nan

import numpy as np
import pandas as pd

from models.pricing.reasons import NEVER, NO_COST, NO_PRICES
from models.pricing.spread import spread
from models.shares import Floats
from models.uptake import Ints


@dataclass(frozen=True)
class EnoughClients:
    """The fewest clients, first buyers first, that pay for a technician, and their shares; NaN with why_none.

    low and high: between which nine in ten of the buying orders lie.
    """

    clients: float
    low: float
    high: float
    client_share: float
    ticket_share: float
    why_none: str


def clients_for_a_hire(
    surcharges: pd.DataFrame, orders: Ints, tickets: Floats, hire_month: float | None
) -> EnoughClients:
    """For surcharges of `surcharges`, orders (orders, clients) and tickets a month; hire_month as in `margins`."""
    pays = np.nan_to_num(surcharges["surcharge_month"].to_numpy(float))
    if not pays.any() or hire_month is None:
        return EnoughClients(nan, nan, nan, nan, nan, NO_COST if pays.any() else NO_PRICES)
    # A sum of many amounts may fall short of the cost by the last digit.
    enough = np.cumsum(pays[orders], axis=1) >= hire_month * (1 - 1e-12)
    paid, first = enough.any(axis=1), enough.argmax(axis=1)
    work = np.nan_to_num(tickets)[orders]
    share = np.cumsum(work, axis=1)[np.arange(len(orders)), first] / (work[0].sum() or np.nan)
    found = spread(np.where(paid, [first + 1, share], np.inf).T)
    (low, _), (clients, ticket_share), (high, _) = (values.tolist() for values in (found.low, found.middle, found.high))
    why_none = NEVER if np.isnan(clients) else ""
    return EnoughClients(clients, low, high, clients / len(pays), ticket_share, why_none)
