"""What is Premium worth? The answer in one sentence, with what makes it uncertain."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.loaders import Hiring, Money
from dashboard.wording import money as amounts
from dashboard.wording import premium as words
from models.refresh.hiring import enough
from pipelines.prices import Surcharge


@dataclass(frozen=True)
class Answer:
    """The money at uptake `at` of the grid, need (count, low, high) with Premium there, and base without it.

    most: technicians that were tried; already: buyers who have Premium today; draws: how many pays_share rests on.
    """

    technicians: int
    paid: Money
    at: int
    need: tuple[float, float, float]
    base: float
    most: int
    of: int
    already: int
    draws: int
    surcharge: Surcharge
    currency: str

    @property
    def margin(self) -> pd.Series:
        """Income, hires, cost and margin at the uptake."""
        return self.paid.margins.iloc[self.at]

    @property
    def even(self) -> pd.Series:
        """The surcharge that pays at the uptake."""
        return self.paid.break_even.iloc[self.at]

    @property
    def hire(self) -> float:
        """Technicians to hire, owed ones and those for Premium."""
        return float(np.maximum(self.need[0] - self.technicians, 0))

    @property
    def owed(self) -> float:
        """Of these, those that are owed without Premium."""
        return float(np.maximum(self.base - self.technicians, 0))

    @property
    def buyers(self) -> int:
        """Clients with Premium."""
        return int(self.margin["buyers"])

    @property
    def verdict(self) -> str:
        """Whether it pays; inside the noise where the interval of what is left holds 0."""
        left, low, high = (float(self.margin[name]) for name in ("margin", "margin_low", "margin_high"))
        if np.isnan(left) or self.margin["why_none"]:
            return words.UNKNOWN
        return words.PAYS if low > 0 else words.LOSES if high < 0 else words.NOISE


def answer(found: Hiring, paid: Money, surcharge: Surcharge, premium: pd.Series, currency: str) -> Answer:
    """The answer at the chosen technicians and uptake; premium: who of the clients has it today."""
    at = place(found)
    uptake = float(found.as_today.uptakes[at])
    bought = found.sold[0].bought[:, at]
    return Answer(
        technicians=found.technicians,
        paid=paid,
        at=at,
        need=enough(found.as_today, uptake),
        base=float(found.as_today.need[0]),
        most=found.as_today.most,
        of=len(bought),
        already=int((bought & premium.to_numpy(bool)).sum()),
        draws=max(len(found.as_today.need_draws), len(found.sold)),
        surcharge=surcharge,
        currency=currency,
    )


def place(found: Hiring) -> int:
    """Which uptake of the grid is the chosen one: the last where clients are named."""
    uptakes = found.as_today.uptakes
    return len(uptakes) - 1 if found.scenario.clients else int(np.argmin(np.abs(uptakes - found.uptake)))


def sentences(told: Answer, wanted: Sequence[str]) -> list[str]:
    """The answer, then how sure it is; wanted: figures that are missing, in words."""
    if not told.buyers:
        return [words.NOBODY]
    head = words.headline(told.hire, told.owed, told.most, told.verdict)
    said = amounts.surcharge(told.surcharge.amount, told.surcharge.kind, told.currency)
    terms = words.terms(float(told.margin["client_share"]), told.buyers, told.of, told.already, said)
    more = [_served(told), _sure(told)]
    if told.margin["buyers_without"]:
        more.append(words.not_known(int(told.margin["buyers_without"]), told.buyers))
    if told.already:
        more.append(words.all_in(told.already))
    return [f"**{head}:** {terms}, {_account(told)}.", words.asked_for(wanted), " ".join(filter(None, more))]


def _account(told: Answer) -> str:
    row, currency = told.margin, told.currency
    if told.verdict != words.UNKNOWN:
        span = wording.amount_span(row["margin_low"], row["margin_high"], currency)
        paid = [wording.amount(row[name], currency) for name in ("income", "cost", "margin")]
        return words.account(paid[0], float(row["hires"]), paid[1], paid[2], span)
    if pd.isna(row["income"]):
        return "what it would bring is not known"
    span = wording.amount_span(row["income_low"], row["income_high"], currency)
    return f"Premium brings {wording.amount(row['income'], currency)} a month ({words.NINE} draws: {span})"


def _served(told: Answer) -> str:
    count, low, high = told.need
    if np.isnan(count):
        return words.NOBODY_LEFT
    return words.served(count, amounts.people(low, high, told.most), told.base, told.technicians, told.most)


def _sure(told: Answer) -> str:
    if told.verdict == words.UNKNOWN:
        return ""
    return f"{words.odds(float(told.margin['pays_share']), told.draws)} {_even(told)}".strip()


def _even(told: Answer) -> str:
    row, kind = told.even, told.surcharge.kind
    if row["why_none"]:
        return ""
    span = amounts.surcharge_span(row["amount_low"], row["amount_high"], kind, told.currency)
    if not row["amount"]:
        most = amounts.surcharge(row["amount_high"], kind, told.currency) if row["amount_high"] else ""
        return words.free(most)
    return words.break_even(amounts.surcharge(row["amount"], kind, told.currency), span)
