"""Which target holds today for each kind of ticket, as it was written: 5 business days, not 45 hours."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.measured import as_of_history, judge

SQL = Path(__file__).parent
MEASURE = SQL.parent / "measure"


def targets_today(history: Connection) -> pd.DataFrame:
    """The general line in force at the latest export, for each clock and combination of cells that occurs."""
    at = as_of_history(history)
    history.run(SQL / "today_span.sql", at=at)
    history.run(MEASURE / "judging_line.sql", at=at)
    judge(history)
    return history.frame(SQL / "today_target.sql")
