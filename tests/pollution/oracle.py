"""The judge: what a reader made of a polluted file, against the truth.

exact     every ticket of the file is there with every field as it was, nothing was listed and nothing assumed.
reported  what differs is said: a record that is listed with its reason and its text, a cell that is listed and emptied,
          a row counted as duplicate, superseded or totals row, or an assumption that a note states.
refused   a sentence instead of a load. The judge then gives what the sentence asks for (the order of dates, leave to
          quarantine) and judges what is loaded after all: a refusal hides nothing.
WRONG     a ticket lost, invented or changed without a word; counts that do not sum; a failure that is no sentence.

What counts as said:
- Blanks at the ends of a cell, of a number too, and the kind of line end inside one are no part of it.
- Where a note says that the encoding was guessed, cells with letters beyond ASCII may differ; others may not.
- A column that is not read at all, because its title is not known, is named in a note.
- A cell with line ends and no quotes becomes several lines of the file. Where the ticket keeps a part of it, each other
  line of the cell must be listed.
- A note that lines above the header were left out speaks of no ticket: one that is lost there is lost.
- The last row of a file that was cut off may be shorter than it was, and nobody can know its last cell. Either it is
  listed, or a note says that the file ends without a line end; that cell may be the ticket's number.
- A row of which the number cannot be known (eaten by a spreadsheet, shifted) must be listed; loading it invents.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tests.pollution.reading import Outcome
from tests.pollution.tables import Ticket, Value

GUESSED = re.compile(r"encoding guessed", re.IGNORECASE)
CUT = re.compile(r"line end|cut off|cut short|truncated|incomplete", re.IGNORECASE)
ASSUMED = re.compile(r"above the header|guessed|as .* proves|no time of day|" + CUT.pattern, re.IGNORECASE)
UNREAD = re.compile(r"not (read|used|known)|unknown|left out|ignored", re.IGNORECASE)
MARKS = " \t\\'\"“”\ufeff"


class Verdict(StrEnum):
    """How a file was read."""

    EXACT = "exact"
    REPORTED = "reported"
    REFUSED = "refused"
    WRONG = "SILENTLY WRONG"


@dataclass(frozen=True)
class Judgement:
    """A verdict, and what is wrong in words."""

    verdict: Verdict
    faults: tuple[str, ...] = ()


def judged(tickets: tuple[Ticket, ...], outcome: Outcome, titles: dict[str, str] | None = None) -> Judgement:
    """The verdict on one reading of a file that holds these tickets; titles: what the header calls each field."""
    if outcome.refusal:
        return Judgement(Verdict.REFUSED)
    faults = tuple(dict.fromkeys((*_miscounted(outcome), *_invented(tickets, outcome), *_lost(tickets, outcome), *_changed(tickets, outcome, titles or {}))))
    if faults:
        return Judgement(Verdict.WRONG, faults)
    as_it_was = set(outcome.outcomes) == {"new"} and not outcome.listed and not any(map(ASSUMED.search, outcome.notes))
    return Judgement(Verdict.EXACT if as_it_was else Verdict.REPORTED)


def _miscounted(outcome: Outcome) -> Iterator[str]:
    if sum(outcome.outcomes.values()) != outcome.records:
        yield f"outcomes {outcome.outcomes} do not sum to {outcome.records} records"
    if (new := outcome.outcomes.get("new", 0) + outcome.outcomes.get("excluded", 0)) < len(outcome.tickets):
        yield f"{len(outcome.tickets)} tickets are there, {new} are counted"
    records = sum(1 for listed in outcome.listed if listed.field is None)
    if outcome.outcomes.get("quarantined", 0) != records:
        yield f"{outcome.outcomes.get('quarantined', 0)} records are counted as quarantined, {records} are listed"


def _invented(tickets: tuple[Ticket, ...], outcome: Outcome) -> Iterator[str]:
    known = {value for ticket in tickets if not ticket.lost for value in ticket.values["ticket_id"]}
    cut = [ticket.values["ticket_id"][0] for ticket in tickets if ticket.cut and any(map(CUT.search, outcome.notes))]
    for number in outcome.tickets:
        if number not in known and not any(str(whole).startswith(number) for whole in cut):
            yield f"invented: ticket {number!r}"


def _lost(tickets: tuple[Ticket, ...], outcome: Outcome) -> Iterator[str]:
    """Tickets that are neither there nor in the text of a listed record; of rows without a number each needs its own."""
    raws = [listed.raw for listed in outcome.listed if listed.field is None]
    for mark, number in Counter(ticket.mark for ticket in tickets if ticket.lost and not ticket.cut).items():
        if (said := sum(len(_whole(mark).findall(raw)) for raw in raws)) < number:
            yield f"lost: {number} rows marked {mark!r}, {said} listed"
    text = "\n".join(raws)
    for ticket in tickets:
        if not ticket.lost and _found(ticket, outcome) is None and not _whole(ticket.mark).search(text):
            yield f"lost: ticket {ticket.mark!r}"


def _whole(mark: str) -> re.Pattern[str]:
    mark = mark.strip()
    doubled = re.escape(mark.replace('"', '""'))
    return re.compile(rf"(?<!\w)(?:{re.escape(mark)}|{doubled})(?!\w)")


def _found(ticket: Ticket, outcome: Outcome) -> dict[str, Value] | None:
    return next((outcome.tickets[number] for number in ticket.values["ticket_id"] if number in outcome.tickets), None)  # type: ignore[index]


def _changed(tickets: tuple[Ticket, ...], outcome: Outcome, titles: dict[str, str]) -> Iterator[str]:
    emptied = {(listed.record_number, listed.field) for listed in outcome.listed if listed.field is not None}
    guessed = any(map(GUESSED.search, outcome.notes))
    for ticket in tickets:
        found = None if ticket.lost else _found(ticket, outcome)
        if found is None or (ticket.cut and any(map(CUT.search, outcome.notes))):
            continue
        for field, values in ticket.values.items():
            cell = found[field]
            said = cell is None and ((found["record_number"], field) in emptied or _unread(field, outcome, titles))
            foreign = guessed and any(_foreign(value, cell) for value in values)
            if not (said or foreign or any(_same(value, cell) or _spilled(value, cell, outcome) for value in values)):
                yield f"changed: {field} of {ticket.mark!r} is {_short(cell)}, was {_short(values[0])}"


def _foreign(value: Value, cell: Value) -> bool:
    """Whether a guess at the encoding explains the difference: letters beyond ASCII on either side of it."""
    if not isinstance(value, str) or not isinstance(cell, str):
        return False
    return not value.isascii() or cell.encode("ascii", "ignore").decode().strip() == value.strip()


def _unread(field: str, outcome: Outcome, titles: dict[str, str]) -> bool:
    """Whether a note names the field's column as one that was not read; then all its cells are empty."""
    named = any(UNREAD.search(note) and titles[field].strip() in note for note in outcome.notes if field in titles)
    return named and all(ticket[field] is None for ticket in outcome.tickets.values())


def _same(value: Value, cell: Value) -> bool:
    if isinstance(value, float) and isinstance(cell, float):
        return abs(value - cell) < 1e-6 * max(1.0, abs(value))
    if isinstance(value, str):
        return (_plain(value) or None) == (_plain(cell) or None if isinstance(cell, str) else cell)
    return value == cell


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _spilled(value: Value, cell: Value, outcome: Outcome) -> bool:
    """Whether the ticket kept some lines of the cell and every other one is listed."""
    if not isinstance(value, str) or "\n" not in _plain(value):
        return False
    kept = _plain(cell).strip(MARKS).split("\n") if isinstance(cell, str) else []
    rest = [line.strip(MARKS) for line in _plain(value).split("\n")]
    for line in kept:
        if line.strip(MARKS) not in rest:
            return False
        rest.remove(line.strip(MARKS))
    raws = [listed.raw for listed in outcome.listed if listed.field is None]
    return all(any(line in raw for raw in raws) for line in rest if line)


def _short(value: Value) -> str:
    text = value.isoformat(" ") if isinstance(value, datetime) else repr(value)
    return text if len(text) < 70 else f"{text[:50]}...{text[-15:]}"
