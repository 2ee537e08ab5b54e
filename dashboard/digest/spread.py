"""How long work takes: the sentences and tables of the page about turnaround times."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.digest.worst import slowness
from dashboard.wording.spread import Interval

ALL = "All tickets"
MOST_ISSUES = 16


@dataclass(frozen=True)
class Heat:
    """The cells of the heat map in the order that they stand in."""

    cells: pd.DataFrame
    issues: list[str]
    tiers: list[str]
    left_out: int


def with_tier(frame: pd.DataFrame) -> pd.DataFrame:
    """Tickets of no tier under one name."""
    return frame.assign(tier=frame["tier"].astype(object).where(frame["tier"].notna(), ALL))


def tiers_of(frame: pd.DataFrame, order: Sequence[str]) -> list[str]:
    """The tiers of a frame in the owner's order."""
    found = set(frame["tier"])
    return [tier for tier in order if tier in found] + sorted(found - set(order))


def heat(segments: pd.DataFrame, order: Sequence[str], goal: float, interval: Interval) -> Heat:
    """Share late by issue type and tier; the issue types with most tickets, the latest on top."""
    frame = with_tier(segments)
    judged = frame["met"] + frame["breached"]
    frame = frame.assign(judged=judged, share=frame["breached"] / judged.where(judged > 0))
    totals = frame.groupby("issue_type")[["judged", "breached"]].sum().sort_values("judged", ascending=False)
    kept = totals[totals["judged"] > 0].head(MOST_ISSUES)
    issues = list((kept["breached"] / kept["judged"]).sort_values(ascending=False, kind="stable").index)
    cells = frame[frame["issue_type"].isin(issues) & (frame["judged"] > 0)].copy()
    cells["told"] = cells["judged"] >= wording.FEWEST
    cells["text"] = [_cell(row) for row in cells.itertuples()]
    cells["hover"] = [_hover(row) for row in cells.itertuples()]
    cells["strength"] = [_strength(row, goal, interval) for row in cells.itertuples()]
    return Heat(cells, issues, tiers_of(cells, order), len(totals) - len(issues))


def _cell(row: object) -> str:
    judged, share = int(getattr(row, "judged", 0)), float(getattr(row, "share", 0))
    return wording.percent(share) if judged >= wording.FEWEST else wording.counted(judged, "ticket")


def _hover(row: object) -> str:
    late, judged = int(getattr(row, "breached", 0)), int(getattr(row, "judged", 0))
    told = f" ({wording.percent(late / judged, digits=1)})" if judged >= wording.FEWEST else ": too few for a share"
    name = f"{wording.drawn(getattr(row, 'issue_type', ''))}, {wording.drawn(getattr(row, 'tier', ''))}"
    return f"{name}<br>{wording.count(late)} of {wording.count(judged)} late{told}<br>Click for how long it takes"


def _strength(row: object, goal: float, interval: Interval) -> float:
    """How strongly a cell is coloured: 0 where its interval holds the goal, up to 1 at four times the goal."""
    late, judged, share = (float(getattr(row, name, 0)) for name in ("breached", "judged", "share"))
    low, high = interval(late, judged)
    if low <= goal <= high:
        return 0.0
    if share < goal:
        return -0.15 - 0.85 * (goal - share) / goal
    return min(1.0, 0.15 + 0.85 * (share - goal) / (3 * goal))


def pace_grid(segments: pd.DataFrame, order: Sequence[str], day_seconds: int) -> pd.DataFrame:
    """Without targets: within what time nine in ten are done, issue type by tier, the slowest first.

    Too few show their number; an issue type is as slow as its slowest tier.
    """
    frame = with_tier(segments).assign(slowness=slowness(segments))
    most = frame.groupby("issue_type")["n"].sum().sort_values(ascending=False).head(MOST_ISSUES).index
    slow = frame.groupby("issue_type")["slowness"].max().reindex(most)
    most = slow.sort_values(ascending=False, kind="stable", na_position="last").index
    rows = []
    for issue in most:
        own = frame[frame["issue_type"] == issue].set_index("tier")
        row = {"Issue": wording.shown(issue), "Tickets": int(own["n"].sum())}
        for tier in tiers_of(frame, order):
            name = "9 in 10 within" if tier == ALL else wording.shown(tier)
            row[name] = nine_in_ten(own.loc[tier], day_seconds) if tier in own.index else wording.DASH
        rows.append(row)
    return pd.DataFrame(rows)


