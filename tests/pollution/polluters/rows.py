"""Pollutions of rows: their widths, what stands above, between and below them, and files put together."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from tests.pollution.draft import Draft, Line
from tests.pollution.polluters.registry import Stage, pollution


@pollution("widths", Stage.ROWS)
def short_rows(draft: Draft, dice: Random, _: None) -> None:
    """A few rows lack a cell: which one, no reader can know."""
    for line in draft.some(dice):
        del line.cells[dice.randrange(len(line.cells))]
        _number_may_be_lost(line)


@pollution("widths", Stage.ROWS)
def long_rows(draft: Draft, dice: Random, _: None) -> None:
    for line in draft.some(dice):
        line.cells.insert(dice.randrange(len(line.cells) + 1), dice.choice(("extra", "", "7")))


@pollution("widths", Stage.ROWS, "right", "left")
def rows_shifted(draft: Draft, dice: Random, way: str) -> None:
    """Of the right width, but each cell under its neighbour's title; what stands for the number or the opening shows it."""
    number, opening = draft.column("ticket_id") or 0, draft.column("opened_at") or 0
    for line in draft.some(dice):
        moved = ["", *line.cells[:-1]] if way == "right" else [*line.cells[1:], ""]
        if all(any(letter.isdigit() for letter in moved[place]) for place in (number, opening)):
            continue
        line.cells = moved
        _number_may_be_lost(line)


@pollution("widths", Stage.ROWS, "all", "all but the header", "some", "only the header")
def delimiters_at_the_end(draft: Draft, dice: Random, which: str) -> None:
    """A row that ends in a delimiter has one more cell, an empty one."""
    chosen = {"all": draft.lines, "all but the header": draft.tickets(), "some": draft.some(dice), "only the header": [draft.header]}
    for line in chosen[which]:
        line.cells = [*line.cells, ""] if line.is_row else line.cells


@pollution("widths", Stage.ROWS)
def empty_cells_at_the_end_left_out(draft: Draft, _: Random, __: None) -> None:
    """As spreadsheets do: short, but what is missing was empty."""
    for line in draft.tickets():
        while line.cells and not line.cells[-1]:
            line.cells.pop()


@pollution("delimiter of some", Stage.ROWS, "the header", "some rows")
def another_delimiter_in(draft: Draft, dice: Random, where: str) -> None:
    """Lines that somebody wrote with semicolons into a file that has none, or the other way round."""
    for line in [draft.header] if where == "the header" else draft.some(dice):
        line.written = (";" if draft.delimiter == "," else ",").join(map(_flat, line.cells))


@pollution("header", Stage.ROWS)
def nothing_but_a_header(draft: Draft, _: Random, __: None) -> None:
    draft.lines = [draft.header]


@pollution("header", Stage.ROWS)
def no_header(draft: Draft, _: Random, __: None) -> None:
    draft.lines.remove(draft.header)


@pollution("header", Stage.ROWS, "a field that is read", "a column that is not read")
def a_name_doubled(draft: Draft, dice: Random, which: str) -> None:
    if which == "a column that is not read":
        return _new_columns(draft, ["Notes", "Notes"])
    place = draft.column(dice.choice(("client", "status", "opened_at", "ticket_id")))
    assert place is not None
    draft.header.cells.append(draft.header.cells[place])
    for line, other in zip(draft.tickets(), draft.tickets()[1:] + draft.tickets()[:1], strict=True):
        line.cells.append(other.cells[place])
    return None


@pollution("header", Stage.ROWS)
def two_header_rows(draft: Draft, _: Random, __: None) -> None:
    groups = ["Ticket", "", "Times", *[""] * len(draft.header.cells)][: len(draft.header.cells)]
    draft.lines.insert(0, Line(written=draft.delimiter.join(groups)))


TITLES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper, "first letters": str.title, "blanks round": " {} ".format, "blanks inside": lambda title: title.replace("_", " "),
    "a byte-order mark each": "\ufeff{}".format,
}


@pollution("header", Stage.ROWS, *TITLES)
def titles_written_otherwise(draft: Draft, _: Random, how: str) -> None:
    draft.header.cells = [TITLES[how](title) for title in draft.header.cells]


@pollution("header", Stage.ROWS)
def units_below_the_header(draft: Draft, _: Random, __: None) -> None:
    units = {"distance_km": "km", "hands_on_minutes": "min", "opened_at": "UTC"}
    draft.lines.insert(draft.below_the_header(), Line([units.get(field, "") for field in draft.fields]))


@pollution("header", Stage.ROWS, "alone", "below a page number")
def header_again_on_each_page(draft: Draft, _: Random, how: str) -> None:
    for place in range(draft.below_the_header() + 25, len(draft.lines), 26):
        page = [Line(written=""), Line(written=f"Page {place // 26 + 1}")] if how != "alone" else []
        draft.lines[place:place] = [*page, Line(list(draft.header.cells))]


