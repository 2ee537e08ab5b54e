"""python -m pipelines backup, restore: the whole home in one file, and back."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pipelines import keeping
from pipelines.settings import home_folder
from pipelines.shell.forgetting import Yes
from pipelines.shell.words import AsJson, Home, SameAccess, Spoken, app


@app.command("backup")
def backup_command(
    *,
    to: Annotated[Path, typer.Option(help="The zip file to write.")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Write your history, settings and inbox into one file, and read it back."""
    with Spoken():
        made = keeping.back_up(home_folder(home), to)
        sentence = f"{made.file} holds {made.files:,} files with {made.tickets:,} tickets, and reads back."
        typer.echo(json.dumps(asdict(made)) if as_json else f"{sentence} It is as confidential as your history.")


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    *,
    yes: Yes = False,
    same_access: SameAccess = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the place of your history, settings and inbox."""
    with Spoken():
        restored = keeping.restore(home_folder(home), file, yes=yes, same_access=same_access)
        sentence = f"{restored.file}, made {restored.made_at}, is restored: {restored.tickets:,} tickets."
        typer.echo(json.dumps(asdict(restored)) if as_json else sentence)
