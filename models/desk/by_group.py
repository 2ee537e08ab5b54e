"""Simulated tickets by group: which promises fail first, and what priority can really keep."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from models.desk.decisions import ENDS
from models.desk.demand import HOUR
from models.desk.kernel import Flags, Floats, Ints
from models.desk.months import Simulated
from pipelines.vocabulary import Clock

# A group of fewer tickets in a future says nothing of it.
LEAST = 30
TOO_FEW, BEYOND = "too few", "beyond"


def kept_by_group(told: Simulated, labels: pd.DataFrame, bends: Floats) -> pd.DataFrame:
    """One row a group of labels, Premium and clock: tickets (a future), promised, kept share, low, high, why_none.

    labels: of every ticket of the desk's demand, in its order. bends[clock, ticket]: how the shares of the tickets'
    plans are held to the measured ones (anchor.py). The interval holds nine in ten futures; a group of fewer than
    LEAST tickets a future keeps its number alone. The least kept first.
    """
    groups = labels.iloc[told.ticket].reset_index(drop=True).assign(premium=told.premium)
    number, keys = _numbered(groups)
    frames = []
    for (clock, hours, target), by in zip(_clocks(told), bends, strict=True):
        promised = np.isfinite(target)
        n = _counted(told.run, number, len(keys), promised)
        kept = _counted(told.run, number, len(keys), promised & (hours <= target + 1e-9))
        bend = np.bincount(number[promised], by[promised], minlength=len(keys)) / np.maximum(n.sum(axis=0), 1)
        frames.append(keys.assign(clock=str(clock), tickets=n.mean(axis=0), **_shares(kept, n, bend)))
    found = pd.concat(frames, ignore_index=True)
    found = found[found["tickets"] > 0].assign(why_none=lambda own: np.where(own["kept"].isna(), TOO_FEW, ""))
    return found.sort_values("kept", kind="stable", na_position="last").reset_index(drop=True)


def keepable(
    told: Simulated, whose: Flags, goals: dict[str, float], ladder: Sequence[int], labels: pd.DataFrame, bends: Floats
) -> pd.DataFrame:
    """One row a group of labels and clock of the tickets `whose`: the shortest step of the ladder that is kept.

    typical_hours, goal_hours (by which the goal's share is done), proposed_seconds: the first step that keeps the goal
    in nineteen futures of twenty; kept there, low, high; why_none where there is none. Business hours. Where the
    simulation is kinder than what was measured (bends, as above), so much more must be kept.
    """
    rows = np.flatnonzero(whose)
    groups = labels.iloc[told.ticket[rows]].reset_index(drop=True)
    number, keys = _numbered(groups)
    found = []
    for (clock, hours, _), by in zip(_clocks(told), bends, strict=True):
        for at, key in enumerate(keys.to_dict("records")):
            own = rows[number == at]
            bend = min(float(by[own].mean()), 0.0) if len(own) else 0.0
            about = {**key, "clock": str(clock), "tickets": len(own) / (told.run.max(initial=0) + 1)}
            found.append(about | _first_kept(told.run[own], hours[own], goals[str(clock)], ladder, bend))
    return pd.DataFrame(found)


def _first_kept(run: Ints, hours: Floats, goal: float, ladder: Sequence[int], bend: float) -> dict[str, object]:
    """The shortest step that keeps the goal in nearly every future; a group that is too small has none."""
    n = np.bincount(run)
    if not len(n) or n.mean() < LEAST:
        return {"why_none": TOO_FEW}
    told: dict[str, object] = {"typical_hours": float(np.quantile(hours, 0.5, method="inverted_cdf")),
                               "goal_hours": float(np.quantile(hours, goal, method="inverted_cdf"))}  # fmt: skip
    for seconds in ladder:
        in_time = hours <= seconds / HOUR + 1e-9
        kept = _bent(np.bincount(run, in_time, minlength=len(n)) / np.maximum(n, 1), bend)
        low, high = np.quantile(kept[n > 0], ENDS)
        if low >= goal:
            share = _bent(float(in_time.mean()), bend)
            return told | {"proposed_seconds": seconds, "kept": share, "low": low, "high": high, "why_none": ""}
    return told | {"why_none": BEYOND}


def _clocks(told: Simulated) -> tuple[tuple[Clock, Floats, Floats], ...]:
    return (
        (Clock.FIRST_RESPONSE, told.response, told.response_target),
        (Clock.RESOLUTION, told.resolution, told.resolution_target),
    )


def _numbered(groups: pd.DataFrame) -> tuple[Ints, pd.DataFrame]:
    """The number of each row's group, and the groups; one group of all where there are no labels."""
    if groups.columns.empty:
        return np.zeros(len(groups), np.int64), pd.DataFrame(index=[0])
    by = groups.groupby(list(groups.columns), dropna=False, sort=True)
    return np.asarray(by.ngroup(), np.int64), by.size().reset_index()[list(groups.columns)]


def _counted(run: Ints, group: Ints, groups: int, counts: Flags) -> Floats:
    """[future, group] of tickets that count."""
    runs = int(run.max(initial=0)) + 1
    return np.bincount((run * groups + group)[counts], minlength=runs * groups).reshape(runs, groups).astype(float)


def _bent(share: Any, bend: Any) -> Any:
    """A share held to what was measured, as anchor.py does it."""
    return share + bend * share * (1 - share)


def _shares(kept: Floats, n: Floats, bend: Floats) -> dict[str, Floats]:
    """Shares of [future, group], each group's held to what was measured."""
    enough = n.mean(axis=0) >= LEAST
    with np.errstate(invalid="ignore", divide="ignore"):
        by_run, share = (_bent(own, bend) for own in (kept / n, kept.sum(axis=0) / n.sum(axis=0)))
    ends = np.nanquantile(np.where(enough, by_run, 0.0), ENDS, axis=0)
    low, high = np.where(enough, ends, np.nan)
    return {"kept": np.where(enough, share, np.nan), "low": low, "high": high}
