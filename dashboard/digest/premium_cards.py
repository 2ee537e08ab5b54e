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
    row, currency = told.margin, told.currency
    pays, loses = told.verdict == words.PAYS, told.verdict == words.LOSES
    look: Look = {"arrow": "up", "colour": "green"} if pays else {"arrow": "down", "colour": "orange"} if loses else {}
    return [
        Card("New money a month", wording.amount(row["income"], currency), *_span(row, "income"), helps.INCOME),
        Card("Technicians for it", wording.count(row["hires"]), *_people(told), helps.HIRES),
        Card("Cost, first year", wording.amount(row["cost"], currency), *_span(row, "cost"), helps.COST),
        Card("Left, first year", wording.amount(row["margin"], currency), *_span(row, "margin"), _later(told), **look),
        Card("Surcharge that pays", *_even(told), helps.EVEN),
    ]  # fmt: skip


def _even(told: Answer) -> tuple[str, str | None, str | None]:
    """The surcharge that pays, with its interval or why there is none; any where nothing is to be paid for."""
    row, kind, currency = told.even, told.surcharge.kind, told.currency
    if row["why_none"]:
        return wording.DASH, None, _why(row)
    if row["amount_high"] == 0:
        return words.ANY, None, None
    span = words.mostly(amounts.surcharge_span(row["amount_low"], row["amount_high"], kind, currency))
    return amounts.surcharge_short(row["amount"], kind, currency) if row["amount"] else words.ANY, span, None


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
