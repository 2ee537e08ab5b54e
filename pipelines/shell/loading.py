"""python -m pipelines load, measure: files in, and the history measured anew."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from pipelines.errors import FileRefused
from pipelines.inbox import load_inbox
from pipelines.intake.answers import Answers
from pipelines.intake.limits import PAGE, SHELL
from pipelines.journey import LoadReport, load_files, load_sample, measure_again
from pipelines.measure.checking import LOOK
from pipelines.settings import home_folder, known_zone, read_settings
from pipelines.shell.inbox import tell
from pipelines.shell.words import AsJson, Home, Spoken, app, say


@app.command()
def load(  # noqa: PLR0913 - one argument an option
    files: Annotated[
        list[Path] | None, typer.Argument(help="Exports, client lists, status histories, targets.")
    ] = None,
    *,
    sample: Annotated[bool, typer.Option("--sample", help="Load the made-up firm that ships with Turnaround.")] = False,
    inbox: Annotated[
        bool, typer.Option("--inbox", help="Load what waits in the inbox of your home (or FILES in it).")
    ] = False,
    source: Annotated[str | None, typer.Option(help="The preset to read the files with, if they do not say.")] = None,
    as_of: Annotated[str | None, typer.Option(help="When the export was taken (ISO); later is left out.")] = None,
    timezone: Annotated[str | None, typer.Option(help="The zone of times without one, such as Europe/London.")] = None,
    day_first: Annotated[bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2026 is read.")] = None,
    allow_quarantine: Annotated[bool, typer.Option(help="Load a file of which over 5 % cannot be read.")] = False,
    encoding: Annotated[str | None, typer.Option(help="How the letters are written, such as cp850.")] = None,
    as_page: Annotated[bool, typer.Option("--as-page", help="Keep to the limits of an upload.", hidden=True)] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Load files into your history."""
    with Spoken(as_json=as_json):
        if sample and (files or inbox):
            raise FileRefused("--sample loads the made-up firm alone; leave it out to load files.")
        if sample:
            report = load_sample(home_folder(home), say)
        elif files or inbox:
            zone = known_zone(timezone or read_settings(home_folder(home)).timezone)
            answers = Answers(source, timezone, day_first, _moment(as_of, zone), allow_quarantine, encoding)
            if inbox:
                _load_inbox(home_folder(home), answers, files or [], as_json=as_json)
                return
            limits = PAGE if as_page else SHELL
            report = load_files(home_folder(home), files or [], answers, say, limits=limits)
        else:
            raise FileRefused("Name a file to load, or use --inbox, or --sample to look round with the made-up firm.")
        typer.echo(json.dumps(report.as_json(), indent=2) if as_json else in_words(report))


def _load_inbox(home: Path, answers: Answers, files: list[Path], *, as_json: bool) -> None:
    report = load_inbox(home, answers, [file.name for file in files], say)
    tell(report, [in_words(load) for load in report.loads], as_json=as_json)


@app.command()
def measure(*, home: Home = None, as_json: AsJson = False) -> None:
    """Measure the history anew after a change of settings."""
    with Spoken():
        report = measure_again(home_folder(home), say)
        typer.echo(json.dumps(report.as_json(), indent=2) if as_json else in_words(report))


def _moment(text: str | None, zone: str) -> datetime | None:
    """An ISO date or instant as naive UTC; without a zone it is local, and a bare date means its last moment."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise FileRefused(f"{text!r} is not a moment; write --as-of 2026-03-31 or 2026-03-31T18:00.") from None
    if ":" not in text:
        moment = moment.replace(hour=23, minute=59, second=59)
    placed = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
    return placed.astimezone(UTC).replace(tzinfo=None)


def in_words(report: LoadReport) -> str:
    """A load report for people."""
    lines = []
    for file in report.files:
        counts = ", ".join(f"{number:,} {outcome}" for outcome, number in file.outcomes.items())
        lines += [f"{file.file}: {file.records:,} records read as {file.source}: {counts}"]
        lines += [f"  {number:,} x {reason}" for reason, number in file.reasons.items()]
        lines += [f"  {note}" for note in file.notes]
    seen: Any = f"{report.as_of:%Y-%m-%d %H:%M} UTC" if report.as_of else "never"
    lines.append(f"The history holds {report.tickets:,} tickets, seen until {seen}.")
    told = [f"  {found.rows:,} x {found.title}" for found in report.findings if found.severity == LOOK]
    return "\n".join([*lines, *(["To look at (python -m pipelines checks says more):", *told] if told else [])])
