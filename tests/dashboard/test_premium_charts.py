import math

import pandas as pd
import pytest

from dashboard import charts
from dashboard.charts import DARK, LIGHT, Palette


def lines(last: float = -2000.0) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "uptake": [0.0, 0.1, 0.2], "value": [0.0, 1500.0, last], "low": [0.0, 1000.0, -3000.0], "high": [0.0, 2000.0, -1000.0],
            "hover": ["a", "b", "c"],
        }
    )  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_is_left_has_a_line_at_nothing_and_a_ring_at_the_chosen_uptake(colours: Palette) -> None:
    figure = charts.left_by_uptake(lines(), 0.1, colours)

    assert [label.text for label in figure.layout.annotations] == ["Pays for itself"]
    assert (figure.data[-1].x[0], figure.data[-1].y[0]) == (0.1, 1500)
    assert figure.layout.yaxis.range[0] < -3000
    assert figure.layout.yaxis.range[1] > 2000
    assert figure.layout.xaxis.title.text == "Clients with Premium"


def test_where_nothing_is_known_there_is_a_gap_and_no_ring() -> None:
    figure = charts.left_by_uptake(lines(math.nan), 0.2, LIGHT)

    assert len(figure.data[-1].x) == 0
    assert math.isnan(figure.data[-2].y[2])


def test_the_staircase_has_steps_and_the_chosen_surcharge_across() -> None:
    figure = charts.staircase(lines(), 0.1, 1200, "Yours: USD 1,200", "", LIGHT)

    assert [label.text for label in figure.layout.annotations] == ["Yours: USD 1,200", "Pays"]
    assert {trace.line.shape for trace in figure.data[:3]} == {"hvh"}
    assert any(shape.y0 == shape.y1 == 1200 for shape in figure.layout.shapes)


def test_a_band_is_drawn_only_where_both_ends_are_known() -> None:
    open_above = lines().assign(high=[0.0, math.nan, -1000.0])
    figure = charts.staircase(open_above, 0.1, 1200, "Yours", "%", LIGHT)
    bands = [trace for trace in figure.data if trace.fill == "tonexty"]

    assert [list(band.x) for band in bands] == [[0.0], [0.2]]
    assert figure.layout.yaxis.ticksuffix == "%"


def test_each_order_of_buying_is_named_with_its_share_at_the_chosen_uptake() -> None:
    ways = pd.DataFrame(
        {"name": ["Busiest first"] * 2 + ["Smallest <b>"] * 2, "client_share": [0.3, 1.0] * 2, "ticket_share": [0.6, 1.0, 0.1, 1.0]}
    )
    figure = charts.ticket_shares(ways, 0.3, LIGHT)

    assert [label.text for label in figure.layout.annotations] == ["Busiest first: 60%", "Smallest &lt;b&gt;: 10%"]
    assert len({trace.line.dash for trace in figure.data}) == 2
    assert figure.data[0].customdata[0] == "Busiest first: 60% of tickets from 30% of clients"



def test_a_band_far_above_the_lines_does_not_flatten_them() -> None:
    wide = lines(10.0).assign(value=[0.0, 20.0, 10.0], low=0.0, high=[0.0, 900.0, 20.0])
    figure = charts.staircase(wide, 0.1, 15, "Yours: 15%", "%", LIGHT)

    assert figure.layout.yaxis.range[1] == pytest.approx(1.08 * 1.6 * 20)
