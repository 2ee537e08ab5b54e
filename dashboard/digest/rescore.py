"""A past period judged again: the shares beside those that were, and whether they differ beyond luck."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import pandas as pd

from dashboard import wording

Interval = Callable[[float, float], tuple[float, float]]
NAMES = {"tier": "Plan", "issue_type": "Issue type", "client": "Client"}
NONE = {"tier": "no plan", "issue_type": "not told", "client": "no client"}


def table(rescored: pd.DataFrame, by: str, order: Sequence[str], interval: Interval) -> pd.DataFrame:
    """One row a group, plans in the owner's order, all else with most tickets first."""
    place = {name: at for at, name in enumerate(order)}
    rows = rescored.sort_values("n", ascending=False, kind="stable")
    if by == "tier":
        rows = rows.sort_values("tier", key=lambda tiers: tiers.map(place).fillna(len(place)), kind="stable")
    told = pd.DataFrame([_row(row, by, interval) for row in rows.to_dict("records")])
    had_targets = int(rescored["n_then"].sum()) > 0
    return told if had_targets else told.drop(columns=["It was", "Late then", "Difference"])


def late(whole: pd.DataFrame) -> tuple[tuple[int, int], tuple[int, int]]:
    """Late and judged, as it would be and as it was, of the single row of a re-score."""
    row = whole.iloc[0].to_dict()
    return (_count(row, "breached"), _count(row, "n")), (_count(row, "breached_then"), _count(row, "n_then"))


def _row(row: Mapping[Hashable, object], by: str, interval: Interval) -> dict[str, object]:
    late_now, judged, late_then, judged_then = (
        _count(row, name) for name in ("breached", "n", "breached_then", "n_then")
    )
    return {
        NAMES[by]: NONE[by] if pd.isna(row[by]) else wording.shown(row[by]),  # type: ignore[call-overload]
        "It was": _share(late_then, judged_then),
        "Late then": _of(late_then, judged_then),
        "Would be": _share(late_now, judged),
        "Late so": _of(late_now, judged),
        "Difference": difference(late_then, judged_then, late_now, judged, interval),
    }


def difference(late_then: int, n_then: int, late: int, n: int, interval: Interval) -> str:
    """In points, where a share can be told and it differs by more than luck could."""
    if min(n_then, n) < wording.FEWEST:
        return wording.TOO_FEW
    low, high = interval(late_then, n_then)
    change = late / n - late_then / n_then
    if low <= late / n <= high:
        return f"{wording.points(change)}, within luck"
    return f"{wording.points(change)}, {'more' if change > 0 else 'fewer'} late"


def _count(row: Mapping[Hashable, object], name: str) -> int:
    return int(str(row[name]))


def _share(late: int, judged: int) -> float | None:
    return 100 * late / judged if judged >= wording.FEWEST else None


def _of(late: int, judged: int) -> str:
    return f"{wording.count(late)} of {wording.count(judged)}"
