"""The same answer in pandas, and with the package businesstimedelta."""

from datetime import date, datetime, time

import businesstimedelta
import numpy as np
import pandas as pd
import pytz

LONDON = pytz.timezone("Europe/London")


def pandas_seconds(day_table: pd.DataFrame, clocks: pd.DataFrame) -> "pd.Series[int]":
    """Vectorised pandas with the product's method: a merge on calendar and day per instant, then column arithmetic."""
    return _until(day_table, clocks, "read") - _until(day_table, clocks, "started")


def _until(day_table: pd.DataFrame, clocks: pd.DataFrame, instant: str) -> "pd.Series[int]":
    placed = pd.DataFrame({
        "calendar_id": clocks["calendar_id"], "epoch_day": clocks[instant] // 86400, "second": clocks[instant] % 86400
    })  # fmt: skip
    found = placed.merge(day_table, on=["calendar_id", "epoch_day"], how="left").to_numpy()
    second, opened, pieces = found[:, 2], found[:, 3].copy(), found[:, 4:]
    for piece in range(0, pieces.shape[1], 3):
        opened += np.clip(second, pieces[:, piece], pieces[:, piece + 1]) - pieces[:, piece]
    return pd.Series(opened)


class BusinessTimeDelta:
    """The package businesstimedelta with the first calendar of the contest: London, 08:30 to 17:30, holidays."""

    def __init__(self, holidays: dict[date, str]) -> None:
        workday = businesstimedelta.WorkDayRule(
            start_time=time(8, 30), end_time=time(17, 30), working_days=[0, 1, 2, 3, 4], tz=LONDON
        )
        closed = businesstimedelta.HolidayRule(holidays, tz=LONDON)
        self.rules = businesstimedelta.Rules([workday, closed])

    def seconds(self, started: datetime, read: datetime) -> int:
        """Business seconds of one clock, whose instants know their zone."""
        lasted = self.rules.difference(started, read)
        return int(lasted.hours * 3600 + lasted.seconds)
