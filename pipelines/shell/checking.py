"""python -m pipelines checks: what the checks of the history found."""

import json
from typing import Annotated

import pandas as pd
import typer

from pipelines.history.generations import open_history
from pipelines.measure.checking import Finding, check_rows, checked, findings
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app

MOST_SHOWN = 200


@app.command("checks")
def checks_command(
    *,
    check: Annotated[str | None, typer.Option("--rows", help="Print the rows that this check found.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What the checks of your history found."""
    with Spoken(), open_history(home_folder(home)) as history:
        if check is not None:
            rows = check_rows(history, check)
            typer.echo(rows.to_json(orient="records", indent=2, date_format="iso") if as_json else _table(rows))
        elif as_json:
            typer.echo(json.dumps([finding.as_json() for finding in findings(history)], indent=2))
        else:
            typer.echo(in_words(checked(history)))


def in_words(found: list[Finding]) -> str:
    """What the checks found, for people."""
    lines = [
        f"{finding.rows:>9,}  {finding.severity}: {finding.title} ({finding.check}). {finding.advice}"
        for finding in found
    ]
    return "\n".join(lines) if lines else "No check found anything."


def _table(rows: pd.DataFrame) -> str:
    return "Nothing found." if rows.empty else rows.to_string(index=False, max_rows=MOST_SHOWN, na_rep="-")
