"""Pollutions of values: what people, spreadsheets and other countries do to a cell."""

from datetime import datetime
from random import Random

from tests.pollution.draft import Draft, Line
from tests.pollution.polluters.registry import Stage, pollution
from tests.pollution.tables import DECIMALS, INSTANTS


def write_dates(draft: Draft, lines: list[Line], form: str) -> None:
    """Write every instant of these lines in a form of strftime; unpadded where it says %-d."""
    for line in lines:
        for place, field in enumerate(draft.fields):
            value = line.ticket.values[field][0] if line.ticket else None
            if field in INSTANTS and isinstance(value, datetime):
                line.cells[place] = value.strftime(form)


@pollution(
    "dates", Stage.CELLS, "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%d.%m.%Y %H:%M", "%-d/%-m/%Y %-H:%M", "%m/%d/%Y %I:%M %p",
    "%d-%b-%Y %H:%M", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.000+00:00", "%d.%m.%y %H:%M", "%b %d, %Y %I:%M %p",
)
def dates_written(draft: Draft, _: Random, form: str) -> None:
    draft.day_first = form.lower().startswith(("%d", "%-d"))
    write_dates(draft, draft.tickets(), form)


@pollution("dates", Stage.CELLS)
def dates_in_two_forms(draft: Draft, dice: Random, _: None) -> None:
    """Some rows with slashes, day first, the others with the year first."""
    draft.day_first = True
    write_dates(draft, dice.sample(draft.tickets(), len(draft.tickets()) // 2), "%d/%m/%Y %H:%M")


@pollution("dates", Stage.CELLS)
def dates_in_two_orders(draft: Draft, dice: Random, _: None) -> None:
    """Half the rows day first and half month first, as two exports put together: nobody can tell them apart."""
    half = set(dice.sample(range(len(draft.tickets())), len(draft.tickets()) // 2))
    for place, line in enumerate(draft.tickets()):
        write_dates(draft, [line], "%d/%m/%Y %H:%M" if place in half else "%m/%d/%Y %H:%M")


@pollution("dates", Stage.CELLS, True, False)
def dates_that_decide_nothing(draft: Draft, _: Random, day_first: bool) -> None:
    """No day over twelve: the file says nothing about the order, only its owner can."""
    draft.day_first = day_first
    for line in draft.tickets():
        assert line.ticket
        for field in INSTANTS:
            if field in line.ticket.values and isinstance(value := line.ticket.values[field][0], datetime):
                line.ticket.values[field] = (value.replace(day=(value.day - 1) % 12 + 1),)
        _in_order(line)
    write_dates(draft, draft.tickets(), "%d/%m/%Y %H:%M" if day_first else "%m/%d/%Y %H:%M")


def _in_order(line: Line) -> None:
    """An end that now lies before its opening is taken out."""
    assert line.ticket
    opened_at = line.ticket.values["opened_at"][0]
    for field in ("first_response_at", "resolved_at"):
        value = line.ticket.values.get(field, (None,))[0]
        if isinstance(value, datetime) and isinstance(opened_at, datetime) and value < opened_at:
            line.ticket.values[field] = (opened_at,)


@pollution("dates", Stage.CELLS)
def dates_as_numbers_of_a_spreadsheet(draft: Draft, dice: Random, _: None) -> None:
    for line in draft.some(dice):
        for place, field in enumerate(draft.fields):
            value = line.ticket.values[field][0] if line.ticket else None
            if field in INSTANTS and isinstance(value, datetime):
                line.cells[place] = f"{(value - datetime(1899, 12, 30)).total_seconds() / 86400:.5f}"


@pollution("numbers", Stage.CELLS)
def decimal_commas(draft: Draft, _: Random, __: None) -> None:
    for line in draft.tickets():
        for place, field in enumerate(draft.fields):
            if field in DECIMALS:
                line.cells[place] = line.cells[place].replace(".", ",")


@pollution("numbers", Stage.CELLS, "1,234.5", "1.234,5", "1 234,5", "1'234.5")
def thousands(draft: Draft, dice: Random, form: str) -> None:
    """Numbers over a thousand in the column, and one with a fraction beside it: the column shows how it is written."""
    place = draft.column(*DECIMALS)
    if place is None:
        return
    for line, number in zip(draft.some(dice, 0.3), (1234.0, 1234.5, 2000.0, 12.5, 1_234_567.25) * 20, strict=False):
        assert line.ticket
        scale = 60 if draft.fields[place] in draft.shape.in_hours else 1
        line.ticket.values[draft.fields[place]] = (number * scale,)
        line.cells[place] = f"{number:,g}" if number < 1e6 else f"{number:,}"
    german = {"1,234.5": ",.", "1.234,5": ".,", "1 234,5": " ,", "1'234.5": "'."}[form]
    for line in draft.tickets():
        line.cells[place] = line.cells[place].translate({ord(","): german[0], ord("."): german[1]})


@pollution("numbers", Stage.CELLS)
def numbers_with_units(draft: Draft, dice: Random, _: None) -> None:
    """The column's own unit in the cell: read or listed, both are right."""
    place = draft.column(*DECIMALS)
    for line in draft.some(dice, 0.5) if place is not None else ():
        field = draft.fields[place]  # type: ignore[index]
        unit = "km" if field == "distance_km" else "h" if field in draft.shape.in_hours else "min"
        line.cells[place] += f" {unit}" if line.cells[place] else ""  # type: ignore[index]


@pollution("numbers of tickets", Stage.CELLS, "1.23E+10", "1,23E+10", "1.23457E+11", "2.5E+03", "1E+05")
def numbers_of_tickets_damaged_by_a_spreadsheet(draft: Draft, dice: Random, form: str) -> None:
    place = draft.column("ticket_id")
    for line in draft.some(dice):
        assert line.ticket is not None
        assert place is not None
        line.cells[place] = line.ticket.mark = form
        line.ticket.lost = True


@pollution("text", Stage.CELLS, "=1+1", "+49 30 1", "-2+3", "@here", '=HYPERLINK("http://x","y")')
def formulas_made_safe(draft: Draft, dice: Random, formula: str) -> None:
    """A tool puts ' before what a spreadsheet would run; with it or without it is right."""
    _put(draft, dice, "'" + formula, formula)


@pollution("text", Stage.CELLS, "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\xa0", "\u200b", "\ufeff", "\ufffd")
def odd_spaces_and_line_separators_inside(draft: Draft, dice: Random, sign: str) -> None:
    _put(draft, dice, f"before{sign}after")


@pollution("text", Stage.CELLS, " ", "\xa0", "\t", "\u2003")
def blanks_round_cells(draft: Draft, dice: Random, blank: str) -> None:
    for line in draft.some(dice, 0.5):
        line.cells = [blank + cell + blank if cell else cell for cell in line.cells]


@pollution("text", Stage.CELLS, "\r\n", "\r", "\n", "\n\n\n")
def line_ends_inside_cells(draft: Draft, dice: Random, end: str) -> None:
    _put(draft, dice, f"Hello,{end}the printer, again{end}Regards")


@pollution("text", Stage.CELLS)
def a_table_pasted_into_a_cell(draft: Draft, dice: Random, _: None) -> None:
    """A user sends lines of an export in the ticket's text: they are the cell's, not the file's."""
    pasted = "\n".join(",".join(line.cells[:6]) for line in draft.tickets()[:3])
    _put(draft, dice, f"see:\n{pasted}\nplease help")


@pollution("numbers of tickets", Stage.CELLS)
def numbers_of_tickets_as_formulas(draft: Draft, _: Random, __: None) -> None:
    """="00123" keeps a spreadsheet from eating zeros; as it is written or without its shell, both are right."""
    place = draft.column("ticket_id")
    assert place is not None
    for line in draft.tickets():
        line.cells[place] = f'="{line.cells[place]}"'
        if line.ticket:
            line.ticket.also("ticket_id", line.cells[place])


def _put(draft: Draft, dice: Random, text: str, *also: str) -> None:
    place = draft.column("subject")
    for line in draft.some(dice, 0.2) if place is not None else ():
        line.cells[place] = text  # type: ignore[index]
        if line.ticket:
            line.ticket.values["subject"] = (text, *also)
