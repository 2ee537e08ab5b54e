from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import charts
from dashboard.charts import DARK, LIGHT, Palette
from dashboard.charts.frame import apart
from dashboard.charts.scale import time_marks, time_range
from models.shares import wilson

NINE_HOURS = 9 * 3600
WEEKS = [date(2026, 5, 4) + timedelta(weeks=week) for week in range(26)]


def control_frame(signal: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "week": WEEKS, "stopped": 100, "late": 10, "share": [0.1] * 25 + [0.3], "usual": 0.11, "low": 0.05,
            "high": 0.2, "signal": [""] * 25 + [signal],
        }
    )  # fmt: skip


def differences_frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "issue_type": ["Email", "Printer", "VPN"], "stopped": 40, "late": [9, 4, 0], "expected": [3.0, 4.2, 3.0],
            "difference": [6.0, -0.2, -3.0], "beyond_luck": [True, False, False],
        }
    )  # fmt: skip


def heat_frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "issue_type": ["Email", "Email", "VPN"], "tier": ["Silver", "Gold", "Silver"], "text": ["30%", "12 tickets", "10%"],
            "told": [True, False, True], "strength": [0.9, 0.0, 0.0], "hover": "x",
        }
    )  # fmt: skip


def curve_frame() -> pd.DataFrame:
    return pd.DataFrame({"tier": "Gold", "business_seconds": range(0, 250 * 600, 600), "done": [n / 250 for n in range(250)]})


def weekly_frame() -> pd.DataFrame:
    return pd.DataFrame({"week": WEEKS, "p50_seconds": pd.array([3600] * 25 + [None], "Int64"), "p90_seconds": 90000})


def every_figure(colours: Palette) -> dict[str, go.Figure]:
    told = ["x"] * 26
    return {
        "control": charts.control_chart(control_frame("high"), WEEKS[-1], 0.1, colours),
        "differences": charts.differences(differences_frame(), colours),
        "heat": charts.share_late(heat_frame(), ["Email", "VPN"], ["Silver", "Gold"], "VPN", colours),
        "curves": charts.curves(curve_frame(), ["Gold"], {"Gold": (3600.0, 0.57)}, 0.9, NINE_HOURS, colours),
        "pace": charts.pace(weekly_frame(), NINE_HOURS, (told, told), colours),
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_figure_lies_still_on_the_ground_of_the_page(colours: Palette) -> None:
    for name, figure in every_figure(colours).items():
        layout = figure.to_dict()["layout"]
        assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)", name
        assert layout["xaxis"]["fixedrange"], name
        assert layout["yaxis"]["fixedrange"], name
        assert layout["height"] > 0, name


def test_no_trace_is_longer_than_a_browser_likes() -> None:
    for figure in every_figure(LIGHT).values():
        assert max(len(trace.x) if trace.x is not None else 0 for trace in figure.data) <= 500


@pytest.mark.parametrize(("signal", "symbol", "text"), [("high", "triangle-up", "Unusually high"), ("low", "triangle-down", "Unusually low")])
def test_what_signals_is_a_triangle_with_its_name(signal: str, symbol: str, text: str) -> None:
    figure = charts.control_chart(control_frame(signal), WEEKS[-1], 0.1, LIGHT)

    assert symbol in {trace.marker.symbol for trace in figure.data}
    assert text in {note.text for note in figure.layout.annotations}


def test_an_ordinary_history_has_no_triangle() -> None:
    figure = charts.control_chart(control_frame(), WEEKS[-1], 0.1, LIGHT)

    assert not any(str(trace.marker.symbol).startswith("triangle") for trace in figure.data)


def test_a_young_history_has_weeks_but_no_band() -> None:
    young = control_frame().assign(usual=float("nan"), low=float("nan"), high=float("nan"))

    figure = charts.control_chart(young, WEEKS[-1], 0.1, LIGHT)

    assert {note.text for note in figure.layout.annotations} == {"Goal 10%"}


def test_only_what_is_beyond_luck_has_a_colour() -> None:
    bars = charts.differences(differences_frame(), LIGHT).data[0]

    assert list(bars.marker.color) == [LIGHT.quiet, LIGHT.quiet, LIGHT.high]
    assert list(bars.text) == ["−3.0", "−0.2", "+6.0"]


def test_what_is_beyond_luck_is_never_cut_off() -> None:
    many = pd.concat([differences_frame().assign(beyond_luck=False)] * 5, ignore_index=True)
    many.loc[len(many)] = {"issue_type": "Rare", "stopped": 5, "late": 2, "expected": 0.1, "difference": 1.9, "beyond_luck": True}

    figure = charts.differences(many, LIGHT)

    assert "Rare" in figure.layout.yaxis.ticktext
    assert len(figure.data[0].x) == 8


def test_cells_with_few_tickets_have_no_colour_but_their_number() -> None:
    figure = charts.share_late(heat_frame(), ["Email", "VPN"], ["Silver", "Gold"], None, LIGHT)

    assert pd.isna(figure.data[0].z[0][1])
    assert "12 tickets" in {note.text for note in figure.layout.annotations}


def test_every_cell_can_be_clicked_and_says_which_it_is() -> None:
    clicks = charts.share_late(heat_frame(), ["Email", "VPN"], ["Silver", "Gold"], None, LIGHT).data[1]

    assert clicks.mode == "markers"
    assert clicks.marker.opacity == 0
    assert [tuple(cell) for cell in clicks.customdata] == [("Email", "Silver"), ("Email", "Gold"), ("VPN", "Silver")]


def test_a_curve_starts_on_the_axis_even_where_work_took_no_time() -> None:
    figure = charts.curves(curve_frame(), ["Gold"], {}, 0.9, NINE_HOURS, LIGHT)

    assert min(figure.data[0].x) == 60
    assert figure.data[0].line.shape == "hv"


@pytest.mark.parametrize("wanted", [[0.1, 0.1, 0.1], [0.5, 0.1, 0.11], [0.2]])
def test_labels_stand_apart_in_their_order(wanted: list[float]) -> None:
    placed = apart(wanted, 0.05)

    assert [placed[i] for i in sorted(range(len(wanted)), key=lambda i: wanted[i])] == sorted(placed)
    assert all(b - a > 0.045 for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False))


def test_the_axis_of_time_names_days_of_the_calendar() -> None:
    at, texts = time_marks(60, 40 * NINE_HOURS, NINE_HOURS, most=99)

    assert dict(zip(texts, at, strict=True))["3 days"] == 3 * NINE_HOURS
    assert texts == ["1 min", "5 min", "15 min", "1 h", "4 h", "1 day", "3 days", "10 days", "30 days"]


@pytest.mark.parametrize("seconds", [[], [0], [float("nan")], [1.0, 1e6]])
def test_the_axis_of_time_has_always_a_width(seconds: list[Any]) -> None:
    low, high = time_range(seconds)

    assert 0 < low < high


def test_wilson_is_what_colours_a_cell() -> None:
    low, high = wilson(3, 30)
    assert low < 0.1 < high
