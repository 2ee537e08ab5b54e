"""Plans, what fails first, what Premium can promise and where the hours go: rows and sentences that can be checked by hand."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard import charts
from dashboard.charts.palette import LIGHT
from dashboard.digest import hours, keeps, plans
from dashboard.wording import plans as words
from models.desk.decisions import MostGrowth
from models.refresh.scenario import Scenario
from tests.models.test_plans import plan

DAY = 9 * 3600


def row(**cells: object) -> dict[str, object]:
    """A plan as models.refresh.plan_results lays it out."""
    told: dict[str, object] = {
        "plan": "One more", "what_if": "technicians=8", "technicians": 8, "uptake": 0.3, "saved_on": date(2026, 6, 1), "done_on": None,
        "need": 8.0, "need_low": 8.0, "need_high": np.inf, "income": 4443.75, "cost": 6302.5, "margin": -1847.5,
        "margin_low": -2239.75, "margin_high": -411.25, "why_none": "",
    }
    for name, value in (("first_response", 0.855), ("resolution", 0.861), ("standard_hours", 0.71), ("premium_hours", np.nan)):
        told |= {name: value, f"{name}_low": value - 0.01, f"{name}_high": value + 0.01}
    return told | cells


def test_a_plan_is_a_column_with_its_intervals() -> None:
    own = plans.compared(pd.DataFrame([row()]), [plan(scenario=Scenario(away=1))], "USD")["One more"].str.replace("\N{NO-BREAK SPACE}", " ")

    assert own["Also supposed"] == "1 technician away"
    assert own["First reply in time"] == "85.5% (84.5% to 86.5%)"
    assert own["Others wait for the first reply (business time)"] == "43 min (42 min to 43 min)"
    assert own["Premium clients wait for the first reply (business time)"] == "–"
    assert own["Technicians needed"] == "8 (8 to more)"
    assert own["Surcharge"] == "15% of the fee"
    assert "Mind" not in own.index
    assert own["Left a month"] == "USD −1,848 (USD −2,240 to −411)"
    assert own["Done since"] == "–"


def test_a_plan_without_prices_says_why_there_is_no_money() -> None:
    own = plans.compared(pd.DataFrame([row(why_none="no prices", income=np.nan, need=np.nan)]), [plan()], "USD")["One more"]

    assert own["Left a month"] == "fees not told"
    assert own["New Premium brings a month"] == "–"
    assert own["Technicians needed"] == "no client without Premium left to compare with"


def test_equal_ends_are_one_number() -> None:
    same = {"need_high": 8.0, "margin": 100.0, "margin_low": 100.0, "margin_high": 100.0}
    own = plans.compared(pd.DataFrame([row(**same)]), [plan()], "USD")["One more"].str.replace("\N{NO-BREAK SPACE}", " ")

    assert own["Technicians needed"] == "8"
    assert own["Left a month"] == "USD 100"


def test_a_plan_that_cannot_be_worked_out_any_more_says_why_and_shows_no_figure() -> None:
    nothing = dict.fromkeys(("need", "first_response", "resolution", "standard_hours", "income", "cost", "margin"), np.nan)
    table = pd.DataFrame([row(), row(plan="Gone", why_none="No ticket is of a client called 'A'.", **nothing)])
    told = plans.compared(table, [plan(), plan("Gone")], "USD")

    assert list(told.loc["Mind"]) == ["", "Cannot be worked out: No ticket is of a client called 'A'."]
    assert told.loc[["Technicians needed", "Left a month", "First reply in time"], "Gone"].to_list() == ["–"] * 3


def test_what_is_kept_too_seldom_is_told_the_worst_first_and_luck_is_named() -> None:
    table = pd.DataFrame({
        "tier": ["Gold", None, "Gold", "Gold"], "issue_type": ["Email", None, "Printer", "Few"], "premium": [False, True, False, False],
        "clock": "first_response", "tickets": [40.0, 60.0, 50.0, 3.0], "kept": [0.7, 0.92, 0.97, np.nan],
        "low": [0.6, 0.85, 0.9, np.nan], "high": [0.8, 0.97, 1.0, np.nan], "why_none": ["", "", "", "too few"],
    })  # fmt: skip
    told = keeps.failing(table, {"first_response": 0.95})

    assert told["Plan"].tolist() == ["Gold", "Not told"]
    assert told["Kept"].tolist() == [70.0, 92.0]
    assert told["Beyond luck"].tolist() == ["yes", "no"]


def test_what_premium_can_promise_is_a_step_or_a_reason() -> None:
    table = pd.DataFrame({
        "tier": [None, "Gold", "Silver"], "clock": ["first_response"] * 3, "tickets": [90.4, 60.0, 5.0], "typical_hours": [0.25, 0.25, np.nan],
        "goal_hours": [1.5, 12.0, np.nan], "proposed_seconds": [7200, np.nan, np.nan], "kept": [0.97, np.nan, np.nan],
        "low": [0.95, np.nan, np.nan], "high": [0.99, np.nan, np.nan], "why_none": ["", "beyond", "too few"],
    })  # fmt: skip
    told = keeps.keepable(table, DAY, ["Silver", "Gold"], {"first_response": 0.95})

    assert told["Plan"].tolist() == ["Silver", "Gold"]
    assert told["You can promise"].tolist() == ["too few", "no step is long enough"]
    assert told["Half are done within"].tolist() == ["–", "15 min"]
    assert told["As many as your goal asks"].tolist() == ["–", "95% within 1 business day 3 h"]
    alone = keeps.keepable(table[:1], DAY, [], {"first_response": 0.95})
    assert "Plan" not in alone
    assert alone["You can promise"].tolist() == ["2 h"]
    assert alone["Kept then"].tolist() == ["97.0% (95.0% to 99.0%)"]


def test_a_plan_has_a_long_promise_only_beside_a_shorter_one_or_alone() -> None:
    table = pd.DataFrame({
        "tier": [None, "Gold", "Platinum", "Silver"], "clock": "resolution", "proposed_seconds": [9.0, 5.0, 9.0, 5.0], "why_none": "",
    })  # fmt: skip

    assert keeps.longer(table, ["Silver", "Gold", "Platinum"]) == ["Platinum"]
    assert keeps.longer(table[:2], ["Gold"]) == ["Gold"]


SPENT = pd.DataFrame({
    "issue_type": ["Email", "Email", "Printer", "Rare"], "tier": ["Gold", "Silver", "Gold", "Gold"], "tickets": [30, 10, 40, 5],
    "told": [30, 10, 40, 5], "to_answer_hours": [1.0, 3.0, 2.0, 9.0], "hands_on_hours": [0.5, 0.5, 1.0, 9.0],
    "travel_hours": [0.0, 0.0, 1.0, 0.0], "paused_hours": [4.0, 4.0, 0.0, 9.0], "in_hand_hours": [1.0, 1.0, 1.0, 9.0],
})  # fmt: skip


def test_hours_are_means_over_the_tickets_of_all_plans_and_few_are_left_out() -> None:
    told = hours.hours(SPENT)

    assert told["issue_type"].tolist() == ["Email", "Printer"]
    assert told["to_answer_hours"].tolist() == [1.5, 2.0]
    assert told["tickets"].tolist() == [40, 40]


def test_parts_that_nothing_tells_are_folded_away() -> None:
    told = hours.hours(SPENT.assign(hands_on_hours=np.nan, travel_hours=np.nan))

    assert "hands_on_hours" not in told
    figure = charts.hours(told, hours.PARTS, LIGHT)
    assert [bar.name for bar in figure.data] == ["Until the first reply", "Waiting for others", "Answered, not worked on"]


def test_a_bar_is_as_long_as_its_hours_and_tells_its_tickets() -> None:
    bar = charts.hours(hours.hours(SPENT), hours.PARTS, LIGHT).data[0]

    assert list(bar.x) == [2.0, 1.5]
    assert list(bar.customdata) == ["Until the first reply: 2.0 h of 40 tickets", "Until the first reply: 1.5 h of 40 tickets"]


REPEATED = pd.DataFrame({
    "issue_type": ["Email", None], "issue_kind": ["software", None], "tickets": [120, 60], "told": [100, 50], "clients": [9, 4],
    "median_minutes": [30.0, 20.0], "hours": [60.0, 20.0], "months": [6.0, 6.0],
})  # fmt: skip


def test_what_comes_back_is_told_a_month_with_its_share_and_cost() -> None:
    told = hours.repeated(REPEATED, 50.0, "GBP")

    assert told["Issue type"].tolist() == ["Email", "Not told"]
    assert told["Tickets a month"].tolist() == [20.0, 10.0]
    assert told["Share of hours"].tolist() == [75.0, 25.0]
    assert told["Cost a month (GBP)"].round(6).tolist() == [500.0, pytest.approx(166.666667)]
    assert "Clients" not in hours.repeated(REPEATED.assign(clients=0), None, "GBP")
    assert "Cost a month (GBP)" not in hours.repeated(REPEATED, None, "GBP")
    assert hours.most_repeated(REPEATED) == (
        "**Email** takes the most: 10 hours a month, 75% of all that is told, for 20 tickets a month."
    )
    assert hours.most_repeated(REPEATED.assign(hours=np.nan)) == words.NO_MINUTES


def test_after_hours_keeps_its_denominator() -> None:
    table = pd.DataFrame({"tier": ["Gold", "Few"], "tickets": [2000, 9], "after_hours": [500, 3], "told": [50, 3], "hours": [20.0, 1.0]})

    assert hours.after_hours(table)["Share"].tolist() == ["25%", "too few"]
    assert hours.after_hours_told(table, 7.0) == (
        "**503 of 2,009 tickets (25%) came in while you were closed**, in your whole history of 7 months: about 72 a month,"
        " 3 hours of hands-on work a month."
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (MostGrowth(0.1, 0.05, 0.1, 1.0), "about 4 more clients like today's fit (10% more; 5% to 10%)"),
        (MostGrowth(0.0, np.nan, 0.0, 1.0), "no more clients fit"),
        (MostGrowth(np.nan, np.nan, np.nan, 1.0), "not even today's 40 clients"),
        (MostGrowth(1.0, 1.0, 1.0, 1.0), "or more fit"),
    ],
)  # fmt: skip
def test_how_many_clients_fit_is_a_sentence(found: MostGrowth, said: str) -> None:
    assert words.fits(found, 40, 8, 0.3).startswith("With 8 technicians, if 30% of clients have Premium, ")
    assert said in words.fits(found, 40, 8, 0.3)


def test_before_and_after_names_denominators_and_luck() -> None:
    own: dict[str, float | str] = {
        "clock": "resolution", "before": 0.8, "after": 0.85, "before_tickets": 900, "after_tickets": 1000, "low": -0.01, "high": 0.11,
        "beyond_luck": False, "why_none": "", "verdict": "as foretold",
    }
    assert words.came("resolution", own | {"foretold": 0.01, "verdict": "cannot tell"}) == (
        "**Resolutions:** foretold +1.0, came out +5.0 points (−1.0 to +11.0): **too uncertain to judge**. In time: 80.0% of"
        " 900 tickets before, 85.0% of 1,000 tickets after."
    )
    assert "foretold" not in words.came("resolution", own).split("as foretold")[0]
    told = plans.review(pd.DataFrame([own | {"hindsight": True}]))
    assert [told[0], len(told)] == [words.HINDSIGHT, 2]
    assert words.came("resolution", own | {"why_none": "too early", "verdict": "too early"}) == (
        "**Resolutions:** too early: it takes four whole weeks."
    )
