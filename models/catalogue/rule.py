"""When to speak: the confidence from which proposals were right often enough."""

from typing import Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from models.shares import wilson

FEWEST_TO_JUDGE = 10


class Rule:
    """Confidence from a guess's signs, the least confidence that speaks, and the lines that stay silent."""

    def __init__(self, precision: float) -> None:
        self._precision = precision
        self._model = LogisticRegression(C=1.0)
        self.threshold: float | None = None
        self.silent_lines: frozenset[str] = frozenset()

    def fit(self, guesses: pd.DataFrame) -> Self:
        """Learn from out-of-fold guesses: `line`, `right` (a share of its tickets) and the signs."""
        if guesses.empty:
            return self
        signs, hit = signs_of(guesses), guesses["right"].to_numpy(float) >= 0.5
        # One imagined hit and one imagined miss: a perfect record claims no certainty.
        middle = signs.mean(axis=0, keepdims=True)
        self._model.fit(np.vstack([signs, middle, middle]), np.concatenate([hit, [True, False]]))
        confidence, right = self.confidence(guesses), guesses["right"].to_numpy(float)
        self.threshold = _threshold(confidence, right, self._precision)
        if self.threshold is not None:
            spoken = guesses[confidence >= self.threshold]
            self.silent_lines = frozenset(_worse(spoken, self._precision))
        return self

    def confidence(self, guesses: pd.DataFrame) -> NDArray[np.float64]:
        """How likely each guess is right."""
        return np.asarray(self._model.predict_proba(signs_of(guesses))[:, 1], np.float64)

    def speaks(self, guesses: pd.DataFrame) -> NDArray[np.bool_]:
        """Whether each guess is proposed."""
        if self.threshold is None:
            return np.zeros(len(guesses), bool)
        loud = ~guesses["line"].isin(list(self.silent_lines)).to_numpy(bool)
        return np.asarray((self.confidence(guesses) >= self.threshold) & loud, bool)


def signs_of(guesses: pd.DataFrame) -> NDArray[np.float64]:
    """What tells a good guess: its margin, its lead, how much of the text is known, how long that is."""
    return guesses[["margin", "lead", "known", "length"]].to_numpy(float)


def _threshold(confidence: NDArray[np.float64], right: NDArray[np.float64], precision: float) -> float | None:
    """The least confidence above which the lower end of the precision's interval is high enough."""
    order = np.argsort(-confidence, kind="stable")
    hits = np.cumsum(right[order])
    # Texts of equal confidence are proposed together.
    last = np.flatnonzero(np.diff(confidence[order], append=-np.inf) != 0)
    good = [i for i in last if wilson(float(hits[i]), float(i + 1))[0] >= precision]
    return float(confidence[order][good[-1]]) if good else None


def _worse(spoken: pd.DataFrame, precision: float) -> list[str]:
    """Lines whose proposals are beyond doubt less precise than that."""
    counts = spoken.groupby("line")["right"].agg(["size", "sum"])
    return [
        str(line)
        for line, n, right in counts.itertuples()
        if n >= FEWEST_TO_JUDGE and wilson(float(right), float(n))[1] < precision
    ]
