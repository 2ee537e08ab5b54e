"""One curve a segment: how much of its work is done by when, from the model or, where history is thin, its relatives.

An ordered attribute (tier, Premium, place) has a part in the model only where tickets that are alike but for it clearly
ended sooner or later: a difference that history does not show is not promised.
"""

from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.promise.baseline import BaselinePromise
from models.promise.comparing import comparisons
from models.promise.curves import knot_seconds
from models.promise.exposure import DAY, Clocks
from models.promise.hazard import LadderHazard
from models.promise.known import FASTER, SLOWER, Floats
from models.promise.segment import ENOUGH_ENDS, POSITIONS, SEGMENT, SHARES, SegmentCurves
from models.promise.trend import CLEARLY, trend
from models.shares import done_curve

YEAR_DAYS = 365
HALF_YEAR_DAYS = 182
# What a segment's relatives are worth to it, in tickets.
RELATIVES = 30
MODEL = "the model"


def clocks_of(frame: pd.DataFrame) -> Clocks:
    """The clocks of a frame of clocks_for_promise."""
    return Clocks(
        frame["business_seconds"].to_numpy(float), ~frame["still_open"].to_numpy(bool),
        frame["age_seconds"].to_numpy(float), frame["open_share"].to_numpy(float),
    )  # fmt: skip


def fit_segments(frame: pd.DataFrame, *, by_priority: bool) -> SegmentCurves:
    """Learn from clocks_for_promise, one clock; by_priority: whether a promise depends on the priority.

    Raises ValueError where there is no clock.
    """
    if frame.empty:
        raise ValueError("no clock to learn from")
    tickets = frame if by_priority else frame.assign(priority=None)
    clocks = clocks_of(tickets)
    rows = _segments(tickets, clocks)
    ends = int(clocks.stopped.sum())
    if ends < ENOUGH_ENDS:
        return SegmentCurves(_from_relatives(rows, tickets), max(ends, 1), {}, ends)
    shown = differences(frame, clocks)
    names = _attributes(shown)
    model = LadderHazard().fit(tickets[names], clocks)
    shares = pd.DataFrame(model.curves(rows[names]).done, columns=SHARES, index=rows.index)
    return SegmentCurves(pd.concat([rows, shares], axis=1).assign(basis=MODEL), model.truth_.tickets, shown, ends)


def differences(tickets: pd.DataFrame, clocks: Clocks) -> dict[str, bool]:
    """Which attributes make a clear difference in the last year, all else being alike; those that do not vary are out.

    Plans without an order are each set beside all others, with a bound that allows for so many looks.
    """
    recent = clocks.age <= YEAR_DAYS * DAY
    lately, own = tickets[recent], clocks[recent]
    on_site = (lately["work_mode"] == "on_site").to_numpy()
    place = np.where(lately["work_mode"].isna(), np.nan, on_site)
    distance = np.where(on_site, _position(lately["distance_position"]), np.nan)
    beside = {"tier": ["premium", "work_mode", "distance_band"], "premium": ["tier", "work_mode", "distance_band"]}
    ordered = {
        "tier": (_position(lately["tier_position"]), FASTER),
        "premium": (_position(lately["premium"]), FASTER),
        "work_mode": (place, SLOWER),
        "distance": (distance, SLOWER),
    }
    shown = {
        name: sign * trend(values, own.seconds, own.stopped, _alike(lately, beside.get(name, ["tier", "premium"])))
        > CLEARLY
        for name, (values, sign) in ordered.items()
        if len(np.unique(values[~np.isnan(values)])) > 1
    }
    return _unordered(lately, own, beside["tier"]) | shown


def _unordered(lately: pd.DataFrame, own: Clocks, beside: list[str]) -> dict[str, bool]:
    """Whether one of the plans that have no order is apart from the others."""
    names = lately.loc[lately["tier"].notna() & lately["tier_position"].isna(), "tier"].unique()
    if len(names) < 2:
        return {}
    alike = _alike(lately, beside)
    bound = NormalDist().inv_cdf(1 - 0.01 / (2 * len(names)))
    looks = [trend((lately["tier"] == name).to_numpy(float), own.seconds, own.stopped, alike) for name in names]
    return {"tier": max(map(abs, looks)) > bound}


