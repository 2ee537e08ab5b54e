"""python -m pipelines upgrade: a history that an older Turnaround wrote, brought up to date."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, say
from pipelines.upgrading import Upgrade, pending, upgrade


@app.command("upgrade")
def upgrade_command(
    *,
    only_tell: Annotated[bool, typer.Option("--tell", help="Only say what would be done.")] = False,
    quietly: Annotated[bool, typer.Option("--quietly", help="Speak only of a change.", hidden=True)] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Bring the history of an older Turnaround up to date; the one before stays beside it."""
    with Spoken():
        done = pending(home_folder(home)) if only_tell else upgrade(home_folder(home), say)
        if done.steps or not quietly:
            typer.echo(json.dumps(asdict(done)) if as_json else in_words(done))


def in_words(done: Upgrade) -> str:
    """What was done, or would be, for people."""
    if not done.steps:
        return f"The history is up to date: version {done.version}."
    if done.tickets is None:
        first = (
            f"The history is of version {done.before}, this Turnaround's is {done.version}. An upgrade would do this:"
        )
    else:
        first = (
            f"The history is brought from version {done.before} to {done.version} and measured anew: {done.tickets:,}"
            " tickets. The one before is kept beside it until three more changes."
        )
    return "\n".join([first, *(f"  {step}" for step in done.steps)])
