"""Tables to take away: CSV in which no cell can act as a formula."""

import re

import pandas as pd

from pipelines.spreadsheet import neutral

__all__ = ["as_csv", "neutral"]
# Where semicolons or tabs part the columns, a spreadsheet takes what stands behind one for a cell of its own.
PARTS = re.compile(r"([;\t\r\n])")


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as it stands on screen, readable by every spreadsheet (UTF-8 with its mark)."""
    safe = pd.DataFrame({_safe(name): table[name].map(_safe) for name in table.columns})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _safe(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    first, *rest = PARTS.split(str(neutral(cell)))
    return first + "".join(str(neutral(part)) if place % 2 else part for place, part in enumerate(rest))
