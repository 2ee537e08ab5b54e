"""python -m pipelines agreements: which client has which version of targets, sent, signed, in force."""

import json
from typing import Annotated

import typer

from pipelines.history.generations import open_history
from pipelines.settings import home_folder
from pipelines.shell.targets import Version
from pipelines.shell.words import AsJson, Home, Spoken, app, day, needed_day, say, sub_shell, tell
from pipelines.targets import agreements as agreed
from pipelines.targets.register import FILE, Agreement

agreements = sub_shell("The register of agreements with your clients.")
app.add_typer(agreements, name="agreements")
Client = Annotated[str, typer.Argument(help="The client, as your export writes it.")]
CHANGED = f"{FILE} was changed since: python -m pipelines measure takes it in."


@agreements.callback()
def list_agreements(context: typer.Context, *, home: Home = None, as_json: AsJson = False) -> None:
    """Which client has which version of your targets, and how each stands."""
    if context.invoked_subcommand is None:
        with Spoken(), open_history(home_folder(home)) as history:
            measured = agreed.is_measured(history, home_folder(home))
            tell(agreed.agreements(history), "No client is in the register of agreements.", as_json=as_json)
            if not measured:
                typer.echo(CHANGED, err=True)


@agreements.command("set")
def set_command(
    client: Client,
    version: Version,
    *,
    sent: Annotated[str | None, typer.Option("--sent", help="The day on which it was sent.")] = None,
    signed: Annotated[str | None, typer.Option("--signed", help="The day on which it was signed.")] = None,
    in_force: Annotated[str | None, typer.Option("--from", help="In force from; else from its signing.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Write what a client was sent or has signed, and measure at once."""
    with Spoken(as_json=as_json):
        said = Agreement(client, needed_day(version), day(sent), day(signed), day(in_force))
        done = agreed.set_agreement(home_folder(home), said, say)
        typer.echo(json.dumps(done._asdict(), default=str) if as_json else _in_words(done))


@agreements.command("forget")
def forget_command(client: Client, version: Version, *, home: Home = None, as_json: AsJson = False) -> None:
    """Take a line out of the register, and measure at once."""
    with Spoken(as_json=as_json):
        gone = agreed.forget_agreement(home_folder(home), client, needed_day(version), say)
        sentence = f"{gone.client} and the version of {gone.version} are out of the register."
        typer.echo(json.dumps(gone._asdict(), default=str) if as_json else sentence)


def _in_words(done: Agreement) -> str:
    sent = f", sent on {done.sent_on}" if done.sent_on else ""
    signed = f", signed on {done.signed_on}" if done.signed_on else ", not signed yet"
    starts = f", in force from {done.in_force_from}" if done.in_force_from else ""
    return f"{done.client} has the version of {done.version}{sent}{signed}{starts}."
