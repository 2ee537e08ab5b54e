"""What clients without Premium lose while others buy: business hours to the first reply."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.staffing_choice import Cell, at, chosen, never
from dashboard.wording import staffing_parts as words
from models.refresh.hiring import Hiring

WHO = {"standard": "Without Premium", "premium": "Premium"}


def lines(found: Hiring) -> pd.DataFrame:
    """At the chosen technicians: uptake, who (standard, premium), tickets, hours, low, high; missing where too few."""
    count = chosen(found).technicians
    own = found.waits[(found.waits["technicians"] == count) & found.waits["who"].isin(list(WHO))]
    own = own.sort_values(["who", "uptake"]).reset_index(drop=True)
    lost = [never(found, Cell(count, float(uptake))) for uptake in own["uptake"]]
    shown = ["hours", "low", "high"]
    own[shown] = own[shown].astype(float).where((own["tickets"] >= wording.FEWEST) & ~np.array(lost))
    return own


def sentence(found: Hiring) -> str:
    """From no Premium to the chosen uptake, and what Premium clients get for it."""
    cell, own = chosen(found), lines(found)
    before, after, premium = (
        at(own, Cell(cell.technicians, share), who=who).iloc[0]
        for share, who in ((0.0, "standard"), (cell.uptake, "standard"), (cell.uptake, "premium"))
    )
    if cell.uptake == 0:
        return "Choose a share of clients with Premium to see what the others would lose." * bool(before["hours"] > 0)
    if np.isnan(before["hours"]) or np.isnan(after["hours"]):
        return "Too few tickets are without Premium, or the desk never catches up: no wait can be told."
    spans = [words.spread(row["hours"], row["low"], row["high"]) for row in (before, after)]
    differs = bool(after["low"] > before["high"] or after["high"] < before["low"])
    told = words.waits(cell.technicians, cell.uptake, *spans, differs=differs)
    if np.isnan(premium["hours"]):
        return told
    paid = words.spread(premium["hours"], premium["low"], premium["high"])
    return f"{told} {words.premium_waits(words.hours_of(after['hours']), paid)}"


def table(found: Hiring) -> pd.DataFrame:
    """For a file: business hours."""
    own = lines(found)
    return pd.DataFrame(
        {
            "Clients on Premium (%)": (100 * own["uptake"]).round(1),
            "Who": own["who"].map(WHO),
            "Tickets in three months": own["tickets"].round().astype(int),
            "Business hours to the first reply": own["hours"].round(3),
            "Low (business hours)": own["low"].round(3),
            "High (business hours)": own["high"].round(3),
        }
    )
