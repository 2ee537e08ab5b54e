"""The five figures of Premium at the chosen share of clients."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.premium import Answer
from dashboard.digest.target_cards import Card, Look
from dashboard.wording import money as amounts
from dashboard.wording import premium as words
from dashboard.wording import premium_help as helps


def cards(told: Answer) -> list[Card]:
    """New money, technicians, their cost, what is left, and the surcharge that pays; none where nobody new buys."""
    if told.verdict == words.NOTHING:
        return []
    row, even, kind, currency = told.margin, told.even, told.surcharge.kind, told.currency
    pays, loses = told.verdict == words.PAYS, told.verdict == words.LOSES
    look: Look = {"arrow": "up", "colour": "green"} if pays else {"arrow": "down", "colour": "orange"} if loses else {}
    even_span = amounts.surcharge_span(even["amount_low"], even["amount_high"], kind, currency)
    known = not even["why_none"]
    asks = amounts.surcharge_short(even["amount"], kind, currency) if even["amount"] else words.ANY
    return [
        Card("New money a month", wording.amount(row["income"], currency), *_span(row, "income"), helps.INCOME),
        Card("Technicians for it", wording.count(row["hires"]), *_people(told), helps.HIRES),
        Card("Cost, first year", wording.amount(row["cost"], currency), *_span(row, "cost"), helps.COST),
        Card("Left, first year", wording.amount(row["margin"], currency), *_span(row, "margin"), _later(told), **look),
        Card("Surcharge that pays", asks if known else wording.DASH,
             words.mostly(even_span) if known else None, None if known else _why(even), helps.EVEN),
    ]  # fmt: skip


def _why(row: pd.Series) -> str:
    return words.REASONS.get(str(row["why_none"]), str(row["why_none"]))


def _span(row: pd.Series, name: str) -> tuple[str | None, str | None]:
    """The interval; why there is none."""
    if pd.isna(row[name]):
        return None, _why(row)
    return words.mostly(wording.amount_span(row[f"{name}_low"], row[f"{name}_high"], "")), None


def _people(told: Answer) -> tuple[str | None, str | None]:
    row = told.margin
    if pd.isna(row["hires"]):
        return None, _why(row)
    return words.mostly(amounts.people(float(row["hires_low"]), float(row["hires_high"]), told.most)), None


def _later(told: Answer) -> str:
    """What is left a month of the first year, and from the second year on."""
    after = "" if np.isnan(told.later) else f" From the second year on: {wording.amount(told.later, told.currency)}."
    return f"{helps.LEFT}{after}"
