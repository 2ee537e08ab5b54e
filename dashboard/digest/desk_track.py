"""Can the simulated desk be trusted? Its weeks foretold beside the measured ones."""

from datetime import timedelta

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.wording import desk_track as words
from models.desk.backtest import NOT_COVERED, NOT_DONE, ClockTest, DeskBackTest
from models.refresh.desks import LearntDesk

TIMES_OFF = 3.0
BLUR = 0.1


def promised(learnt: LearntDesk) -> bool:
    """Whether a target is in force for any ticket."""
    demand = learnt.desk.demand
    return bool(np.isfinite([demand.response_target, demand.resolution_target]).any())


def named(learnt: LearntDesk) -> bool:
    """Whether any ticket names its client, so that somebody can buy Premium."""
    return any(learnt.desk.demand.clients)


def weeks(learnt: LearntDesk, tested: ClockTest) -> pd.DataFrame:
    """One row a later week: week (its Monday), n, measured, predicted, low, high, inside."""
    rows = tested.weeks
    monday = pd.Timestamp(learnt.desk.demand.monday)
    skipped = _skipped(learnt)
    inside = (rows["measured"] >= rows["low"] - 1e-9) & (rows["measured"] <= rows["high"] + 1e-9)
    return rows.assign(week=[monday + timedelta(weeks=int(own) + skipped) for own in rows["week"]], inside=inside)


def _skipped(learnt: LearntDesk) -> int:
    """Weeks of the demand before the first whole one."""
    known = [int(learnt.desk.demand.week[week.tickets[0]]) - at for at, week in enumerate(learnt.desk.weeks.weeks) if len(week.tickets)]  # fmt: skip  # noqa: E501
    return known[0] if known else 0


def shown(tested: DeskBackTest) -> tuple[str, ClockTest]:
    """The test that is drawn, with its name: of first replies, or of resolutions where these failed it."""
    if tested.why_not == NOT_DONE and tested.resolution is not None:
        return "resolutions", tested.resolution
    return "first replies", tested


def sentence(rows: pd.DataFrame, tested: DeskBackTest) -> str:
    """How far a week was off, how many lay inside, what counts as in time, what of resolutions."""
    what, own = shown(tested)
    told = words.tried(what, int(rows["inside"].sum()), len(rows), _off(rows), own.width)
    if own is not tested:
        return told
    other = tested.resolution
    also = (
        words.ONLY_REPLIES if other is None else words.also_tried(_inside(other), len(other.weeks), _off(other.weeks))
    )
    return " ".join(filter(None, (told, words.judged_by(tested.within_hours), also)))


def _off(rows: pd.DataFrame) -> float:
    """What half of the weeks were off by more than."""
    return float((rows["measured"] - rows["predicted"]).abs().median())


def _inside(tested: ClockTest) -> int:
    return round(tested.covered * len(tested.weeks))


def answered(tested: DeskBackTest) -> pd.DataFrame:
    """Waits for the first reply, measured and simulated, a row a share of replies."""
    own = tested.answered
    return pd.DataFrame(
        {
            "Replies": [f"{wording.percent(share)} within" for share in own["share"]],
            "Measured": [wording.brief(hours * 3600) for hours in own["measured"]],
            "Simulated": [wording.brief(hours * 3600) for hours in own["simulated"]],
        }
    )


def mind(tested: DeskBackTest) -> str:
    """A warning where the typical simulated wait is far from the measured one."""
    own = tested.answered
    row = own.iloc[int((own["share"] - 0.5).abs().argmin())]
    apart = (float(row["simulated"]) + BLUR) / (float(row["measured"]) + BLUR)
    far = max(apart, 1 / apart) > TIMES_OFF
    return words.off(float(row["measured"]), float(row["simulated"])) if far else ""


def left_out(learnt: LearntDesk) -> str:
    """Tickets that tell nothing of waiting, and why."""
    return words.left_out(sorted(learnt.left_out.reasons.items(), key=lambda pair: -pair[1]), learnt.left_out.tickets)


def why_unusable(learnt: LearntDesk) -> str:
    """In plain words, nothing where it is usable."""
    reason = learnt.why_unusable
    if not reason:
        return ""
    if learnt.tested is None:
        return words.not_tried(learnt.why_untested)
    if reason in (NOT_COVERED, NOT_DONE):
        what, own = shown(learnt.tested)
        of = len(own.weeks)
        told = words.wrong(of - _inside(own), of, what if reason == NOT_DONE else "")
    else:
        told = words.UNUSABLE[reason]
    return f"{told} {words.DO_NOT}"


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """For a file: a row a later week; shares in percent."""
    return pd.DataFrame(
        {
            "Week from": rows["week"].dt.strftime("%Y-%m-%d"),
            "Tickets": rows["n"].astype(int),
            "In time, measured (%)": (100 * rows["measured"]).round(1),
            "Foretold (%)": (100 * rows["predicted"]).round(1),
            "Foretold, low (%)": (100 * rows["low"]).round(1),
            "Foretold, high (%)": (100 * rows["high"]).round(1),
            "Inside": rows["inside"].map({True: "yes", False: "no"}),
        }
    )
