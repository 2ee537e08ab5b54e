"""Which column may hold which field: by the table of words first, by likeness after, and never against the cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipelines.mapping import kinds
from pipelines.mapping.columns import Column
from pipelines.mapping.fits import DURATIONS, fits, supports
from pipelines.mapping.words import Phrase, Synonyms, plain, synonyms
from pipelines.vocabulary import FileKind

SAME_WORDS, ALIKE, AS_WRITTEN, SAYS_LESS = 200.0, 100.0, 0.5, 25.0
LIKE_ENOUGH = 86.0
SHORTEST_ALIKE = 5
# A duration seldom says whether it counts business hours: a moment is the better witness.
TOLD_TWICE = {"first_response_at": "first_response_minutes", "resolved_at": "resolution_minutes"}


@dataclass(frozen=True)
class Candidate:
    """A column that may hold a field, and how well its name says so."""

    field: str
    column: Column
    score: float


def all_proposals(columns: Sequence[Column]) -> dict[FileKind, dict[str, Column]]:
    """The proposals for each kind of row that a file can have."""
    every = dict.fromkeys(field for kind in kinds.REST for field in kinds.offered(kind))
    candidates = {field: list(_candidates(synonyms(), field, columns)) for field in every}
    return {
        kind: _assigned([c for field in kinds.offered(kind) for c in candidates[field]], kind) for kind in kinds.REST
    }


def proposals(kind: FileKind, columns: Sequence[Column]) -> dict[str, Column]:
    """The likeliest column of each field; a column serves one field, and what nothing speaks for is left out."""
    return all_proposals(columns)[kind]


def _assigned(candidates: Sequence[Candidate], kind: FileKind) -> dict[str, Column]:
    found: dict[str, Column] = {}
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.score, candidate.column.place)):
        if candidate.field not in found and candidate.column.place not in taken:
            found[candidate.field] = candidate.column
            taken.add(candidate.column.place)
    needless = {duration for instant, duration in TOLD_TWICE.items() if instant in found}
    return {field: found[field] for field in kinds.offered(kind) if field in found and field not in needless}


def unit_of(field: str, title: str) -> str:
    """What the numbers of a column count, where the field is a duration; minutes where nothing says otherwise."""
    return (synonyms().unit(title) or "minutes") if field in DURATIONS else ""


def _candidates(table: Synonyms, field: str, columns: Sequence[Column]) -> Iterator[Candidate]:
    for column in columns:
        score = 0.0 if column.twice else _score(table, field, column)
        if score and fits(field, column):
            # A full column is likelier than an equally named one in which hardly anything stands.
            yield Candidate(field, column, score + column.filled / 2)


def _score(table: Synonyms, field: str, column: Column) -> float:
    counts = table.unit(column.title)
    if counts and field not in DURATIONS and column.looks != "dates":
        return 0.0
    names = {plain(column.title), _without_unit(table, column.title)} if field in DURATIONS else {plain(column.title)}
    phrases = [phrase for phrase in table.fields[field] if not phrase.doubtful or counts or supports(field, column)]
    told = [(name, table.tokens(name)) for name in names]
    return max((_likeness(name, tokens, phrase) for name, tokens in told for phrase in phrases), default=0.0)


def _without_unit(table: Synonyms, title: str) -> str:
    return " ".join(word for word in plain(title).split() if word not in table.units and word != "in")


def _likeness(name: str, tokens: frozenset[str], phrase: Phrase) -> float:
    """How surely a name says a phrase; the first phrases of a field are its best."""
    if name.replace(" ", "") == phrase.joined:
        return SAME_WORDS + AS_WRITTEN - phrase.rank
    if tokens == phrase.tokens:
        # A bare "id" says less than the "ticket id" that it stands for.
        says_less = len(name.split()) < len(phrase.plain.split()) and len(tokens) == 1
        return SAME_WORDS - phrase.rank - (SAYS_LESS if says_less else 0)
    return ALIKE - phrase.rank if _are_alike(tokens, phrase.tokens) else 0.0


def _are_alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """A typing error or another ending, never another word: `due` or `by` in a name turns its meaning round."""
    if len(ours) != len(theirs) or "by" in ours:
        return False
    odd, missing = ours - theirs, theirs - ours
    if min(map(len, odd | missing)) < SHORTEST_ALIKE:
        return False
    return all(max(fuzz.ratio(word, other) for other in missing) >= LIKE_ENOUGH for word in odd)
