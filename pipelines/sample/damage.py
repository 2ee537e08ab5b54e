"""About one row in a hundred is damaged, as exports are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipelines.sample.dice import Dice
from pipelines.sample.ticket_rows import TICKET_COLUMNS

ONE_IN = 92
TICKET, SUMMARY = TICKET_COLUMNS.index("TicketNbr"), TICKET_COLUMNS.index("Summary")
OPENED, CLOSED = TICKET_COLUMNS.index("date_entered"), TICKET_COLUMNS.index("date_closed")
RESPONDED, RESOLVED = TICKET_COLUMNS.index("Date_Responded_UTC"), TICKET_COLUMNS.index("Date_Resolved_UTC")
HOURS = TICKET_COLUMNS.index("Hours_Actual")
FIRST_LINE = 2
TWICE, TOTALS = "exact duplicate", "totals row"
Cells = list[str]


@dataclass(frozen=True)
class Damage:
    """What was done to a row: the line of the file (the header is line 1), and the row as it was."""

    line: int
    ticket: str
    what: str
    field: str
    was: str


@dataclass(frozen=True)
class Kind:
    """A way in which rows get damaged."""

    what: str
    place: int
    spoil: Callable[[Cells], Cells]
    needs: str = "."

    def fits(self, row: Cells) -> bool:
        """Whether the row has something to spoil there."""
        return bool(re.search(self.needs, row[self.place]))


def _put(place: int, text: str) -> Callable[[Cells], Cells]:
    return lambda row: [*row[:place], text, *row[place + 1 :]]


def _before_opened(row: Cells) -> Cells:
    """The year of the end is one too early."""
    end = row[RESOLVED]
    return _put(RESOLVED, f"{int(end[:4]) - 2}{end[4:]}")(row)


def _stray_delimiter(row: Cells) -> Cells:
    first, _, rest = row[SUMMARY].partition(" ")
    return [*row[:SUMMARY], first, rest, *row[SUMMARY + 1 :]]


def _hours_and_minutes(row: Cells) -> Cells:
    minutes = round(float(row[HOURS]) * 60)
    return _put(HOURS, f"{minutes // 60}h {minutes % 60:02d}")(row)


KINDS = (
    Kind("impossible date", OPENED, _put(OPENED, "31/02/2026 10:00")),
    Kind("no date", OPENED, _put(OPENED, "n/a")),
    Kind("resolved before opened", RESOLVED, _before_opened),
    Kind("no ticket number", TICKET, _put(TICKET, "")),
    Kind("stray delimiter", SUMMARY, _stray_delimiter, needs=r"\S \S"),
    Kind("row cut short", HOURS, lambda row: row[:HOURS]),
    Kind("text in a number", HOURS, _hours_and_minutes),
    Kind("sentinel instant", RESPONDED, _put(RESPONDED, "1899-12-30 00:00:00")),
    Kind("sentinel date", CLOSED, _put(CLOSED, "30/12/1899 00:00")),
    Kind(TWICE, TICKET, lambda row: row),
)


def damaged(rows: Sequence[Cells], dice: Dice) -> tuple[list[Cells], list[Damage]]:
    """The rows as they are exported, and the list of what was done."""
    out: list[Cells] = []
    done: list[Damage] = []
    for row in rows:
        kind = KINDS[len(done) % len(KINDS)]
        if dice.chance(1 / ONE_IN) and kind.fits(row):
            out += [row, row] if kind.what == TWICE else [kind.spoil(row)]
            done.append(_noted(len(out), kind, row))
        else:
            out.append(row)
    return [*out, _totals(rows)], [*done, Damage(len(out) + FIRST_LINE, "", TOTALS, TICKET_COLUMNS[TICKET], "")]


def _noted(rows_so_far: int, kind: Kind, row: Cells) -> Damage:
    line = rows_so_far - 1 + FIRST_LINE
    return Damage(line, row[TICKET], kind.what, TICKET_COLUMNS[kind.place], row[kind.place])


def _totals(rows: Sequence[Cells]) -> Cells:
    empty = [""] * len(TICKET_COLUMNS)
    hours = sum(float(row[HOURS]) for row in rows)
    return _put(HOURS, f"{hours:.2f}")(_put(TICKET, f"Total: {len(rows)}")(empty))
