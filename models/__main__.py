"""python -m models fit, targets: fit promises on the history, and print what can be promised."""

import json
from typing import Annotated

import typer

from models.refresh import Promises, read_promises, refresh
from pipelines.errors import NoHistory
from pipelines.settings import home_folder
from pipelines.shell import AsJson, Home, Spoken, in_hours, plain_shell

app = plain_shell("What to promise.")
Stale = Annotated[bool, typer.Option("--stored", help="Print what is stored, even if the data has moved on since.")]


@app.command()
def fit(*, home: Home = None, as_json: AsJson = False) -> None:
    """Fit promises on the current history and store them beside it."""
    with Spoken():
        promises = refresh(home_folder(home))
        counted = {
            "segments": len(promises.frame),
            "kept_rate": promises.kept_rate,
            "window_days": promises.window_days,
        }
        typer.echo(json.dumps(counted) if as_json else f"Fitted {len(promises.frame):,} segments.")


@app.command()
def targets(*, stored: Stale = False, home: Home = None, as_json: AsJson = False) -> None:
    """What can be promised per issue type, tier, work mode and distance."""
    with Spoken():
        promises = read_promises(home_folder(home))
        if promises is None or (promises.stale and not stored):
            promises = refresh(home_folder(home))
        if promises.frame.empty:
            raise NoHistory("No clock in the history can be read yet, so nothing can be promised.")
        typer.echo(_as_json(promises) if as_json else in_hours(promises.frame))


def _as_json(promises: Promises) -> str:
    rows = json.loads(promises.frame.to_json(orient="records"))
    about = {
        "kept_rate": promises.kept_rate,
        "as_of": promises.as_of.isoformat() + "Z",
        "window_days": promises.window_days,
    }
    return json.dumps(about | {"segments": rows}, indent=2)


if __name__ == "__main__":
    app()
