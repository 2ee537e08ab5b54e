"""The answer about Premium from drawn tables of money."""

import math
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pandas as pd
import pytest

from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer
from dashboard.digest.premium_cards import cards
from dashboard.digest.premium_said import sentences, who_pays
from dashboard.loaders import ClientMoney, Money
from dashboard.wording.money import SPACE
from models.pricing.break_even import break_even
from models.pricing.hire import HireCost
from models.pricing.margins import margins
from models.pricing.offer import Offer
from models.pricing.reasons import NOBODY
from pipelines.prices import Surcharge, SurchargeKind

COST = 6000.0
FIFTEEN = Surcharge(SurchargeKind.PERCENT, 15)


def money(hires: Sequence[Sequence[float]], base: float = 300.0, cost: float | None = COST, without: int = 0) -> Money:
    """No uptake and 30 %: each unit of surcharge brings `base` a month there; a row of hires a draw."""
    drawn = np.array(hires, float)
    made = Offer(
        np.array([0.0, 0.3]), np.array([0.0, 0.3]), np.array([0.0, 0.4]), np.array([0, 12]), np.array([0, without]),
        np.tile([0.0, base], (len(drawn), 1)), drawn,
    )  # fmt: skip
    return Money(*(_nobody(table) for table in (margins(made, [15], cost), break_even(made, cost))))


def _nobody(table: pd.DataFrame) -> pd.DataFrame:
    why = table["why_none"]
    return table.assign(why_none=why.mask((why == "") & (table["buyers"] == 0), NOBODY))


def answer(paid: Money, **other: object) -> Answer:
    """Seven technicians, enough for no Premium but not for 12 of 40 clients."""
    told = Answer(
        technicians=7, paid=paid, at=1, need=(8.0, 8.0, 8.0), now=7.0, base=7.0, needs=(7.0, 8.0), most=12, buyers=12, already=0,
        have=0, of=40, paid_today=True, hire_cost=HireCost(later=5000, hire=250, ramp=750), cover=False, surcharge=FIFTEEN,
        currency="USD",
    )  # fmt: skip
    return replace(told, **other)  # type: ignore[arg-type]


def said(told: Answer, wanted: tuple[str, ...] = (), gained: str = "") -> str:
    return " ".join(filter(None, sentences(told, wanted, gained))).replace(SPACE, " ")


ONE, TWO = [[0, 1]] * 100, [[0, 2]] * 100
SOMETIMES = [[0, 0]] * 50 + [[0, 1]] * 50


def test_one_sentence_says_hire_and_does_it_pay() -> None:
    assert sentences(answer(money(ONE)), (), "")[0].replace(SPACE, " ") == (
        "**Hire 1 technician, and it does not pay:** with 30% of clients on Premium (12 of 40) at 15% of the fee, the 12 new"
        " buyers bring USD 4,500 a month and the technician it takes costs USD 6,000 a month in the first year. **USD −1,500 a"
        " month is left**. From the second year on it is USD −500."
    )


def test_where_it_pays_it_says_so() -> None:
    told = said(answer(money(ONE, base=500)))

    assert told.startswith("**Hire 1 technician, and it pays:**")
    assert "It pays in nearly every future. The smallest surcharge that pays is 12% of the fee." in told


def test_whether_buyers_are_answered_sooner_stands_right_behind_the_answer() -> None:
    assert sentences(answer(money(ONE)), (), "Sooner.")[1] == "Sooner."


def test_an_interval_that_holds_nothing_is_too_close_to_call() -> None:
    told = answer(money(SOMETIMES))

    assert "whether it pays is too close to call" in said(told)
    assert "The chance that it pays is 50%." in said(told)
    assert "In most futures it takes no further technician, so any surcharge pays; in others it takes up to 20% of the fee." in said(told)
    assert [card.colour for card in cards(told)] == ["gray"] * 5


def test_hires_owed_already_are_told_apart() -> None:
    told = said(answer(money(TWO), need=(10.0, 9.0, 10.0), now=8.0, base=8.0))

    assert "**Hire 3 technicians, 1 of them owed already, and it does not pay:**" in told
    assert "You need 10 (8 without Premium; nine in ten futures: 9 to 10) so that clients without Premium are served as well" in told
    assert "as your goals ask; you have 7." in told


