"""Had this method made promises all along: each made with what was known then, judged by what came after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from models.promise.proposals import proposals
from models.promise.segment import SEGMENT
from models.promise.segments import fit_segments
from models.promise.snapshot import as_known

LEAST_DAYS = 56
MADE = ["promised_seconds", "proposed_seconds", "kept_share", "kept_rate", "basis"]
OUTCOME = ["source", "ticket_id", "client", "started_at", "business_seconds", "still_open", "target_seconds", "state"]


@dataclass(frozen=True)
class Terms:
    """How promises are made: the share to keep per tier (None: every other), the contract's ladder, by priority."""

    kept_rates: Mapping[str | None, float]
    ladder: Sequence[int]
    by_priority: bool


def backtest(
    frame: pd.DataFrame, then: pd.DataFrame, moments: Sequence[datetime], every: timedelta, terms: Terms
) -> pd.DataFrame:
    """Promises made at each moment with what was known then, judged by the tickets of the time after it (`judged`)."""
    return judged(frame, promises_made(frame, then, moments, terms), every)


def promises_made(
    frame: pd.DataFrame,
    then: pd.DataFrame,
    moments: Sequence[datetime],
    terms: Terms,
    told: Callable[[int, int], None] | None = None,
) -> dict[datetime, pd.DataFrame]:
    """Per moment what was promised: one row a segment seen by then, SEGMENT and MADE (`made_from`)."""
    made = {}
    for number, moment in enumerate(moments, start=1):
        made[moment] = made_from(as_known(frame, then, moment), terms)
        if told:
            told(number, len(moments))
    return made


def judged(frame: pd.DataFrame, made: Mapping[datetime, pd.DataFrame], every: timedelta) -> pd.DataFrame:
    """One row a ticket that came in within `every` of a moment: OUTCOME, SEGMENT, made_at and MADE.

    MADE is missing where no promise was possible then, or the segment had never been seen.
    """
    parts = []
    for moment, table in made.items():
        came = frame[(frame["started_at"] >= moment) & (frame["started_at"] < moment + every)]
        if len(came):
            parts.append(_judged(came, table).assign(made_at=moment))
    nothing = pd.DataFrame(columns=[*OUTCOME, *SEGMENT, "made_at", *MADE])
    return pd.concat(parts, ignore_index=True) if parts else nothing


def made_from(known: pd.DataFrame, terms: Terms) -> pd.DataFrame:
    """What was promised by a history as known at a moment: one row a segment seen by then, SEGMENT and MADE."""
    if known.empty or known["still_open"].all():
        return pd.DataFrame(columns=[*SEGMENT, *MADE])
    learnt = fit_segments(known, by_priority=terms.by_priority)
    return proposals(learnt.rows, learnt.safe, learnt.ends, terms.kept_rates, terms.ladder)[[*SEGMENT, *MADE]]


def _judged(came: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    tickets = came[[*OUTCOME, *SEGMENT]]
    keys = [name for name in SEGMENT if made[name].notna().any()] or ["issue_type"]
    both = tickets.assign(**_keyed(tickets, keys)).merge(
        made[MADE].assign(**_keyed(made, keys)), on=[f"key_{name}" for name in keys], how="left"
    )
    return both.drop(columns=[f"key_{name}" for name in keys])


def _keyed(frame: pd.DataFrame, names: Sequence[str]) -> dict[str, pd.Series]:
    """Keys that a merge takes for equal where both are missing."""
    return {f"key_{name}": frame[name].astype(object).where(frame[name].notna(), "").astype(str) for name in names}


def moments(opened: pd.Series, as_of: datetime, every_days: int, most: int) -> list[datetime]:
    """When promises would have been made, oldest first: midnights, the last one `every_days` before the end.

    At least a quarter of the tickets, and eight weeks, come before the first one: less says little of work that takes
    weeks.
    """
    in_order = opened.sort_values()
    start = max(in_order.iloc[len(in_order) // 4], in_order.iloc[0] + timedelta(days=LEAST_DAYS)).to_pydatetime()
    last = as_of.replace(hour=0, minute=0, second=0, microsecond=0)
    back = [last - timedelta(days=every_days * step) for step in range(1, most + 1)]
    return sorted(moment for moment in back if moment > start)
