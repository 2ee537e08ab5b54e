"""Loading a million tickets of twenty columns (ten with --big) beside bare parses, and a workbook beside its reader.

The product's whole way in is measured: hash, proof, dates, types, checks, quarantine, stored in a file; what it derives and
measures from there is a row of context. DuckDB's bare parse reads all columns as text into a table in memory; pandas
parses and turns the two dates into instants, and neither checks nor stores. CPU seconds count child processes.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

from pipelines.connection import Connection
from pipelines.history import ledger
from pipelines.history.generations import next_generation
from pipelines.intake.answers import Answers
from pipelines.intake.plan import planned
from pipelines.intake.preset import all_presets
from pipelines.intake.reading import looked_at
from pipelines.journey import load_files
from pipelines.settings import read_settings
from tests.bench.load_rivals.tickets import DATES, FORMAT, write_csv
from tests.bench.means.figure import Figure

SQL = Path(__file__).parent / "load_rivals"
ROUNDS = 3
SHEET_ROWS = 100_000
CHANGED = 100_000
ANSWERS = Answers(timezone="Europe/London")


def measure(*, big: bool) -> Iterable[Figure]:
    """The figures of CSV, of a second load, of changes, then of a workbook."""
    rows = 10_000_000 if big else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = write_csv(folder / "tickets.csv", rows)
        yield Figure("rows of twenty columns", rows, "rows")
        yield from _against_parses(folder, file)
        yield from _again_and_changed(folder, file)
        yield from _workbook(folder)


def _against_parses(folder: Path, file: Path) -> Iterable[Figure]:
    rivals: dict[str, Callable[[], object]] = {
        "ours": lambda: _taken_in(folder / "home", file),
        "duckdb": lambda: _bare_parse(file),
        "pandas": lambda: _pandas(file),
    }
    best = {name: min(_cpu(work) for _ in range(ROUNDS)) for name, work in rivals.items()}
    yield Figure("strict check, types, quarantine, stored", best["ours"], "CPU s")
    yield Figure("against DuckDB's bare parse", best["ours"] / best["duckdb"], "x", goal=5)
    yield Figure("against pandas, which checks and stores nothing", best["ours"] / best["pandas"], "x", goal=2)
    yield Figure("memory at the peak", _peak_gigabytes(file, folder / "peak"), "GB", goal=1.3)


def _again_and_changed(folder: Path, file: Path) -> Iterable[Figure]:
    home = folder / "whole"
    whole = _cpu(lambda: load_files(home, [file], ANSWERS))
    yield Figure("with all that is derived, measured and checked", whole, "CPU s")
    again = load_files(home, [file], ANSWERS).files[0].outcomes
    yield Figure("changed rows on the same file again", sum(again.values()) - again.get("unchanged", 0), "rows", goal=0)
    changes = write_csv(folder / "changes.csv", CHANGED, changed=True)
    into = _cpu(lambda: load_files(home, [changes], ANSWERS))
    alone = _cpu(lambda: load_files(folder / "alone", [changes], ANSWERS))
    yield Figure(f"{CHANGED:,} changed tickets, against loading them alone", into / alone, "x", goal=2)


def _workbook(folder: Path) -> Iterable[Figure]:
    sheet = _as_workbook(write_csv(folder / "sheet.csv", SHEET_ROWS), folder / "tickets.xlsx")
    calamine = min(_cpu(lambda: CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()) for _ in range(ROUNDS))
    ours = min(_cpu(lambda: _looked_at(sheet)) for _ in range(ROUNDS))
    yield Figure(f"{SHEET_ROWS:,} rows of a workbook read, against python-calamine", ours / calamine, "x", goal=2.5)


def _taken_in(home: Path, file: Path) -> None:
    """The way in up to the stored facts, as load_files goes it, and nothing after it."""
    settings, presets = read_settings(home), all_presets(home)
    with next_generation(home) as build, tempfile.TemporaryDirectory() as folder:
        (look,) = looked_at(file, Path(folder), home)
        plan = planned(build.connection, look, presets, settings, ANSWERS)
        report = ledger.take_in(build.connection, plan, "", is_sample=False)
        build.connection.run(ledger.SQL / "checkpoint.sql")
    if report.outcomes != {"new": look.rows}:
        raise AssertionError(report.outcomes)  # a ticket lost would make it fast


def _looked_at(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        looked_at(file, Path(folder), Path(folder))


def _bare_parse(file: Path) -> None:
    names = dict.fromkeys(pd.read_csv(file, nrows=0).columns, "VARCHAR")
    with Connection.in_memory() as connection:
        connection.run(SQL / "bare_parse.sql", path=str(file), names=names)


def _pandas(file: Path) -> pd.DataFrame:
    frame = pd.read_csv(file)
    return frame.assign(**{name: pd.to_datetime(frame[name], format=FORMAT) for name in DATES})


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process and of the children that it waited for."""
    before = _seconds()
    work()
    return _seconds() - before


def _seconds() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _peak_gigabytes(file: Path, home: Path) -> float:
    """The largest resident size of the command that loads the file, all that follows included."""
    command = [sys.executable, "-m", "pipelines", "load", str(file), "--timezone", "Europe/London", "--home", str(home)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise AssertionError(status)
    return float(usage.ru_maxrss) / (1 << 20)


def _as_workbook(csv: Path, target: Path) -> Path:
    frame = pd.read_csv(csv, dtype=str, keep_default_na=False)
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = book.add_worksheet("Tickets")
    for number, row in enumerate([list(frame.columns), *frame.itertuples(index=False, name=None)]):
        sheet.write_row(number, 0, row)
    book.close()
    return target
