"""The generic template as a workbook: empty sheets with our columns, and a sheet that explains them.

The example of each field stands in the explanations, never below the columns: a filled template holds tickets of the
owner alone.
"""

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipelines.errors import FileRefused
from pipelines.intake import fields
from pipelines.intake.preset import Preset, all_presets
from pipelines.settings import SHIPPED, Settings, read_settings

SHEETS = {
    "Tickets": "generic",
    "Status history": "generic_status_history",
    "Clients": "client_list",
    "Targets": "target_list",
}
GUIDE, LISTS = "How to fill this in", "Lists"
GUIDE_COLUMNS = {"Sheet": 16, "Field": 24, "Needed": 10, "What it is": 78, "Example": 28, "Accepted values": 44}
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - the same bytes at any time
LAST_ROW = 1_048_575
INTRO = (
    "One row a ticket on the sheet Tickets; the other sheets may stay empty. Columns that you do not have may be left"
    " out or empty. Write times as 2026-03-31 14:05, in the time zone of your settings. Blue columns are needed."
)


@dataclass(frozen=True)
class Field:
    """A column of the template: its name, what it is, an example, and the values that are accepted ("any" if none)."""

    name: str
    needed: bool
    what: str
    example: str
    accepted: tuple[str, ...]


def template(home: Path) -> bytes:
    """The workbook, with the owner's own plans, calendars and distance bands to choose from."""
    settings, presets = read_settings(home), all_presets(home)
    sheets = {title: fields_of(presets[name], settings) for title, name in SHEETS.items()}
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        book.set_properties({"title": "Turnaround template", "created": MADE})
        lists = _lists(sheets)
        for title, columns in sheets.items():
            _write_sheet(book, title, columns, lists)
        _write_guide(book, sheets)
        _write_lists(book, lists)
    return out.getvalue()


def write_template(home: Path, to: Path) -> None:
    """Write the workbook to a file that is not there yet: a filled template is never written over."""
    content = template(home)
    try:
        with to.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise FileRefused(f"{to.name} is there already; name another file with --to.") from None
    except OSError:
        raise FileRefused(f"{to.name} cannot be written there; name another folder with --to.") from None


def fields_of(preset: Preset, settings: Settings) -> list[Field]:
    """The columns of a list in their order, each explained."""
    return [_field(preset, name, headers[0], settings) for name, headers in preset.columns.items()]


def _field(preset: Preset, name: str, header: str, settings: Settings) -> Field:
    told = explanations().get(preset.name, {}).get(name) or explanations()["field"].get(name, {})
    chosen = {
        "tiers": settings.tiers,
        "calendars": tuple(settings.calendars),
        "distance_bands": tuple(band.name for band in settings.distance_bands),
    }
    accepted = chosen[told["accepted_from"]] if "accepted_from" in told else tuple(told.get("accepted", ()))
    needed = name in fields.REQUIRED[preset.kind]
    return Field(header, needed, told.get("what", ""), told.get("example", ""), accepted)


@cache
def explanations() -> Mapping[str, Any]:
    """What data/fields.toml says."""
    return tomllib.loads((SHIPPED / "fields.toml").read_text(encoding="utf-8"))


def _lists(sheets: Mapping[str, Sequence[Field]]) -> list[tuple[str, ...]]:
    """Every set of accepted values once, in the order of their columns on the hidden sheet."""
    return list(dict.fromkeys(field.accepted for columns in sheets.values() for field in columns if field.accepted))


def _write_sheet(book: Workbook, title: str, columns: Sequence[Field], lists: Sequence[tuple[str, ...]]) -> None:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for place, field in enumerate(columns):
        sheet.set_column(
            place, place, max(len(field.name) + 3, 12), book.add_format({"num_format": _format(field.name)})
        )
        sheet.write_string(0, place, field.name, _heading(book, needed=field.needed))
        if field.accepted:
            _offer(sheet, place, lists.index(field.accepted), field)


def _heading(book: Workbook, *, needed: bool) -> Any:
    colours = {"bg_color": "#1F4E79", "font_color": "#FFFFFF"} if needed else {"bg_color": "#E7E6E6"}
    return book.add_format({"bold": True, "border": 1, "num_format": "@", **colours})


def _format(field: str) -> str:
    """Text stays as it is typed (a ticket 00012 too), times look like times; numbers are the spreadsheet's matter."""
    if field in fields.INSTANTS:
        return "yyyy-mm-dd" if field in ("premium_since", "valid_from") else "yyyy-mm-dd hh:mm"
    return "General" if field in fields.NUMBERS else "@"


def _offer(sheet: Worksheet, place: int, column: int, field: Field) -> None:
    """Choose from a list; another value is only remarked on, since a file is judged when it is loaded."""
    letter = xlsxwriter.utility.xl_col_to_name(column)
    choice = {
        "validate": "list",
        "source": f"={LISTS}!${letter}$1:${letter}${len(field.accepted)}",
        "error_type": "information",
        "error_title": field.name,
        "error_message": "This is not one of the usual values. See the sheet How to fill this in.",
    }
    sheet.data_validation(1, place, LAST_ROW, place, choice)


def _write_guide(book: Workbook, sheets: Mapping[str, Sequence[Field]]) -> None:
    sheet = book.add_worksheet(GUIDE)
    wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
    sheet.merge_range(0, 0, 0, len(GUIDE_COLUMNS) - 1, INTRO, wrapped)
    sheet.set_row(0, 34)
    for place, (title, width) in enumerate(GUIDE_COLUMNS.items()):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(2, place, title, bold)
    rows = [(title, field) for title, columns in sheets.items() for field in columns]
    for number, (title, field) in enumerate(rows, start=3):
        needed = "yes" if field.needed else ""
        cells = (title, field.name, needed, field.what, field.example, ", ".join(field.accepted) or "any")
        for place, text in enumerate(cells):
            sheet.write_string(number, place, text, wrapped)
    sheet.freeze_panes(3, 0)


def _write_lists(book: Workbook, lists: Sequence[tuple[str, ...]]) -> None:
    """The values to choose from: in cells, because a list inside a validation cannot hold a comma."""
    sheet = book.add_worksheet(LISTS)
    sheet.hide()
    for place, values in enumerate(lists):
        for row, value in enumerate(values):
            sheet.write_string(row, place, value)
