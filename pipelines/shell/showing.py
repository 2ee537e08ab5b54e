"""python -m pipelines turnaround: results, printed."""

from typing import Annotated

import typer

from pipelines.history.generations import open_history
from pipelines.measure.results import turnaround
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, in_hours
from pipelines.vocabulary import Clock


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
