"""A small firm whose money can be counted by hand."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from models.pricing.fees import fees
from models.pricing.offer import Offer, offer
from models.pricing.surcharges import bases
from models.uptake import Who, buyers, orders
from pipelines.prices import Prices, SurchargeKind, prices

NO_NUMBER: Any = pytest.approx(float("nan"), nan_ok=True)
UPTAKES = (0.0, 0.25, 0.5, 1.0)
FIRM = """
    client | tier     | users | monthly_fee | tickets_month | hands_on_hours_month
    Ash    | Gold     | 20    | 2000        | 40            | 30
    Birch  | Gold     | 10    |             | 10            | 0
    Cedar  | Silver   | 5     |             | 20            | 10
    Dogwood | Platinum | 8     | 4000        | 30            |
"""


def firm() -> pd.DataFrame:
    return drawn(FIRM)


def drawn(text: str) -> pd.DataFrame:
    """A drawn table of clients; an empty cell is missing."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    frame = pd.DataFrame(lines[1:], columns=lines[0]).replace({"": None})
    return frame.assign(**{name: pd.to_numeric(frame[name]) for name in lines[0] if name not in ("client", "tier")})


def told(**written: Any) -> Prices:
    return prices(written)


def cells(frame: pd.DataFrame, row: Any, *names: str) -> list[Any]:
    """Some cells of one row."""
    return [frame.loc[row, name] for name in names]


GOLD, UNTOLD = told(per_user={"Gold": 90}), told()


def offered(
    hires: Any, amounts: Prices = GOLD, *, kind: SurchargeKind = SurchargeKind.PERCENT, clients: pd.DataFrame | None = None
) -> Offer:
    """Busiest clients first at UPTAKES; Ash 40, Dogwood 30, Cedar 20, Birch 10 tickets."""
    listed = firm() if clients is None else clients
    tickets = listed["tickets_month"].to_numpy(float)
    order = orders(Who.BUSIEST, tickets)[0]
    paid = bases(listed, fees(listed, amounts), kind)
    return offer(paid, [buyers(order, UPTAKES, tickets)], np.atleast_2d(np.asarray(hires, float)))
