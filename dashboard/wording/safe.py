"""Text from a stranger's file: never read as Markdown, never with hidden characters."""

import re
import unicodedata

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit turns these names into icons after Markdown has been read, so a backslash does not stop them.
AFTER_COLON = "\N{WORD JOINER}"
LONGEST = 200


def plain(text: object) -> str:
    """For places that read Markdown: the text itself, with nothing in it that means anything."""
    return PUNCTUATION.sub(r"\\\1", shown(text)).replace(r"\:", rf"\:{AFTER_COLON}")


def shown(text: object) -> str:
    """For places that do not: one line, without control and direction marks, of a length that fits."""
    line = str(text)
    # What Python calls printable has no mark in it and no space but the plain one: nearly every text.
    if not line.isprintable():
        line = "".join(_spaced(character) for character in line if _is_visible(character))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def drawn(text: object, longest: int = LONGEST) -> str:
    """For labels of figures, which read a little HTML."""
    line = shown(text)
    cut = line if len(line) <= longest else line[: longest - 1] + "…"
    return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _spaced(character: str) -> str:
    return " " if character.isspace() else character


def _is_visible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
