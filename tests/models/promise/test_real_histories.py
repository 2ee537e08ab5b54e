"""Promises on histories that nobody here wrote, at a few moments of each: kept as often as the goals say."""

from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from models.promise.backtest import Terms, backtest
from models.promise.scores import group_error, scored
from models.refresh.stored_promises import contract_ladder
from pipelines.history.generations import DATABASE, current_generation, open_history
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.measure.known import clocks_for_promise, known_then
from pipelines.measure.results import priorities_matter
from pipelines.settings import read_settings
from pipelines.vocabulary import Clock
from tests.conftest import REALDATA, needs_realdata

pytestmark = needs_realdata


def backtested(home: Path, file: str, moments: pd.DatetimeIndex, every: timedelta) -> dict[Clock, pd.DataFrame]:
    """Each clock's promises of the moments, judged."""
    load_files(home, [REALDATA / file], Answers())
    folder, settings = current_generation(home), read_settings(home)
    assert folder is not None
    with open_history(home) as history:
        frame, by_priority = clocks_for_promise(history), priorities_matter(history)
    when = [moment.to_pydatetime() for moment in moments]
    looks = known_then(folder / DATABASE, when, settings.clocks_that_pause)
    terms = Terms({None: 0.9}, contract_ladder(settings), by_priority)
    return {
        clock: backtest(frame[frame["clock"] == clock].reset_index(drop=True), looks[looks["clock"] == clock], when, every, terms)
        for clock in Clock
    }


@pytest.mark.torture
def test_the_servicenow_log_keeps_nine_in_ten_week_by_week(tmp_path: Path) -> None:
    """Four weeks of May; tickets opened after May are too few to judge."""
    weeks = pd.date_range("2016-05-02", periods=4, freq="7D")
    for clock, rows in backtested(tmp_path, "uci_incident_event_log.csv.gz", weeks, timedelta(days=7)).items():
        total = scored(rows).iloc[0]
        mean, worst, groups = group_error(scored(rows, ["issue_type"]))

        assert total["promised"] > 0.95 * total["tickets"] > 5000, clock
        assert abs(total["kept"] - 0.9) <= 0.02, clock
        assert abs(total["shown"] - total["realised"]) <= 0.02, clock
        assert groups > 10, clock
        assert mean <= 0.03, clock
        assert worst >= 0.75, clock  # over all later weeks 80 %


@pytest.mark.torture
def test_the_italian_help_desk_keeps_nine_in_ten_every_four_weeks(tmp_path: Path) -> None:
    months = pd.date_range("2011-08-01", periods=24, freq="28D")[::3]
    allowed = {Clock.RESOLUTION: (0.03, 0.03), Clock.FIRST_RESPONSE: (0.04, 0.05)}  # a point more than over every month
    for clock, rows in backtested(tmp_path, "italian_helpdesk_events.csv.gz", months, timedelta(days=28)).items():
        total, (off, in_groups) = scored(rows).iloc[0], allowed[clock]

        assert total["promised"] > 0.95 * total["tickets"] > 400, clock
        assert abs(total["kept"] - 0.9) <= off, clock
        assert group_error(scored(rows, ["issue_type"]))[0] <= in_groups, clock
