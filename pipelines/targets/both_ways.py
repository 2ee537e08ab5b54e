"""What each ticket is promised without and with Premium, by one version of targets or by those in force."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.measured import judge
from pipelines.targets.rescoring import general_lines

SQL = Path(__file__).parent


def targets_with_and_without(
    history: Connection, *, version: str | None = None, lines: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Seconds by clock, without and with Premium, a row a ticket in the order of desk_tickets (desk_target.sql)."""
    at = general_lines(history, version, lines)
    history.run(SQL / "judged_with_and_without.sql", at=at)
    judge(history)
    return history.frame(SQL / "desk_target.sql")
