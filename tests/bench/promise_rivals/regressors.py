"""Regressions of log time on the same attributes. They take no censoring: closed tickets only, open ones dropped."""

import numpy as np
import pandas as pd
from mapie.regression import ConformalizedQuantileRegressor
from sklearn.ensemble import HistGradientBoostingRegressor

from models.promise.curves import AT_ONCE, log_time
from models.promise.known import Encoding, Floats
from models.promise.risk import ATTRIBUTES

CALIBRATION_SHARE = 0.3


def quantile_regression(known: pd.DataFrame, asked: pd.DataFrame, share: float) -> Floats:
    """`loss="quantile"`, monotone where the attributes have an order."""
    columns, encoding, times = _closed(known)
    return _seconds(_model(encoding, loss="quantile", quantile=share).fit(columns, times).predict(encoding.matrix(asked[ATTRIBUTES])))


def mean_regression(known: pd.DataFrame, asked: pd.DataFrame) -> Floats:
    """The mean of log time, taken for a promise."""
    columns, encoding, times = _closed(known)
    return _seconds(_model(encoding).fit(columns, times).predict(encoding.matrix(asked[ATTRIBUTES])))


def conformal_quantile_regression(known: pd.DataFrame, asked: pd.DataFrame, share: float) -> Floats:
    """The upper bound of MAPIE's conformalised interval that leaves 1 - share above it (and as many below)."""
    columns, encoding, times = _closed(known)
    apart = np.random.default_rng(0).random(len(times)) < CALIBRATION_SHARE
    model = ConformalizedQuantileRegressor(_model(encoding, loss="quantile", quantile=share), confidence_level=2 * share - 1)
    model.fit(columns[~apart], times[~apart]).conformalize(columns[apart], times[apart])
    _, bounds = model.predict_interval(encoding.matrix(asked[ATTRIBUTES]))
    return _seconds(bounds[:, 1, 0])


def _closed(known: pd.DataFrame) -> tuple[Floats, Encoding, Floats]:
    ended = known[~known["still_open"]]
    encoding = Encoding().fit(ended[ATTRIBUTES])
    return encoding.matrix(ended[ATTRIBUTES]), encoding, log_time(ended["business_seconds"].to_numpy(float))


def _model(encoding: Encoding, **loss: object) -> HistGradientBoostingRegressor:
    return HistGradientBoostingRegressor(
        categorical_features=encoding.coded, monotonic_cst=[-sign for sign in encoding.signs], early_stopping=False,
        min_samples_leaf=40, random_state=0, **loss,
    )


def _seconds(log_times: Floats) -> Floats:
    return np.maximum(np.exp(log_times) - AT_ONCE, 0)
