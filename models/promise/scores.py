"""How promises and probabilities fared, once what came after is known; reading it needs no fitting library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from models.promise.known import Floats
from models.shares import done_curve, wilson

ALARM_DAYS = 28
ALARM_POINTS = 0.03
FEW = 30
NEARLY_ALL = 0.95


def kept_share(rows: pd.DataFrame, times: str = "promised_seconds") -> float:
    """The share kept, tickets that are still open taken as Kaplan and Meier do; NaN for none."""
    if rows.empty:
        return float("nan")
    over = (rows["business_seconds"].to_numpy(float) + 1) / (rows[times].to_numpy(float) + 1)
    stopped = ~rows["still_open"].to_numpy(bool)
    if not stopped.all() and over.max() < 1:  # nobody has watched any of them up to its promise
        return float("nan")
    return done_curve(over, stopped).done_by(1.0)


def scored(rows: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Per group (or over all): came in, promised, kept share and its interval, shown and realised share at the step.

    target_judged and target_breached stand beside: what became of the targets in force for the same tickets.
    """
    groups = rows.groupby([*by], dropna=False, sort=True) if by else [((), rows)]
    table = [dict(zip(by, key, strict=True)) | _score(own) for key, own in groups]
    return pd.DataFrame(table)


def _score(rows: pd.DataFrame) -> dict[str, object]:
    made = rows[rows["promised_seconds"].notna()]
    stepped = made[made["proposed_seconds"].notna()]
    share = kept_share(made)
    low, high = wilson(share * len(made), len(made)) if len(made) else (0.0, 1.0)
    breached = int((rows["state"] == "breached").sum())
    return {
        "tickets": len(rows), "promised": len(made), "still_open": int(made["still_open"].sum()),
        "kept": share, "kept_low": low, "kept_high": high, "kept_rate": made["kept_rate"].mean(),
        "shown": stepped["kept_share"].mean(), "realised": kept_share(stepped, "proposed_seconds"),
        "target_judged": breached + int((rows["state"] == "met").sum()), "target_breached": breached,
    }  # fmt: skip


def reliability(rows: pd.DataFrame) -> pd.DataFrame:
    """Shown beside realised shares at the step, in bands of the share shown: shown, realised, low, high, tickets."""
    made = rows[rows["proposed_seconds"].notna()]
    edges = np.array([0.0, 0.85, 0.9, 0.925, 0.95, 0.975, 1.0001])
    band = np.digitize(made["kept_share"].to_numpy(float), edges)
    points = []
    for _, own in made.groupby(band):
        realised = kept_share(own, "proposed_seconds")
        low, high = wilson(realised * len(own), len(own))
        points.append((own["kept_share"].mean(), realised, low, high, len(own)))
    return pd.DataFrame(points, columns=["shown", "realised", "low", "high", "tickets"])


@dataclass(frozen=True)
class Alarm:
    """Whether promises of the newest four weeks are kept too seldom to be bad luck."""

    tickets: int
    kept: float
    high: float
    kept_rate: float

    @property
    def rings(self) -> bool:
        """Even the upper bound is more than three points below the promise."""
        return self.tickets >= FEW and self.high < self.kept_rate - ALARM_POINTS


def drift_alarm(rows: pd.DataFrame) -> Alarm | None:
    """The newest four weeks of a back-test of whose promises nearly all have come to something; None without such."""
    made = rows[rows["promised_seconds"].notna()]
    come = ~made["still_open"].to_numpy(bool) | (made["business_seconds"] > made["promised_seconds"]).to_numpy()
    opened = made["started_at"]
    for last in sorted(opened.dt.normalize().unique(), reverse=True):
        inside = (opened < last + timedelta(days=1)) & (opened >= last + timedelta(days=1 - ALARM_DAYS))
        if come[inside.to_numpy()].mean() >= NEARLY_ALL:
            newest = made[inside]
            share = kept_share(newest)
            high = wilson(share * len(newest), len(newest))[1]
            return Alarm(len(newest), share, high, float(newest["kept_rate"].mean()))
    return None


def group_error(table: pd.DataFrame, least: int = 50) -> tuple[float, float, int]:
    """Mean distance of kept shares from the promise, the worst share, and how many groups of `least` there are."""
    big = table[table["promised"] >= least]
    if big.empty:
        return float("nan"), float("nan"), 0
    distance = (big["kept"] - big["kept_rate"]).abs()
    return float(np.average(distance, weights=big["promised"])), float(big["kept"].min()), len(big)


@dataclass(frozen=True)
class RiskRecord:
    """How such probabilities fared: whether the riskier one was late (auc), how far they were off (brier, error)."""

    tickets: int
    late: int
    auc: float
    brier: float
    error: float
    bands: pd.DataFrame


def risk_record(risk: Floats, late: Floats) -> RiskRecord | None:
    """Judge probabilities by what happened, in ten bands; None where all or none were late."""
    if len(risk) == 0 or late.all() or not late.any():
        return None
    ranks = pd.Series(risk).rank().to_numpy()
    hits = int(late.sum())
    auc = (ranks[late.astype(bool)].sum() - hits * (hits + 1) / 2) / (hits * (len(late) - hits))
    band = np.minimum((risk * 10).astype(int), 9)
    frame = pd.DataFrame({"band": band, "said": risk, "late": late.astype(float)})
    bands = (
        frame.groupby("band").agg(said=("said", "mean"), came=("late", "mean"), tickets=("late", "size")).reset_index()
    )
    error = float(np.average((bands["said"] - bands["came"]).abs(), weights=bands["tickets"]))
    return RiskRecord(len(risk), hits, float(auc), float(np.mean((risk - late) ** 2)), error, bands)
