"""What is Premium worth? All that the answer is made of."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.loaders import ClientMoney, Hiring, Money
from dashboard.wording import premium as words
from models.pricing import reasons
from models.pricing.hire import HireCost
from models.refresh.hiring import enough
from pipelines.prices import Surcharge


@dataclass(frozen=True)
class Answer:
    """The money at share `at` of the grid, need (count, low, high) there, `now` at today's share, base without Premium.

    buyers, already (of these, who has it today), have (who has it today at all), of: clients. needs: technicians by
    share; most: technicians that were tried; paid_today: whether those who have it pay the surcharge already.
    """

    technicians: int
    paid: Money
    at: int
    need: tuple[float, float, float]
    now: float
    base: float
    needs: tuple[float, ...]
    most: int
    buyers: int
    already: int
    have: int
    of: int
    paid_today: bool
    hire_cost: HireCost | None
    cover: bool
    surcharge: Surcharge
    currency: str

    @property
    def margin(self) -> pd.Series:
        """Income, hires, cost and margin at the share."""
        return self.paid.margins.iloc[self.at]

    @property
    def even(self) -> pd.Series:
        """The surcharge that pays at the share."""
        return self.paid.break_even.iloc[self.at]

    @property
    def hire(self) -> float:
        """Technicians to hire, those needed today already and those for Premium."""
        return float(np.maximum(self.need[0] - self.technicians, 0))

    @property
    def owed(self) -> float:
        """Of these, those that are owed without any new buyer."""
        return float(np.maximum(self.before - self.technicians, 0))

    @property
    def before(self) -> float:
        """Technicians needed without those who would begin to pay."""
        return self.now if self.paid_today else self.base

    @property
    def new(self) -> int:
        """Clients who would begin to pay."""
        return self.buyers - self.already if self.paid_today else self.buyers

    @property
    def verdict(self) -> str:
        """Whether it pays: too close to call where what is left may be 0 or not, nothing without a new buyer."""
        left, low, high = (float(self.margin[name]) for name in ("margin", "margin_low", "margin_high"))
        if not self.new or self.buyers < self.have or self.margin["why_none"] == reasons.NOBODY:
            return words.NOTHING
        if np.isnan(left) or self.margin["why_none"]:
            return words.UNKNOWN
        return words.PAYS if low > 0 else words.LOSES if high < 0 else words.NOISE

    @property
    def later(self) -> float:
        """What is left a month from the second year on; missing where it is not known."""
        if self.hire_cost is None or not self.margin["hires"]:
            return np.nan
        return float(self.margin["margin"] + self.margin["hires"] * (self.hire_cost.first_year - self.hire_cost.later))


def answer(
    found: Hiring, paid: Money, surcharge: Surcharge, told: ClientMoney, currency: str, *, begun: bool
) -> Answer:
    """The answer at the chosen technicians and share; begun: whether clients with Premium today pay for it already."""
    at = place(found)
    bought, today = found.sold[0].bought[:, at], told.premium.to_numpy(bool)
    return Answer(
        technicians=found.technicians,
        paid=paid,
        at=at,
        need=enough(found.as_today, float(found.as_today.uptakes[at])),
        now=enough(found.as_today, found.today_uptake)[0],
        base=float(found.as_today.need[0]),
        needs=tuple(float(need) for need in found.as_today.need),
        most=found.as_today.most,
        buyers=int(bought.sum()),
        already=int((bought & today).sum()),
        have=int(today.sum()),
        of=len(bought),
        paid_today=begun,
        hire_cost=told.hire,
        cover=found.scenario.cover_people > 0,
        surcharge=surcharge,
        currency=currency,
    )


def place(found: Hiring) -> int:
    """Which share of the grid is the chosen one: the last where clients are named."""
    uptakes = found.as_today.uptakes
    return len(uptakes) - 1 if found.scenario.clients else int(np.argmin(np.abs(uptakes - found.uptake)))
