"""The whole way: files in, a measured generation out; nothing is published unless something changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused, NoHistory
from pipelines.history import ledger
from pipelines.history.derive import derive
from pipelines.history.erase import known_salt
from pipelines.history.generations import current_generation, next_generation
from pipelines.history.retention import kept_since
from pipelines.history.set_aside import set_aside
from pipelines.intake.answers import Answers
from pipelines.intake.corrections import taken_at
from pipelines.intake.guard import sha256_of
from pipelines.intake.preset import all_presets, fingerprint
from pipelines.intake.read_file import read_file
from pipelines.measure.measured import as_of_history, count_tickets, measure
from pipelines.settings import SHIPPED, read_settings

Say = Callable[[str], None]
SAMPLE = ("clients.csv", "targets.csv", "tickets.csv.gz", "status_history.csv.gz")


@dataclass(frozen=True)
class LoadReport:
    """What became of every file of a load, and the history after it."""

    files: tuple[ledger.FileReport, ...]
    tickets: int
    as_of: datetime | None

    def as_json(self) -> dict[str, Any]:
        """The load report as other programs read it."""
        as_of = self.as_of.isoformat() + "Z" if self.as_of else None
        return {"files": [file.as_json() for file in self.files], "tickets": self.tickets, "as_of": as_of}


def load_files(
    home: Path, files: Sequence[Path], answers: Answers, say: Say = lambda _: None, *, is_sample: bool = False
) -> LoadReport:
    """Load files into the home's history; one that is refused raises and leaves the history as it was."""
    settings, presets = read_settings(home), all_presets(home)
    identity = answers.identity(settings.timezone, fingerprint(presets))
    with next_generation(home) as build:
        _keep_sample_apart(build.connection, is_sample=is_sample)
        reports = []
        for file in files:
            say(f"Reading {file.name}")
            known = ledger.known_load(build.connection, sha256_of(file), identity)
            if known is None:
                corrected = replace(answers, as_of=answers.as_of or taken_at(file))
                read = read_file(build.connection, file, presets, settings, corrected)
                read = set_aside(build.connection, read, known_salt(home), kept_since(settings.keep_months))
                known = ledger.take_in(build.connection, read, identity, is_sample=is_sample)
            reports.append(replace(known, file=file.name))
        if any(report.changed for report in reports) or current_generation(home) is None:
            say("Measuring")
            calendars = derive(build.connection, settings, presets, home)
            measure(build.connection, settings, calendars)
            build.keep = True
        return _report(build.connection, reports)


def _keep_sample_apart(connection: Connection, *, is_sample: bool) -> None:
    """The made-up firm never stands beside real tickets: the first real load takes it out."""
    if not is_sample:
        ledger.forget_sample(connection)
    elif ledger.has_real_loads(connection):
        raise FileRefused("There is a history of your own here; look at the sample in another folder, with --home DIR.")


def load_sample(home: Path, say: Say = lambda _: None) -> LoadReport:
    """Load the made-up firm that ships with Turnaround."""
    files = [SHIPPED / "sample" / name for name in SAMPLE]
    return load_files(home, files, Answers(), say, is_sample=True)


def measure_again(home: Path, say: Say = lambda _: None) -> LoadReport:
    """Derive and measure the history anew, after a change of settings or presets."""
    settings, presets = read_settings(home), all_presets(home)
    if current_generation(home) is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")
    with next_generation(home) as build:
        say("Measuring")
        calendars = derive(build.connection, settings, presets, home)
        measure(build.connection, settings, calendars)
        build.keep = True
        return _report(build.connection, [])


def _report(connection: Connection, reports: list[ledger.FileReport]) -> LoadReport:
    return LoadReport(tuple(reports), count_tickets(connection), as_of_history(connection))
