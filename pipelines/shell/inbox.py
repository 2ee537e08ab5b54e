"""What became of the inbox, printed."""

import json
from collections.abc import Sequence

import typer

from pipelines.inbox import InboxReport


def tell(report: InboxReport, loads: Sequence[str], *, as_json: bool) -> None:
    """What was loaded, in words (`loads`) or as JSON, and a line a file that waits; exit code 2 if one does."""
    if as_json:
        typer.echo(json.dumps(report.as_json(), indent=2))
    else:
        _tell_people(report, loads)
    for file in report.parked:
        typer.echo(file.sentence, err=True)
    if report.parked:
        raise typer.Exit(2)


def _tell_people(report: InboxReport, loads: Sequence[str]) -> None:
    for told in loads:
        typer.echo(told)
    for name in report.unfinished:
        typer.echo(f"{name} is still being written; it is left for the next time.")
    if not (report.loads or report.unfinished or report.parked):
        typer.echo("There is nothing in the inbox.")
