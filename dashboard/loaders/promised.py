"""What can be promised for one clock at one level, as the lines of a schedule, with today's target beside each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.loaders.cache import ask, stamp
from dashboard.loaders.home import settings
from dashboard.loaders.schedule_lines import NO_LINE, in_order, keys_of, mixed_curves, with_numbers
from dashboard.loaders.spread import promises
from models import refresh
from models.promise.comparing import comparisons
from models.promise.curves import Curves
from models.promise.schedule import schedule
from models.promise.segment import SEGMENT
from models.refresh import ClockPromises
from pipelines.targets.kinds import targets_of_kinds
from pipelines.vocabulary import Clock

__all__ = ["NO_LINE", "Offer", "offer"]
Rates = Mapping[str | None, float]


@dataclass(frozen=True)
class Offer:
    """What can be promised for a clock.

    segments: one row a segment with its proposal, `line` (NO_LINE where nothing can be promised), and today's amount,
    unit and target_seconds. lines: one row a line of the schedule (schedule_lines.py); empty where nothing can be
    promised. curves: the share done by each step, a row a line. against: what each factor compares with.
    """

    clock: Clock
    rates: Rates
    differences: Mapping[str, bool]
    against: Mapping[str, Mapping[str, Any]]
    ends: int
    by_priority: bool
    segments: pd.DataFrame
    lines: pd.DataFrame = field(default_factory=pd.DataFrame)
    curves: pd.DataFrame = field(default_factory=pd.DataFrame)
    apart: tuple[str, ...] = ()
    extra_late: float = 0.0
    hours_given: float = 0.0

    def kept_at(self, line: int, seconds: float) -> float:
        """The share of coming tickets of a line that would be done by a time."""
        return float(Curves(self.curves.iloc[[line]].to_numpy(float)).done_by(seconds)[0])

    @cached_property
    def held(self) -> Mapping[int, list[tuple[float, str]]]:
        """Today's targets of each line that has any, as amount and unit, the shortest first."""
        own = self.segments.dropna(subset=["amount"]).sort_values("target_seconds", kind="stable")
        found: dict[int, list[tuple[float, str]]] = {}
        for line, amount, unit in zip(own["line"], own["amount"], own["unit"], strict=True):
            found.setdefault(line, []).append((amount, unit))
        return found

    def line_of(self, frame: pd.DataFrame) -> list[int]:
        """The line of each row that has the columns of a segment."""
        cells = [name for name in SEGMENT if name != "priority" or self.by_priority]
        found = dict(zip(keys_of(self.segments, cells), self.segments["line"], strict=True))
        return [int(found.get(key, NO_LINE)) for key in keys_of(frame, cells)]


def offer(clock: Clock, rates: Rates) -> Offer | None:
    """What can be promised for a clock when these shares are to be kept; None where nothing was worked out for it."""
    made: Offer | None = _offer(stamp(), repr(settings()), str(clock), tuple(rates.items()))
    return made


@st.cache_data(max_entries=12, ttl="12h", show_spinner=False)
def _offer(stamped: str, chosen: str, clock_name: str, rates: tuple[tuple[str | None, float], ...]) -> Offer | None:
    del stamped, chosen  # part of the key: other data or settings, another answer
    learnt, clock = promises(), Clock(clock_name)
    own = learnt.clocks.get(clock) if learnt else None
    if learnt is None or own is None:
        return None
    proposed = refresh.proposed(replace(learnt, clocks={clock: own}), settings(), dict(rates))
    bare = Offer(
        clock=clock,
        rates=dict(rates),
        differences=own.curves.differences,
        against=comparisons(own.curves.rows[own.curves.rows["seen"].astype(bool)]),
        ends=own.curves.ends,
        by_priority=learnt.by_priority,
        segments=_with_today(proposed, clock, by_priority=learnt.by_priority).assign(line=NO_LINE),
    )
    return bare if proposed["proposed_seconds"].isna().all() else _with_lines(bare, proposed, own)


def _with_lines(bare: Offer, proposed: pd.DataFrame, own: ClockPromises) -> Offer:
    chosen, ladder = settings(), refresh.contract_ladder(settings())
    made = in_order(schedule(proposed, own.curves.rows, ladder), chosen)
    line = dict(zip(keys_of(made.segments, [*SEGMENT]), made.segments["line"], strict=True))
    placed = bare.segments.assign(line=[line.get(key, NO_LINE) for key in keys_of(bare.segments, [*SEGMENT])])
    curves = mixed_curves(placed, own.curves.rows, len(made.lines))
    return replace(
        bare,
        segments=placed,
        lines=with_numbers(made.lines, placed, curves, own.curves.safe, ladder),
        curves=curves,
        apart=made.apart,
        extra_late=made.extra_late,
        hours_given=made.hours_given,
    )


def _with_today(proposed: pd.DataFrame, clock: Clock, *, by_priority: bool) -> pd.DataFrame:
    everything = ask(targets_of_kinds)
    today = everything[everything["clock"] == str(clock)]
    cells = [name for name in SEGMENT if name != "issue_kind" and (by_priority or name != "priority")]
    held = zip(today["amount"], today["unit"], today["target_seconds"], strict=True)
    found = dict(zip(keys_of(today, cells), held, strict=True))
    rows = [found.get(key, (None, None, None)) for key in keys_of(proposed, cells)]
    told = pd.DataFrame(rows, columns=["amount", "unit", "target_seconds"], index=proposed.index)
    return pd.concat([proposed, told], axis=1)
