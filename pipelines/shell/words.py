"""What every command line of Turnaround shares: its options, its errors, and tables for people."""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from pipelines.errors import HistoryNewer, NeedsAnswer, TurnaroundError
from pipelines.history.generations import told_version
from pipelines.history.schema_version import refuse_newer
from pipelines.settings import home_folder


def plain_shell(help_text: str) -> typer.Typer:
    """A command line without shell completion and with plain errors."""
    return typer.Typer(help=help_text, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


# What is left to do with a history that a newer Turnaround wrote: put a backup in its place.
ALWAYS = ("restore",)


def _not_newer(context: typer.Context, home: Path | None) -> Path | None:
    """Every command that has a home refuses one of a newer Turnaround, before it reads or writes a file of it."""
    try:
        if context.info_name not in ALWAYS:
            refuse_newer(told_version(home_folder(home)))
    except HistoryNewer as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    return home


app = plain_shell("Ticket history in and out.")
Home = Annotated[
    Path | None,
    typer.Option("--home", help="Where your history lives (else TURNAROUND_HOME, data/local).", callback=_not_newer),
]
SameAccess = Annotated[
    bool, typer.Option("--same-access", help="Refuse what changes who may reach the dashboard, as its pages do.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


def sub_shell(help_text: str) -> typer.Typer:
    """A group of commands that lists what there is where no command is named."""
    return typer.Typer(help=help_text, invoke_without_command=True, pretty_exceptions_enable=False)


class Spoken:
    """Turns our errors into one sentence and exit code 2, and anything else into another and 1.

    Programs (`as_json`) are also told what is asked and which answers fit.
    """

    def __init__(self, *, as_json: bool = False) -> None:
        self._as_json = as_json

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, NeedsAnswer) and self._as_json:
            typer.echo(json.dumps({"question": error.question, "choices": error.choices}))
        if isinstance(error, TurnaroundError):
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from None
        if isinstance(error, Exception) and not isinstance(error, typer.Exit) and "TURNAROUND_TRACE" not in os.environ:
            name = type(error).__name__
            typer.echo(f"Something went wrong that was not foreseen ({name}); the history is as it was.", err=True)
            raise typer.Exit(1) from None


def say(text: str) -> None:
    """Progress, where somebody is watching."""
    if sys.stderr.isatty():
        typer.echo(f"{text} ...", err=True)


def day(text: str | None) -> date | None:
    """A day as it is written on the command line; raises with a sentence."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise TurnaroundError(f"{text!r} is not a day; write it as 2026-03-31.") from None


def needed_day(text: str) -> date:
    """The same for a day that must be there."""
    found = day(text)
    if found is None:
        raise TurnaroundError("A day is missing; write it as 2026-03-31.")
    return found


def _with_plain_days(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame whose days are text such as 2026-03-31."""
    days = frame.select_dtypes("datetime")
    return frame.assign(**{name: days[name].dt.strftime("%Y-%m-%d") for name in days.columns})


def _with_yes_and_no(frame: pd.DataFrame) -> pd.DataFrame:
    answers = frame.select_dtypes(["bool", "boolean"])
    return frame.assign(**{name: answers[name].map({True: "yes", False: "no"}) for name in answers.columns})


def in_hours(frame: pd.DataFrame) -> str:
    """A frame as a table for people: seconds as business hours, what is empty throughout left out."""
    table = frame.dropna(axis="columns", how="all")
    seconds = [name for name in table.columns if name.endswith("_seconds")]
    hours = {name: name.removesuffix("_seconds") + " h" for name in seconds}
    rounded = table.assign(**{name: (table[name].astype(float) / 3600).round(1) for name in seconds})
    return rounded.rename(columns=hours).to_string(index=False, max_rows=200, na_rep="-")


def tell(frame: pd.DataFrame, nothing: str, *, as_json: bool) -> None:
    """Print a frame for people or for programs; `nothing` where it has no row."""
    plain = _with_plain_days(frame)
    if as_json:
        typer.echo(plain.to_json(orient="records", indent=2))
    else:
        typer.echo(nothing if plain.empty else in_hours(_with_yes_and_no(plain)))
