"""The answer about Premium from drawn tables of money."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer, sentences
from dashboard.digest.premium_cards import cards
from dashboard.loaders import Money
from dashboard.wording.money import SPACE
from models.pricing.break_even import break_even
from models.pricing.margins import margins
from models.pricing.offer import Offer
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
    return Money(margins(made, [15], cost), break_even(made, cost))


def answer(paid: Money, **other: object) -> Answer:
    told = Answer(
        technicians=7, paid=paid, at=1, need=(8.0, 8.0, 8.0), base=7.0, most=12, of=40, already=0, draws=100,
        surcharge=FIFTEEN, currency="USD",
    )  # fmt: skip
    return replace(told, **other)  # type: ignore[arg-type]


def said(told: Answer, wanted: tuple[str, ...] = ()) -> str:
    return " ".join(sentences(told, wanted)).replace(SPACE, " ")


ONE, TWO = [[0, 1]] * 100, [[0, 2]] * 100
SOMETIMES = [[0, 0]] * 50 + [[0, 1]] * 50


def test_one_sentence_says_hire_and_does_it_pay() -> None:
    assert sentences(answer(money(ONE)), ())[0].replace(SPACE, " ") == (
        "**Hire 1 technician, and it does not pay:** with 30% of clients on Premium (12 of 40) at 15% of the fee, Premium"
        " brings USD 4,500 a month, the 1 technician it takes up costs USD 6,000, and **USD −1,500 a month is left**"
        " (nine in ten draws: USD −1,500)."
    )


def test_where_it_pays_it_says_so() -> None:
    told = said(answer(money(ONE, base=500)))

    assert told.startswith("**Hire 1 technician, and it pays:**")
    assert "It pays in 100% of 100 draws. The smallest surcharge that pays is 12% of the fee (nine in ten draws: 12%)" in told


def test_an_interval_that_holds_nothing_is_inside_the_noise() -> None:
    told = answer(money(SOMETIMES))

    assert "it may or may not pay: the difference is inside the noise" in said(told)
    assert "It pays in 50% of 100 draws." in said(told)
    assert "In most draws it takes up no technician, so any surcharge pays; in others it takes up to 20% of the fee." in said(told)
    assert [card.colour for card in cards(told)] == ["gray"] * 5


def test_hires_owed_already_are_told_apart() -> None:
    told = said(answer(money(TWO), need=(10.0, 9.0, 10.0), base=8.0))

    assert "**Hire 3 technicians, 1 of them owed without Premium already, and it does not pay:**" in told
    assert "10 technicians serve clients without Premium as well as today" in told
    assert "(nine in ten draws: 9 to 10); without Premium it takes 8. You have chosen 7." in told


def test_whoever_has_enough_technicians_hires_nobody_though_premium_takes_one_up() -> None:
    told = said(answer(money(ONE), technicians=9))

    assert "**No hire is needed, and it does not pay:**" in told
    assert "the 1 technician it takes up costs USD 6,000" in told


def test_without_a_technicians_cost_the_figure_is_asked_for_and_no_margin_is_made_up() -> None:
    told = answer(money(ONE, cost=None))

    assert "**Hire 1 technician, but whether it pays cannot be said yet:**" in said(told, ("what a technician costs",))
    assert "Premium brings USD 4,500 a month" in said(told)
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
    assert "More than 12 technicians serve clients" in said(told)
    assert "inf" not in said(told)
    assert "nan" not in said(told)


def test_where_nobody_is_left_to_compare_it_says_so() -> None:
    paid = money([[0, math.nan]] * 100)
    told = said(answer(paid, need=(math.nan,) * 3))

    assert "How many to hire cannot be told" in told
    assert "nobody is left without it" in told
    assert "nan" not in told


def test_nobody_who_buys_is_no_question() -> None:
    assert "Nobody buys Premium at this uptake" in said(answer(money(ONE), at=0))


def test_buyers_without_a_figure_and_those_who_have_it_today_are_told() -> None:
    told = said(answer(money(ONE, without=3), already=7))

    assert "(12 of 40, 7 of them today)" in told
    assert "Up to 3 of these 12 buyers have no figure to charge on and count as paying nothing." in told
    assert "7 clients have Premium today, and what they pay for it now is not told" in told


def test_the_cards_carry_their_intervals() -> None:
    deck = cards(answer(money(SOMETIMES)))

    assert [card.label for card in deck] == [
        "Income a month", "Technicians for it", "Cost a month", "Left a month", "Break-even surcharge",
    ]  # fmt: skip
    assert [card.change for card in deck] == [
        "4,500 in 9 of 10 draws", "9 in 10: 0 to 1", "9 in 10: 0 to 6,000", "9 in 10: −1,500 to 4,500", "9 in 10: 0% to 20%",
    ]  # fmt: skip


def test_what_is_left_is_green_or_orange_only_beyond_the_noise() -> None:
    assert [cards(answer(money(ONE, base=base)))[3].colour for base in (300, 500)] == ["orange", "green"]


def test_the_file_by_uptake_names_its_units_and_assumptions() -> None:
    table = beside(rows.by_uptake(money(SOMETIMES), "USD"), {"technicians": 7, "buyers": "Any of them"})

    assert table["Left a month, low (USD)"].tolist() == [0, -1500]
    assert table["Break-even surcharge, high"].tolist()[1] == 20
    assert table["Pays in (% of draws)"].tolist() == [100, 50]
    assert table["Assumed: technicians"].tolist() == [7, 7]


def test_lines_by_uptake_have_words_for_the_pointer() -> None:
    left = rows.left(money(SOMETIMES), "USD").iloc[1]
    stairs = rows.stairs(money(SOMETIMES), FIFTEEN, "USD")

    assert left["hover"].replace(SPACE, " ") == "30% of clients: USD 4,500 left a month (USD −1,500 to 4,500)"
    assert stairs["uptake"].tolist() == [0, 0.3]
    assert math.isnan(stairs["value"].iloc[0])
    assert stairs["hover"].iloc[1] == "30% of clients: 0% (0% to 20%)"
