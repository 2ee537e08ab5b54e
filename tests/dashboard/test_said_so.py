"""Sentences that owners found wrong: a version that waits, a flow that must add up, numbers without goals."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard import loaders
from dashboard.digest import scorecard, week
from dashboard.loaders.home import Slice
from dashboard.wording import scorecard as score_words
from dashboard.wording import targets as target_words
from models.scorecard import Number
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets

WAITS = (
    "Your version of 28 November 2026 is saved. It judges tickets opened from then on; your history ends on"
    " 21 August 2026. Load an export that reaches past it, or see on Targets > Try on the past how it would have fared."
)


@pytest.fixture(scope="module")
def waiting_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen weeks to August; targets from the end of November on."""
    later = TARGETS.replace("2026-01-01", "2026-11-28")
    return home_with(tmp_path_factory.mktemp("waiting"), clients=CLIENTS, targets=later, tickets=tickets())


@pytest.fixture(scope="module")
def unknown_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tickets closed without an end: every sixth of 40 a week."""
    lines = tickets(4).splitlines()
    for number, line in enumerate(lines[1:]):
        cells = line.split(",")
        if number % 6 == 1:
            cells[3] = ""
            lines[number + 1] = ",".join(cells)
    return home_with(tmp_path_factory.mktemp("unknown"), tickets="\n".join(lines) + "\n")


@pytest.mark.parametrize("page", ["this_week", "targets"])
def test_a_version_that_starts_after_the_history_is_said_to_wait(visit: Visit, waiting_home: Path, page: str) -> None:
    app = visit(waiting_home, page)

    said = words(app) + " ".join(one.value for one in app.info)
    assert WAITS in said
    assert "the history holds no targets" not in said
    assert "No target is in force yet" not in said


def test_nothing_waits_where_targets_judge_already(visit: Visit, full_home: Path) -> None:
    assert "is saved. It judges" not in words(visit(full_home))


def test_what_is_opened_less_what_is_done_or_unknown_is_the_change(visit: Visit, unknown_home: Path) -> None:
    visit(unknown_home)

    reports = [loaders.week_report(monday, Slice()) for monday in loaders.weeks()]
    for report in reports:
        now, open_before = report.resolution.iloc[-1], report.backlog["backlog"].tolist()
        assert now["opened"] - now["stopped"] - now["end_unknown"] == open_before[-1] - open_before[0]
    assert sum(report.resolution["end_unknown"].iloc[-1] for report in reports) == 27  # of 160, places 1, 7, ... 157


def test_the_flow_names_those_without_an_end() -> None:
    class Report:
        resolution = pd.DataFrame([{"opened": 1177, "stopped": 1129, "end_unknown": 44, "same_day": 666}])
        backlog = pd.DataFrame({"backlog": [1176, 1180]})

    assert week.flow(Report()) == (
        "1,177 tickets were opened and 1,129 were resolved, 59% of them on the day they were opened. 44 of those opened"
        " were closed without a known end. 1,180 tickets were open at its end, 4 more than a week before. Times are"
        " business hours."
    )


def number(name: str, mark: str, value: float, *, goal: float | None = None, better: int = 0) -> Number:
    row = {"week": date(2026, 8, 17), "value": value, "of": 40, "usual": 50.0, "low": 40.0, "high": 60.0, "mark": mark}
    return Number(name, better, goal, "", pd.DataFrame([row | {"why": ""}]))


def test_without_goals_nothing_can_be_off_track_and_the_unusual_is_named() -> None:
    plain = number("same_day_share", "plain", 0.5, better=1)

    assert scorecard.answer([number("tickets_opened", "odd", 31), plain]) == [
        "**No goals are set for these numbers yet, so nothing can be off track.**",
        "Unusual, neither good nor bad: ◆ Tickets opened: 31, fewer than usual (40 to 60).",
        "Of the others, 1 without a goal is as usual.",
    ]
    met = number("resolved_on_time", "met", 0.95, goal=0.9, better=1)
    assert scorecard.answer([met, plain])[0] == "**Nothing is off track in a way that is worth a conversation.**"


def test_the_legend_tells_the_weeks_that_there_are() -> None:
    assert "Usual: the 13 weeks before." in score_words.legend(13)
    assert "Usual: the 26 weeks before." in score_words.legend(60)
    assert "Usual: can be told after 8 earlier weeks." in score_words.legend(7)


def test_a_history_shorter_than_a_year_is_named_by_its_first_day() -> None:
    assert target_words.late_now(57, 639, date(2016, 2, 29)) == (
        "**With today's targets 57 of 639 tickets since 29 February 2016 are late (8.9%).**"
    )
    assert target_words.late_then(90, 900, None, had_targets=False) == (
        "Had every proposal been in force, 10.0% of the 900 tickets of the last 52 weeks would be late."
    )
