"""Which encoding of one byte a letter makes words of the bytes: umlauts inside words, signs where signs stand."""

import re
from collections import Counter
from collections.abc import Iterable

CANDIDATES = {"cp1252": "cp1252 (Windows)", "cp850": "cp850 (DOS)", "mac_roman": "Mac Roman"}
BROKEN = "\ufffd"
LANGUAGES = tuple(
    frozenset(letters + letters.upper())
    for letters in ("äöüß", "éèêàâçùûîïôëœæ", "áéíóúñü", "ãõáéíóúâêôçà", "åäöæøé", "ëïéèüö", "àèéìòù", "áðéíóúýþæö")
)
LETTERS = frozenset("".join(map("".join, LANGUAGES)))
APOSTROPHES = "\u2019\u2018\u00b4"
OPENING, CLOSING = "“„«¿¡\u2018\u2039", "”“»…™®\u2019\u203a"
BESIDE_NUMBERS = "€£$°²³½¼¾×±µº"
ALONE = "–—•·…§©®™°€£«»\xa0"
VOWELS = "aeiouyäöüáéíóú"
# A word counts no more than so often: a status in every row is one witness, not a million.
MOST_OF_A_WORD = 5
# Another encoding is named beside the best one where it is nearly as likely.
NEARLY = 0.75
FOREIGN_RUN = re.compile(rb"[\x80-\xff]{3}")
FOREIGN_WORDS, FOREIGN_SHARE, WITNESSES = 3, 0.3, 10


def ranked(words: Counter[bytes], bytes_seen: Counter[int]) -> tuple[str | None, list[str], int]:
    """The likeliest encoding, those nearly as likely that give other letters, and how many bytes it has none for.

    None where the words are of no Western language.
    """
    weights = {word: min(times, MOST_OF_A_WORD) for word, times in words.items()}
    scores = {name: _score(weights, name) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: scores[name])
    if _is_foreign(words) or (scores[best] < 0 and len(words) >= WITNESSES):
        return None, [], 0
    close = [name for name in CANDIDATES if name != best and scores[name] > 0 and scores[name] >= NEARLY * scores[best]]
    different = [name for name in close if any(_read(word, name) != _read(word, best) for word in words)]
    return best, different, sum(n for byte, n in bytes_seen.items() if _read(bytes([byte]), best) == BROKEN)


def _is_foreign(words: Iterable[bytes]) -> bool:
    every = list(words)
    runs = sum(FOREIGN_RUN.search(word) is not None for word in every)
    return runs >= FOREIGN_WORDS and runs >= FOREIGN_SHARE * len(every)


def _read(word: bytes, encoding: str) -> str:
    return word.decode(encoding, errors="replace")


def _score(weights: dict[bytes, int], encoding: str) -> float:
    """How much the words speak for an encoding, in the language that fits it best."""
    signs, letters = 0.0, [0.0] * len(LANGUAGES)
    for word, weight in weights.items():
        text = f" {_read(word, encoding)} "
        for place in range(1, len(text) - 1):
            letter = text[place]
            if letter.isascii():
                continue
            mark = weight * _mark(text[place - 1], letter, text[place + 1])
            if letter not in LETTERS or mark < 0:
                signs += mark
                continue
            for number, language in enumerate(LANGUAGES):
                letters[number] += mark if letter in language else -0.3 * weight
    return signs + max(letters)


def _mark(before: str, letter: str, after: str) -> float:
    """How well a letter or sign stands between its neighbours, from -3 to 1."""
    if letter == BROKEN or not (letter.isprintable() or letter in "\xa0\xad"):
        return -3.0
    if letter in LETTERS:
        return _mark_of_letter(before, letter, after)
    if before.isalpha() and after.isalpha():
        return 1.0 if letter in APOSTROPHES else -2.0
    numbers = before.isdigit() or after.isdigit()
    fits = (
        (letter in OPENING and after.isalpha() and not before.isalnum())
        or (letter in CLOSING and before.isalnum() and not after.isalnum())
        or (letter in BESIDE_NUMBERS and numbers)
        or (letter in ALONE and not before.isalpha() and not after.isalpha())
    )
    return 0.7 if fits else -1.0


def _mark_of_letter(before: str, letter: str, after: str) -> float:
    if before.isdigit() or after.isdigit():
        return -0.5
    if letter.isupper():
        well = 0.8 if after.isalpha() or before.isupper() else -0.3
        return -1.0 if before.islower() else well
    if before.isupper() and after.isupper():
        return -1.0
    return _mark_of_rare(before, letter, after) or (1.0 if before.isalpha() or after.islower() else 0.2)


def _mark_of_rare(before: str, letter: str, after: str) -> float:
    """Letters that stand in few places: ß after a vowel, õ before e, ã and â inside words; 0 for the others."""
    if letter == "ß":
        return 1.0 if before.lower() in VOWELS and (after.islower() or not after.isalpha()) else -0.5
    if letter == "õ":
        return 1.0 if after == "e" else 0.3
    return -0.5 if letter in "ãâ" and not after.isalpha() and not before.isalpha() else 0.0
