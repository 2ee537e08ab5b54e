"""python -m pipelines loads, undo, forget-sample, rejected: what was loaded, and how it is taken back or corrected."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines import keeping
from pipelines.history.files import written_whole
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, say

Load = Annotated[int, typer.Argument(help="The number of the load, as `loads` lists it.")]


@app.command()
def loads(*, home: Home = None, as_json: AsJson = False) -> None:
    """The ledger: every load, what became of its records, and which were taken back."""
    with Spoken():
        entries = keeping.loads(home_folder(home))
        typer.echo(
            json.dumps(entries, indent=2) if as_json else "\n".join(map(_entry, entries)) or "Nothing is loaded."
        )


@app.command("undo")
def undo_command(load: Load, *, home: Home = None, as_json: AsJson = False) -> None:
    """Take a load back; its line in the ledger stays, and its file can be loaded again."""
    with Spoken():
        done = keeping.undo_load(home_folder(home), load, say)
        sentence = f"Load {done.load} ({done.file}) is undone. The history holds {done.tickets:,} tickets."
        typer.echo(json.dumps(asdict(done)) if as_json else sentence)


@app.command("forget-sample")
def forget_sample_command(*, home: Home = None, as_json: AsJson = False) -> None:
    """Take the made-up firm out of your history; what you loaded and set yourself stays."""
    with Spoken():
        left = keeping.forget_sample(home_folder(home), say)
        typer.echo(json.dumps({"tickets": left}) if as_json else f"The sample is gone; {left:,} tickets are left.")


@app.command("rejected")
def rejected_command(
    load: Load,
    *,
    to: Annotated[Path, typer.Option(help="The CSV file to write.")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Write the rejected rows of a load, to be corrected and loaded again."""
    with Spoken():
        content = keeping.rejected(home_folder(home), load)
        written_whole(to, content)
        sentence = f"{to.name} is written. Correct its rows and load it; the columns turnaround_* may stay."
        typer.echo(json.dumps({"file": to.name, "bytes": len(content)}) if as_json else sentence)


def _entry(entry: dict[str, Any]) -> str:
    counts = ", ".join(f"{number:,} {outcome}" for outcome, number in entry["outcomes"].items())
    undone = f" UNDONE {entry['undone_at'][:16]}" if entry["undone_at"] else ""
    first = f"{entry['load']:>4}  {entry['loaded_at'][:16].replace('T', ' ')}  {entry['file']} ({entry['source']}):"
    reasons = [f"        {number:,} x {reason}" for reason, number in entry["reasons"].items()]
    notes = [f"        {note}" for note in entry["notes"]]
    about = f"        SHA-256 {entry['sha256'][:16]}..., fields: {', '.join(entry['fields']) or 'not known'}"
    return "\n".join([f"{first} {entry['records']:,} records: {counts}{undone}", about, *reasons, *notes])
