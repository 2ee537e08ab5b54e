"""A client's name inside a text: how it is recognised, whatever its case, spacing and punctuation."""

import json
import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
# A short name made of several words ("A T") is looked for as it is written: its letters stand in too many texts.
FEWEST_LETTERS, LONG = 3, 8
MASK = "(erased)"
NOTHING = r"\z."


def can_be_sought(name: str) -> bool:
    """Whether a name is long enough to be told from other text; "3" or "IT" is not."""
    letters = _letters(name)
    return len(letters) >= FEWEST_LETTERS and not letters.isdigit()


def key(text: str) -> str:
    """The same letters for the same name: of a long one its letters alone, of a short one as it is spelled."""
    letters = _letters(text)
    return letters if len(letters) >= LONG else " ".join(_core(text).split())


def words(name: str) -> list[str]:
    """The words of a name, small."""
    return WORD.findall(_plain(name))


def for_database(names: list[str], *, loose: bool = False) -> str:
    r"""Names as DuckDB reads a regular expression (its \b and \w know ASCII alone); loose: also inside longer words."""
    parts = [_in_database(name, loose=loose) for name in names if can_be_sought(name)]
    return "(?i)(?:" + "|".join([*parts, NOTHING]) + ")"


def for_files(names: list[str]) -> re.Pattern[str]:
    """Names as Python finds them in a file, however XML or JSON writes their letters."""
    between = r"(?:&#?\w{1,8};|[\W_])*?"
    sought = [name for name in names if can_be_sought(name)]
    parts = [(len(_letters(name)) >= LONG, between.join(map(_spelled, words(name)))) for name in sought]
    found = [part if is_long else rf"(?<![^\W_]){part}(?![^\W_])" for is_long, part in parts]
    return re.compile("|".join(found) or r"(?!)", re.IGNORECASE)


def _in_database(name: str, *, loose: bool) -> str:
    plain = words(name)
    if len(_letters(name)) >= LONG and len(plain) > 1:
        return r"[^\pL\pN]*".join(re.escape(word) for word in plain)
    core = _core(name)
    spelled = r"[\s\p{Z}]+".join(re.escape(part) for part in core.split())
    if loose:
        return spelled
    before, after = (r"(?:\b|_)" if letter.isascii() else "" for letter in (core[0], core[-1]))
    return f"{before}{spelled}{after}"


def _spelled(word: str) -> str:
    return "".join(map(_spelled_letter, word))


def _spelled_letter(letter: str) -> str:
    """A letter as it is, with its accent apart, and as JSON and XML may write it, small and large."""
    if letter.isascii():
        return re.escape(letter)
    forms = {unicodedata.normalize(form, case) for form in ("NFC", "NFD") for case in (letter, letter.upper())}
    ways = {way for form in forms for way in (form, json.dumps(form)[1:-1], *_as_xml(form))}
    return f"(?:{'|'.join(map(re.escape, sorted(ways)))})"


def _as_xml(letters: str) -> tuple[str, str]:
    return letters.encode("ascii", "xmlcharrefreplace").decode(), "".join(f"&#x{ord(one):x};" for one in letters)


def _core(name: str) -> str:
    """From the first letter to the last one: the full stop of "Ltd." may be missing elsewhere."""
    plain = _plain(name)
    found = list(WORD.finditer(plain))
    return plain[found[0].start() : found[-1].end()] if found else plain


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _letters(text: str) -> str:
    return "".join(WORD.findall(_plain(text)))
