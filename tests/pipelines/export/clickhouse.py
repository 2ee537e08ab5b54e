"""A second engine reads an export: ClickHouse (chDB), in a process of its own, with the same .sql files.

`python -m tests.pipelines.export.clickhouse FOLDER` prints every row of every portable view as JSON.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipelines.facts_export import FILES, PORTABLE
from tests.conftest import ROOT, unavailable

TABLES = dict(zip(FILES, ("clock_fact", "pause_fact", "calendar_day"), strict=True))
VIEWS = ("clock_seconds", "judged_clock", "client_month", "clock_quantile")
Rows = dict[str, list[tuple[Any, ...]]]


def read_by_clickhouse(folder: Path) -> Rows:
    """Every row of every portable view, as ClickHouse reads the files."""
    if find_spec("chdb") is None:
        unavailable("no chDB: it has no wheels for this system")
    command = [sys.executable, "-m", "tests.pipelines.export.clickhouse", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return {name: sorted(tuple(row) for row in rows) for name, rows in json.loads(done.stdout).items()}


def _print(folder: Path) -> None:
    from chdb.session import Session  # noqa: PLC0415 - only this process loads the engine

    engine: Any = Session()  # type: ignore[no-untyped-call]
    engine.query("create database export engine = Atomic")
    engine.query("use export")
    for name, table in TABLES.items():
        files = str(folder / FILES[name]).replace("'", "\\'")
        engine.query(f"create table {table} engine = Memory as select * from file('{files}', Parquet)")  # noqa: S608 - a folder of ours
    for view in PORTABLE:
        engine.query(view.read_text(encoding="utf-8"))
    answers = {name: str(engine.query(f"select * from {name}", "JSONCompact")) for name in VIEWS}  # noqa: S608 - names of ours
    print(json.dumps({name: json.loads(answer)["data"] for name, answer in answers.items()}))


if __name__ == "__main__":
    _print(Path(sys.argv[1]))
