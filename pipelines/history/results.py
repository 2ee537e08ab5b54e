"""What the Data page asks of a history: loads, what became of their records, checks and the rows they point at."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection

SQL = Path(__file__).parent
CHECKS = SQL.parent / "measure" / "checks"


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


def checks(history: Connection) -> pd.DataFrame:
    """One row a check: its name, what it looks for, and how many rows it found."""
    found = [(file.stem, _title(file), len(history.rows(file))) for file in sorted(CHECKS.glob("*.sql"))]
    return pd.DataFrame(found, columns=["check", "title", "rows"])


def check_rows(history: Connection, check: str) -> pd.DataFrame:
    """The rows that a check found; an unknown check has none."""
    file = CHECKS / f"{check}.sql"
    return history.frame(file) if file in set(CHECKS.glob("*.sql")) else pd.DataFrame()


def _title(file: Path) -> str:
    """A check's first comment line is its title on the page."""
    return file.read_text(encoding="utf-8").splitlines()[0].removeprefix("-- ").rstrip(".")
