"""Prices as owners write them."""

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.prices import Prices, Surcharge, SurchargeKind, prices
from pipelines.settings import read_settings
from tests.loading import World


def test_nothing_is_told_until_the_owner_tells_it(world: World) -> None:
    assert read_settings(world.home).prices == Prices(
        per_user={}, premium=Surcharge(SurchargeKind.PERCENT, 15), technician_month=None, tools_month=0, hire_once=0, ramp_months=3, credits={},
    )


def test_the_owners_prices_are_read(world: World) -> None:
    world.settings("""
        [prices]
        per_user = { Silver = 60, Gold = 92.5 }
        technician_month = 5200
        tools_month = 250
        hire_once = 4000
        ramp_months = 1.5
        credits = { Platinum = 10 }
        [prices.premium]
        kind = "per_user"
        amount = 12
    """)

    assert read_settings(world.home).prices == Prices(
        per_user={"Silver": 60, "Gold": 92.5}, premium=Surcharge(SurchargeKind.PER_USER, 12),
        technician_month=5200, tools_month=250, hire_once=4000, ramp_months=1.5, credits={"Platinum": 10},
    )


def test_one_amount_of_the_owner_leaves_the_others_as_they_ship(world: World) -> None:
    world.settings("[prices.premium]\namount = 20")

    assert read_settings(world.home).prices.premium == Surcharge(SurchargeKind.PERCENT, 20)


def test_a_zero_is_not_a_price() -> None:
    read = prices({"per_user": {"Silver": 0, "Gold": 90}, "technician_month": 0, "credits": {"Gold": 0}})

    assert (read.per_user, read.technician_month, read.credits) == ({"Gold": 90}, None, {})


def test_a_surcharge_that_is_not_told_asks_nothing() -> None:
    assert prices({}).premium == Surcharge(SurchargeKind.PERCENT, 0)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("prices = 5", r"prices must be a part of its own that begins with \[prices\]"),
        ("[prices]\ntechnicain_month = 5", "prices has no setting 'technicain_month'; write one of per_user"),
        ("[prices]\ntechnician_month = -1", "prices.technician_month must be a number such as 1250"),
        ('[prices]\ntechnician_month = "£5,200"', "prices.technician_month must be a number such as 1250, without a sign"),
        ("[prices]\ntools_month = true", "prices.tools_month must be a number"),
        ("[prices]\nhire_once = inf", "prices.hire_once must be a number"),
        ("[prices]\nhire_once = nan", "prices.hire_once must be a number"),
        ("[prices]\nramp_months = 37", "prices.ramp_months must lie between 0 and 36 months"),
        ("[prices]\nper_user = 60", "prices.per_user must be a number for each plan, such as per_user = { Silver = 60"),
        ('[prices.per_user]\nGold = "ninety"', "prices.per_user must be a number for each plan"),
        ("[prices.per_user]\nGold = -90", "prices.per_user must be a number for each plan"),
        ("[prices]\ncredits = { Gold = 101 }", "prices.credits must be a number for each plan, .* in percent up to 100"),
        ("[prices]\npremium = 15", r"prices.premium must be a part of its own that begins with \[prices.premium\]"),
        ('[prices.premium]\nkind = "share"', 'prices.premium.kind must be "percent", "per_user" or "per_client"'),
        ("[prices.premium]\nkind = []", "prices.premium.kind must be"),
        ('[prices.premium]\namount = "15 %"', "prices.premium.amount must be a number"),
        ("[prices.premium]\npercent = 15", "prices.premium has no setting 'percent'; write one of kind, amount"),
    ],
)
def test_prices_that_cannot_be_are_refused_in_a_sentence(world: World, written: str, sentence: str) -> None:
    world.settings(written)

    with pytest.raises(SettingsInvalid, match=sentence):
        read_settings(world.home)
