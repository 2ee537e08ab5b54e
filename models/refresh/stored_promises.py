"""Promises as they are stored beside a generation: read by pages, which need no fitting library for it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from models.promise.ladder import rungs
from models.promise.proposals import proposals
from models.promise.segment import SEGMENT, SegmentCurves
from models.refresh.tables import as_table, fingerprint, from_table, newest
from models.shares import wilson
from pipelines.history.generations import open_history
from pipelines.measure.clock.calendars import business_day_seconds
from pipelines.measure.results import in_force
from pipelines.settings import Settings, read_settings
from pipelines.vocabulary import Clock

TODAY = ["target_seconds", "judged", "breached", "late", "late_low", "late_high"]


@dataclass(frozen=True)
class ClockPromises:
    """What was learnt of one clock: a curve a segment, and its open tickets inside their target, riskiest first."""

    curves: SegmentCurves
    at_risk: pd.DataFrame


@dataclass(frozen=True)
class Promises:
    """What was learnt from a history seen until `as_of`; stale where the data or the settings have moved on since."""

    clocks: Mapping[Clock, ClockPromises]
    as_of: datetime
    by_priority: bool
    stale: bool


def contract_ladder(settings: Settings) -> Sequence[int]:
    """The steps that a target can have, in seconds of the default calendar's business day."""
    return rungs(business_day_seconds(settings.calendars[settings.default_calendar].windows) or 8 * 3600)


def proposed(
    promises: Promises, settings: Settings, kept_rates: Mapping[str | None, float] | None = None
) -> pd.DataFrame:
    """What to promise, a row a clock and segment (proposals.py), at the owner's level or the one that is asked for."""
    rates, ladder = kept_rates or settings.kept_rates, contract_ladder(settings)
    tables = [
        proposals(own.curves.rows, own.curves.safe, own.curves.ends, rates, ladder).assign(clock=str(clock))
        for clock, own in promises.clocks.items()
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def beside_today(home: Path, promises: Promises, table: pd.DataFrame) -> pd.DataFrame:
    """The proposals with the target in force: target_seconds, judged, breached, and late with its 95 % interval."""
    with open_history(home) as history:
        today = in_force(history, by_priority=promises.by_priority)
    told = [_judged(row) for row in today.to_dict("records")]
    found = dict(zip(_keys(today), told, strict=True))
    rows = [found.get(key, {}) for key in _keys(table)]
    return pd.concat([table, pd.DataFrame(rows, columns=TODAY, index=table.index)], axis=1)


def _judged(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    judged, breached = int(row["judged"]), int(row["breached"])
    low, high = wilson(breached, judged) if judged else (None, None)
    late = breached / judged if judged else None
    return {name: row[name] for name in TODAY[:3]} | dict(zip(TODAY[3:], (late, low, high), strict=True))


def _keys(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    keyed = frame[["clock", *SEGMENT]].astype(object)
    return list(keyed.where(keyed.notna(), "").astype(str).itertuples(index=False, name=None))


def read_promises(home: Path) -> Promises | None:
    """The newest stored results, marked stale where data or settings have moved on; None where there are none."""
    found = newest(home, "promises-*")
    if found is None:
        return None
    stored, current = found
    wanted = fingerprint(read_settings(home), stored["by_priority"])
    return _read(stored, stale=not current or stored["fingerprint"] != wanted)


def as_stored(promises: Promises, name: str) -> dict[str, Any]:
    """Promises as JSON knows them."""
    clocks = {
        str(clock): {
            "safe": own.curves.safe,
            "ends": own.curves.ends,
            "differences": own.curves.differences,
            "curves": as_table(own.curves.rows),
            "at_risk": as_table(own.at_risk),
        }
        for clock, own in promises.clocks.items()
    }
    told = {"as_of": promises.as_of.isoformat(), "by_priority": promises.by_priority, "fingerprint": name}
    return told | {"clocks": clocks}


def _read(stored: dict[str, Any], *, stale: bool) -> Promises:
    clocks = {
        Clock(clock): ClockPromises(
            SegmentCurves(from_table(own["curves"]), own["safe"], own["differences"], own["ends"]),
            from_table(own["at_risk"]),
        )
        for clock, own in stored["clocks"].items()
    }
    return Promises(clocks, datetime.fromisoformat(stored["as_of"]), stored["by_priority"], stale)
