"""Tables to take away: CSV in which no cell can act as a formula."""

import pandas as pd

from pipelines.spreadsheet import neutral

__all__ = ["as_csv", "neutral"]


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as it stands on screen, readable by every spreadsheet (UTF-8 with its mark)."""
    safe = pd.DataFrame({neutral(name): table[name].map(neutral) for name in table.columns})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
