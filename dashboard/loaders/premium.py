"""The money of clients, plans and one technician, which rests on no simulation."""

from dataclasses import replace

from dashboard.loaders.cache import worked_out
from dashboard.loaders.desk import desk
from dashboard.loaders.home import settings
from models.pricing import hire as pricing
from models.refresh.client_money import ClientMoney, client_money
from models.refresh.duty import duty_of
from models.refresh.scenario import Scenario
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge

__all__ = ["ClientMoney", "client_money_of", "hour_cost"]


def client_money_of(scenario: Scenario, surcharge: Surcharge) -> ClientMoney:
    """What each client pays, takes and would pay for Premium, at such a surcharge."""
    desk()  # where it is still to be learnt, it says so by itself
    found: ClientMoney = worked_out(_client_money, scenario, surcharge)
    return found


def _client_money(scenario: Scenario, surcharge: Surcharge) -> ClientMoney:
    return client_money(desk(), replace(settings().prices, premium=surcharge), scenario)


def hour_cost() -> float | None:
    """What an hour of hands-on work costs; None where a technician's cost is not told or the desk cannot be learnt."""
    if settings().prices.technician_month is None:
        return None  # and the desk is spared, which takes its time the first time it is asked
    try:
        return pricing.hour_cost(settings().prices, duty_of(desk().desk).productive)
    except TurnaroundError:
        return None
