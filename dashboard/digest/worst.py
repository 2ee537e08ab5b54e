"""Where work is worst: the segment that is late beyond luck, or, without targets, the slowest; and orders of tables."""

import pandas as pd

from dashboard import wording
from dashboard.wording import spread as words
from models.scorecard import worst_segment

WORST, SLOWEST, MOST = "Worst first", "Slowest first", "Most tickets first"


def sentence(
    segments: pd.DataFrame, weekly: pd.DataFrame, day_seconds: int, interval: words.Interval, *, has_targets: bool
) -> str:
    """The worst segment of a frame of segments (issue type and plan), in Markdown; nothing where none can be told.

    weekly: met and late of all of them by week (models.scorecard.worst_segment).
    """
    judged = segments["met"] + segments["breached"]
    if has_targets and (judged >= wording.FEWEST).any():
        return _worst(segments, weekly, interval)
    return _slowest(segments, day_seconds)


def _worst(segments: pd.DataFrame, weekly: pd.DataFrame, interval: words.Interval) -> str:
    if ((segments["met"] + segments["breached"]) >= wording.FEWEST).sum() < 2:
        return ""
    found = worst_segment(segments, weekly)
    if found is None or not found.beyond_luck:
        return words.NOBODY_APART
    low, high = interval(found.late, found.judged)
    return words.worst(_name(found.issue_type, found.tier), found.late, found.judged, low, high)


def _slowest(segments: pd.DataFrame, day_seconds: int) -> str:
    told = segments[segments["n"] >= wording.FEWEST]
    if len(told) < 2:
        return ""
    row = told.loc[slowness(told).sort_values(ascending=False, kind="stable").index[0]]
    nine = None if pd.isna(row["p90_seconds"]) else wording.business(row["p90_seconds"], day_seconds)
    return words.slowest(_name(row["issue_type"], row["tier"]), int(row["n"]), nine)


def slowness(segments: pd.DataFrame) -> pd.Series:
    """Seconds until nine in ten are done; endless where that was not reached yet, missing under 30 tickets."""
    nine = segments["p90_seconds"].astype("Float64").astype(float).fillna(float("inf"))
    return nine.where(segments["n"] >= wording.FEWEST)


def orders(*, has_targets: bool) -> list[str]:
    """The orders that this history can fill, the first as it comes."""
    return [WORST, SLOWEST, MOST] if has_targets else [SLOWEST, MOST]


def ordered(segments: pd.DataFrame, order: str) -> pd.DataFrame:
    """Segments in an order; those with too few tickets come last, those with most tickets first among equals."""
    judged = segments["met"] + segments["breached"]
    keys = {
        WORST: (segments["breached"] / judged.where(judged >= wording.FEWEST)).astype(float),
        SLOWEST: slowness(segments),
        MOST: segments["n"],
    }
    rows = segments.assign(order=keys[order]).sort_values("n", ascending=False, kind="stable")
    return rows.sort_values("order", ascending=False, kind="stable", na_position="last").drop(columns="order")


def _name(issue_type: object, tier: object) -> str:
    parts = [issue_type, tier] if isinstance(tier, str) else [issue_type]
    return ", ".join(wording.plain(part) for part in parts)
