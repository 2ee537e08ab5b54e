"""Which open tickets will miss their target: the hazard's odds, set right by tickets that once stood the same way.

The clock of a ticket that waits for its client stands still, so seconds alone say too little. A logistic regression
over earlier days (each ticket as it stood then, judged by a model that had not seen its end) weighs the odds with what
the desk saw on that day.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from models.promise.hazard import LadderHazard
from models.promise.known import Floats
from models.promise.segments import clocks_of
from models.promise.snapshot import KEY

ATTRIBUTES = [
    "issue_kind", "issue_type", "sub_type", "priority", "tier", "tier_position", "premium", "work_mode",
    "distance_position", "site", "channel", "client_load", "earlier_technicians", "earlier_minutes",
]  # fmt: skip
ENOUGH_DAYS_SEEN = 200
HOUR = 3600.0
# What drives a probability, in the order of the columns of _signals.
DRIVERS = ("kind of work", "waiting", "waiting", "quiet for long", "stood still for long", "time used up", "many steps")


@dataclass
class OpenRisk:
    """Fit on a history as known on a day, with how its tickets stood on earlier days; then ask for open tickets."""

    model: LadderHazard | None = None
    weights: Pipeline | None = None

    def fit(self, known: pd.DataFrame, earlier: pd.DataFrame) -> "OpenRisk":
        """known: clocks as known now, with `target_seconds`; earlier: known_then of days before, of the same clock."""
        clocks = clocks_of(known)
        self.model = LadderHazard().fit(known[ATTRIBUTES], clocks)
        stood = _stood(known, earlier)
        late = known["business_seconds"].to_numpy(float)[stood["row"]] > stood["target"]
        ended = clocks.stopped[stood["row"]]
        told, late = stood[ended | late], late[ended | late]
        if len(told) < ENOUGH_DAYS_SEEN or late.all() or not late.any():
            return self
        rows = told["row"].to_numpy()
        curves = self.model.curves_apart(known[ATTRIBUTES].iloc[rows], rows)
        odds = curves.late_given(told["target"].to_numpy(float), told["business_seconds"].to_numpy(float))
        self.weights = make_pipeline(StandardScaler(), LogisticRegression()).fit(_signals(told, odds), late)
        return self

    def breach_risk(self, known: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
        """One row a ticket of `now` (how open tickets stand) inside its target: KEY, target, used, risk and driver."""
        if self.model is None:
            raise RuntimeError("fit comes before breach_risk")
        stood = _stood(known, now)
        if stood.empty:
            return pd.DataFrame(columns=[*KEY, "target_seconds", "business_seconds", "waiting", "risk", "driver"])
        rows = stood["row"].to_numpy()
        target, used = stood["target"].to_numpy(float), stood["business_seconds"].to_numpy(float)
        odds = self.model.breach_risk(known[ATTRIBUTES].iloc[rows], target, used)
        signals = _signals(stood, odds)
        risk = self.weights.predict_proba(signals)[:, 1] if self.weights else odds
        drivers = self._drivers(signals)
        return stood[[*KEY, "business_seconds", "waiting"]].assign(target_seconds=target, risk=risk, driver=drivers)

    def _drivers(self, signals: Floats) -> list[str]:
        """The signal that adds most to each probability; empty where nothing was learnt of them."""
        if self.weights is None:
            return [""] * len(signals)
        scaler, logistic = self.weights[0], self.weights[-1]
        added = scaler.transform(signals) * logistic.coef_[0]
        return [DRIVERS[i] for i in added.argmax(axis=1)]


def _stood(known: pd.DataFrame, looks: pd.DataFrame) -> pd.DataFrame:
    """The looks at tickets that were open inside their target, with the ticket's row in `known`."""
    rows = known[KEY].assign(
        row=np.arange(len(known)), target=known["target_seconds"].to_numpy(dtype=float, na_value=np.nan)
    )
    both = looks[looks["still_open"].to_numpy(bool)].merge(rows, on=KEY)
    return both[both["business_seconds"] <= both["target"]].reset_index(drop=True)


def _signals(stood: pd.DataFrame, odds: Floats) -> Floats:
    likely = np.clip(odds, 1e-4, 1 - 1e-4)
    logit = np.log(likely / (1 - likely))
    waiting = stood["waiting"].to_numpy(float)
    used = stood["business_seconds"].to_numpy(float) / HOUR
    open_hours = stood["open_seconds"].to_numpy(float) / HOUR
    return np.column_stack([
        logit, waiting, waiting * logit, np.log1p(stood["quiet_seconds"].to_numpy(float) / HOUR),
        np.log1p(open_hours) - np.log1p(used), np.log((used + 0.1) / (stood["target"].to_numpy(float) / HOUR + 0.1)),
        stood["steps"].to_numpy(float),
    ])  # fmt: skip
