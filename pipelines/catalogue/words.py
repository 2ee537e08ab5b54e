"""The lines of the catalogue and the words that lead to each: what ships, with the home's own words over it."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.settings import SHIPPED

NOT_YET = "Not in the catalogue yet"
KINDS = ("software", "hardware", "other")
LISTS = ("says_nothing", "only_alone")
FILE = "catalogue.toml"
TOKEN = re.compile(r"[^\W_]+")
MOST_TOKENS = 40


@dataclass(frozen=True)
class Placed:
    """Where a category leads: the text that decided, its line and kind (None: on no line), else the name it keeps."""

    category: str | None
    line: str | None = None
    kind: str | None = None
    own_name: str | None = None


@dataclass
class Catalogue:
    """Lines with their kinds, and the words of each; words are kept without case, accents, spaces and hyphens."""

    kinds: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    says_nothing: set[str] = field(default_factory=set)
    only_alone: set[str] = field(default_factory=set)

    def line_named(self, name: str) -> str:
        """The line as the catalogue spells it; a name that it does not know stays as it is."""
        same = (line for line in self.kinds if plain(line) == plain(name))
        return next(same, name)

    def place(self, issue_type: str | None, sub_type: str | None = None) -> Placed:
        """The whole pair, else the category, else the pair's words, else the sub-type decides; on no line: own name."""
        both = " / ".join(text for text in (issue_type, sub_type) if text) or None
        if both is None or not self._says_something(both):
            return Placed(both)
        wide, narrow = (text if text and self._says_something(text) else None for text in (issue_type, sub_type))
        if line := self.words.get(plain(both)):
            return Placed(both, line, self.kinds[line])
        if wide and (line := self._led(wide)):
            return Placed(wide, line, self.kinds[line])
        if narrow and (line := self._led(both) or self._led(narrow)):
            return Placed(both, line, self.kinds[line])
        return Placed(wide or (both if narrow else issue_type), own_name=wide or narrow)

    def _says_something(self, text: str) -> bool:
        return bool(plain(text)) and plain(text) not in self.says_nothing

    def _led(self, text: str) -> str | None:
        """The line of the whole text, else of the longest word in it; none where two lines have equally long ones."""
        whole = plain(text)
        known = self.words.get(whole) or self.words.get(singular(whole))
        if known:
            return known
        lengths: dict[str, int] = {}
        for phrase in self._phrases(text):
            word = phrase if phrase in self.words else singular(phrase)
            line = self.words.get(word)
            if line and word not in self.only_alone:
                lengths[line] = max(lengths.get(line, 0), len(word))
        longest = [line for line, length in lengths.items() if length == max(lengths.values())]
        return longest[0] if len(longest) == 1 else None

    def _phrases(self, text: str) -> Iterator[str]:
        """Neighbouring words taken together, as far as some word of the catalogue goes on so."""
        tokens = _tokens(text)[:MOST_TOKENS]
        for first in range(len(tokens)):
            phrase = ""
            for token in tokens[first:]:
                phrase += token
                yield phrase
                if phrase not in self._beginnings:
                    break

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:length] for word in self.words for length in range(1, len(word)))


def read_catalogue(home: Path) -> Catalogue:
    """The shipped catalogue with the home's catalogue.toml over it; raises SettingsInvalid with a plain sentence."""
    catalogue = Catalogue()
    for file in (SHIPPED / FILE, home / FILE):
        _laid_over(catalogue, written_in(file))
        # What says nothing alone says nothing inside a longer category either, whatever an owner makes of it.
        catalogue.only_alone |= catalogue.says_nothing
    return catalogue


def written_in(file: Path) -> dict[str, Any]:
    """The file as written, checked; nothing where there is none."""
    try:
        return checked(tomllib.loads(file.read_text("utf-8")) if file.exists() else {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"catalogue.toml in your home cannot be read: {error}. Mend that line.") from None


def checked(written: dict[str, Any]) -> dict[str, Any]:
    """The same, where it is a catalogue."""
    for heading, content in written.items():
        if heading in LISTS:
            _check_words(heading, content)
        elif heading not in KINDS or not isinstance(content, dict):
            raise SettingsInvalid(f"catalogue.toml in your home: {heading} must be [software], [hardware] or [other].")
        else:
            for name, words in content.items():
                _check_words(name, words)
    return written


def _check_words(name: str, words: Any) -> None:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise SettingsInvalid(f'catalogue.toml in your home: {name} must be a list such as ["mail", "inbox"].')


def _laid_over(catalogue: Catalogue, written: dict[str, Any]) -> None:
    for kind in KINDS:
        for name, words in written.get(kind, {}).items():
            line = catalogue.line_named(name)
            catalogue.kinds[line] = kind
            led = {plain(word) for word in (name, *words)} - {""}
            catalogue.words |= dict.fromkeys(led, line)
            catalogue.says_nothing -= led
    silent = {plain(word) for word in written.get("says_nothing", ())}
    catalogue.says_nothing |= silent
    catalogue.words = {word: line for word, line in catalogue.words.items() if word not in silent}
    catalogue.only_alone |= {plain(word) for word in written.get("only_alone", ())}


def plain(text: str) -> str:
    """Letters and digits alone: "E-Mail" and "e mail" are the same word, "Störung" and "STORUNG" too."""
    return "".join(_tokens(text))


def singular(word: str) -> str:
    """A word without the ending of an English plural."""
    if not word.endswith("s") or len(word) <= 3 or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@lru_cache(maxsize=50_000)
def _tokens(text: str) -> list[str]:
    if text.isascii():
        return TOKEN.findall(text.lower())
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(mark))
    return TOKEN.findall(bare)
