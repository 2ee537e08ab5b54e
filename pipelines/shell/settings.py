"""python -m pipelines settings: the owner's own prices and staffing, written from a shell or by the pages."""

import json
from typing import Annotated

import typer

from pipelines.errors import TurnaroundError
from pipelines.own_settings import Value, value_of, write_settings
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app

Changes = Annotated[list[str], typer.Argument(help="Such as prices.technician_month=5200 staffing.technicians=7.")]


@app.command()
def settings(changes: Changes, *, home: Home = None, as_json: AsJson = False) -> None:
    """Write prices and staffing into settings.toml of your home."""
    with Spoken(as_json=as_json):
        values = dict(_change(text) for text in changes)
        write_settings(home_folder(home), values)
        typer.echo(json.dumps(values) if as_json else "Saved: " + ", ".join(f"{n} = {v}" for n, v in values.items()))


def _change(text: str) -> tuple[str, Value]:
    name, sign, value = text.rpartition("=")
    if not sign:
        raise TurnaroundError(f"{text!r} changes nothing; write a name and a value, such as staffing.technicians=7.")
    return name.strip(), value_of(value.strip())
