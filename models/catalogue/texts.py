"""Subjects as numbers: words and pairs of words, and pieces of words, each weighted by how seldom it is."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

LONGEST = 300
MOST_WORDS, MOST_PIECES = 60_000, 80_000
REPLY = re.compile(r"^\s*((re|fw|fwd|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
NOT_TEXT = re.compile(r"[\W_]+")
DIGITS = re.compile(r"\d+")
WORD = r"\w+"

Rows = NDArray[np.int64]


def plain(subject: str) -> str:
    """A subject without case, marks, "RE:" and numbers: tickets that differ only in these are the same text."""
    cut = REPLY.sub("", subject[:LONGEST]).casefold()
    return DIGITS.sub("0", NOT_TEXT.sub(" ", cut)).strip()


class Counted:
    """Texts counted once; `weighted` then learns from some of them alone, so that folds stay apart."""

    def __init__(self, texts: Sequence[str]) -> None:
        few = 2 if len(texts) > 1 else 1
        self._words = CountVectorizer(
            token_pattern=WORD, ngram_range=(1, 2), min_df=few, max_features=MOST_WORDS, dtype=np.float32
        )
        self._pieces = CountVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), min_df=few, max_features=MOST_PIECES, dtype=np.float32
        )
        self.words = self._words.fit_transform(texts)
        self.pieces = self._pieces.fit_transform(texts)
        self.lengths = _lengths(texts)
        self._single = np.array([" " not in name for name in self._words.get_feature_names_out()])

    def weighted(self, rows: Rows) -> "Weighted":
        """Weights learnt from these rows alone."""
        return Weighted(self, rows)

    def again(self, texts: Sequence[str]) -> tuple[Any, Any, NDArray[np.int64]]:
        """Other texts in the same words and pieces, and how many words each has."""
        return self._words.transform(texts), self._pieces.transform(texts), _lengths(texts)

    def known(self, words: Any, lengths: NDArray[np.int64], met: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The share of each text's words that were met while learning."""
        hits = words[:, self._single & met].sum(axis=1)
        return np.asarray(hits, np.float64).ravel() / np.maximum(lengths, 1)


class Weighted:
    """How seldom each word and piece is among the learnt rows; what never occurs there is left out."""

    def __init__(self, counted: Counted, rows: Rows) -> None:
        self._counted = counted
        words, pieces = counted.words[rows], counted.pieces[rows]
        self._met, self._met_pieces = (np.asarray(part.getnnz(axis=0) > 0) for part in (words, pieces))
        self._words = TfidfTransformer(sublinear_tf=True).fit(words[:, self._met])
        self._pieces = TfidfTransformer(sublinear_tf=True).fit(pieces[:, self._met_pieces])

    def of(self, rows: Rows) -> tuple[csr_matrix, NDArray[np.float64]]:
        """Counted rows as weights, and the share of their words that is known."""
        counted = self._counted
        return self._both(counted.words[rows], counted.pieces[rows], counted.lengths[rows])

    def of_texts(self, texts: Sequence[str]) -> tuple[csr_matrix, NDArray[np.float64]]:
        """Other texts as weights, and the share of their words that is known."""
        return self._both(*self._counted.again(texts))

    def _both(self, words: Any, pieces: Any, lengths: NDArray[np.int64]) -> tuple[csr_matrix, NDArray[np.float64]]:
        known = self._counted.known(words, lengths, self._met)
        weights = self._words.transform(words[:, self._met]), self._pieces.transform(pieces[:, self._met_pieces])
        return hstack(weights).tocsr(), known


def _lengths(texts: Sequence[str]) -> NDArray[np.int64]:
    return np.array([len(text.split()) for text in texts], np.int64)
