"""Words of columns and statuses: data/synonyms.toml, and names made comparable."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.settings import SHIPPED

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
WRAPPED = re.compile(r"custom field \((.+)\)", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+|#")
SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
NOTHING = "nothing"
GLUED = 5
MOST_KEPT = 8_192


@dataclass(frozen=True)
class Phrase:
    """A name by which a column may hold a field: as it is written, and its words; `doubtful` ones need their cells."""

    plain: str
    joined: str
    tokens: frozenset[str]
    rank: int
    doubtful: bool


@dataclass(frozen=True)
class Synonyms:
    """The table of words, made comparable."""

    fields: Mapping[str, tuple[Phrase, ...]]
    units: Mapping[str, str]
    statuses: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, str]

    def tokens(self, name: str) -> frozenset[str]:
        """The words of a name that mean something; of a name that means nothing, all its words."""
        words = [self.meanings.get(word, word) for word in plain(name).split()]
        telling = frozenset(word for word in words if word != NOTHING) - ({"time"} if "date" in words else set())
        return telling or frozenset(plain(name).split())

    def unit(self, name: str) -> str:
        """What the numbers of a column count, as far as its name says; else nothing."""
        words = plain(name).split()
        glued = next(
            (
                unit
                for word, unit in self.units.items()
                if len(word) >= GLUED and words[-1:] != [word] and plain(name).endswith(word)
            ),
            "",
        )
        return next((self.units[word] for word in reversed(words) if word in self.units), glued)


@lru_cache(maxsize=MOST_KEPT)
def plain(name: str) -> str:
    """A name without case, accents, humps and marks: "Initial_ResponseTime" -> "initial response time"."""
    wrapped = WRAPPED.fullmatch(name.strip())
    humped = HUMP.sub(" ", wrapped[1] if wrapped else name)
    spelt = "".join(SPELT.get(letter, letter) for letter in unicodedata.normalize("NFC", humped).casefold())
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(letter))
    return " ".join(WORD.findall(bare))


@cache
def synonyms() -> Synonyms:
    """The table that ships."""
    written = tomllib.loads((SHIPPED / "synonyms.toml").read_text(encoding="utf-8"))
    meanings = {word: meaning for meaning, words in written["words"].items() for word in words}
    units = {word: unit for unit, words in written["units"].items() for word in words}
    statuses = {state: tuple(words) for state, words in written["status"].items()}
    bare = Synonyms({}, units, statuses, meanings)
    fields = {field: _phrases(bare, names) for field, names in written["fields"].items()}
    return Synonyms(fields, units, statuses, meanings)


def _phrases(table: Synonyms, names: list[str]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(plain(name), plain(name).replace(" ", ""), table.tokens(name), rank, doubtful=name.endswith("?"))
        for rank, name in enumerate(names)
    )
