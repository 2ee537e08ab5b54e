"""python -m pipelines join: one client under two names."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from pipelines.errors import TurnaroundError
from pipelines.joining import Joined, join_clients, part_clients
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, say


# A client's name may begin with a dash.
@app.command(context_settings={"ignore_unknown_options": True})
def join(
    alias: Annotated[str, typer.Argument(help="The name that stands for another client.")],
    client: Annotated[str | None, typer.Argument(help="The client that it stands for.")] = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Let the name stand for itself again.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Show the tickets of one client's name as those of another."""
    with Spoken(as_json=as_json):
        if (client is None) != undo:
            raise TurnaroundError('Name two clients: join "ALIAS" "CLIENT"; or one to part again: join --undo "ALIAS".')
        if client is None:
            done = part_clients(home_folder(home), alias, say)
        else:
            done = join_clients(home_folder(home), alias, client, say)
        typer.echo(json.dumps(asdict(done)) if as_json else _in_words(done, undo=undo))


def _in_words(done: Joined, *, undo: bool) -> str:
    stands = "stands for itself again" if undo else f"is shown as {done.client}"
    return f"{done.alias} {stands}: {done.tickets:,} tickets."