@pollution("header", Stage.ROWS, 1, 3)
def columns_that_nobody_knows(draft: Draft, dice: Random, number: int) -> None:
    _new_columns(draft, [dice.choice(("Notes", "Survey", "Custom field (Ä)", "")) for _ in range(number)])


def _new_columns(draft: Draft, titles: list[str]) -> None:
    draft.header.cells += titles
    for place, line in enumerate(draft.tickets()):
        line.cells += [("n/a", 'ok, "fine"', "", "2025-01-01 10:00")[place % 4] for _ in titles]


ABOVE = {
    "a title": ["All tickets"],
    "a title and the day": ["Ticket report", "Created: 2025-06-30 18:00", ""],
    "cells": ["Report,All tickets,,", "From,2025-01-01,To,2025-06-30", ""],
    "many lines": ["Acme MSP", "", "Filter: status = all; client = all, site = all", "Sorted by: date", "User: anna", "", "", ""],
    "sep=": ["sep=,"],
    "comments": ["# exported by tool 4.2", "# encoding: utf-8", "#"],
    "blank lines": ["", "", ""],
}


@pollution("above", Stage.ROWS, *ABOVE)
def above_the_header(draft: Draft, _: Random, what: str) -> None:
    draft.lines[:0] = [Line(written=text) for text in ABOVE[what]]


@pollution("below", Stage.ROWS, "a sum", "a count", "who", "several", "totals in the columns", "a label and a moment", "end of report")
def below_the_last_row(draft: Draft, _: Random, what: str) -> None:
    """What tools write under a table. None of it is a ticket, not even a label with a moment under a date's title."""
    number, width = len(draft.tickets()), len(draft.fields)
    sums = [f"{number * 7}" if name in ("distance_km", "hands_on_minutes") else "" for name in draft.fields]
    moment = ["2025-12-30 18:00" if name == "opened_at" else "Exported on" if name == "ticket_id" else "" for name in draft.fields]
    endings: dict[str, list[Line]] = {
        "a sum": [Line(["Total", *[""] * (width - 2), f"{number * 7}"])],
        "a count": [Line(written=f"{number} rows")],
        "who": [Line(written=""), Line(written="Exported by Anna on 2025-06-30, 18:00")],
        "several": [Line(written=""), Line(["Total", *sums[1:]]), Line(written=f"Rows: {number}"), Line(written="Page 1 of 1")],
        "totals in the columns": [Line(["Grand Total" if name == "ticket_id" else cell for name, cell in zip(draft.fields, sums, strict=True)])],
        "a label and a moment": [Line(moment)],
        "end of report": [Line(written="*** End of report ***")],
    }
    draft.lines += endings[what]


@pollution("between", Stage.ROWS, "as they are", "blanks added", "far away")
def rows_doubled(draft: Draft, dice: Random, how: str) -> None:
    for line in draft.some(dice):
        copy = deepcopy(line)
        if how == "blanks added":
            copy.cells = [f" {cell}" if cell else cell for cell in copy.cells]
        draft.lines.insert(len(draft.lines) if how == "far away" else draft.lines.index(line) + 1, copy)


@pollution("between", Stage.ROWS, "", "   ", ",,,", "# a remark", "----------")
def lines_between_rows(draft: Draft, dice: Random, text: str) -> None:
    for line in draft.some(dice):
        draft.lines.insert(draft.lines.index(line), Line(written=text))


@pollution("together", Stage.ROWS, "header again", "another order", "another delimiter", "no line end between", "more columns")
def two_files_together(draft: Draft, dice: Random, how: str) -> None:
    """Two exports, one behind the other: a second header says what the rows below it hold."""
    if not draft.tickets():
        return
    half = draft.lines.index(draft.tickets()[len(draft.tickets()) // 2])
    second = [Line(list(draft.header.cells)), *draft.lines[half:]]
    if how == "another order":
        order = list(range(len(draft.header.cells)))
        dice.shuffle(order)
        for line in second:
            line.cells = [line.cells[place] for place in order] if len(line.cells) == len(order) else line.cells
    elif how == "more columns":
        for line in second:
            line.cells = ["Survey" if line.ticket is None else "good", *line.cells] if line.is_row else line.cells
    elif how == "another delimiter":
        second = [Line(written=";".join(_flat(cell) for cell in line.cells), ticket=line.ticket) for line in second]
    elif how == "no line end between":
        glued = draft.lines[half - 1]
        glued.cells, second = [*glued.cells[:-1], glued.cells[-1] + second[0].cells[0], *second[0].cells[1:]], second[1:]
    draft.lines[half:] = second


def _flat(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _number_may_be_lost(line: Line) -> None:
    """The line's number may no longer stand where a number would."""
    if line.ticket is not None:
        line.ticket.lost = line.ticket.mark not in line.cells
        line.ticket.mark = next((cell for cell in line.cells if cell), "") if line.ticket.lost else line.ticket.mark
