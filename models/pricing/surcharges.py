"""What Premium Response would bring from each client a month."""

import pandas as pd

from models.pricing.columns import told
from models.pricing.reasons import NO_FEE, NO_USERS
from pipelines.prices import Surcharge, SurchargeKind


def bases(clients: pd.DataFrame, fees: pd.DataFrame, kind: SurchargeKind) -> pd.DataFrame:
    """One row a client: `base`, what each unit of a surcharge brings a month (1 %, or 1 a user or client); why_none."""
    base, reason = {
        SurchargeKind.PERCENT: (fees["fee_month"] / 100, NO_FEE),
        SurchargeKind.PER_USER: (told(clients, "users"), NO_USERS),
        SurchargeKind.PER_CLIENT: (pd.Series(1.0, clients.index), ""),
    }[kind]
    why = pd.Series("", clients.index, dtype=object).mask(base.isna(), reason)
    return pd.DataFrame({"client": clients["client"], "base": base, "why_none": why})


def surcharges(clients: pd.DataFrame, fees: pd.DataFrame, surcharge: Surcharge) -> pd.DataFrame:
    """One row a client: surcharge_month, missing where its base is; base and why_none as in `bases`."""
    frame = bases(clients, fees, surcharge.kind)
    return frame.assign(surcharge_month=surcharge.amount * frame["base"])
