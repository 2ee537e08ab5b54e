"""What the Data page asks of a history: loads, what became of their records, checks and the rows they point at."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.checking import check_rows, checks

SQL = Path(__file__).parent

__all__ = ["check_rows", "checks", "loads", "outcomes", "problems"]


def loads(history: Connection) -> pd.DataFrame:
    """One row a load, newest first."""
    return history.frame(SQL / "ledger.sql")


def outcomes(history: Connection, load_id: int) -> pd.DataFrame:
    """Records by outcome and reason of one load; emptied cells have no outcome."""
    frame = history.frame(SQL / "outcomes.sql")
    return frame[frame["load_id"] == load_id].drop(columns="load_id").reset_index(drop=True)


def problems(history: Connection, load_id: int | None = None) -> pd.DataFrame:
    """Records that were not accepted and cells that were emptied, of one load or of all."""
    return history.frame(SQL / "problems.sql", load_id=load_id)
