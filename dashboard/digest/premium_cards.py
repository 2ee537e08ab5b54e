"""The five figures of Premium at the chosen uptake."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.premium import Answer
from dashboard.digest.target_cards import Card, Look
from dashboard.wording import money as amounts
from dashboard.wording import premium as words


def cards(told: Answer) -> list[Card]:
    """Income, hires, their cost, what is left, and the surcharge that pays for it."""
    row, even, kind, currency = told.margin, told.even, told.surcharge.kind, told.currency
    pays, loses = told.verdict == words.PAYS, told.verdict == words.LOSES
    look: Look = {"arrow": "up", "colour": "green"} if pays else {"arrow": "down", "colour": "orange"} if loses else {}
    even_span = amounts.surcharge_span(even["amount_low"], even["amount_high"], kind, currency)
    yours = amounts.surcharge_short(told.surcharge.amount, kind, currency)
    known = not even["why_none"]
    return [
        Card("Premium income a month", wording.amount(row["income"], currency), *_span(row, "income", currency),
             words.INCOME_HELP),
        Card("Technicians it takes up", wording.count(row["hires"]), *_people(told), words.HIRES_HELP),
        Card("Their cost a month", wording.amount(row["cost"], currency), *_span(row, "cost", currency),
             words.COST_HELP),
        Card("Left a month", wording.amount(row["margin"], currency), *_span(row, "margin", currency),
             words.LEFT_HELP, **look),
        Card("Break-even surcharge", amounts.surcharge_short(even["amount"], kind, currency) if known else wording.DASH,
             even_span if known else None, f"yours: {yours}", words.EVEN_HELP),
    ]  # fmt: skip


def _span(row: pd.Series, name: str, currency: str) -> tuple[str | None, str]:
    """The interval and its meaning; why there is none."""
    if pd.isna(row[name]):
        return None, str(row["why_none"]) or "not told"
    return wording.amount_span(row[f"{name}_low"], row[f"{name}_high"], currency), words.NINE


def _people(told: Answer) -> tuple[str | None, str]:
    row = told.margin
    if pd.isna(row["hires"]):
        return None, str(row["why_none"]) or "not told"
    owed = f"{wording.count(told.owed)} more owed without it" if np.isfinite(told.owed) and told.owed else words.NINE
    return amounts.people(float(row["hires_low"]), float(row["hires_high"]), told.most), owed