@pytest.mark.parametrize(("technicians", "enough"), [(8, "1 of your 8 is"), (9, "1 of your 9 is")])
def test_a_technician_who_is_there_only_because_of_premium_is_told_though_nobody_is_hired(technicians: int, enough: str) -> None:
    told = said(answer(money(ONE), technicians=technicians))

    assert f"**You have enough, but {enough} there only because of Premium, and it does not pay:**" in told
    assert "the technician it takes costs USD 6,000 a month in the first year" in told


def test_where_premium_takes_no_technician_no_hire_is_needed() -> None:
    told = said(answer(money([[0, 0]] * 100), need=(7.0, 7.0, 7.0)))

    assert "**No hire is needed, and it pays:**" in told
    assert "and no further technician is needed. **USD 4,500 a month is left**. You need" in told.replace("  ", " ")


def test_it_is_said_up_to_which_share_the_technicians_are_enough_and_what_pays_there() -> None:
    assert "These 7 technicians are enough for up to 0% of clients with Premium." in said(answer(money(ONE)))
    assert "These 8 technicians are enough for up to 30% of clients with Premium; there a surcharge of 20% of the fee pays." in said(
        answer(money(ONE), technicians=8)
    )
    assert "These 6 technicians are too few even if nobody has Premium." in said(answer(money(ONE), technicians=6))


def test_without_a_technicians_cost_the_figure_is_asked_for_and_no_margin_is_made_up() -> None:
    told = answer(money(ONE, cost=None), hire_cost=None)

    assert "**Hire 1 technician, but whether it pays cannot be said yet:**" in said(told, ("what a technician costs",))
    assert "the 12 new buyers bring USD 4,500 a month." in said(told)
    assert "To say whether it pays, tell what a technician costs." in said(told, ("what a technician costs",))
    assert "is left" not in said(told)
    assert [card.value for card in cards(told)][1:] == ["1", "–", "–", "–"]
    assert cards(told)[3].beside == "technician's cost not told"


def test_without_fees_nothing_is_said_of_the_income() -> None:
    told = answer(money(ONE, base=0.0))

    assert "what it would bring is not known" in said(told)
    assert cards(told)[0].value == "–"
    assert cards(told)[0].beside == "fees not told"


def test_more_than_were_tried_is_no_number() -> None:
    told = answer(money([[0, math.inf]] * 100), need=(math.inf, 12.0, math.inf))

    assert "**More than 12 technicians would be needed, more than was tried, so whether it pays cannot be said yet:**" in said(told)
    assert "You need more than 12 (7 without Premium" in said(told)
    assert "inf" not in said(told)
    assert "nan" not in said(told)


def test_where_nobody_is_left_to_compare_it_says_so() -> None:
    paid = money([[0, math.nan]] * 100)
    told = said(answer(paid, need=(math.nan,) * 3, needs=(7.0, math.nan)))

    assert "How many to hire cannot be told" in told
    assert "nobody is left without it" in told
    assert "nan" not in told


@pytest.mark.parametrize(
    ("buyers", "have", "words"),
    [
        (4, 7, "**Fewer clients than have Premium today (4 of 40; today it is 7), so nobody new buys and there is no new money.**"),
        (7, 7, "**As today: 7 of 40 clients have Premium and nobody new buys, so there is no new money.**"),
        (0, 0, "**Nobody buys Premium here, so it brings nothing and costs nothing.**"),
    ],
)
def test_where_nobody_new_buys_nothing_pays_and_there_is_no_figure_of_money(buyers: int, have: int, words: str) -> None:
    told = answer(money([[0, 0]] * 100), buyers=buyers, already=buyers, have=have)

    assert told.verdict == "nothing"
    assert said(told).startswith(words)
    assert "pays" not in said(told).split("You need")[0]
    assert cards(told) == []


def test_a_share_where_the_engine_knows_of_no_new_buyer_never_pays() -> None:
    assert answer(money([[0, 0]] * 100), at=0, buyers=3, paid_today=False).verdict == "nothing"
    assert answer(money([[0, 0]] * 100), buyers=4, already=4, have=7, paid_today=False).verdict == "nothing"


