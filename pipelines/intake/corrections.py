"""Rejected rows that come back corrected: the moment at which they were taken stands in a column of ours."""

from datetime import datetime
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.intake.look import Look

HERE = Path(__file__).parent
COLUMN = "turnaround_as_of"


def taken_at(connection: Connection, look: Look) -> datetime | None:
    """When the rows of a corrected table were taken, so that they win over what they correct; None for other tables.

    Raises FileRefused where the column says anything but a moment.
    """
    titles = [title.strip() for title in look.header]
    if COLUMN not in titles or not look.rows:
        return None
    connection.run(HERE / "rows_of.sql")
    place = titles.index(COLUMN) + 1
    latest, odd = connection.rows(HERE / "taken_at.sql", place=place, **look.file())[0]
    if odd:
        raise FileRefused(
            f"{look.name}: {COLUMN} is no moment, or one to come, in {odd:,} of {look.rows:,} rows; leave that column"
            " as it was written, or empty it and say --as-of."
        )
    taken: datetime | None = latest
    return taken
