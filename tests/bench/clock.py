"""The clock over a million tickets (ten with --big) beside subtraction, a compiled loop, pandas and businesstimedelta.

The clock is F(read) - F(start), pauses apart: DuckDB reads a table in memory and stores a table of two columns, for the
product and for plain subtraction alike. The other rivals read arrays of the same rows and store arrays; the compiled loop
is measured with and without the way of its rows out of the database. The clocks of a load, with merged pauses and the
answer joined, are a row of context. Pauses are measured in a file, so that the memory limit bites, against a GROUP BY of
the same pauses.
"""

import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from pipelines.connection import Connection
from pipelines.measure.clock import reading as product
from pipelines.measure.clock.calendars import holidays_of, write_calendars
from tests.bench.clock_rivals.compiled import CompiledLoop
from tests.bench.clock_rivals.peers import BusinessTimeDelta, pandas_seconds
from tests.bench.means.figure import Figure
from tests.bench.means.timing import cpu_seconds, in_turns
from tests.pipelines.measure import clock_cases, oracle

SQL = Path(__file__).parent / "clock_rivals"
ORACLE_SAMPLE, PANDAS_SAMPLE, DELTA_SAMPLE = 20_000, 100_000, 400
PAUSES_A_TICKET = 5


def measure(*, big: bool) -> Iterable[Figure]:
    """The figures of the clock, then those of the pauses."""
    tickets, events = (10_000_000, 100_000_000) if big else (1_000_000, 10_000_000)
    with Connection.in_memory() as connection:
        fill(connection, tickets)
        yield from clock_figures(connection, tickets)
    with tempfile.TemporaryDirectory() as folder, Connection.writing(Path(folder) / "bench.duckdb") as connection:
        fill(connection, events // 2 // PAUSES_A_TICKET)
        yield from pause_figures(connection, events)


def fill(connection: Connection, tickets: int) -> None:
    """The calendars of the contest and clocks over them."""
    write_calendars(connection, clock_cases.PLACED, oracle.FIRST.date(), date(2026, 12, 31))
    product.empty_clock(connection)
    connection.run(SQL / "tickets.sql", tickets=tickets, calendars=len(clock_cases.PLACED))
    product.run_clock(connection)


def clock_figures(connection: Connection, tickets: int) -> Iterable[Figure]:
    """The ratios of the clock to its rivals, in CPU time a ticket."""
    loop = CompiledLoop(connection.frame(SQL / "day_table.sql"), connection.frame(SQL / "clocks.sql"))
    cpu = in_turns({
        "clock": lambda: connection.run(product.SQL / "opened_seconds.sql"),
        "plain": lambda: connection.run(SQL / "plain_seconds.sql"),
        "whole run": lambda: product.run_clock(connection),
        "loop": loop.run,
        "fetched loop": lambda: fetched_loop(connection, loop),
    })  # fmt: skip
    ours = cpu["clock"] / tickets
    stored = connection.frame(SQL / "all_answers.sql")["business_seconds"].to_numpy()
    yield Figure("tickets", tickets, "tickets")
    yield Figure("clock", cpu["clock"], "CPU s")
    yield Figure("oracle mismatches", oracle_mismatches(connection), f"of {ORACLE_SAMPLE:,}", goal=0)
    yield Figure("compiled loop mismatches", int((stored != loop.answer).sum()), f"of {tickets:,}", goal=0)
    yield Figure("against a compiled loop on arrays", cpu["clock"] / cpu["loop"], "x", goal=3)
    yield Figure("against that loop with its rows fetched", cpu["clock"] / cpu["fetched loop"], "x")
    yield Figure("against plain subtraction", cpu["clock"] / cpu["plain"], "x", goal=7)
    yield Figure("all steps of a load's clocks, against plain subtraction", cpu["whole run"] / cpu["plain"], "x")
    yield from pandas_figures(connection, ours)
    yield from delta_figures(connection, ours)


def fetched_loop(connection: Connection, loop: CompiledLoop) -> None:
    """The compiled loop from the same table, its answer left in memory."""
    loop.take(connection.frame(SQL / "clocks.sql"))
    loop.run()


def oracle_mismatches(connection: Connection) -> int:
    """Tickets of a sample whose stored seconds differ from those of the oracle."""
    sample = connection.frame(SQL / "answers.sql", rows=ORACLE_SAMPLE, calendar_id=0)
    started, read = (_epoch(sample[name]) - oracle.ORIGIN for name in ("started_at", "read_at"))
    rows = zip((sample["calendar_id"] - 1).tolist(), started.tolist(), read.tolist(), strict=True)
    truth = np.array([oracle.business_seconds(*row, ())[0] for row in rows])
    return int((truth != sample["business_seconds"].to_numpy()).sum())


def pandas_figures(connection: Connection, ours: float) -> Iterable[Figure]:
    """Vectorised pandas on a sample of the rows, scaled per ticket."""
    days = connection.frame(SQL / "day_table.sql")
    sample = connection.frame(SQL / "answers.sql", rows=PANDAS_SAMPLE, calendar_id=0)
    clocks = sample.assign(started=_epoch(sample["started_at"]), read=_epoch(sample["read_at"]))
    wrong = int((pandas_seconds(days, clocks).to_numpy() != sample["business_seconds"].to_numpy()).sum())
    cpu = in_turns({"pandas": lambda: pandas_seconds(days, clocks)})["pandas"] / len(sample)
    yield Figure("vectorised pandas, wrong answers", wrong, f"of {len(sample):,}")
    yield Figure("faster than vectorised pandas", cpu / ours, "x", more_is_better=True)


def delta_figures(connection: Connection, ours: float) -> Iterable[Figure]:
    """The package businesstimedelta on a sample of the first calendar, scaled per ticket."""
    rules = BusinessTimeDelta(dict(holidays_of(clock_cases.PLACED[0].calendar, range(2023, 2028))))
    sample = connection.frame(SQL / "answers.sql", rows=DELTA_SAMPLE, calendar_id=1)
    instants = [[at.tz_localize("UTC").to_pydatetime() for at in sample[name]] for name in ("started_at", "read_at")]
    answers: list[int] = []
    cpu = cpu_seconds(lambda: answers.extend(map(rules.seconds, *instants))) / len(sample)
    wrong = int((np.array(answers) != sample["business_seconds"].to_numpy()).sum())
    yield Figure("businesstimedelta, other answers", wrong, f"of {len(sample):,}")
    yield Figure("faster than businesstimedelta", cpu / ours, "x", goal=1000, more_is_better=True)


def pause_figures(connection: Connection, events: int) -> Iterable[Figure]:
    """Business seconds of pauses against the plain GROUP BY of the same pauses, within 1 GB."""
    tickets = events // 2 // PAUSES_A_TICKET
    connection.run(SQL / "pauses.sql", pauses=events // 2, tickets=tickets)
    connection.run(SQL / "one_gigabyte.sql")
    merging = cpu_seconds(lambda: connection.run(product.SQL / "merged_pause.sql"))
    cpu = in_turns({
        "clock": lambda: connection.run(product.SQL / "paused_seconds.sql"),
        "plain": lambda: connection.run(SQL / "plain_pauses.sql"),
    }, rounds=3)  # fmt: skip
    yield Figure("pause events, memory limit 1 GB", events, "events")
    yield Figure("pauses", cpu["clock"], "CPU s")
    yield Figure("pauses against a plain GROUP BY", cpu["clock"] / cpu["plain"], "x", goal=2.5)
    yield Figure("pauses put in order and trimmed, against it", merging / cpu["plain"], "x")


def _epoch(instants: "pd.Series[pd.Timestamp]") -> "pd.Series[int]":
    return (instants - pd.Timestamp(0)) // pd.Timedelta(seconds=1)
