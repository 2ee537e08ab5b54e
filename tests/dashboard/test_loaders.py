from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard import loaders
from dashboard.loaders import Slice
from models.review import WeekKind
from pipelines.errors import NoHistory
from pipelines.vocabulary import Clock

AtHome = Callable[[Path], None]


def test_weeks_run_from_the_newest_and_the_newest_complete_one_is_known(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    assert loaders.weeks()[0] == date(2026, 8, 17)
    assert loaders.weeks()[-1] == date(2026, 5, 4)
    assert loaders.newest_complete_week() == date(2026, 8, 17)


def test_a_week_is_reported_with_the_weeks_before_it(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    report = loaders.week_report(date(2026, 8, 10), Slice())

    assert report.verdict.kind is WeekKind.NORMAL
    assert (report.verdict.stopped, report.verdict.late) == (40, 4)
    assert report.chart["week"].iloc[0] == pd.Timestamp(2026, 5, 4)
    assert len(report.chart) == 15
    assert report.backlog["backlog"].tolist() == [0, 0]


def test_tiers_stand_in_the_order_of_the_owner(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    assert loaders.choices()["tiers"] == ["Silver", "Gold"]


def test_a_period_is_counted_back_from_the_data(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    assert loaders.period(4, Slice()).first_day == date(2026, 7, 25)
    assert loaders.period(None, Slice()) == Slice()


def test_without_splits_all_tickets_are_one_row(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    whole = loaders.turnaround(Clock.RESOLUTION, Slice(), by_issue=False, by_tier=False, by_place=False)

    assert whole[["n", "still_open"]].to_numpy().tolist() == [[640, 2]]


def test_instants_are_told_in_the_time_of_the_company(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    late = loaders.late_tickets(date(2026, 8, 10), Slice())

    assert late["started_at"].dt.hour.min() == 9  # 08:00 UTC in summer


def test_another_home_gives_other_answers(at_home: AtHome, full_home: Path, few_home: Path) -> None:
    at_home(full_home)
    assert loaders.facts().tickets == 640  # type: ignore[union-attr]
    at_home(few_home)
    assert loaders.facts().tickets == 8  # type: ignore[union-attr]


def test_an_empty_home_has_no_facts_and_a_sentence_for_any_question(at_home: AtHome, tmp_path: Path) -> None:
    at_home(tmp_path)

    assert loaders.facts() is None
    assert loaders.weeks() == []
    with pytest.raises(NoHistory, match="load a ticket export"):
        loaders.checks()


def test_outcomes_of_all_loads_sum_to_their_records(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    counted = loaders.outcomes().dropna(subset=["outcome"])["records"].sum()

    assert counted == loaders.loads()["records"].sum() == 640 + 3 + 3
