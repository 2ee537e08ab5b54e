"""Native charts of the workbook, with the numbers that they draw beside them."""

from typing import Any

import pandas as pd

from dashboard.documents.weekly.facts import Weekly
from dashboard.documents.weekly.sheet_looks import Looks
from dashboard.wording import report as words

FIRST_ROW, WEEKS = 3, 26
TEAL, BLUE, PINK, GREY, PALE = "#14877a", "#2f76bf", "#b8387f", "#8a95a5", "#c5ccd6"
SHEET = "Charts"
COLUMNS = (
    "Week of", "Late", "Usual, low", "Average", "Usual, high", "Goal", "Half within (h)", "9 in 10 within (h)",
    "Opened", "Resolved",
)  # fmt: skip
SHARES = range(1, 6)
TOP = 42
LATE_LINES = [
    (1, BLUE, 2.0, "solid"), (2, PALE, 1, "solid"), (3, GREY, 1.25, "solid"), (4, PALE, 1, "solid"),
    (5, PINK, 1.5, "dash"),
]  # fmt: skip


def charts(book: Any, looks: Looks, told: Weekly) -> None:
    """A sheet with up to three charts, and the table they draw below them."""
    sheet = book.add_worksheet(SHEET)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.write_string(0, 0, "Charts", looks.title)
    sheet.write_string(1, 0, f"{words.LATE_NOTE} Times are business hours.", looks.note)
    table = _table(told)
    _numbers(sheet, looks, table)
    rows = (TOP + 1, TOP + len(table))
    second = FIRST_ROW + 19 if told.has_targets else FIRST_ROW
    took = _chart(book, rows, "Business hours until resolved", [(6, GREY, 1.5, "solid"), (7, BLUE, 2.0, "solid")], "0")
    flow = _chart(book, rows, "Opened and resolved each week", [(8, BLUE, 2.0, "solid"), (9, TEAL, 1.75, "dash")], "0")
    sheet.insert_chart(second, 0, took, {"description": "Half and nine in ten resolved within"})
    sheet.insert_chart(second, 7, flow, {"description": "Tickets opened and resolved each week"})
    if told.has_targets:
        late = _chart(book, rows, words.LATE, LATE_LINES, "0%")
        said = "Share of late tickets each week with its usual range and goal"
        sheet.insert_chart(FIRST_ROW, 0, late, {"description": said})
        left = _backlog(book, told, sheet, looks, TOP)
        sheet.insert_chart(FIRST_ROW, 7, left, {"description": "Tickets open at the end of each week"})


def _numbers(sheet: Any, looks: Looks, table: pd.DataFrame) -> None:
    """The table that the charts draw, below them."""
    sheet.write_row(TOP, 0, list(COLUMNS), looks.head_right)
    for line, row in enumerate(table.to_dict("records"), start=TOP + 1):
        sheet.write_datetime(line, 0, row["Week of"].to_pydatetime(), looks.day)
        for place, name in enumerate(COLUMNS[1:], start=1):
            look = looks.share_digits if place in SHARES else looks.hours if name.endswith("(h)") else looks.count
            if pd.isna(row[name]):
                sheet.write_blank(line, place, None, look)
            else:
                sheet.write_number(line, place, float(row[name]), look)
    sheet.set_column(0, len(COLUMNS) + 2, 13)


def _backlog(book: Any, told: Weekly, sheet: Any, looks: Looks, top: int) -> Any:
    """Thirteen weeks of what was left open, from the scorecard."""
    known = next(one for one in told.numbers if one.name == "backlog").weeks
    first = len(COLUMNS) + 1
    sheet.write_row(top, first, ["Week of", "Open at end"], looks.head_right)
    for line, row in enumerate(known.to_dict("records"), start=top + 1):
        sheet.write_datetime(line, first, pd.Timestamp(row["week"]).to_pydatetime(), looks.day)
        if not pd.isna(row["value"]):
            sheet.write_number(line, first + 1, float(row["value"]), looks.count)
    return _chart(
        book,
        (top + 1, top + len(known)),
        "Open at the end of each week",
        [(first + 1, BLUE, 2.0, "solid")],
        "0",
        weeks=first,
    )


def _table(told: Weekly) -> pd.DataFrame:
    weekly = told.report.resolution.tail(WEEKS).reset_index(drop=True)
    chart = told.report.chart.tail(WEEKS).reset_index(drop=True)
    enough = weekly["stopped"] >= 30
    named = {"Half within (h)": "p50_seconds", "9 in 10 within (h)": "p90_seconds"}
    hours = {
        title: (weekly[name].astype("Float64").astype(float) / 3600).where(enough) for title, name in named.items()
    }
    shares = {
        "Late": chart["share"],
        "Usual, low": chart["low"],
        "Average": chart["usual"],
        "Usual, high": chart["high"],
    }
    return pd.DataFrame({"Week of": pd.to_datetime(weekly["week"]), **shares, "Goal": told.verdict.goal, **hours,
                         "Opened": weekly["opened"], "Resolved": weekly["stopped"]})  # fmt: skip


def _chart(
    book: Any, rows: tuple[int, int], title: str, series: list[tuple[int, str, float, str]], shape: str, weeks: int = 0
) -> Any:
    chart = book.add_chart({"type": "line"})
    head = rows[0] - 1
    for place, colour, width, dash in series:
        chart.add_series({
            "name": [SHEET, head, place], "categories": [SHEET, rows[0], weeks, rows[1], weeks],
            "values": [SHEET, rows[0], place, rows[1], place],
            "line": {"color": colour, "width": width, "dash_type": dash},
        })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}})
    chart.set_x_axis(
        {"date_axis": True, "num_format": "d mmm", "major_unit": 28, "major_unit_type": "days", "line": {"color": PALE}}
    )
    chart.set_y_axis(
        {
            "num_format": shape,
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": "#e3e6eb"}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "bottom"} if len(series) > 1 else {"none": True})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 620, "height": 350})
    return chart
