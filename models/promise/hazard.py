"""The ladder-hazard promise: how likely a ticket is done by the next rung, given that it was still open at this one.

A discrete-time survival model (Cox 1972; Singer and Willett 1993): one boosted classifier over tickets x rungs, whose
order in tier, Premium, place and complexity is exact; open tickets take part for as long as they were watched. Its
shares are corrected by the Kaplan-Meier estimate of what became of recent tickets that the judging model had not seen.
"""

from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from models.promise.curves import LADDER, Curves
from models.promise.exposure import DAY, Clocks, distinct_rows, exposure
from models.promise.known import Encoding, Floats
from models.shares import done_curve

RECENT_DAYS = (28, 56, 112, 224)
RECENT_TICKETS = 300
NEARLY_ALL = 0.95
# The newest age: everything is promised for now.
NOW = 0


class LadderHazard(BaseEstimator):  # type: ignore[misc]
    """`fit` on clocks with what was known at opening; then `promise`, `kept`, `breach_risk`, `explain`."""

    def __init__(
        self,
        max_iter: int = 100,
        learning_rate: float = 0.08,
        max_leaf_nodes: int = 15,
        min_samples_leaf: int = 40,
        l2_regularization: float = 5.0,
        folds: int = 3,
        random_state: int = 0,
    ) -> None:
        self.max_iter = max_iter
        self.learning_rate = learning_rate
        self.max_leaf_nodes = max_leaf_nodes
        self.min_samples_leaf = min_samples_leaf
        self.l2_regularization = l2_regularization
        self.folds = folds
        self.random_state = random_state

    def fit(self, attributes: pd.DataFrame, clocks: Clocks) -> Self:
        """Learn from one row a ticket, open ones too.

        Raises NotKnownAtOpening for a column that is not known at opening, ValueError where no clock has stopped.
        """
        if not clocks.stopped.any():
            raise ValueError("no clock has stopped yet: there is nothing to learn from")
        self.encoding_ = Encoding().fit(attributes)
        matrix = self.encoding_.matrix(attributes)
        self.fold_ = np.random.default_rng(self.random_state).integers(0, self.folds, len(clocks))
        self.classifier_ = self._classifier(matrix, clocks)
        apart = [self.fold_ != fold for fold in range(self.folds)]
        self.others_ = [
            self._classifier(matrix[rows], clocks[rows]) if clocks.stopped[rows].any() else self.classifier_
            for rows in apart
        ]
        recent = np.flatnonzero(_recent(clocks))
        share = self._apart(matrix[recent], recent).done_by(clocks.seconds[recent])
        self.truth_ = done_curve(share, clocks.stopped[recent])
        return self

    def curves(self, attributes: pd.DataFrame) -> Curves:
        """The share of such tickets done by each rung, one row a row of the frame, for tickets that come in now."""
        check_is_fitted(self)
        return self._corrected(_raw(self.classifier_, self.encoding_.matrix(attributes)))

    def curves_apart(self, attributes: pd.DataFrame, rows: NDArray[np.int64]) -> Curves:
        """The same for tickets of the fit (their row numbers), each by a model that has not seen how it ended."""
        check_is_fitted(self)
        return self._corrected(self._apart(self.encoding_.matrix(attributes), rows))

    def promise(self, attributes: pd.DataFrame, kept_rate: float = 0.9) -> Floats:
        """Business seconds that `kept_rate` of such tickets will keep; infinite where nothing can be promised yet."""
        return self.curves(attributes).time_of(self.level(kept_rate))

    def kept(self, attributes: pd.DataFrame, seconds: Floats | float) -> Floats:
        """The share of such tickets that will be done by a time."""
        return self.curves(attributes).done_by(seconds)

    def breach_risk(self, attributes: pd.DataFrame, target: Floats, elapsed: Floats) -> Floats:
        """P(later than target | still open after elapsed), in business seconds both."""
        return self.curves(attributes).late_given(target, elapsed)

    def explain(self, attributes: pd.DataFrame, reference: dict[str, Any], kept_rate: float = 0.9) -> Floats:
        """The factor by which these attributes lengthen the promise, against the same jobs with `reference` instead."""
        other = attributes.assign(**reference)
        with np.errstate(invalid="ignore"):
            return np.asarray(self.promise(attributes, kept_rate) / self.promise(other, kept_rate))

    def level(self, kept_rate: float) -> float:
        """The share to ask a curve for: one of the recent tickets on the safe side."""
        tickets = self.truth_.tickets
        return min(kept_rate * (tickets + 1) / tickets, 1.0)

    def _classifier(self, matrix: Floats, clocks: Clocks) -> HistGradientBoostingClassifier:
        rows = exposure(matrix, clocks)
        model = HistGradientBoostingClassifier(
            max_iter=self.max_iter, learning_rate=self.learning_rate, max_leaf_nodes=self.max_leaf_nodes,
            min_samples_leaf=self.min_samples_leaf, l2_regularization=self.l2_regularization, early_stopping=False,
            categorical_features=[False, False, *self.encoding_.coded],
            monotonic_cst=[0, 0, *self.encoding_.signs], random_state=self.random_state,
        )  # fmt: skip
        with one_thread():
            return model.fit(rows.columns, rows.done, sample_weight=rows.tickets)

    def _apart(self, matrix: Floats, rows: NDArray[np.int64]) -> Curves:
        done = np.empty((len(rows), len(LADDER) + 1))
        for fold in range(self.folds):
            own = self.fold_[rows] == fold
            if own.any():
                done[own] = _raw(self.others_[fold], matrix[own]).done
        return Curves(done)

    def _corrected(self, curves: Curves) -> Curves:
        """What the shares came to among recent tickets; a step function of the share, so it keeps every order."""
        step = np.searchsorted(self.truth_.seconds, curves.done, side="right")
        return Curves(np.concatenate([[0.0], self.truth_.done])[step])


def one_thread() -> threadpool_limits:
    """Threads that wait for each other on a busy machine made fits thirty times slower."""
    return threadpool_limits(1, user_api="openmp")


def _recent(clocks: Clocks) -> NDArray[np.bool_]:
    """The tickets of the last weeks: at least a few hundred, and as many weeks as it takes to see nearly all done.

    Four weeks cannot show what most work takes longer than; there the window grows before nothing is promised.
    """
    newest = np.sort(clocks.age)[min(len(clocks), RECENT_TICKETS) - 1]
    for days in RECENT_DAYS:
        recent = clocks.age <= max(days * DAY, newest)
        curve = done_curve(clocks.seconds[recent], clocks.stopped[recent])
        if len(curve.done) and curve.done[-1] >= NEARLY_ALL:
            return np.asarray(recent)
    return np.ones(len(clocks), bool)


def _raw(model: HistGradientBoostingClassifier, matrix: Floats) -> Curves:
    kinds, kind_of = distinct_rows(matrix)
    rungs = np.arange(len(LADDER), dtype=float)
    asked = np.column_stack(
        [np.repeat(rungs, len(kinds)), np.full(len(kinds) * len(rungs), NOW), np.tile(kinds, (len(rungs), 1))]
    )
    with one_thread():
        hazard = model.predict_proba(asked)[:, 1].reshape(len(rungs), len(kinds)).T
    done = np.column_stack([np.zeros(len(kinds)), 1 - np.cumprod(1 - hazard, axis=1)])
    return Curves(done[kind_of])
