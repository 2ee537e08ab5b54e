"""Cells that a spreadsheet could run are made harmless on the way out, and read back as they were."""

import re
import unicodedata
from itertools import dropwhile

# What a spreadsheet may take for the start of a formula or of a command; full-width forms become these on reading.
STARTERS = tuple("=+-@\t\r\n\0")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*\s?%?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARK = "'"
NOTHING = ("Cc", "Cf", "Zs", "Zl", "Zp")


def neutral(cell: object) -> object:
    """A text that a spreadsheet could run gets an apostrophe in front; numbers and harmless texts stay."""
    if not isinstance(cell, str):
        return cell
    text = CONTROL.sub("", cell)
    return f"{MARK}{text}" if _acts(text) else text


def to_load_again(text: str) -> str:
    """A cell of a file that comes back to us: harmless, and `as_it_was` gives the same text again."""
    safe = str(neutral(text))
    return f"{MARK}{safe}" if safe == CONTROL.sub("", text) and as_it_was(safe) != safe else safe


def as_it_was(cell: str) -> str:
    """The text without the one apostrophe that stands before what a spreadsheet could run."""
    return cell[1:] if cell.startswith(MARK) and _acts(cell.lstrip(MARK)) else cell


def _acts(text: str) -> bool:
    first, hidden = text[:1], next(dropwhile(_is_nothing, text), "")
    starts = any(unicodedata.normalize("NFKC", one).startswith(STARTERS) for one in (first, hidden))
    return starts and not NUMBER.fullmatch(text)


def _is_nothing(character: str) -> bool:
    """What a reader does not see, and a spreadsheet may skip: spaces of any width, marks of direction and joining."""
    return character.isspace() or unicodedata.category(character) in NOTHING
