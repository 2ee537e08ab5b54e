"""How earlier promises would have fared: the sentences and rows of the back-test."""

import pandas as pd

from dashboard import wording
from dashboard.wording import track as words
from models.promise.scores import RiskRecord
from models.refresh import ClockBackTest
from models.shares import wilson


def weeks(tested: ClockBackTest) -> pd.DataFrame:
    """One row a moment: the share that kept the promise, with its interval, and the target in force beside it."""
    rows = tested.by_moment
    rows = rows[(rows["promised"].astype(int) > 0) & rows["kept"].notna()].reset_index(drop=True)
    judged, late = rows["target_judged"].astype(float), rows["target_breached"].astype(float)
    return pd.DataFrame(
        {
            "week": pd.to_datetime(rows["made_at"]),
            "kept": rows["kept"].astype(float),
            "low": rows["kept_low"].astype(float),
            "high": rows["kept_high"].astype(float),
            "promised": rows["promised"].astype(int),
            "in_force": 1 - late / judged.where(judged > 0),
        }
    )


def sentence(tested: ClockBackTest) -> str:
    """What came of all promises."""
    total = tested.total
    if not total["promised"]:
        return words.NO_PROMISE_THEN
    judged = int(total["target_judged"])
    in_force = 1 - total["target_breached"] / judged if judged else None
    return words.kept_then(int(total["promised"]), total["kept"], total["kept_rate"], in_force)


def bands(tested: ClockBackTest) -> pd.DataFrame:
    """The bands of which something came."""
    return tested.reliability.dropna(subset=["realised"])


def reliability(tested: ClockBackTest) -> str:
    """Of promises shown as so and so, how many were kept: the band with most tickets."""
    known = bands(tested)
    if known.empty:
        return ""
    most = known.iloc[int(known["tickets"].astype(int).argmax())]
    return words.shown_and_kept(float(most["shown"]), float(most["realised"]), int(most["tickets"]))


def by_type(tested: ClockBackTest) -> pd.DataFrame:
    """One row an issue type, the least kept first; too few show their number alone."""
    rows = tested.by_type[tested.by_type["promised"].astype(int) > 0].sort_values("kept", kind="stable")
    enough = rows["promised"].astype(int) >= wording.FEWEST
    judged = rows["target_judged"].astype(float)
    late = rows["target_breached"].astype(float)
    return pd.DataFrame(
        {
            "Issue type": rows["issue_type"].map(wording.shown),
            "Promises": rows["promised"].astype(int),
            "Kept": (100 * rows["kept"].astype(float)).where(enough),
            "Kept with the targets in force": (100 * (1 - late / judged.where(judged >= wording.FEWEST))),
        }
    ).reset_index(drop=True)


def risk(record: RiskRecord | None) -> str:
    """How the probabilities of open tickets fared."""
    if record is None:
        return words.NO_RISK
    return words.risk(record.tickets, record.late, record.auc, record.error)


def risk_table(record: RiskRecord) -> pd.DataFrame:
    """Said beside what came, a row a band of ten points."""
    rows = record.bands
    spans = [
        wilson(came * n, n) for came, n in zip(rows["came"].astype(float), rows["tickets"].astype(float), strict=True)
    ]
    return pd.DataFrame(
        {
            "shown": rows["said"].astype(float),
            "realised": rows["came"].astype(float),
            "low": [low for low, _ in spans],
            "high": [high for _, high in spans],
            "tickets": rows["tickets"].astype(int),
        }
    )