def test_evening_cover_is_part_of_the_cost_and_is_named() -> None:
    assert "the technician and the evening cover it takes cost USD 6,000" in said(answer(money(ONE), cover=True))
    assert "and the evening cover costs USD 0 a month." in said(answer(money([[0, 0]] * 100), cover=True))


def test_who_has_it_today_brings_new_money_only_where_they_do_not_pay_yet() -> None:
    paying = answer(money(ONE), already=7, have=7)
    not_yet = replace(paying, paid_today=False)

    assert "(12 of 40; 7 have it today) at 15% of the fee, the 5 new buyers bring" in said(paying)
    assert "these 12 clients bring" in said(not_yet)
    assert who_pays(paying).startswith("Your 7 Premium clients pay the surcharge already, so only new buyers bring new money.")
    assert who_pays(not_yet).startswith("Your 7 Premium clients do not pay the surcharge yet, so here they count as new buyers, too.")
    assert who_pays(answer(money(ONE))) == ""


def test_buyers_without_a_figure_are_told() -> None:
    assert "Up to 3 of these 12 buyers have no figure to charge on and count as paying nothing." in said(answer(money(ONE, without=3)))


def test_the_cards_carry_their_intervals() -> None:
    deck = cards(answer(money(SOMETIMES)))

    assert [card.label for card in deck] == [
        "New money a month", "Technicians for it", "Cost, first year", "Left, first year", "Surcharge that pays",
    ]  # fmt: skip
    assert [card.change for card in deck] == [
        "almost always 4,500", "mostly 0 to 1", "mostly 0 to 6,000", "mostly −1,500 to 4,500", "mostly 0% to 20%",
    ]  # fmt: skip
    assert deck[4].value == "any"
    assert cards(answer(money([[0, 0]] * 100)))[4].change is None
    assert cards(answer(money(ONE)))[1].change == "almost always 1"


def test_what_is_left_is_green_or_orange_only_beyond_the_noise() -> None:
    assert [cards(answer(money(ONE, base=base)))[3].colour for base in (300, 500)] == ["orange", "green"]


def test_the_file_by_uptake_names_its_units_and_assumptions() -> None:
    table = beside(rows.by_uptake(money(SOMETIMES), "USD"), {"technicians": 7, "buyers": "Any of them"})

    assert table["Left a month, low (USD)"].tolist() == [0, -1500]
    assert table["Surcharge that pays, high"].tolist()[1] == 20
    assert table["Pays in (% of futures)"].tolist() == [100, 50]
    assert table["Assumed: technicians"].tolist() == [7, 7]


CLIENTS = pd.DataFrame({
    "client": ["Has", "Buys", "May"], "premium": [True, False, False], "buys": [1.0, 1.0, 0.2], "tier": ["Gold", None, "Gold"],
    "tickets_month": 10.0, "ticket_share": 1 / 3, "fee_month": 1000.0, "fee_from": ["client list", "", "users x price"],
    "surcharge_month": 150.0, "users": 10,
})  # fmt: skip


def test_who_would_buy_comes_first_and_who_pays_already_brings_no_new_money() -> None:
    told = cast("ClientMoney", SimpleNamespace(clients=CLIENTS))
    table = rows.buyers(told, "USD", begun=True)

    assert table["Client"].tolist() == ["Buys", "May", "Has"]
    assert table["Buys"].tolist() == ["yes", "maybe: in 20% of orders", "has it today"]
    assert table["New money (USD)"].fillna(-1).tolist() == [150, 150, -1]
    assert rows.buyers(told, "USD", begun=False)["New money (USD)"].tolist() == [150, 150, 150]
    assert rows.fee_from(told) == ["not told", "users × price", "client list"]


def test_lines_by_uptake_have_words_for_the_pointer() -> None:
    left = rows.left(money(SOMETIMES), "USD").iloc[1]
    stairs = rows.stairs(money(SOMETIMES), FIFTEEN, "USD")

    assert left["hover"].replace(SPACE, " ") == "30% of clients: USD 4,500 left a month (USD −1,500 to 4,500)"
    assert stairs["uptake"].tolist() == [0, 0.3]
    assert math.isnan(stairs["value"].iloc[0])
    assert stairs["hover"].iloc[1] == "30% of clients: 0% (0% to 20%)"
