"""The claim of the check of volumes: what luck does is hardly ever listed, and a missing week nearly always is."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from pipelines.connection import Connection
from pipelines.measure.checking import CHECKS

HERE = Path(__file__).parent
MONDAY = date(2024, 1, 1)
SOURCES, WEEKS, GONE = 60, 60, 40


def drawn(counts: np.ndarray) -> Connection:
    """A measured table in which source i opened counts[i, j] tickets on the Monday of week j; no day is a holiday."""
    connection = Connection.in_memory()
    connection.run(HERE / "ticket_clock_drawn.sql")
    connection.run(HERE / "five_days.sql")
    last = MONDAY + timedelta(weeks=WEEKS - 1, days=4)
    rows = [
        (f"S-{source}", "resolution", MONDAY + timedelta(weeks=int(week)), last)
        for source, weeks in enumerate(counts)
        for week in np.repeat(np.arange(WEEKS), weeks)
    ]
    connection.append("ticket_clock", ("source", "clock", "opened_day", "as_of_day"), rows)
    return connection


# Weeks that vary three times as much as luck hide a gap more often: 4 of its deviations are 6.9 of 9.8.
@pytest.mark.parametrize(("spread", "share"), [(1, 1.0), (3, 0.9)])
def test_luck_is_hardly_ever_listed_and_a_missing_week_is(spread: int, share: float) -> None:
    random = np.random.default_rng(7)
    mean = 30.0 if spread == 1 else random.gamma(30 / (spread - 1), spread - 1, size=(SOURCES, WEEKS))
    counts = random.poisson(mean, size=(SOURCES, WEEKS))
    counts[:, GONE] = 0

    with drawn(counts) as history:
        found = history.frame(CHECKS / "sudden_volume.sql")

    gone = found["week"].dt.date == MONDAY + timedelta(weeks=GONE)
    assert gone.sum() >= share * SOURCES
    assert (~gone).sum() <= 0.002 * SOURCES * (WEEKS - 9)