def nine_in_ten(row: pd.Series, day_seconds: int) -> str:
    """Within what nine in ten are done, where that can be told."""
    if row["n"] < wording.FEWEST:
        return f"{wording.TOO_FEW} ({wording.count(row['n'])})"
    return "not reached yet" if pd.isna(row["p90_seconds"]) else wording.business(row["p90_seconds"], day_seconds)


def made(row: pd.Series) -> float | None:
    """Of the tickets judged by a target, the share that made it."""
    judged = row["met"] + row["breached"]
    return float(row["met"] / judged) if judged else None


def marks(segments: pd.DataFrame, goal: float) -> dict[str, tuple[float, float]]:
    """Where each tier's curve is marked: at its target where it has one, else where it reaches nine in ten."""
    found = {}
    for _, row in with_tier(segments).iterrows():
        if row["n"] < wording.FEWEST:
            continue
        share = made(row)
        one = (
            pd.notna(row["shortest_target_seconds"]) and row["shortest_target_seconds"] == row["longest_target_seconds"]
        )
        if one and share is not None:
            found[row["tier"]] = (float(row["shortest_target_seconds"]), share)
        elif pd.notna(row["p90_seconds"]) and goal == 0.9:
            found[row["tier"]] = (float(row["p90_seconds"]), goal)
    return found


def by_tier(
    segments: pd.DataFrame, order: Sequence[str], day_seconds: int, *, has_targets: bool, goal: float
) -> pd.DataFrame:
    """One issue type, a line a tier: its target, who makes it, and what nine in ten would need."""
    frame = with_tier(segments)
    rows = []
    for tier in tiers_of(frame, order):
        row = frame[frame["tier"] == tier].iloc[0]
        few = row["n"] < wording.FEWEST
        told = {"Tier": f"{wording.shown(tier)} ({wording.count(row['n'])})"}
        if has_targets:
            share = made(row)
            told["Target"] = f"{target_hours(row)} h" if pd.notna(row["shortest_target_seconds"]) else wording.DASH
            told["Make it"] = wording.TOO_FEW if few else wording.percent(share, beside=goal)
        told["9 in 10 need"] = wording.TOO_FEW if few else nine_in_ten(row, day_seconds)
        rows.append(told)
    return pd.DataFrame(rows)


def least_kept(segments: pd.DataFrame) -> pd.Series | None:
    """The tier whose promise fits least, of those with enough tickets."""
    frame = with_tier(segments)
    frame = frame[(frame["met"] + frame["breached"] >= wording.FEWEST) & (frame["n"] >= wording.FEWEST)]
    if frame.empty:
        return None
    return frame.iloc[int((frame["met"] / (frame["met"] + frame["breached"])).to_numpy(float).argmin())]


def target_hours(row: pd.Series) -> str:
    """The target in force in business hours, from the shortest to the longest where they differ: "4 to 20"."""
    shortest, longest = row["shortest_target_seconds"], row["longest_target_seconds"]
    if pd.isna(shortest):
        return wording.DASH
    first, last = (wording.trimmed(seconds / 3600) for seconds in (shortest, longest))
    return first if first == last else f"{first} to {last}"


def near_first(segments: pd.DataFrame, bands: Sequence[str]) -> pd.DataFrame:
    """Remote first, then the bands from near to far, then what is not told."""
    place = {band: at for at, band in enumerate(bands)}
    order = [
        (
            mode != "remote",
            place.get(band, len(bands)) if isinstance(band, str) else (-1 if mode == "remote" else len(bands)),
        )
        for mode, band in zip(segments["work_mode"], segments["distance_band"], strict=True)
    ]
    return segments.iloc[sorted(range(len(order)), key=lambda i: order[i])]


def places(segments: pd.DataFrame, *, has_targets: bool) -> pd.DataFrame:
    """Remote, then each distance band: how long, and how many late."""
    rows = []
    for _, row in segments.iterrows():
        few, judged = row["n"] < wording.FEWEST, row["met"] + row["breached"]
        told = {
            "Where": wording.place_name(row["work_mode"], row["distance_band"]),
            "Tickets": int(row["n"]),
            "Typical (h)": None if few else _hours(row["p50_seconds"]),
            "9 in 10 within (h)": None if few else _hours(row["p90_seconds"]),
        }
        if has_targets:
            told["Late"] = None if judged < wording.FEWEST else 100 * row["breached"] / judged
        rows.append(told)
    return pd.DataFrame(rows)


def _hours(seconds: Any) -> float | None:
    return None if pd.isna(seconds) else float(seconds) / 3600
