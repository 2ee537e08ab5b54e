"""What each client pays a month today, and where that figure comes from."""

import pandas as pd

from models.pricing.columns import told
from models.pricing.reasons import NO_PRICE, NO_USERS, first_reason
from pipelines.prices import Prices

CLIENT_LIST = "client list"
USERS = "users x price"
NOWHERE = ""


def fees(clients: pd.DataFrame, prices: Prices) -> pd.DataFrame:
    """One row a client: fee_month, fee_from (CLIENT_LIST, USERS or NOWHERE), why_none."""
    own, users = told(clients, "monthly_fee"), told(clients, "users")
    price = clients["tier"].astype(object).map(dict(prices.per_user)).astype(float)
    fee = own.fillna(users * price)
    frame = pd.DataFrame({"client": clients["client"], "tier": clients["tier"], "fee_month": fee})
    return frame.assign(
        fee_from=pd.Series(USERS, frame.index).mask(own.notna(), CLIENT_LIST).mask(fee.isna(), NOWHERE),
        why_none=first_reason(frame, {"": fee.notna(), NO_PRICE: price.isna(), NO_USERS: users.isna()}),
    )
