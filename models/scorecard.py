"""The weekly scorecard: each number week by week, beside its goal and its usual range.

Shares have the limits of `review.control_chart`; other numbers those of an individuals chart (three sigmas, from
the moving range of the weeks before), times on a logarithmic scale because they scatter in ratios.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from models.bunches import likeness
from models.review import FEWEST_TICKETS, FEWEST_WEEKS, MOVING_RANGE, SHIFT, SIGMAS, WEEKS_BEFORE, control_chart
from pipelines.scorecard import Aim

__all__ = ["FEW", "IN_A_ROW", "MET", "MISSED", "ODD", "OUTSIDE", "PLAIN", "SHIFT", "SHIFTED", "TALK", "WEEKS", "Number",
           "Weekly", "Worst", "numbers", "single_misses", "worst_segment", "worth_talking"]  # fmt: skip

WEEKS = 13
HOUR = 3600
# Sums of many numbers end a hair beside the number itself.
HAIR = 1e-9
FEW, MET, MISSED, TALK, ODD, PLAIN = "few", "met", "missed", "talk", "odd", "plain"
IN_A_ROW, OUTSIDE, SHIFTED = "in a row", "outside", "shifted"


@dataclass(frozen=True)
class Number:
    """One line: weeks (oldest first: week, value, of, usual, low, high, mark, why) with goal and owner.

    value: a share, business hours, a ratio or a count; missing where there are too few. of: the tickets it rests on.
    better: 1 where more is better, -1 where less is, 0 where neither.
    """

    name: str
    better: int
    goal: float | None
    owner: str
    weeks: pd.DataFrame

    @property
    def mark(self) -> str:
        """What the newest week is."""
        return str(self.weeks["mark"].iloc[-1])

    @property
    def why(self) -> str:
        """Why the newest week is worth talking about."""
        return str(self.weeks["why"].iloc[-1])


class Weekly(NamedTuple):
    """What the numbers are made of, a row a week, oldest first (pipelines.measure.results)."""

    resolution: pd.DataFrame
    response: pd.DataFrame
    backlog: pd.DataFrame
    premium: pd.DataFrame
    technicians: pd.DataFrame


def numbers(weekly: Weekly, aims: Mapping[str, Aim]) -> list[Number]:
    """Every number that the history can fill, its last WEEKS weeks."""
    done, answered = weekly.resolution, weekly.response
    begun = ((done["opened"] + done["stopped"]).cumsum() > 0).to_numpy()
    same = done.assign(met=done["same_day"], late=done["stopped"] - done["same_day"])
    people = weekly.technicians["technicians"].to_numpy(float)
    left = weekly.backlog["backlog"].tail(len(done)).to_numpy(float)
    found = {
        "resolved_on_time": (1, _share(done)),
        "replied_on_time": (1, _share(answered)),
        "premium_on_time": (1, _share(weekly.premium)),
        "typical_first_reply": (-1, _time(answered, "p50_seconds")),
        "nine_in_ten_within": (-1, _time(done, "p90_seconds")),
        "same_day_share": (1, _share(same)),
        "closed_per_opened": (1, _ratio(done["stopped"], done["opened"])),
        "backlog": (-1, _counted(left, begun)),
        "tickets_opened": (0, _counted(done["opened"].to_numpy(float), begun)),
        "per_technician": (0, _per_head(weekly.technicians, people)),
    }
    whole = {name: (better, frame.assign(week=done["week"].to_numpy())) for name, (better, frame) in found.items()}
    return [_number(name, *parts, aims[name]) for name, parts in whole.items() if _is_known(parts[1])]


def _is_known(frame: pd.DataFrame) -> bool:
    own = frame.tail(WEEKS)
    return bool(own["of"].sum() > 0 or own["value"].notna().any())


def _number(name: str, better: int, frame: pd.DataFrame, aim: Aim) -> Number:
    told = frame.assign(**_marks(frame, better, aim.goal))
    return Number(name, better, aim.goal, aim.owner, told.tail(WEEKS).reset_index(drop=True))


def _share(weekly: pd.DataFrame) -> pd.DataFrame:
    """The share of `met` among met and late."""
    late = control_chart(weekly)
    few = late["stopped"] < FEWEST_TICKETS
    limits = {"usual": 1 - late["usual"], "low": 1 - late["high"], "high": 1 - late["low"]}
    side = late["signal"].map({"high": -1, "low": 1}).fillna(0)
    beyond = (late["share"] > late["high"]) | (late["share"] < late["low"])
    return pd.DataFrame({"value": (1 - late["share"]).mask(few), "of": late["stopped"], **limits, "side": side,
                         "shifted": (side != 0) & ~beyond})  # fmt: skip


def _time(weekly: pd.DataFrame, column: str) -> pd.DataFrame:
    hours = weekly[column].astype("Float64").astype(float) / HOUR
    told = hours.mask(weekly["stopped"] < FEWEST_TICKETS)
    # A minute is as short as a time is told; the logarithm of none at all would make every range endless.
    ranged = _ranged(np.log(told.clip(lower=1 / 60).to_numpy(float)), 1 / np.sqrt(weekly["stopped"].clip(lower=1)))
    return ranged.assign(
        value=told, of=weekly["stopped"], **{name: np.exp(ranged[name]) for name in ("usual", "low", "high")}
    )


def _ratio(above: pd.Series, below: pd.Series) -> pd.DataFrame:
    told = (above / below.where(below >= FEWEST_TICKETS)).astype(float)
    return _clipped(_ranged(told.to_numpy(float), np.sqrt(2 / below.clip(lower=1))).assign(of=below))


def _counted(counts: np.ndarray, begun: np.ndarray) -> pd.DataFrame:
    """Weeks before the history begins are not known to be empty."""
    known = np.where(begun, counts, np.nan)
    return _clipped(_ranged(known, np.sqrt(np.maximum(counts, 1))).assign(of=counts.astype(int)))


def _per_head(weekly: pd.DataFrame, people: np.ndarray) -> pd.DataFrame:
    of = weekly["tickets"].to_numpy(float)
    known = (people > 0) & (of >= FEWEST_TICKETS)
    told = np.divide(of, people, out=np.full(len(of), np.nan), where=known)
    luck = np.divide(np.nan_to_num(told), np.sqrt(np.maximum(of, 1)))
    return _clipped(_ranged(told, luck).assign(of=weekly["tickets"].to_numpy()))


def _clipped(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(low=frame["low"].clip(lower=0.0))


def _ranged(values: np.ndarray, luck: Any) -> pd.DataFrame:
    """Each value with its usual range, from the weeks before it only; side: 1 above it, -1 below, else 0.

    luck: how far chance alone moves such a number of tickets (one sigma); a range is never narrower.
    """
    least = np.asarray(luck, dtype=float)
    rows = [_limits(values[max(0, i - WEEKS_BEFORE) : i], least[i]) for i in range(len(values))]
    frame = pd.DataFrame(rows, columns=["usual", "low", "high"], dtype=float)
    above, below = values > frame["high"] + HAIR, values < frame["low"] - HAIR
    side = above.astype(int) - below.astype(int)
    return frame.assign(value=values, side=side, shifted=False)


def _limits(before: np.ndarray, least: float) -> tuple[float, float, float]:
    known = before[~np.isnan(before)]
    if len(known) < FEWEST_WEEKS:
        return np.nan, np.nan, np.nan
    usual, sigma = float(known.mean()), max(float(np.abs(np.diff(known)).mean()) / MOVING_RANGE, least)
    return usual, usual - SIGMAS * sigma, usual + SIGMAS * sigma


def _marks(frame: pd.DataFrame, better: int, goal: float | None) -> dict[str, list[str]]:
    marks, whys, missed_before = [], [], False
    for value, side, shifted in zip(frame["value"], frame["side"], frame["shifted"], strict=True):
        missed = goal is not None and not np.isnan(value) and better * (value - goal) < -HAIR
        why = "" if np.isnan(value) else _why(int(side), better, bool(shifted), again=missed and missed_before)
        marks.append(_mark(value, why, missed=missed, better=better, goal=goal))
        whys.append(why)
        missed_before = missed
    return {"mark": marks, "why": whys}


def _why(side: int, better: int, shifted: bool, *, again: bool) -> str:  # noqa: FBT001 - read from a table
    if side and side != better:
        return SHIFTED if shifted else OUTSIDE
    return IN_A_ROW if again else ""


def _mark(value: float, why: str, *, missed: bool, better: int, goal: float | None) -> str:
    if np.isnan(value):
        return FEW
    if why:
        return TALK if better else ODD
    return MISSED if missed else PLAIN if goal is None else MET


def worth_talking(found: list[Number]) -> list[Number]:
    """Off track two weeks in a row or beyond the usual range in the newest week."""
    return [one for one in found if one.mark == TALK]


def single_misses(found: list[Number]) -> list[Number]:
    """Off track in the newest week alone, inside the usual range."""
    return [one for one in found if one.mark == MISSED]


class Worst(NamedTuple):
    """The segment with the highest share of late tickets, beside that of all other tickets."""

    issue_type: str
    tier: str | None
    late: int
    judged: int
    others: float
    beyond_luck: bool


def worst_segment(segments: pd.DataFrame, weekly: pd.DataFrame) -> Worst | None:
    """Of segments with 30 judged tickets or more; beyond luck at 5 % for all of them together (Bonferroni).

    weekly: met and late of all tickets by week, which say how far tickets go wrong in bunches (models.bunches).
    """
    judged = (segments["met"] + segments["breached"]).to_numpy(float)
    late = segments["breached"].to_numpy(float)
    told = np.flatnonzero((judged >= FEWEST_TICKETS) & segments["issue_type"].notna().to_numpy())
    if len(told) < 2 or not late[told].any():
        return None
    at = int(told[np.argmax(late[told] / judged[told])])
    rest = judged.sum() - judged[at]
    others = (late.sum() - late[at]) / rest
    whole = late.sum() / judged.sum()
    weeks = pd.DataFrame({"group": "all", "hits": weekly["late"], "tickets": weekly["met"] + weekly["late"]})
    wider = 1 + likeness(weeks) * max(judged[at] / max(len(weeks), 1) - 1, 0.0)
    spread = np.sqrt(wider * whole * (1 - whole) * (1 / judged[at] + 1 / rest))
    strict = NormalDist().inv_cdf(1 - 0.025 / len(told))
    beyond = bool(late[at] / judged[at] - others > strict * spread)
    row = segments.iloc[at]
    tier = None if pd.isna(row["tier"]) else str(row["tier"])
    return Worst(str(row["issue_type"]), tier, int(late[at]), int(judged[at]), float(others), beyond)
