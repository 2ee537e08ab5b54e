"""python -m pipelines look, preview, remember, forget: an export that no preset knows, mapped by hand."""

import json
from pathlib import Path
from typing import Annotated

import typer

from pipelines.intake.preset import all_presets
from pipelines.mapping import look as looking
from pipelines.mapping import own
from pipelines.mapping import preview as previewing
from pipelines.mapping.head import head_of
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app

Encoded = Annotated[str, typer.Option(help="The encoding of its letters, if it does not say.")]
PresetFile = Annotated[Path, typer.Option("--preset", help="The preset to read it with, as TOML.")]


@app.command()
def look(file: Path, *, encoding: Encoded = "", home: Home = None, as_json: AsJson = False) -> None:
    """Look at a file that is not known: its columns, and what they may hold."""
    with Spoken(as_json=as_json):
        found = looking.look_at(file, all_presets(home_folder(home)), encoding)
        typer.echo(json.dumps(found.as_json()) if as_json else looking.in_words(found))


@app.command()
def preview(
    file: Path,
    *,
    preset: PresetFile,
    day_first: Annotated[bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2026 is read.")] = None,
    encoding: Encoded = "",
    scratch: Annotated[Path | None, typer.Option(hidden=True)] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Measure ten tickets of a file as a preset says; nothing is loaded."""
    with Spoken(as_json=as_json):
        shown = previewing.preview(
            home_folder(home),
            head_of(file, previewing.MOST_RECORDS, encoding),
            own.text_of(preset),
            day_first=day_first,
            scratch=scratch,
        )
        typer.echo(json.dumps(shown.as_json(), indent=2) if as_json else previewing.in_words(shown))


@app.command()
def remember(
    preset: Annotated[Path, typer.Argument(help="The preset, as TOML.")],
    *,
    name: Annotated[str | None, typer.Option("--as", help="Its name; else that of the file.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a preset of yours of this name.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Keep a preset of your own: files like it are then known."""
    with Spoken(as_json=as_json):
        kept = own.remember(home_folder(home), own.text_of(preset), name or preset.stem, replace=replace)
        typer.echo(json.dumps({"name": kept.name}) if as_json else f"{kept.name} is remembered.")


@app.command()
def forget(name: str, *, home: Home = None, as_json: AsJson = False) -> None:
    """Take a preset of your own away; what was loaded with it stays."""
    with Spoken(as_json=as_json):
        own.forget(home_folder(home), name)
        typer.echo(
            json.dumps({"name": name})
            if as_json
            else f"{name} is forgotten; what was loaded with it stays, but its statuses are no longer known."
        )
