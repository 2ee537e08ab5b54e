import numpy as np
import pandas as pd
import pytest

from dashboard import charts
from dashboard.charts import DARK, LIGHT, Palette
from dashboard.digest import staffing_grid as grid
from dashboard.digest import staffing_need as needs
from dashboard.digest import staffing_waits as waits
from models.refresh.scenario import Scenario
from tests.dashboard.hired import hired

FOUND = hired(Scenario(technicians=6, uptake=0.5))
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK])


@BOTH
def test_the_grid_outlines_the_chosen_cell_and_leaves_never_uncoloured(colours: Palette) -> None:
    cells = grid.cells(FOUND, "first_response", 0.95)
    figure = charts.staffing_grid(cells, (1, 1), colours)
    texts = [label.text for label in figure.layout.annotations]

    assert texts.count("never") == 3
    assert "95%" in texts
    assert figure.layout.shapes[0].x0 == 0.5
    assert np.isnan(figure.data[0].z[0][0])
    assert "never catches up" in figure.data[1].text[0]


def test_one_uptake_alone_is_a_row() -> None:
    cells = grid.cells(FOUND, "first_response", 0.95)
    figure = charts.staffing_grid(cells[cells["uptake"] == 0], (1, 0), LIGHT)

    assert len(figure.data[0].z) == 1
    assert "Premium" not in [label.text for label in figure.layout.annotations]


@BOTH
def test_both_groups_wait_in_one_picture_with_their_names_at_the_end(colours: Palette) -> None:
    figure = charts.waits(waits.lines(FOUND), 0.5, colours)
    texts = [label.text for label in figure.layout.annotations]

    assert texts == ["Without Premium", "Premium", "50%"]
    assert list(figure.data[2].y) == [0.5, 1.0]


def test_no_wait_at_all_is_an_empty_picture() -> None:
    lines = waits.lines(FOUND).assign(hours=np.nan, low=np.nan, high=np.nan)

    assert len(charts.waits(lines, 0.5, LIGHT).data) == 0


@BOTH
def test_the_stairs_stand_beside_todays_number(colours: Palette) -> None:
    figure = charts.stairs(needs.stairs(FOUND), 0.5, 6, 7, colours)

    assert [label.text for label in figure.layout.annotations] == ["Needed", "Today 6", "50%"]
    assert list(figure.data[-1].y) == [6, 7]


def test_more_than_were_tried_is_a_step_with_a_name() -> None:
    rows = pd.DataFrame({"uptake": [0.0, 0.5], "need": [6.0, np.inf], "low": [6.0, 7.0], "high": [6.0, np.inf]})
    figure = charts.stairs(rows, 0.5, 6, 7, LIGHT)

    assert list(figure.data[-1].y) == [6, 8]
    assert figure.layout.yaxis.ticktext[-1] == "more than 7"


@BOTH
def test_a_week_outside_its_band_has_another_shape(colours: Palette) -> None:
    weeks = pd.DataFrame(
        {
            "week": pd.date_range("2026-05-04", periods=3, freq="7D"), "n": 40, "measured": [0.9, 0.5, 0.8],
            "predicted": 0.85, "low": 0.7, "high": 1.0, "inside": [True, False, True],
        }
    )  # fmt: skip
    figure = charts.foretold(weeks, colours)

    assert [label.text for label in figure.layout.annotations] == ["Measured", "Foretold", "Its band"]
    assert list(figure.data[-1].y) == [0.5]
    assert figure.data[-1].marker.symbol == "triangle-down"
    assert figure.layout.yaxis.range[0] <= 0.5
