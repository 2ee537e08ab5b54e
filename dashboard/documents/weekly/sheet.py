"""The weekly report as a workbook: numbers, dates and charts that a spreadsheet can go on with."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from math import ceil, isnan
from typing import Any

import pandas as pd
import xlsxwriter

from dashboard import wording
from dashboard.digest import scorecard, tickets
from dashboard.documents.weekly.facts import Weekly
from dashboard.documents.weekly.report import warnings
from dashboard.documents.weekly.sheet_charts import charts
from dashboard.documents.weekly.sheet_looks import Looks
from dashboard.wording import report as words
from dashboard.wording import scorecard as score_words
from dashboard.wording.safe import LONGEST
from pipelines.spreadsheet import neutral

HEAD_ROW = 3
FIRST_WEEK = 3
LETTERS, LINE_HEIGHT = 92, 14.5
# A workbook carries the moment of its making: that of the data, so that the same data gives the same bytes.
WIDTHS = {
    "Ticket": 11,
    "Client": 28,
    "Issue": 28,
    "Subject": 40,
    "Mostly because": 22,
    "Opened": 18,
    "Clock": 18,
    "Left": 14,
}


def workbook(told: Weekly) -> bytes:
    """Scorecard, charts, late tickets, what will be late next, definitions."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        title = f"{words.TITLE}: {wording.week_span(told.week)}"
        book.set_properties({"title": title, "author": _text(told.company), "created": told.as_of})
        looks = Looks(book)
        _scorecard(book, looks, told)
        charts(book, looks, told)
        _late(book, looks, told)
        _next(book, looks, told)
        _definitions(book, looks, told)
    return content.getvalue()


def _scorecard(book: Any, looks: Looks, told: Weekly) -> None:
    sheet = _sheet(book, looks, "Scorecard", told, landscape=True)
    rows = scorecard.rows(told.numbers)
    weeks = [cell.week for cell in rows[0].cells] if rows else []
    sheet.write_row(HEAD_ROW, 0, ["Number", "Owner", "Goal"], looks.head)
    for place, week in enumerate(weeks):
        sheet.write_datetime(HEAD_ROW, FIRST_WEEK + place, _midnight(week), looks.head_day)
    for line, row in enumerate(rows, start=HEAD_ROW + 1):
        sheet.write_string(line, 0, row.label, looks.text)
        sheet.write_string(line, 1, _text(row.owner), looks.text)
        sheet.write_string(line, 2, row.goal, looks.right)
        for place, cell in enumerate(row.cells):
            _cell(sheet, looks, (line, FIRST_WEEK + place), row, cell)
    note = HEAD_ROW + len(rows) + 2
    sheet.write_string(note, 0, score_words.legend(), looks.note)
    for place, sentence in enumerate(scorecard.answer(told.numbers), start=1):
        sheet.write_string(note + place, 0, sentence.replace("**", ""), looks.text)
    _of(sheet, looks, rows, note + 6)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, 10)
    sheet.set_column(FIRST_WEEK, FIRST_WEEK + len(weeks), 9.5)
    sheet.freeze_panes(HEAD_ROW + 1, FIRST_WEEK)
    sheet.repeat_rows(HEAD_ROW)


def _cell(sheet: Any, looks: Looks, at: tuple[int, int], row: scorecard.Row, cell: scorecard.Cell) -> None:
    """A real number; its sign is part of its format, so that a sum or a chart still reads a number."""
    if isnan(cell.value):
        sheet.write_string(*at, cell.text, looks.few)
    else:
        sheet.write_number(*at, round(cell.value, 6), looks.number(row.name, cell.mark))


def _of(sheet: Any, looks: Looks, rows: list[scorecard.Row], first: int) -> None:
    sheet.write_string(first, 0, "Tickets that each cell rests on", looks.head)
    for line, row in enumerate(rows, start=first + 1):
        sheet.write_string(line, 0, row.label, looks.text)
        for place, cell in enumerate(row.cells):
            sheet.write_number(line, FIRST_WEEK + place, cell.of, looks.count)


