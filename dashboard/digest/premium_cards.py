"""The five figures of Premium at the chosen uptake."""

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
    known = not even["why_none"]
    return [
        Card("Income a month", wording.amount(row["income"], currency), *_span(row, "income"), words.INCOME_HELP),
        Card("Technicians for it", wording.count(row["hires"]), *_people(told), words.HIRES_HELP),
        Card("Cost a month", wording.amount(row["cost"], currency), *_span(row, "cost"), words.COST_HELP),
        Card("Left a month", wording.amount(row["margin"], currency), *_span(row, "margin"), words.LEFT_HELP, **look),
        Card("Break-even surcharge", amounts.surcharge_short(even["amount"], kind, currency) if known else wording.DASH,
             words.mostly(even_span) if known else None, None if known else _why(even), words.EVEN_HELP),
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
