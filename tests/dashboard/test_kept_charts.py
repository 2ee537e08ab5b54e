from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard import charts
from dashboard.charts import DARK, LIGHT, Palette

WEEKS = [date(2026, 5, 4) + timedelta(weeks=4 * step) for step in range(8)]


def weeks_frame(in_force: float | None = 0.85) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "week": pd.to_datetime(WEEKS), "kept": [0.9, 0.88, 0.91, 0.6, 0.9, 0.92, 0.89, 0.9], "low": 0.55, "high": 0.95,
            "promised": 100, "in_force": in_force,
        }
    ).astype({"in_force": float})  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_kept_shares_stand_beside_the_aim_and_the_targets_in_force(colours: Palette) -> None:
    figure = charts.kept_by_week(weeks_frame(), 0.9, colours)

    assert [label.text for label in figure.layout.annotations] == ["Aim 90%", "Targets in force", "Promises"]
    assert figure.layout.yaxis.range[0] <= 0.55
    assert figure.data[-1].error_y.array[0] == pytest.approx(0.05)


def test_without_targets_only_the_promises_are_drawn() -> None:
    figure = charts.kept_by_week(weeks_frame(None), 0.9, LIGHT)

    assert len(figure.data) == 1
    assert [label.text for label in figure.layout.annotations] == ["Aim 90%", "Promises"]


def test_what_was_shown_and_what_came_share_one_scale() -> None:
    bands = pd.DataFrame({"shown": [0.9, 0.95], "realised": [0.88, 0.96], "low": 0.85, "high": 0.98, "tickets": [100, 50]})
    figure = charts.shown_beside_kept(bands, LIGHT)

    assert figure.layout.xaxis.range == figure.layout.yaxis.range
    assert figure.data[1].customdata[0] == "Said 90.0%, came 88.0% (100)"
