"""An export beside the history that it came from, in two engines."""

from pathlib import Path

from pipelines.connection import Connection
from pipelines.facts_export import lay_out
from pipelines.history.generations import open_history
from tests.pipelines.export.clickhouse import VIEWS, Rows


def read_by_duckdb(folder: Path) -> Rows:
    """Every row of every portable view, as our own engine reads the files."""
    with Connection.in_memory() as engine:
        lay_out(engine, folder)
        return {name: sorted(engine._duckdb.view(name).fetchall()) for name in VIEWS}


def by_ticket(folder: Path, rows: Rows) -> dict[tuple[str, str, str], tuple[int, int, str]]:
    """What an engine read, by ticket and clock: business seconds, paused seconds, verdict."""
    read = {row[0]: (row[5], row[6], row[7]) for row in rows["judged_clock"]}
    with Connection.in_memory() as engine:
        lay_out(engine, folder)
        named = engine._duckdb.execute("select clock_id, source, ticket_id, clock from clock_fact").fetchall()
    return {tuple(name): read[clock_id] for clock_id, *name in named if clock_id in read}


def measured(home: Path) -> dict[tuple[str, str, str], tuple[int, int, str]]:
    """The same as the history has measured it."""
    with open_history(home) as history:
        rows = history._duckdb.execute(
            "select source, ticket_id, clock, business_seconds, paused_seconds, state from ticket_clock where business_seconds is not null"
        ).fetchall()
    return {(source, ticket, clock): (seconds, paused, state) for source, ticket, clock, seconds, paused, state in rows}
