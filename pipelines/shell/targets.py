"""python -m pipelines targets: versions of targets, saved, compared, and tried on what has been."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from pipelines.history.generations import open_history
from pipelines.measure.results import EVERYTHING, Slice
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, day, needed_day, say, sub_shell, tell
from pipelines.targets import saving
from pipelines.targets.lines import read_lines
from pipelines.targets.rescoring import By, rescored
from pipelines.targets.versions import compare, version_lines, versions
from pipelines.vocabulary import Clock

targets = sub_shell("Versions of your targets.")
app.add_typer(targets, name="targets")
Version = Annotated[str, typer.Argument(help="The day on which the version starts, as `targets` lists it.")]
LinesFile = Annotated[Path, typer.Argument(help="A target list as CSV; its column valid_from may be missing.")]


@targets.callback()
def list_versions(context: typer.Context, *, home: Home = None, as_json: AsJson = False) -> None:
    """Versions of your targets: when each starts, its lines, the tickets that it judged."""
    if context.invoked_subcommand is None:
        with Spoken(), open_history(home_folder(home)) as history:
            tell(versions(history), "There is no version of targets yet.", as_json=as_json)


@targets.command()
def show(version: Version, *, home: Home = None, as_json: AsJson = False) -> None:
    """The lines of a version, in the columns of a target list."""
    with Spoken(), open_history(home_folder(home)) as history:
        tell(version_lines(history, version), "", as_json=as_json)


@targets.command()
def save(
    file: LinesFile,
    *,
    starts_on: Annotated[str, typer.Option("--from", help="The day on which the version starts, such as 2026-03-31.")],
    note: Annotated[str, typer.Option(help="What you want to remember of it.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of the version of this day.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Save lines as a version of your targets; undo takes it back like any load."""
    with Spoken(as_json=as_json):
        starts = needed_day(starts_on)
        done = saving.save_version(home_folder(home), read_lines(file), starts, note, replace=replace, say=say)
        sentence = f"The version of {done.version} is saved: {done.lines:,} lines; it judges {done.tickets:,} tickets."
        typer.echo(json.dumps(asdict(done)) if as_json else sentence)


@targets.command("compare")
def compare_command(old: Version, new: Version, *, home: Home = None, as_json: AsJson = False) -> None:
    """Two versions line by line: tighter, looser, same, or in one only."""
    with Spoken(), open_history(home_folder(home)) as history:
        tell(compare(history, old, new), "", as_json=as_json)


@targets.command()
def rescore(  # noqa: PLR0913 - one argument an option
    version: Annotated[str | None, typer.Argument(help="The version; without one, the targets in force then.")] = None,
    *,
    lines: Annotated[Path | None, typer.Option(help="A target list as CSV that is tried and not saved.")] = None,
    as_tier: Annotated[str | None, typer.Option(help="Take every ticket for one of this plan, such as Gold.")] = None,
    as_premium: Annotated[
        bool | None, typer.Option("--as-premium/--as-plain", help="As if every client had Premium, or none.")
    ] = None,
    clock: Annotated[Clock, typer.Option(help="Which clock.")] = Clock.RESOLUTION,
    first_day: Annotated[str | None, typer.Option("--from", help="The first day of the period.")] = None,
    last_day: Annotated[str | None, typer.Option("--to", help="Its last day.")] = None,
    by: Annotated[By, typer.Option(help="What divides it.")] = By.WHOLE,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """How a period would have stood under other targets, beside how it stood."""
    with Spoken(), open_history(home_folder(home)) as history:
        part = Slice(day(first_day) or EVERYTHING.first_day, day(last_day) or EVERYTHING.last_day)
        draft = None if lines is None else read_lines(lines)
        frame = rescored(
            history, part, clock, version=version, lines=draft, as_tier=as_tier, as_premium=as_premium, by=by
        )
        tell(frame if as_json else _in_percent(frame), "No ticket ended in this period.", as_json=as_json)


def _in_percent(frame: pd.DataFrame) -> pd.DataFrame:
    shares = {name: (frame[name] * 100).round(1) for name in ("share", "share_then")}
    return frame.assign(**shares).rename(columns={"share": "%", "share_then": "% then"})
