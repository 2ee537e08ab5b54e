"""python -m pipelines load, turnaround, measure, sample: each prints for people, or with --json for programs."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import pandas as pd
import typer

from pipelines.errors import FileRefused, TurnaroundError
from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.journey import LoadReport, load_files, load_sample, measure_again
from pipelines.measure.results import turnaround
from pipelines.settings import SHIPPED, home_folder, known_zone, read_settings
from pipelines.vocabulary import Clock


def plain_shell(help_text: str) -> typer.Typer:
    """A command line without shell completion and with plain errors."""
    return typer.Typer(help=help_text, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


app = plain_shell("Ticket history in and out.")
Home = Annotated[
    Path | None, typer.Option("--home", help="Where your history lives (else TURNAROUND_HOME, data/local).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


class Spoken:
    """Turns our errors into one sentence and exit code 2, and anything else into another and 1."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, TurnaroundError):
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from None
        if isinstance(error, Exception) and not isinstance(error, typer.Exit) and "TURNAROUND_TRACE" not in os.environ:
            name = type(error).__name__
            typer.echo(f"Something went wrong that was not foreseen ({name}); the history is as it was.", err=True)
            raise typer.Exit(1) from None


def say(text: str) -> None:
    """Progress, where somebody is watching."""
    if sys.stderr.isatty():
        typer.echo(f"{text} ...", err=True)


@app.command()
def load(  # noqa: PLR0913 - one argument an option
    files: Annotated[
        list[Path] | None, typer.Argument(help="Exports, client lists, status histories, targets.")
    ] = None,
    *,
    sample: Annotated[bool, typer.Option("--sample", help="Load the made-up firm that ships with Turnaround.")] = False,
    source: Annotated[str | None, typer.Option(help="The preset to read the files with, if they do not say.")] = None,
    as_of: Annotated[str | None, typer.Option(help="When the export was taken (ISO); later is left out.")] = None,
    timezone: Annotated[str | None, typer.Option(help="The zone of times without one, such as Europe/London.")] = None,
    day_first: Annotated[bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2026 is read.")] = None,
    allow_quarantine: Annotated[bool, typer.Option(help="Load a file of which over 5 % cannot be read.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Load files into your history."""
    with Spoken():
        if sample and files:
            raise FileRefused("--sample loads the made-up firm alone; leave it out to load files.")
        if sample:
            report = load_sample(home_folder(home), say)
        elif files:
            zone = known_zone(timezone or read_settings(home_folder(home)).timezone)
            answers = Answers(source, timezone, day_first, _moment(as_of, zone), allow_quarantine)
            report = load_files(home_folder(home), files, answers, say)
        else:
            raise FileRefused("Name a file to load, or use --sample to look round with the made-up firm.")
        typer.echo(json.dumps(report.as_json(), indent=2) if as_json else _in_words(report))


@app.command("turnaround")
def turnaround_command(
    *,
    clock: Annotated[Clock, typer.Option(help="Which clock.")] = Clock.RESOLUTION,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """How long work really takes, by issue type, tier, work mode and distance."""
    with Spoken(), open_history(home_folder(home)) as history:
        frame = turnaround(history, clock)
        typer.echo(frame.to_json(orient="records", indent=2) if as_json else in_hours(frame))


@app.command()
def measure(*, home: Home = None, as_json: AsJson = False) -> None:
    """Measure the history anew after a change of settings."""
    with Spoken():
        report = measure_again(home_folder(home), say)
        typer.echo(json.dumps(report.as_json(), indent=2) if as_json else _in_words(report))


@app.command()
def sample(
    *,
    to: Annotated[Path, typer.Option(help="The folder to write the exports to.")] = SHIPPED / "sample",
    truth: Annotated[Path | None, typer.Option(help="Also write what only the generator knows.")] = None,
) -> None:
    """Make the made-up firm's exports again, byte for byte."""
    from pipelines.sample import write_sample, write_truth  # noqa: PLC0415 - only this command needs the generator

    write_sample(to)
    if truth is not None:
        write_truth(truth)
    typer.echo("The sample is written.")


def in_hours(frame: pd.DataFrame) -> str:
    """A frame as a table for people: seconds as business hours, what is empty throughout left out."""
    table = frame.dropna(axis="columns", how="all")
    seconds = [name for name in table.columns if name.endswith("_seconds")]
    hours = {name: name.removesuffix("_seconds") + " h" for name in seconds}
    rounded = table.assign(**{name: (table[name].astype(float) / 3600).round(1) for name in seconds})
    return rounded.rename(columns=hours).to_string(index=False, max_rows=200, na_rep="-")


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


def _in_words(report: LoadReport) -> str:
    lines = []
    for file in report.files:
        counts = ", ".join(f"{number:,} {outcome}" for outcome, number in file.outcomes.items())
        lines += [f"{file.file}: {file.records:,} records read as {file.source}: {counts}"]
        lines += [f"  {number:,} x {reason}" for reason, number in file.reasons.items()]
        lines += [f"  {note}" for note in file.notes]
    seen: Any = f"{report.as_of:%Y-%m-%d %H:%M} UTC" if report.as_of else "never"
    return "\n".join([*lines, f"The history holds {report.tickets:,} tickets, seen until {seen}."])
