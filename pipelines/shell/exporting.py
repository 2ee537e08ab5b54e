"""python -m pipelines export-facts: measured facts and calendars as Parquet, for engines that many machines share."""

import json
from pathlib import Path
from typing import Annotated

import typer

from pipelines.facts_export import export_facts
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app


@app.command("export-facts")
def export_facts_command(
    to: Annotated[Path, typer.Argument(help="A new folder, outside your home.")],
    *,
    names: Annotated[bool, typer.Option("--names", help="Also write which client each number stands for.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Write measured facts and calendars as Parquet, by month of opening."""
    with Spoken():
        made = export_facts(home_folder(home), to, names=names)
        told = f"{to.name} holds {made.rows['clock_fact']:,} clocks with {made.rows['pause_fact']:,} pauses; read back,"
        private = "Ticket numbers and times are in it: it is as confidential as your history."
        typer.echo(json.dumps(made.as_json()) if as_json else f"{told} they measure as your history does. {private}")
