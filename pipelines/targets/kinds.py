"""Which target holds for each kind of ticket, as it was written: 5 business days, not 45 hours."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.measured import judge
from pipelines.targets.rescoring import general_lines

SQL = Path(__file__).parent


def targets_of_kinds(
    history: Connection, *, version: str | None = None, lines: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The general line of each clock and combination of cells that occurs, missing where none holds, and its tickets.

    By a version as on its first day, by lines that are not saved, or by those in force at the latest export.
    """
    at = general_lines(history, version, lines)
    history.run(SQL / "kind_span.sql", at=at)
    judge(history)
    return history.frame(SQL / "kind_target.sql")
