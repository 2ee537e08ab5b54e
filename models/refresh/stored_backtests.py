"""Back-tests as they are stored beside a generation: read by pages, which need no fitting library for it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from models.promise.scores import Alarm, RiskRecord
from models.refresh.tables import as_table, fingerprint, from_table, newest, plain
from pipelines.settings import Settings, read_settings
from pipelines.vocabulary import Clock

TABLES = ("by_moment", "by_type", "by_segment", "reliability")


@dataclass(frozen=True)
class ClockBackTest:
    """How promises of one clock fared: over all, by moment, by issue type and by segment; and the newest four weeks."""

    total: dict[str, Any]
    by_moment: pd.DataFrame
    by_type: pd.DataFrame
    by_segment: pd.DataFrame
    reliability: pd.DataFrame
    group_error: tuple[float, float, int]
    alarm: Alarm | None
    risk: RiskRecord | None


@dataclass(frozen=True)
class BackTest:
    """The back-test of a history seen until `as_of`: promises made every so many days for a share to be kept."""

    clocks: dict[Clock, ClockBackTest]
    every_days: int
    kept_rate: float
    as_of: datetime
    stale: bool


def read_backtest(home: Path) -> BackTest | None:
    """The newest stored back-test, marked stale where data or settings have moved on; None where there is none."""
    found = newest(home, "backtest-*")
    if found is None:
        return None
    stored, current = found
    wanted = fingerprint(read_settings(home), stored["by_priority"])
    return _read(stored, stale=not current or stored["fingerprint"] != wanted)


def as_stored(result: BackTest, settings: Settings, *, by_priority: bool) -> dict[str, Any]:
    """A back-test as JSON knows it."""
    about = {
        "as_of": result.as_of.isoformat(),
        "every_days": result.every_days,
        "kept_rate": result.kept_rate,
        "by_priority": by_priority,
        "fingerprint": fingerprint(settings, by_priority),
    }
    return about | {"clocks": {str(clock): _written(own) for clock, own in result.clocks.items()}}


def _written(own: ClockBackTest) -> dict[str, Any]:
    tables = {name: as_table(getattr(own, name)) for name in TABLES}
    risk = asdict(own.risk) | {"bands": as_table(own.risk.bands)} if own.risk else None
    alarm = asdict(own.alarm) if own.alarm else None
    told = {"total": own.total, "group_error": own.group_error, "alarm": alarm, "risk": risk}
    written: dict[str, Any] = plain(tables | told)
    return written


def _read(stored: dict[str, Any], *, stale: bool) -> BackTest:
    clocks = {Clock(clock): _clock(own) for clock, own in stored["clocks"].items()}
    as_of = datetime.fromisoformat(stored["as_of"])
    return BackTest(clocks, stored["every_days"], stored["kept_rate"], as_of, stale)


def _clock(own: dict[str, Any]) -> ClockBackTest:
    tables = {name: from_table(own[name]) for name in TABLES}
    risk = RiskRecord(**{**own["risk"], "bands": from_table(own["risk"]["bands"])}) if own["risk"] else None
    alarm = Alarm(**own["alarm"]) if own["alarm"] else None
    mean, worst, groups = own["group_error"]
    return ClockBackTest(**tables, total=own["total"], group_error=(mean, worst, groups), alarm=alarm, risk=risk)