def _attributes(shown: dict[str, bool]) -> list[str]:
    """What the model reads: types, the priority, and whatever else makes a difference."""
    names = ["issue_kind", "issue_type", "priority"]
    if shown.get("tier"):
        names += ["tier", "tier_position"]
    if shown.get("premium"):
        names += ["premium"]
    if shown.get("work_mode") or shown.get("distance"):
        names += ["work_mode"]
    return names + ["distance_position"] * bool(shown.get("distance"))


def _segments(tickets: pd.DataFrame, clocks: Clocks) -> pd.DataFrame:
    """One row a segment that occurs, and those that differ from one in a single attribute, to compare it with."""
    keyed = tickets[[*SEGMENT, *POSITIONS]].astype(object).where(tickets[[*SEGMENT, *POSITIONS]].notna(), None)
    grouped = keyed.reset_index(drop=True).groupby([*SEGMENT], dropna=False, sort=True)
    rows = [
        _measured(dict(zip(keyed.columns, group.iloc[0], strict=True)), clocks[group.index.to_numpy()])
        for _, group in grouped
    ]
    seen = pd.DataFrame(rows)
    changed: list[pd.DataFrame] = [seen.assign(**change) for change in comparisons(seen).values()]
    others = pd.concat(changed or [seen], ignore_index=True)
    unseen = {"n": 0, "still_open": 0, "support": RELATIVES, "seen": False}
    others = others.assign(**unseen, typical_seconds=None, nine_in_ten_seconds=None)
    both = pd.concat([seen.astype(object), others.astype(object)], ignore_index=True)
    return both[~both.duplicated([*SEGMENT])].reset_index(drop=True)


def _measured(first: dict[str, Any], own: Clocks) -> dict[str, Any]:
    curve = done_curve(own.seconds, own.stopped)
    return {
        **first,
        "n": len(own),
        "still_open": int((~own.stopped).sum()),
        "support": int((own.age <= HALF_YEAR_DAYS * DAY).sum()) + RELATIVES,
        "typical_seconds": curve.time_of(0.5),
        "nine_in_ten_seconds": curve.time_of(0.9),
        "seen": True,
    }


def _from_relatives(rows: pd.DataFrame, tickets: pd.DataFrame) -> pd.DataFrame:
    """What relatives say; too few tickets to tell plans apart, and a visit is never promised before remote work."""
    plain = [frame.assign(tier=None) for frame in (tickets, rows)]
    shares, basis = BaselinePromise().fit(plain[0]).shares(plain[1], knot_seconds())
    told = pd.concat([rows, pd.DataFrame(shares, columns=SHARES, index=rows.index)], axis=1).assign(basis=basis)
    far = _reach(told)
    ordered = told.iloc[np.argsort(far, kind="stable")]
    least = ordered.groupby(["issue_type"], dropna=False, sort=False)[[*SHARES]].cummin()
    told.loc[least.index[~np.isnan(far[least.index])], [*SHARES]] = least[~np.isnan(far[least.index])]
    return told


def _reach(rows: pd.DataFrame) -> Floats:
    """Remote 0, visits from 1 by distance; missing where nobody knows."""
    on_site = (rows["work_mode"] == "on_site").to_numpy()
    far = 1 + np.nan_to_num(_position(rows["distance_position"]))
    return np.where(rows["work_mode"].isna(), np.nan, np.where(on_site, far, 0.0))


def _position(values: pd.Series) -> Floats:
    return np.asarray(values.astype("Float64").to_numpy(dtype=float, na_value=np.nan), np.float64)


def _alike(frame: pd.DataFrame, names: list[str]) -> NDArray[np.int64]:
    """A number for each group of tickets that differ in nothing else."""
    groups = frame.groupby(["issue_type", "priority", *names], dropna=False, sort=False)
    return np.asarray(groups.ngroup().to_numpy(), np.int64)
