"""Rows of totals that stand under a table: they are no tickets."""

import re
from collections.abc import Sequence

# Nothing but the word and what it counts: a client may be called Total Gas or Sum Logistics.
TOTAL = re.compile(
    r"\s*((grand\s+|sub)?totals?|sum)(\s*(of|all|rows?|tickets?|records?|count|hours|minutes|time|:|=|[\d.,]+))*\s*",
    re.IGNORECASE,
)
MARKS = re.compile(r"[,;\t|]")


def is_total(cells: Sequence[str], key: Sequence[int] | None) -> bool:
    """Whether a last record is a row of totals: it says so where a ticket number (`key`) would stand, or before."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or not key:
        return bool(filled) and bool(TOTAL.fullmatch(filled[0].strip(" :")))
    place = key[0]
    return bool(TOTAL.fullmatch(filled[0])) and (not cells[place].strip() or bool(TOTAL.fullmatch(cells[place])))


def says_total(raw: str) -> bool:
    """Whether the text of a broken last record begins as a row of totals."""
    return bool(TOTAL.fullmatch(MARKS.split(raw, maxsplit=1)[0].strip(' "')))