def _late(book: Any, looks: Looks, told: Weekly) -> None:
    sheet = _sheet(book, looks, "Late tickets", told, landscape=True)
    if told.late.empty:
        said = words.NONE_LATE if told.has_targets else "The history holds no targets, so nothing can be late."
        sheet.write_string(HEAD_ROW, 0, said, looks.text)
        return
    table = tickets.late_table(told.late)
    formats = {"Took (h)": looks.hours, "× target": looks.times, "Opened": looks.moment}
    _table(sheet, looks, table, formats)


def _next(book: Any, looks: Looks, told: Weekly) -> None:
    if told.due is None or told.due.empty:
        return
    sheet = _sheet(book, looks, "Late next", told, landscape=True)
    table = tickets.due_table(told.due)
    for name, title in (("Late", "Chance to be late"), ("Used", "Target used")):
        if name in table:
            table = table.assign(**{name: table[name] / 100}).rename(columns={name: title})
    _table(sheet, looks, table, {"Chance to be late": looks.share, "Target used": looks.share, "Opened": looks.moment})


def _definitions(book: Any, looks: Looks, told: Weekly) -> None:
    sheet = _sheet(book, looks, "Definitions", told)
    day = wording.trimmed(told.day_seconds / 3600)
    lines = [
        ("As of", words.as_of(told.tickets, wording.moment(told.as_of), told.hours, day)),
        ("Which tickets", told.slice_told or "All tickets of the history."),
        *((score_words.LABELS[one.name], score_words.MEANINGS[one.name]) for one in told.numbers),
        ("Signs", score_words.legend()),
        (words.LATE, words.LATE_NOTE),
        (words.HOW, words.MEASURED),
    ]
    for line, (name, meaning) in enumerate(lines, start=HEAD_ROW):
        sheet.write_string(line, 0, name, looks.top)
        sheet.write_string(line, 1, _text(meaning), looks.wrapped)
        sheet.set_row(line, LINE_HEIGHT * ceil(len(meaning) / LETTERS) + 4)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 92)


def _sheet(book: Any, looks: Looks, name: str, told: Weekly, *, landscape: bool = False) -> Any:
    """A sheet with its title, made for one page's width of A4 or Letter."""
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&F&C&A&R&P / &N")
    sheet.write_string(0, 0, _text(f"{told.company}: {name}"), looks.title)
    sample = f" {words.SAMPLE}." if told.is_sample else ""
    about = f"{wording.week_title(told.week)}. Data to {wording.moment(told.as_of)}.{sample}"
    sheet.write_string(1, 0, " ".join([about, *warnings(told)]), looks.note)
    return sheet


def _table(sheet: Any, looks: Looks, table: pd.DataFrame, formats: dict[str, Any]) -> None:
    for place, name in enumerate(table.columns):
        sheet.write_string(
            HEAD_ROW,
            place,
            name,
            looks.head_right if (name in formats and name != "Opened") or name == "Left" else looks.head,
        )
        sheet.set_column(place, place, WIDTHS.get(name, 14))
        _column(sheet, place, table[name], formats.get(name, looks.text if name != "Left" else looks.right))
    sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + len(table), len(table.columns) - 1)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.repeat_rows(HEAD_ROW)


def _column(sheet: Any, place: int, values: Iterable[Any], look: Any) -> None:
    for line, value in enumerate(values, start=HEAD_ROW + 1):
        if value is None or pd.isna(value):
            sheet.write_blank(line, place, None, look)
        elif isinstance(value, datetime):
            sheet.write_datetime(line, place, pd.Timestamp(value).to_pydatetime(warn=False), look)
        elif isinstance(value, str):
            sheet.write_string(line, place, _text(value), look)
        else:
            sheet.write_number(line, place, float(value), look)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a spreadsheet knows no zone


def _text(text: str) -> str:
    """No text of a stranger can act as a formula, also after somebody edits the cell."""
    return str(neutral(wording.shown(text) if len(text) <= LONGEST else text))
