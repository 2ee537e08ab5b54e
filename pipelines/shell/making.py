"""python -m pipelines sample, template: files that Turnaround makes."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.settings import SHIPPED, home_folder
from pipelines.shell.words import Home, Spoken, app
from pipelines.template import write_template


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


@app.command()
def template(
    *,
    to: Annotated[Path, typer.Option(help="The workbook to write.")] = Path("turnaround-template.xlsx"),
    home: Home = None,
) -> None:
    """Write an empty workbook with the columns that can be loaded, and what they mean."""
    with Spoken():
        write_template(home_folder(home), to)
        typer.echo(f"{to.name} is written. Fill in its sheet Tickets and load it.")
