"""What each ticket is promised without and with Premium, by one version of targets or by those in force."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.measured import as_of_history, judge
from pipelines.targets.rescoring import judging_lines

STAFFING = Path(__file__).parent.parent / "measure" / "staffing"
MEASURE = STAFFING.parent


def targets_with_and_without(
    history: Connection, *, version: str | None = None, lines: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Seconds by clock, without and with Premium, a row a ticket in the order of desk_tickets (desk_target.sql)."""
    at = judging_lines(history, version, lines)
    if at is None:
        at = as_of_history(history)
        history.run(MEASURE / "judging_line.sql", at=at)
    history.run(STAFFING / "judged_with_and_without.sql", at=at)
    judge(history)
    return history.frame(STAFFING / "desk_target.sql")
