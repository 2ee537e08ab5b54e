"""The page Scorecard on full, few, bare and empty homes; goals are edited in place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import actions
from dashboard.digest import decisions as decision_digest
from dashboard.digest import scorecard as digest
from dashboard.wording import scorecard as words
from models.refresh.decisions import Decision, Kind, beside
from pipelines.settings import read_settings
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words as told
from tests.models.test_decisions import change
from tests.models.test_scorecard import WEEKS, found


def test_a_full_history_tells_what_to_talk_about_and_shows_thirteen_weeks(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "scorecard")

    assert app.title[0].value == "Scorecard"
    assert "On time when resolved (89.5%; eight weeks or more in a row worse than average)" in told(app)
    table = app.dataframe[0].value
    assert table["Number"].tolist()[:3] == ["On time when resolved", "Replied on time", "Typical first reply"]
    assert table["Goal"].tolist()[:3] == ["≥ 90%", "≥ 90%", "–"]
    assert len(table.columns) == 16  # number, goal, trend and the weeks; no owner is told
    assert table.columns[2] == "17 Aug"


def test_few_tickets_are_too_few_to_say(visit: Visit, few_home: Path) -> None:
    app = visit(few_home, "scorecard")

    assert "This week has too few tickets to say what is off track." in told(app)
    table = app.dataframe[0].value.set_index("Number")
    week = table.columns[1]
    assert table.loc["On time when resolved", week] == "too few"
    assert table.loc["Tickets opened", week] == "4"


def test_a_history_of_tickets_alone_has_the_numbers_that_it_can_fill(visit: Visit, bare_home: Path) -> None:
    table = visit(bare_home, "scorecard").dataframe[0].value

    assert table["Number"].tolist() == [
        "9 in 10 resolved within", "Same-day share", "Closed per opened", "Open at week's end", "Tickets opened",
    ]  # fmt: skip


def test_an_empty_home_welcomes(visit: Visit, tmp_path: Path) -> None:
    assert visit(tmp_path / "none", "scorecard").title[0].value == "Welcome"


def test_each_cell_can_say_what_it_is_of(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "scorecard")
    app.toggle(key="scorecard-of").set_value(True).run()

    assert str(app.dataframe[0].value.set_index("Number").loc["On time when resolved", "10 Aug"]).endswith(" of 40")


@pytest.mark.torture
def test_goals_and_owners_that_are_saved_change_the_marks(visit: Visit, at_home: Callable[[Path], None], full_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(full_home, home)
    at_home(home)
    said = actions.save_figures({"scorecard.resolved_on_time.goal": 0.99, "scorecard.resolved_on_time.owner": "Priya", "scorecard.replied_on_time.goal": ""})
    assert said.refusal == ""
    app = visit(home, "scorecard")

    assert read_settings(home).scorecard["replied_on_time"].goal is None
    assert "On time when resolved (89.5%" in told(app)
    table = app.dataframe[0].value.set_index("Number")
    assert (table.loc["On time when resolved", "Owner"], table.loc["On time when resolved", "Goal"]) == ("Priya", "≥ 99%")
    assert str(table.loc["On time when resolved", "10 Aug"]).startswith("▲\u200a")


def test_before_and_after_is_told_apart_from_its_proof(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "scorecard", **{"scorecard-part": "Before and after each decision"})
    app.session_state["scorecard-part"] = "Before and after each decision"
    app.run()

    assert "No decision falls into this history yet" in told(app)


@pytest.mark.parametrize(
    ("name", "value", "goal", "said"),
    [
        ("resolved_on_time", 0.8996, 0.9, "89.96%"), ("resolved_on_time", 0.9, 0.9, "90.0%"), ("same_day_share", 0.5, None, "50.0%"),
        ("typical_first_reply", 0.502, 0.5, "30.1 min"), ("typical_first_reply", 0.25, None, "15 min"),
        ("nine_in_ten_within", 18.02, 18.0, "18.02 h"), ("closed_per_opened", 0.998, 1.0, "0.998"), ("closed_per_opened", 1.0, 1.0, "1.00"),
        ("backlog", 1234.0, None, "1,234"), ("backlog", float("nan"), None, "too few"),
    ],
)  # fmt: skip
def test_a_missed_goal_never_looks_met(name: str, value: float, goal: float | None, said: str) -> None:
    assert words.value(name, value, goal) == said


def test_the_sentence_names_what_to_talk_about_then_single_misses() -> None:
    met = [93, 95] * (WEEKS // 2)
    met[-2:] = [89, 88]
    late = [100 - one for one in met]
    said = digest.answer(list(found({"resolved_on_time": 0.9, "nine_in_ten_within": 9.0}, met=met, late=late).values()))

    assert said[0] == (
        "**2 numbers are worth talking about:** On time when resolved (88.0%; off its goal (≥ 90%) two weeks in a row) and"
        " 9 in 10 resolved within (10.0 h; off its goal (≤ 9.0 h) two weeks in a row)."
    )
    assert said[1].startswith("Of the others, 8 without a goal are as usual")


def test_what_is_taken_away_holds_the_denominator_of_each_cell() -> None:
    table = digest.as_list(list(found().values()))

    row = table[(table["Number"] == "On time when resolved")].iloc[0]
    assert (row["Value"], row["Unit"], row["Of tickets"]) == (95.0, "%", 100)
    assert len(table) == 10 * 13


def test_only_what_was_changed_is_written() -> None:
    numbers = list(found({"resolved_on_time": 0.9}).values())
    asked: dict[str, tuple[float | None, str]] = {one.name: (digest.goal_in_unit(one.name, one.goal), "") for one in numbers}
    assert digest.changes(asked, numbers) == {}

    asked |= {"resolved_on_time": (None, "Anna"), "backlog": (50.0, "")}
    assert digest.changes(asked, numbers) == {
        "scorecard.resolved_on_time.goal": "", "scorecard.resolved_on_time.owner": "Anna", "scorecard.backlog.goal": 50.0,
    }  # fmt: skip


def decision(tickets: int) -> Decision:
    row = {"before": 0.5, "after": 0.8, "before_tickets": 90, "after_tickets": tickets, "before_weeks": 13, "after_weeks": 13}
    from datetime import date  # noqa: PLC0415

    came = beside(change(0.30, 0.05).assign(**row), change(0.10, 0.04))
    return Decision(date(2026, 6, 1), Kind.PREMIUM, ("A*B",), came)


def test_a_decision_says_before_after_change_and_what_others_did() -> None:
    line = decision(80)
    table = decision_digest.table(line).iloc[0]

    assert (table["Before"], table["After"]) == ("50.0% of 90", "80.0% of 80")
    assert table["Change"] == "+20.0 points (+13.6 to +26.4)"
    assert table["What it says"] == "Better, beyond luck (others: +10.0 points)"
    assert decision_digest.answer([line]) == (
        r"**1 decision: after 1 of them something changed beyond luck:** Premium sold to A\*B (1 Jun 2026)."
    )
    assert decision_digest.table(decision(29)).iloc[0]["What it says"] == "Too few tickets"
