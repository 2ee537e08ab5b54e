"""Pairs of client names that look like one client, never across different numbers; for the owner to judge."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

ALIKE = 90
SHORTEST = 4
MOST_NAMES = 2000
MOST_HOLDERS = 3
COLUMNS = ("alias", "client", "score", "alias_tickets", "client_tickets")
LEGAL_FORMS = {
    "ab", "ag", "aps", "as", "bv", "co", "company", "corp", "corporation", "cc", "cic", "ev", "eurl", "gbr", "gmbh",
    "inc", "incorporated", "kft", "kg", "kgaa", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv",
    "ohg", "oy", "oyj", "plc", "pty", "pvt", "pte", "sa", "sarl", "sas", "se", "sl", "slu", "spa", "spol", "srl",
    "sro", "ug",
}  # fmt: skip
LITTLE_WORDS = {
    "and", "the", "und", "et", "y", "e", "of",
}  # fmt: skip
DIRECTIONS = {
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "old", "new",
}  # fmt: skip


def look_alikes(names: pd.DataFrame) -> pd.DataFrame:
    """Pairs among `client`, most alike first; the listed one, else the one with more tickets, is the client."""
    kept = names.head(MOST_NAMES).reset_index(drop=True)
    words = [tuple(plain_words(str(name))) for name in kept["client"]]
    scores = dict(_contained(words)) | dict(_alike(words))
    rows = [
        _row(kept, *pair, score) for pair, score in scores.items() if not _tell_apart(words[pair[0]], words[pair[1]])
    ]
    pairs = pd.DataFrame(rows, columns=list(COLUMNS))
    return pairs.sort_values(["score", "alias_tickets", "alias"], ascending=[False, False, True], ignore_index=True)


def plain_words(name: str) -> list[str]:
    """The words of a name without accents, punctuation, little words and, at its end, legal forms."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    words = [word for word in re.findall(r"[^\W_]+", re.sub(r"[.'\u2019]", "", bare)) if word not in LITTLE_WORDS]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return words


def _alike(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[int, int], int]]:
    """Positions of names that differ in few letters, or in the order of their words."""
    texts = [" ".join(name) for name in words]
    if len(texts) < 2:
        return
    straight = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    turned = process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.uint8)
    best = np.triu(np.maximum(straight, turned), k=1)
    for one, other in np.argwhere(best > 0).tolist():
        if min(len(texts[one]), len(texts[other])) >= SHORTEST:
            yield (one, other), int(best[one, other])


def _contained(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[int, int], int]]:
    """Positions of names of which one holds the other whole; a word that many names hold tells nothing."""
    holding: dict[str, set[int]] = defaultdict(set)
    for place, name in enumerate(words):
        for word in name:
            holding[word].add(place)
    for place, name in enumerate(words):
        shared = set.intersection(*(holding[word] for word in name)) if name else set()
        holders = [other for other in shared if len(words[other]) > len(name) and _holds(words[other], name)]
        if len("".join(name)) >= SHORTEST and len(holders) <= MOST_HOLDERS:
            yield from (((min(place, other), max(place, other)), ALIKE) for other in holders)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))


def _tell_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether numbers differ, or both have a letter or a direction of their own: "Unit A", "Harrow North"."""
    numbers = [sorted(re.findall(r"\d+", " ".join(words))) for words in (one, other)]
    marks = [{word for word in words if len(word) == 1 or word in DIRECTIONS} for words in (one, other)]
    return numbers[0] != numbers[1] or (all(marks) and marks[0] != marks[1])


def _row(names: pd.DataFrame, one: int, other: int, score: int) -> tuple[str, str, int, int, int]:
    def weight(place: int) -> tuple[bool, int, int]:
        return bool(names["listed"][place]), int(names["tickets"][place]), -place

    alias, client = sorted((one, other), key=weight)
    tickets = names["tickets"]
    return str(names["client"][alias]), str(names["client"][client]), score, int(tickets[alias]), int(tickets[client])
