"""What is assumed beside each exported row, and which figures are missing before there is an answer."""

from collections.abc import Mapping

import pandas as pd

from dashboard.loaders import ClientMoney, LearntDesk, Scenario
from dashboard.wording import assumptions as words
from dashboard.wording.money import surcharge as surcharge_said
from dashboard.wording.what_if import RULES, WHO
from models.refresh.hiring import uptake_of
from models.refresh.scenario import technicians_of
from pipelines.prices import Surcharge, SurchargeKind
from pipelines.settings import Settings

COST, PRICE = "prices.technician_month", "prices.per_user"


def wanted(own: Settings, told: ClientMoney, kind: SurchargeKind) -> dict[str, str]:
    """What is missing to say whether it pays: the beginning of a setting's name, or of no setting, and its words."""
    found = {} if own.prices.technician_month else {COST: words.WANTED_COST}
    unpaid, users = told.clients["surcharge_month"].isna().all(), told.clients["users"].notna().any()
    if unpaid and not users and kind is not SurchargeKind.PER_CLIENT:
        found[words.USERS] = words.WANTED_USERS
    if unpaid and kind is SurchargeKind.PERCENT:
        found[PRICE] = words.WANTED_PRICES
    return found


def beside(table: pd.DataFrame, assumed: Mapping[str, object]) -> pd.DataFrame:
    """The table with the assumptions on each row, for a file that travels without its page."""
    own = pd.DataFrame({f"Assumed: {name}": [value] * len(table) for name, value in assumed.items()}, index=table.index)
    return pd.concat([table, own], axis=1)


def assumed(own: Settings, learnt: LearntDesk, scenario: Scenario, surcharge: Surcharge) -> dict[str, object]:
    """What every figure of the page rests on, in words and numbers."""
    money = own.currency
    return {
        "technicians": technicians_of(scenario, learnt.desk),
        "technicians today": learnt.desk.technicians,
        "technicians away": scenario.away,
        "clients with Premium (%)": round(100 * uptake_of(scenario, learnt), 1),
        "buyers": ", ".join(scenario.clients) or WHO[scenario.who],
        "surcharge": surcharge_said(surcharge.amount, surcharge.kind, money),
        "clients with Premium today pay already": "yes" if own.prices.premium_paid_today else "no",
        "next ticket": RULES[scenario.rule],
        "growth (%)": round(100 * scenario.growth, 1),
        f"technician a month ({money})": own.prices.technician_month,
        f"tools a month ({money})": own.prices.tools_month,
        f"a hire once ({money})": own.prices.hire_once,
        "months until at full pace": own.prices.ramp_months,
        "lunch (min)": own.staffing.lunch_minutes,
        "first replies in time (% goal)": round(100 * own.staffing.response_goal, 1),
        "resolutions in time (% goal)": round(100 * own.staffing.resolution_goal, 1),
        "weeks of history": len(learnt.desk.weeks),
        "tickets": len(learnt.desk.demand),
        "hands-on time told (% of tickets)": round(100 * learnt.effort_told, 1),
    }
