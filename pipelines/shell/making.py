"""python -m pipelines sample: files that Turnaround makes."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.settings import SHIPPED
from pipelines.shell.words import app


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
