"""python -m pipelines catalogue: what each category of the exports leads to, and the owner's say in it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from pipelines.catalogue.labels import forget_labels
from pipelines.catalogue.own import Choice, choose
from pipelines.catalogue.placing import categories
from pipelines.catalogue.words import NOT_YET
from pipelines.errors import SettingsInvalid
from pipelines.history.generations import current_generation, open_history
from pipelines.journey import measure_again
from pipelines.settings import home_folder
from pipelines.shell.words import AsJson, Home, Spoken, app, say

LEADS = 'A category and its line, such as --set "Drucker=Printer fault"; "Drucker=" takes your word back.'


@app.command("catalogue")
def catalogue_command(
    *,
    leads: Annotated[list[str] | None, typer.Option("--set", help=LEADS)] = None,
    kind: Annotated[str, typer.Option(help="For a new line: software, hardware or other.")] = "",
    changes: Annotated[Path | None, typer.Option(help="A JSON list of category, line and kind.")] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Take back the proposals that you accepted.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Categories of your exports, and the lines of the service catalogue that they lead to."""
    with Spoken(as_json=as_json):
        place = home_folder(home)
        chosen = [*_spoken(leads or (), kind), *_written(changes)]
        choose(place, chosen)
        forgotten = forget_labels(place) if forget else 0
        if (chosen or forgotten) and current_generation(place) is not None:
            measure_again(place, say)
        with open_history(place) as history:
            table = categories(history)
        typer.echo(json.dumps(_as_json(table), indent=2) if as_json else _in_words(table))


def _spoken(leads: Sequence[str], kind: str) -> list[Choice]:
    if any("=" not in lead for lead in leads):
        raise SettingsInvalid('Write --set "CATEGORY=Line", with the category as your export writes it.')
    parts = [lead.rpartition("=") for lead in leads]
    return [Choice(category.strip(), line.strip(), kind) for category, _, line in parts]


def _written(changes: Path | None) -> list[Choice]:
    if changes is None:
        return []
    try:
        listed = json.loads(changes.read_text("utf-8"))
        return [Choice(**{name: str(text) for name, text in one.items()}) for one in listed]
    except (OSError, ValueError, TypeError, AttributeError):
        raise SettingsInvalid("The changes must be a JSON list of objects with category, line and kind.") from None


def _as_json(table: pd.DataFrame) -> dict[str, Any]:
    off = table["line"].isna()
    return {
        "tickets": int(table["tickets"].sum()),
        "in_catalogue": int(table.loc[~off, "tickets"].sum()),
        "accepted": int(table["accepted"].sum()),
        "categories": json.loads(table.to_json(orient="records")),
    }


def _in_words(table: pd.DataFrame) -> str:
    told = _as_json(table)
    shown = table[["category", "tickets", "line", "kind"]].assign(
        category=table["category"].fillna("(none)"), line=table["line"].fillna(NOT_YET), kind=table["kind"].fillna("-")
    )
    head = f"{told['in_catalogue']:,} of {told['tickets']:,} tickets are in the catalogue"
    return f"{head}, {told['accepted']:,} more by proposals.\n" + shown.to_string(index=False)
