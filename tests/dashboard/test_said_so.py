"""Sentences that owners found wrong: a version that waits, a flow that must add up, numbers without goals."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard import loaders
from dashboard.digest import scorecard, week
from dashboard.loaders.home import Slice
from dashboard.wording import by_client as client_words
from dashboard.wording import loads as load_words
from dashboard.wording import same_day as day_words
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


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, ""),
        (8, ""),
        (9, "9 days old"),
        (60, "60 days old"),
        (61, ":material/warning: **61 days old: these are facts of then**"),
    ],
)
def test_the_side_bar_says_how_old_the_data_is(days: int, said: str) -> None:
    assert load_words.beside_date(days) == said


def test_every_page_says_that_its_facts_are_of_then(
    visit: Visit, full_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaders, "today", lambda: date(2026, 10, 31))  # the history ends on 21 August
    app = visit(full_home, "clients")

    assert "71 days old: these are facts of then" in " ".join(one.value for one in app.sidebar.caption)


@pytest.mark.parametrize(
    ("clients", "miss"),
    [(7, "7 clients one at most misses"), (20, "20 clients about one misses"), (37, "37 clients one or two miss"),
     (60, "60 clients 3 miss"), (70, "70 clients 3 or 4 miss")],
)  # fmt: skip
def test_one_bar_in_twenty_misses_the_line_by_luck(clients: int, miss: str) -> None:
    assert client_words.by_luck(clients) == (
        f"Each bar is one client's own 95% range. Among {miss} the line by luck alone; a coloured triangle is beyond"
        " luck for all of them together."
    )


def test_a_single_bar_has_no_others() -> None:
    assert client_words.by_luck(1) == "Each bar is one client's own 95% range."


def test_what_clients_ask_is_said_in_plain_english() -> None:
    assert client_words.demand([], 0, 0.68) == (
        "**No client asks for more than chance explains**; the typical client sends 0.68 tickets per user a month."
    )
    assert client_words.demand(["**A** (2.0×, 1.5× to 2.6×)"], 0, 0.68) == (
        "**A** (2.0×, 1.5× to 2.6×) **asks for more than chance explains**; the typical client sends 0.68 tickets per"
        " user a month."
    )
    assert day_words.beside(0, 8, 2) == (
        "8 more were opened so late that their day had not ended at the export; they are left out. The end of 2 is"
        " unknown, so they are left out."
    )


def test_weeks_before_the_first_ticket_are_not_drawn() -> None:
    weekly = pd.DataFrame({"week": [1, 2, 3, 4], "opened": [0, 5, 0, 7], "stopped": [0, 0, 0, 6]})

    assert week.begun(weekly)["week"].tolist() == [2, 3, 4]


def test_the_control_chart_begins_with_the_history(visit: Visit, full_home: Path) -> None:
    visit(full_home)

    report = loaders.week_report(date(2026, 8, 17), Slice())
    assert len(report.chart) == 16
    assert report.chart["week"].iloc[0] == pd.Timestamp(2026, 5, 4)
