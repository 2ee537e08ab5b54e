"""The whole way: files in, a measured generation out; nothing is published unless something changed."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.connection import DISK_ERRORS, Connection, OutOfMemory, StatementFailed
from pipelines.errors import FileRefused, NoHistory
from pipelines.history import ledger
from pipelines.history.derive import derive
from pipelines.history.erase import known_salt
from pipelines.history.generations import Build, current_generation, next_generation
from pipelines.history.retention import kept_since
from pipelines.history.set_aside import Aside
from pipelines.intake.answers import Answers
from pipelines.intake.corrections import taken_at
from pipelines.intake.limits import SHELL, Limits
from pipelines.intake.look import Look
from pipelines.intake.plan import planned
from pipelines.intake.preset import Preset, all_presets, fingerprint
from pipelines.intake.reading import looked_at
from pipelines.measure.checking import Finding, checked
from pipelines.measure.measured import as_of_history, count_tickets, measure
from pipelines.measured_by import rules_of
from pipelines.settings import SHIPPED, Settings, read_settings

Say = Callable[[str], None]
SAMPLE = ("clients.csv", "targets.csv", "tickets.csv.gz", "status_history.csv.gz")


@dataclass(frozen=True)
class LoadReport:
    """What became of every file of a load, and the history after it."""

    files: tuple[ledger.FileReport, ...]
    tickets: int
    as_of: datetime | None
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The load report as other programs read it."""
        as_of = self.as_of.isoformat() + "Z" if self.as_of else None
        return {
            "files": [file.as_json() for file in self.files],
            "tickets": self.tickets,
            "as_of": as_of,
            "checks": [finding.as_json() for finding in self.findings],
        }


def load_files(
    home: Path,
    files: Sequence[Path],
    answers: Answers,
    say: Say = lambda _: None,
    *,
    is_sample: bool = False,
    limits: Limits = SHELL,
    then: Callable[[Connection], bool] = lambda _: False,
) -> LoadReport:
    """Load files into the home's history; one that is refused raises and leaves the history as it was.

    `then` may say more of what was loaded, before it is measured, and tells whether it changed anything.
    """
    settings, presets = read_settings(home), all_presets(home)
    identity = answers.identity(settings.timezone, fingerprint(presets), settings.keep_months)
    with next_generation(home) as build:
        _keep_sample_apart(build.connection, is_sample=is_sample)
        reading = _Reading(
            build.connection, home, settings, presets, answers, identity, is_sample, limits, build.folder
        )
        reports = [report for file in files for report in reading.load(file, say)]
        told = then(build.connection)
        changed = told or build.migrated or any(report.changed for report in reports)
        if changed or current_generation(home) is None:
            say("Measuring")
            calendars = derive(build.connection, settings, presets, home)
            measure(build.connection, settings, calendars)
            build.measured_by = rules_of(settings)
            build.keep = True
        return _report(build, reports)


@dataclass(frozen=True)
class _Reading:
    """What every file of a load is read with."""

    connection: Connection
    home: Path
    settings: Settings
    presets: Mapping[str, Preset]
    answers: Answers
    identity: str
    is_sample: bool
    limits: Limits
    build: Path

    def _scratch(self) -> tempfile.TemporaryDirectory[str]:
        """A folder for copies of a file, beside the build: where we are killed, the next writer sweeps it."""
        return tempfile.TemporaryDirectory(dir=self.build, ignore_cleanup_errors=True)

    def load(self, file: Path, say: Say) -> list[ledger.FileReport]:
        """Every table of a file into the history; what was loaded before under the same answers stays as it is."""
        say(f"Reading {file.name}")
        with self._scratch() as folder:
            return [self._take_in(look, file) for look in self._looks(file, Path(folder))]

    def _looks(self, file: Path, folder: Path, *, careful: bool = False) -> list[Look]:
        known = ledger.loaded(self.connection, self.identity)
        return looked_at(
            file, folder, self.home, encoding=self.answers.encoding, known=known, careful=careful, limits=self.limits
        )

    def _take_in(self, look: Look, file: Path) -> ledger.FileReport:
        # A packed file may hold one content under two names.
        if look.known or look.sha256 in ledger.loaded(self.connection, self.identity):
            return replace(ledger.known_load(self.connection, look.sha256, self.identity), file=look.name)
        try:
            corrected = replace(self.answers, as_of=self.answers.as_of or taken_at(self.connection, look))
            plan = planned(self.connection, look, self.presets, self.settings, corrected)
            aside = Aside(self.connection, known_salt(self.home), kept_since(self.settings.keep_months))
            return ledger.take_in(self.connection, plan, self.identity, aside, is_sample=self.is_sample)
        except OutOfMemory:
            raise FileRefused(
                f"{look.name} needs more memory than a load may take, or more room than the disk has; export a shorter"
                " period, or make room."
            ) from None
        except DISK_ERRORS:
            raise  # a copy would fare no better
        except (StatementFailed, ledger.ReadOtherwise) as problem:
            if not look.careful:
                return self._with_care(look, file)
            if isinstance(problem, ledger.ReadOtherwise):
                raise FileRefused(
                    f"{look.name} was read in two ways that do not agree, so nothing of it was loaded; save it as a"
                    " workbook (.xlsx) and load that."
                ) from None
            raise

    def _with_care(self, look: Look, file: Path) -> ledger.FileReport:
        """The database sees a rectangular file otherwise than we do: it gets a copy written by us."""
        with self._scratch() as folder:
            again = self._looks(file, Path(folder), careful=True)
            return self._take_in(next(other for other in again if other.sha256 == look.sha256), file)


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


def measure_again(home: Path, say: Say = lambda _: None, *, first: Callable[[], None] = lambda: None) -> LoadReport:
    """Derive and measure the history anew, after a change of settings or presets; `first` may make it, alone here."""
    if current_generation(home) is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")
    with next_generation(home) as build:
        first()
        settings, presets = read_settings(home), all_presets(home)
        say("Measuring")
        calendars = derive(build.connection, settings, presets, home)
        measure(build.connection, settings, calendars)
        build.measured_by = rules_of(settings)
        build.keep = True
        return _report(build, [])


def _report(build: Build, reports: Sequence[ledger.FileReport]) -> LoadReport:
    """The report of a build; the checks run over what was measured anew."""
    findings = checked(build.connection) if build.keep else []
    return LoadReport(tuple(reports), count_tickets(build.connection), as_of_history(build.connection), tuple(findings))
