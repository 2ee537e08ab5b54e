"""Hours in words and as a grid, tables of rules, and the first sentences of the page Settings; answers by hand."""

import pandas as pd
import pytest

from dashboard.digest import opening, rules
from dashboard.digest import rule_grids as grids
from dashboard.loaders import Rules
from dashboard.wording import rules as words
from pipelines.settings import laid_over_shipped
from pipelines.settings_in_force import Setting

SHIPPED = laid_over_shipped({})
OWN = laid_over_shipped(
    {
        "tiers": {"order": ["Basic", "Gold"], "plans": {"Gold": {"hours": "extended", "included": ["Help desk"]}}},
        "prices": {"per_user": {"Gold": 90}},
        "promise": {"tiers": {"Gold": 0.95}},
        "priorities": {"matrix": {"high": {"high": "P1"}, "huge": {"low": "P2"}}},
        "offices": [{"name": "Head", "latitude": 53.8, "longitude": -1.5}],
    }
)


@pytest.mark.parametrize(
    ("calendar", "spoken"),
    [
        ("standard", "Monday to Friday 08:30-17:30"),
        ("extended", "Monday to Friday 07:00-19:00, Saturday 09:00-13:00"),
        ("always", "day and night, every day"),
    ],
)
def test_hours_in_words(calendar: str, spoken: str) -> None:
    assert opening.spoken(opening.week_of(SHIPPED.calendars[calendar].windows)) == spoken


def test_lunch_breaks_and_single_days_in_words() -> None:
    week = {"monday": ["09:00-12:00", "13:00-17:00"], "tuesday": ["09:00-12:00", "13:00-17:00"], "saturday": ["22:00-06:00"]}

    assert opening.spoken(week) == "Monday and Tuesday 09:00-12:00 and 13:00-17:00, Saturday 22:00-06:00"
    assert opening.spoken({}) == "at no time yet"


@pytest.mark.parametrize("calendar", ["standard", "extended", "always"])
def test_a_grid_of_hours_comes_back_as_it_was(calendar: str) -> None:
    own = SHIPPED.calendars[calendar]
    week = opening.from_grid(opening.grid(own))

    again = laid_over_shipped({"calendars": {calendar: {"title": own.title, "holidays": own.holidays, **week}}})
    assert again.calendars[calendar] == own


@pytest.mark.parametrize(
    ("typed", "written"),
    [("8.30 - 17", "08:30-17:00"), ("9 to 5:15", "09:00-05:15"), ("08:30\u201317:30", "08:30-17:30"), (" ", ""), (None, ""), (float("nan"), ""), ("all day", "all day")],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: object, written: str) -> None:
    assert words.typed_window(typed) == written


def test_a_title_that_nobody_touched_follows_the_hours() -> None:
    own = SHIPPED.calendars["standard"]
    week = {"monday": ["10:00-12:00"]}

    assert opening.calendar(own, own.title, "GB", week)["title"] == "Monday 10:00-12:00"
    assert opening.calendar(own, "Mornings", "GB", week)["title"] == "Mornings"
    assert opening.calendar(own, own.title, "GB", opening.from_grid(opening.grid(own)))["title"] == own.title
    assert opening.calendar(None, "", "", week) == {"title": "Monday 10:00-12:00", "holidays": "", **week}


def test_plans_come_back_as_they_were_and_in_their_new_order() -> None:
    table = grids.plans(OWN)
    assert grids.from_plans(table) == {
        "tiers.order": ["Basic", "Gold"],
        "prices.per_user": {"Gold": 90},
        "tiers.plans": {"Gold": {"hours": "extended", "included": ["Help desk"]}},
        "promise.tiers": {"Gold": 0.95},
    }

    added = pd.concat([table, pd.DataFrame([{"Order": 0.0, "Plan": "Lite", "Price a user": 9.5}, {"Plan": " "}])], ignore_index=True)
    found = grids.from_plans(added)
    assert (found["tiers.order"], found["prices.per_user"]) == (["Lite", "Basic", "Gold"], {"Lite": 9.5, "Gold": 90})


def test_a_matrix_a_band_and_an_office_come_back_as_they_were() -> None:
    matrix = grids.matrix(OWN)

    assert matrix.columns.tolist() == ["Impact", "High urgency", "Medium urgency", "Low urgency"]
    assert matrix["Impact"].tolist() == ["High", "Medium", "Low", "Huge"]
    assert grids.from_matrix(matrix) == {"high": {"high": "P1"}, "huge": {"low": "P2"}}
    assert grids.from_bands(grids.bands(OWN))[-2:] == [{"name": "30-60 km", "below_km": 60}, {"name": "over 60 km"}]
    assert grids.from_offices(grids.offices(OWN)) == [{"name": "Head", "latitude": 53.8, "longitude": -1.5}]
    assert grids.from_offices(grids.offices(SHIPPED)) == []


def test_pairs_come_back_and_half_a_row_is_none() -> None:
    assert grids.from_pairs(grids.pairs({"on_site": 4}, grids.SKILL)) == {"on_site": 4}
    assert grids.from_pairs(pd.DataFrame([["on_site", None], [None, 4], ["hour", "60 minutes"]])) == {"hour": "60 minutes"}


def test_the_first_sentences_say_who_works_when_and_whose_rules_these_are() -> None:
    found = (Setting("tiers.order", ["Basic", "Gold"], own=True), Setting("company.name", "Your company", own=False))

    first, second = rules.answer(Rules(OWN, found, "", ""))

    seen = first.replace("\\", "").replace("\N{WORD JOINER}", "")
    assert seen == "**Your company works Monday to Friday 08:30-17:30 (Europe/London) and promises times that nine in ten tickets keep.**"
    assert second == "2 plans, 4 distance bands, 1 office. 1 setting is your own, the rest are the defaults."
    assert rules.answer(Rules(SHIPPED, (), "", ""))[1] == "3 plans, 4 distance bands, no office. All of it is the default."


def test_what_changed_what_is_own_and_how_values_read() -> None:
    assert rules.changed({"a": 1, "b": []}, {"a": 1, "b": ["x"]}) == {"b": ["x"]}
    found = [Setting("tiers.plans.Gold", {}, own=True), Setting("tiers.order", [], own=True), Setting("offices", [], own=False)]
    assert rules.beginning(found, "tiers.plans", "offices") == {"tiers.plans.Gold": "Plan Gold"}
    assert [rules.said(value) for value in (None, "", [1, "a"], {"high": {"low": "P1"}}, True)] == ["–", "–", "1, a", "high: low: P1", "yes"]


@pytest.mark.parametrize(("rate", "kept"), [(0.9, "nine in ten"), (0.95, "95 in 100"), (0.925, "92.5 in 100")])
def test_a_promise_level_in_words(rate: float, kept: str) -> None:
    assert words.kept(rate) == kept
