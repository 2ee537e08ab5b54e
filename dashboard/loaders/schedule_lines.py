"""The lines of a schedule in an owner's order, each with the figures of all its tickets together."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd

from models.promise.curves import Curves
from models.promise.known import Floats
from models.promise.proposals import MOST, Z95
from models.promise.schedule import Schedule
from models.promise.segment import SEGMENT, SHARES
from pipelines.settings import Settings

NO_LINE = -1
# What a segment's relatives add to its support, as the promises have it: counted once a line, not once a segment.
RELATIVES = 30


def keys_of(frame: pd.DataFrame, names: list[str]) -> list[tuple[Any, ...]]:
    """Rows as keys that are equal where both are missing."""
    plain = frame[names].astype(object).where(frame[names].notna(), None)
    return list(plain.itertuples(index=False, name=None))


def in_order(made: Schedule, settings: Settings) -> Schedule:
    """The lines as an owner would write them: by plan, Premium, place, priority and time; what was never seen last."""
    tier = {name: place for place, name in enumerate(settings.tiers)}
    band = {band.name: place for place, band in enumerate(settings.distance_bands)}
    keys = [
        (
            not row["issue_types"], tier.get(row["tier"], len(tier)), row["premium"] is True,
            row["work_mode"] != "remote", band.get(row["distance_band"], len(band)), str(row["priority"]),
            row["proposed_seconds"],
        )
        for row in made.lines.to_dict("records")
    ]  # fmt: skip
    order = sorted(range(len(keys)), key=keys.__getitem__)
    place = {old: new for new, old in enumerate(order)}
    segments = made.segments.assign(line=made.segments["line"].map(place))
    return replace(made, lines=made.lines.iloc[order].reset_index(drop=True), segments=segments)


def mixed_curves(segments: pd.DataFrame, rows: pd.DataFrame, lines: int) -> pd.DataFrame:
    """The curve of each line: that of its segments, each by its number of tickets."""
    done = dict(zip(keys_of(rows, [*SEGMENT]), rows[[*SHARES]].to_numpy(float), strict=True))
    shares = np.array([done[key] for key in keys_of(segments, [*SEGMENT])])
    tickets = segments["n"].to_numpy(float)
    mixed = []
    for line in range(lines):
        own = _own(segments, line).to_numpy()
        mixed.append(tickets[own] @ shares[own] / tickets[own].sum())
    return pd.DataFrame(mixed, columns=[*SHARES])


def with_numbers(
    lines: pd.DataFrame, segments: pd.DataFrame, curves: pd.DataFrame, safe: int, ladder: Sequence[int]
) -> pd.DataFrame:
    """Each line with typical_seconds, nine_in_ten_seconds, low_ and high_seconds; issue types with most tickets first.

    safe: the tickets that the shares were corrected by. low_ and high_seconds are the steps between which the proposal
    lies for 95 %; infinite where the ladder ends before.
    """
    rows = [
        _numbers(segments[_own(segments, line)], curve, step, safe, ladder)
        for line, (curve, step) in enumerate(
            zip(curves.to_numpy(float), lines["proposed_seconds"].astype(float), strict=True)
        )
    ]
    types = pd.Series(_commonest_first(lines, segments), index=lines.index, dtype=object)
    return pd.concat([lines.assign(issue_types=types), pd.DataFrame(rows, index=lines.index)], axis=1)


def _own(segments: pd.DataFrame, line: int) -> "pd.Series[bool]":
    """The segments of a line; all of them for the last one, which is for what was never seen."""
    own = segments["line"] == line
    return own if own.any() else segments["line"] != NO_LINE


def _numbers(own: pd.DataFrame, curve: Floats, step: float, safe: int, ladder: Sequence[int]) -> dict[str, float]:
    mixed, tickets = Curves(curve[None]), own["n"].to_numpy(float)
    rate = float(own["kept_rate"].to_numpy(float) @ tickets / tickets.sum())
    support = float(own["support"].sum() - RELATIVES * (len(own) - 1))
    half = Z95 * sqrt(rate * (1 - rate) * (1 / support + 1 / safe))
    shares = (0.5, 0.9, max(rate - half, 0), min(rate + half, MOST))
    typical, nine, soon, late = (float(mixed.time_of(share)[0]) for share in shares)
    return {
        "typical_seconds": typical,
        "nine_in_ten_seconds": nine,
        "low_seconds": min(_step_above(soon, ladder), step),
        "high_seconds": max(_step_above(late, ladder), step),
    }


def _step_above(seconds: float, ladder: Sequence[int]) -> float:
    return next((float(step) for step in ladder if step >= seconds - 1e-6), float("inf"))


def _commonest_first(lines: pd.DataFrame, segments: pd.DataFrame) -> list[list[str]]:
    tickets = segments.groupby(["line", "issue_type"])["n"].sum().to_dict()
    return [
        sorted(types, key=lambda name: (-tickets.get((line, name), 0), name))
        for line, types in enumerate(lines["issue_types"])
    ]
