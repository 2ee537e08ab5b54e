"""The money of clients, plans and one technician, which rests on no simulation."""

from dataclasses import replace

from dashboard.loaders.desk import desk
from dashboard.loaders.home import settings
from models.refresh.client_money import ClientMoney, client_money
from models.refresh.scenario import Scenario
from pipelines.prices import Surcharge

__all__ = ["ClientMoney", "client_money_of"]


def client_money_of(scenario: Scenario, surcharge: Surcharge) -> ClientMoney:
    """What each client pays, takes and would pay for Premium, at such a surcharge."""
    return client_money(desk(), replace(settings().prices, premium=surcharge), scenario)
