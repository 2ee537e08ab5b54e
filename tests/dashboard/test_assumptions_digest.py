"""What figures rest on: which fields there are, and what of them is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.digest.assumptions import Figure, changed, figures, said
from dashboard.wording import assumptions as words
from dashboard.wording import prices
from pipelines.settings import Settings, read_settings


@pytest.fixture
def own() -> Settings:
    shipped = read_settings(Path("nowhere"))
    return replace(shipped, currency="USD", prices=replace(shipped.prices, technician_month=5200.0, per_user={"Gold": 90.0}))


def every(own: Settings) -> list[Figure]:
    return [figure for group in figures(own, ["Silver", "Gold.1"], 7).values() for figure in group]


def test_every_figure_has_its_unit_and_what_is_not_told_has_no_value(own: Settings) -> None:
    told = {figure.name: (figure.value, figure.unit) for figure in every(own)}

    names = ("prices.technician_month", "prices.hire_once", "staffing.response_goal", "prices.per_user.Gold.1", "staffing.technicians")
    assert [told[name] for name in names] == [
        (5200, "USD a month"), (None, "USD once"), (95, "% of a month's"), (None, "USD a user a month"), (None, "people"),
    ]  # fmt: skip


def test_the_surcharge_has_no_benchmark_and_says_so(own: Settings) -> None:
    notes = {figure.name: figure.note for figure in every(own)}

    assert notes["prices.premium.amount"].startswith("No public benchmark for a recurring Premium Response surcharge was found")
    assert notes["prices.technician_month"] == (
        "Usual in US dollars: 55 to 85 an hour (about 9,100 to 14,000 a month of 165 paid hours), or 1.5 to 2 times the wage"
        " (vendors' figures)."
    )
    assert notes["prices.per_user.Silver"] == "Usual in US dollars: 75 to 125 a month (vendors' figures)."


def test_only_what_changed_is_written_as_settings_hold_it(own: Settings) -> None:
    same = {figure.name: figure.value for figure in every(own)}
    given = same | {"staffing.response_goal": 92.5, "prices.per_user.Gold.1": 60.0, "prices.technician_month": None}

    assert changed(every(own), same) == {}
    assert changed(every(own), given) == {
        "staffing.response_goal": 0.925, "prices.technician_month": 0, "prices.per_user.Gold.1": 60,
    }  # fmt: skip


def test_a_number_of_people_is_written_whole(own: Settings) -> None:
    written = changed(every(own), {"staffing.technicians": 8.0})

    assert written == {"staffing.technicians": 8}
    assert type(written["staffing.technicians"]) is int


def test_what_was_saved_is_said_with_its_unit(own: Settings) -> None:
    told = said(every(own), {"staffing.response_goal": 0.925, "prices.technician_month": 0, "prices.premium.kind": "per_user"})

    assert [line.replace("\\", "").replace("\N{WORD JOINER}", "") for line in told] == [
        "First replies in time: 92.50 % of a month's", "A technician: not told", "An amount a user",
    ]  # fmt: skip
    assert words.saved([]) == words.NOTHING
    assert said(every(own), {"prices.premium.paid_today": "false"}) == ["Today's Premium clients do not pay it yet"]


@pytest.mark.parametrize(
    ("losing", "known", "sentence"),
    [
        (0, 40, "**None of 40 clients costs more in hands-on hours than it pays.**"),
        (1, 40, "**1 of 40 clients costs more in hands-on hours than it pays:** Ashby."),
        (2, 40, "**2 of 40 clients cost more in hands-on hours than they pay:** Ashby."),
        (0, 0, ""),
    ],
)
def test_clients_that_cost_more_than_they_pay_are_named(losing: int, known: int, sentence: str) -> None:
    assert prices.losing(losing, known, "Ashby") == sentence


def test_what_is_lacking_is_said_once_in_plain_words() -> None:
    assert prices.lacks(["no fee", "no prices"]) == (
        "Not worked out yet. It needs what clients pay: a price of a user for each plan, or fees in the client list."
    )
    assert prices.lacks([]) == ""
