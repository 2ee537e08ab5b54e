"""A second engine comes to the same, to the ticket and to the second: on the made-up firm and on a real history."""

from pathlib import Path

import pytest

from pipelines.facts_export import export_facts
from pipelines.intake.answers import Answers
from pipelines.journey import load_files, load_sample
from tests.conftest import REALDATA, needs_realdata
from tests.pipelines.export.clickhouse import read_by_clickhouse
from tests.pipelines.export.compared import by_ticket, measured, read_by_duckdb
from tests.torture.measured import Tell, full

pytestmark = pytest.mark.torture
REAL = ("italian_helpdesk_events.csv.gz", *(("uci_incident_event_log.csv.gz",) if full() else ()))


def agreed(home: Path, folder: Path) -> tuple[int, int, int]:
    """Export, read in both engines and hold both to the history; clocks, pauses, business seconds."""
    made = export_facts(home, folder)
    ours, theirs = read_by_duckdb(folder), read_by_clickhouse(folder)
    assert theirs == ours
    assert by_ticket(folder, theirs) == measured(home)
    assert sum(row[3] for row in theirs["client_month"]) == len(theirs["judged_clock"])
    return len(theirs["judged_clock"]), made.rows["pause_fact"], sum(row[1] for row in theirs["clock_seconds"])


def test_the_sample_reads_the_same_in_both_engines(tmp_path: Path, tell: Tell) -> None:
    load_sample(tmp_path / "home")

    clocks, pauses, seconds = agreed(tmp_path / "home", tmp_path / "facts")

    tell("engines: clocks of the sample that read the same", f"{clocks:,} of {clocks:,}")
    tell("engines: pauses of the sample, business seconds", f"{pauses:,}, {seconds:,}")
    assert clocks > 20_000
    assert pauses > 1_000


@needs_realdata
@pytest.mark.parametrize("name", REAL)
def test_a_real_history_reads_the_same_in_both_engines(tmp_path: Path, tell: Tell, name: str) -> None:
    load_files(tmp_path / "home", [REALDATA / name], Answers())

    clocks, pauses, seconds = agreed(tmp_path / "home", tmp_path / "facts")

    tell(f"engines: clocks of {name.split('_', maxsplit=1)[0]} that read the same", f"{clocks:,} of {clocks:,}")
    tell(f"engines: pauses of {name.split('_', maxsplit=1)[0]}, business seconds", f"{pauses:,}, {seconds:,}")
    assert clocks > 4_000
