"""Why a figure is missing, in plain words; each frame of this folder has them in `why_none`, "" where nothing is."""

from collections.abc import Mapping

import pandas as pd

NO_PRICES = "no prices"
NO_FEE = "no fee"
NO_USERS = "no users"
NO_PRICE = "no price of the plan"
NOBODY = "uptake without clients"
NO_COST = "no loaded cost"
NO_HANDS_ON = "no hands-on hours"
NO_HOURS = "no productive hours"
NO_RECORD = "no record of missed months"
TOO_MANY = "more hires than were tried"
NEVER = "all clients together do not pay for it"


def missing(frame: pd.DataFrame) -> dict[str, int]:
    """How many rows have no figure, by reason."""
    counts = frame["why_none"].value_counts()
    return {str(why): int(n) for why, n in counts.items() if why != ""}


def first_reason(frame: pd.DataFrame, reasons: Mapping[str, pd.Series]) -> pd.Series:
    """The first of the reasons that holds in each row, "" where none does."""
    why = pd.Series("", index=frame.index, dtype=object)
    for reason, holds in reversed(list(reasons.items())):
        why = why.mask(holds, reason)
    return why
