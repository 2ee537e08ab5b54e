"""What was known when: of each ticket when it was opened, and of the whole history on an earlier day."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.clock.reading import empty_clock, run_clock
from pipelines.vocabulary import Clock

SQL = Path(__file__).parent
MEASURE = SQL.parent


def clocks_for_promise(history: Connection) -> pd.DataFrame:
    """Every clock that stopped or still runs, with what was known when its ticket was opened."""
    history.run(SQL / "opening_fact.sql")
    return history.frame(SQL / "clocks_for_promise.sql")


def known_then(database: Path, moments: Sequence[datetime], clocks_that_pause: Sequence[Clock]) -> pd.DataFrame:
    """How each clock looked at moments (UTC) before it came to today's end: a row a clock and moment (known_then.sql).

    database: the file of a generation; it is only read. Its clocks are run again up to each moment.
    """
    with Connection.in_memory() as connection:
        connection.run(SQL / "attach_history.sql", path=str(database))
        connection.run(SQL / "history_behind.sql")
        connection.run(SQL / "open_then.sql", moments=list(moments))
        empty_clock(connection)
        connection.run(MEASURE / "clock_span.sql")
        connection.run(MEASURE / "span_pause.sql", clocks_that_pause=[str(clock) for clock in clocks_that_pause])
        run_clock(connection)
        return connection.frame(SQL / "known_then.sql")
