"""Does it pay? The money of a scenario beside today: what new Premium clients bring, what they make you hire."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from models.desk.timeline import Staff
from models.pricing.break_even import break_even
from models.pricing.fees import fees
from models.pricing.hire import hire_cost
from models.pricing.margins import margins
from models.pricing.offer import Offer, offer
from models.pricing.reasons import NOBODY
from models.pricing.surcharges import bases
from models.refresh.desks import LearntDesk
from models.refresh.duty import duty_of
from models.refresh.hiring import Hiring, clients_of
from models.refresh.scenario import Scenario, in_scenario
from pipelines.prices import Prices

NOBODY_LEFT = "no client without Premium left to compare with"
WEEKS_A_MONTH = 30.44 / 7


@dataclass(frozen=True)
class Money:
    """By uptake: margins of an amount of the surcharge, and the amount at which Premium loses nothing."""

    margins: pd.DataFrame
    break_even: pd.DataFrame


def money(learnt: LearntDesk, found: Hiring, prices: Prices, amount: float) -> Money:
    """What more Premium brings and costs than today's; why_none where a figure is missing or nobody new buys.

    Income is of clients who do not have it today, where those who have it pay for it already; cost is of technicians
    that are needed more than at today's uptake so that no standard client is served worse, and of evening cover.
    """
    made, cost = _offered(learnt, found, prices), hire_cost(prices)
    month = None if cost is None else cost.first_year
    more = cover_month(learnt, found.scenario, prices)
    tables = (margins(made, [amount], month, more), break_even(made, month, more))
    return Money(*(_with_reasons(table, found) for table in tables))


def _with_reasons(table: pd.DataFrame, found: Hiring) -> pd.DataFrame:
    """Why there is no figure where nobody without Premium is left, or nobody new buys."""
    left = np.isnan(found.as_today.need) & (found.as_today.uptakes > 0)
    why = table["why_none"].mask(left, NOBODY_LEFT)
    return table.assign(why_none=why.mask((why == "") & (table["buyers"] == 0), NOBODY))


def _offered(learnt: LearntDesk, found: Hiring, prices: Prices) -> Offer:
    own = clients_of(learnt)
    base = bases(own, fees(own, prices), prices.premium.kind)
    if not prices.premium_paid_today:
        return offer(base, found.sold, found.as_today.caused_draws)
    fresh = ~own["premium"].to_numpy(bool)[:, None]
    sold = [replace(one, bought=one.bought & fresh) for one in found.sold]
    return offer(base, sold, found.as_today.added_draws(found.today_uptake))


def cover_month(learnt: LearntDesk, scenario: Scenario, prices: Prices) -> float:
    """What the evening cover of a scenario costs a month at a technician's hourly cost; 0 where there is none."""
    cost, staff = hire_cost(prices), in_scenario(learnt.desk, scenario)[1].staff
    if staff is None or not staff.cover_people or cost is None:
        return 0.0
    return cover_hours(staff) * cost.later / duty_of(learnt.desk).hours


def cover_hours(staff: Staff) -> float:
    """Hours of evening cover that are worked in a month."""
    return staff.cover_people * sum(end - start for _, start, end in staff.cover) * WEEKS_A_MONTH
