"""Tables to take away: CSV in which no cell can act as a formula."""

import re
import unicodedata

import pandas as pd

# What a spreadsheet may take for the start of a formula or of a command; full-width forms become these on reading.
STARTERS = tuple("=+-@\t\r\n\0")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*\s?%?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as it stands on screen, readable by every spreadsheet (UTF-8 with its mark)."""
    safe = pd.DataFrame({neutral(name): table[name].map(neutral) for name in table.columns})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def neutral(cell: object) -> object:
    """A text that a spreadsheet could run gets an apostrophe in front; numbers and harmless texts stay."""
    if not isinstance(cell, str):
        return cell
    acts = _acts(cell)
    text = CONTROL.sub("", cell)
    return f"'{text}" if acts or _acts(text) else text


def _acts(text: str) -> bool:
    first = unicodedata.normalize("NFKC", text[:1])
    bare = text.lstrip(" \u00a0\ufeff\u200b")
    hidden = unicodedata.normalize("NFKC", bare[:1])
    return (first.startswith(STARTERS) or hidden.startswith(STARTERS)) and not NUMBER.fullmatch(text)
