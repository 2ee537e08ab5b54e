"""What is Premium worth? The answer in one sentence, with what makes it uncertain."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.premium import Answer
from dashboard.wording import money as amounts
from dashboard.wording import premium as words


def who_pays(told: Answer) -> str:
    """Whether today's Premium clients pay for it already; nothing where there are none."""
    return words.paid_today(told.have, paid=told.paid_today) if told.have else ""


def sentences(told: Answer, wanted: Sequence[str], gained: str) -> list[str]:
    """The answer, whether buyers are answered sooner, how sure it is; wanted: figures that are missing, in words."""
    if told.verdict == words.NOTHING:
        return [words.nobody_new(told.buyers, told.have, told.of), _served(told), _reach(told)]
    head = words.headline(told.hire, told.owed, told.most, told.verdict, _spare(told), told.technicians)
    said = amounts.surcharge(told.surcharge.amount, told.surcharge.kind, told.currency)
    share = told.buyers / told.of
    terms = words.terms(share, told.buyers, told.of, told.already, said)
    more = [_sure(told)]
    if told.margin["buyers_without"]:
        more.append(words.not_known(min(int(told.margin["buyers_without"]), told.new), told.new))
    return [
        f"**{head}:** {terms}, {_account(told)}",
        gained,
        words.asked_for(wanted),
        f"{_served(told)} {_reach(told)}".strip(),
        " ".join(filter(None, more)),
    ]


def _spare(told: Answer) -> int:
    """Of the chosen technicians, those that are there only because of Premium."""
    hires = told.margin["hires"]
    return 0 if told.hire or pd.isna(hires) else int(min(hires, max(told.technicians - told.before, 0)))


def _account(told: Answer) -> str:
    row, currency = told.margin, told.currency
    income, begin = wording.amount(row["income"], currency), told.new > told.buyers - told.already
    if told.verdict != words.UNKNOWN:
        span = wording.amount_span(row["margin_low"], row["margin_high"], currency)
        cost = words.costs(float(row["hires"]), wording.amount(row["cost"], currency), cover=told.cover)
        later = "" if np.isnan(told.later) else wording.amount(told.later, currency)
        left = words.left(wording.amount(row["margin"], currency), span, later)
        return f"{words.brings(told.new, income, begin=begin)} and {cost}. {left}"
    if pd.isna(row["income"]):
        return "what it would bring is not known."
    span = wording.amount_span(row["income_low"], row["income_high"], currency)
    return f"{words.brings(told.new, income, begin=begin)}{words.between(span, income)}."


def _served(told: Answer) -> str:
    count, low, high = told.need
    if np.isnan(count):
        return words.NOBODY_LEFT
    return words.served(count, amounts.people(low, high, told.most), told.base, told.technicians, told.most)


def _reach(told: Answer) -> str:
    """Up to which share the chosen technicians are enough, and the surcharge that pays there."""
    short = [not need <= told.technicians for need in told.needs]
    last = short.index(True) - 1 if any(short) else len(short) - 1
    if last < 0:
        return words.reach(told.technicians, None, "")
    row, kind = told.paid.break_even.iloc[last], told.surcharge.kind
    asked = amounts.surcharge(row["amount"], kind, told.currency)
    pays = "any surcharge" if row["amount"] == 0 else f"a surcharge of {asked}"
    return words.reach(told.technicians, float(row["uptake"]), "" if row["why_none"] else pays)


def _sure(told: Answer) -> str:
    if told.verdict == words.UNKNOWN:
        return ""
    return f"{words.odds(float(told.margin['pays_share']))} {_even(told)}".strip()


def _even(told: Answer) -> str:
    row, kind = told.even, told.surcharge.kind
    if row["why_none"]:
        return ""
    span = amounts.surcharge_span(row["amount_low"], row["amount_high"], kind, told.currency)
    if not row["amount"]:
        high = row["amount_high"]
        most = "more than was tried" if pd.isna(high) else amounts.surcharge(high, kind, told.currency) if high else ""
        return words.free(most)
    return words.break_even(amounts.surcharge(row["amount"], kind, told.currency), span)
