"""python -m pipelines erase, retain: what is to be gone, told first and done with --yes."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from pipelines import keeping
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, say

Yes = Annotated[bool, typer.Option("--yes", help="Do it; without it you are only told what would be done.")]


@app.command("erase")
def erase_command(
    client: Annotated[str, typer.Argument(help="The client, in any case and spacing.")],
    *,
    yes: Yes = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Erase a client for good: tickets, lists, rejected rows, copies in the inbox."""
    with Spoken():
        erased = keeping.erase(home_folder(home), client, yes=yes, say=say)
        typer.echo(json.dumps(asdict(erased), indent=2) if as_json else _erased(erased))


@app.command("retain")
def retain_command(
    *,
    months: Annotated[int | None, typer.Option(min=1, max=1200, help="How many months to keep.")] = None,
    yes: Yes = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Forget tickets that ended longer ago than you keep them."""
    with Spoken():
        found = keeping.retain(home_folder(home), months, yes=yes, say=say)
        facts = asdict(found) | {"before": found.before.isoformat() + "Z"}
        typer.echo(json.dumps(facts, indent=2) if as_json else _retained(found))


def _erased(erased: keeping.Erased) -> str:
    verb, ask = ("Erased", "") if erased.done else ("To be erased", " Say --yes to erase them for good.")
    own = f"{erased.tickets:,} tickets, {erased.sites:,} lines of client lists, {erased.targets:,} targets"
    own += f", {erased.agreements:,} agreements"
    rest = f"{erased.rejected:,} rejected rows; the name in {erased.mentions:,} rows of other clients"
    lines = [f"{verb}: {own}, {rest}.{ask}"]
    deleted = "deleted" if erased.done else "would be deleted"
    lines += [f"  {name} holds it: {deleted}" for name in erased.inbox]
    lines += [f"  {name} holds it, or cannot be searched: look at it yourself" for name in erased.files]
    return "\n".join([*lines, *erased.notes])


def _retained(found: keeping.Retained) -> str:
    verb, ask = ("Forgotten", "") if found.done else ("To be forgotten", " Say --yes to forget them for good.")
    rest = f"{found.statuses:,} status changes without a ticket, {found.rejected:,} rejected rows"
    first = f"{verb}: {found.tickets:,} tickets that ended before {found.before:%Y-%m-%d}, {rest}.{ask}"
    return "\n".join([first, *found.notes])
